"""Mentions to actors, within a document."""
