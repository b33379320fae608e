"""Discovering and parsing feeds."""
