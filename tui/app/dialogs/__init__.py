"""What opens over a screen and comes back with an answer."""
