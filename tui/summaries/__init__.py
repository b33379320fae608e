"""Grades become distributions (pure)."""
