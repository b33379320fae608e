"""The talk under a review: `screen` is the room, `moves` how one moves and folds in it, `finding` what is marked."""

from tui.app.screens.comments.screen import CommentsScreen

__all__ = ["CommentsScreen"]
