"""What to fetch and what changed: subscribing to feeds and visiting them, one outcome per feed as an async stream."""
