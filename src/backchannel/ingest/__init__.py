"""Bytes, files and folders to documents: text, appearance, language, furniture."""
