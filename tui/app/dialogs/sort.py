"""Choosing the order of the list."""

from tui.app.dialogs.choose import ChoiceDialog
from tui.model.listing import Sort

WORDS: dict[str, str] = {
    Sort.NEWEST: "Newest first",
    Sort.OLDEST: "Oldest first",
    Sort.BEST: "Best grade first",
    Sort.WORST: "Worst grade first",
    Sort.WORK: "By work, A to Z",
    Sort.CRITIC: "By critic, A to Z",
    Sort.COMMENTS: "Most comments first",
    Sort.MATCH: "Best match of a search",
}


class SortDialog(ChoiceDialog):
    """Comes back with the name of an order, or None when nothing is to change."""

    def __init__(self, sort: Sort) -> None:
        super().__init__("Order", WORDS, sort)
