"""Grades become distributions, profiles, consensus, taste; spellings become works (pure)."""
