"""What to fetch and what changed: one outcome per feed, as an async stream."""
