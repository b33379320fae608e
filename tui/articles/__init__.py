"""HTML becomes prose, credits and the work reviewed (pure)."""
