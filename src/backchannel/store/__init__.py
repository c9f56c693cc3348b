"""A case kept: documents, signals, actors and reviews in SQLite or PostgreSQL."""
