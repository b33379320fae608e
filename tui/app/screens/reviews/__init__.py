"""The main screen: the reviews."""

from tui.app.screens.reviews.screen import ReviewsScreen

__all__ = ["ReviewsScreen"]
