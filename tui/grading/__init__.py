"""Words become grades, one notation a file (pure)."""
