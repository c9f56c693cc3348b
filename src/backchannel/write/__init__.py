"""Readings out: JSON lines for programs, a table for terminals, a page for browsers."""
