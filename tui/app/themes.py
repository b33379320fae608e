"""Matinee's own light and dark theme."""
