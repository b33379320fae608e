"""Choosing the order of the list."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.model.listing import Sort

WORDS = {
    Sort.NEWEST: "Newest first",
    Sort.OLDEST: "Oldest first",
    Sort.BEST: "Best grade first",
    Sort.WORST: "Worst grade first",
    Sort.WORK: "By work, A to Z",
    Sort.CRITIC: "By critic, A to Z",
    Sort.COMMENTS: "Most comments first",
    Sort.MATCH: "Best match of a search",
}


class SortDialog(ModalScreen[Sort | None]):
    """Comes back with the order chosen, or None when nothing is to change. A number chooses at once."""

    BINDINGS = [
        Binding("escape,q", "leave", show=False),
        Binding("j", "step(1)", show=False),
        Binding("k", "step(-1)", show=False),
        *(Binding(str(place), f"choose('{sort}')", show=False) for place, sort in enumerate(WORDS, 1)),
    ]
    DEFAULT_CSS = """
    SortDialog { align: center middle; }
    SortDialog OptionList {
        width: 32; max-width: 100%; height: auto; max-height: 100%; background: $surface; border: round $primary;
    }
    """

    def __init__(self, sort: Sort) -> None:
        super().__init__()
        self.sort = sort

    def compose(self) -> ComposeResult:
        options = OptionList(
            *(Option(Content(f"{place}  {words}"), id=sort) for place, (sort, words) in enumerate(WORDS.items(), 1))
        )
        options.border_title = "Order"
        options.highlighted = list(WORDS).index(self.sort)
        yield options

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(Sort(event.option_id or self.sort))

    def action_choose(self, sort: str) -> None:
        """Choose by number."""
        self.dismiss(Sort(sort))

    def action_step(self, by: int) -> None:
        """Move with j and k too."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
