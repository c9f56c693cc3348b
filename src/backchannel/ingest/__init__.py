"""Bytes, files and corpora to documents: text, title, outlet, date, language, furniture."""
