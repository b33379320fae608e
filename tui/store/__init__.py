"""The library: SQLite behind one class."""
