"""The sample site: its reviews as package data, served over real HTTP on loopback."""
