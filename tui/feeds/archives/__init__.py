"""Ways into a critic's archive, one a file: what lies before the oldest post of a feed (pure)."""
