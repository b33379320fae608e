"""The terminal interface: screens hold state and widgets, widgets are handed values and post messages."""
