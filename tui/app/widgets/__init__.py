"""What draws: handed values, posting messages, fetching nothing."""
