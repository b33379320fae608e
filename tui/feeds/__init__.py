"""Discovering and reading feeds. `parsing.parse_feed` is the way in; everything a feed says is cleaned here, once."""
