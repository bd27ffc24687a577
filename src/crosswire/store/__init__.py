"""Records to disk and back: one SQLite file."""
