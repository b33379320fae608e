"""Choosing one of a few: an order, another work."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class ChoiceDialog(ModalScreen[str | None]):
    """Comes back with the name of what was chosen, or None when nothing is to change. A number chooses at once."""

    BINDINGS = [
        Binding("escape,q", "leave", show=False),
        Binding("j", "step(1)", show=False),
        Binding("k", "step(-1)", show=False),
        *(Binding(str(place), f"choose({place})", show=False) for place in range(1, 10)),
    ]
    DEFAULT_CSS = """
    ChoiceDialog { align: center middle; }
    ChoiceDialog OptionList {
        width: auto; min-width: 34; max-width: 100%; height: auto; max-height: 100%;
        background: $surface; border: round $primary;
    }
    """

    def __init__(self, title: str, words: Mapping[str, str], here: str = "") -> None:
        """`words` says each choice, by its name; `here` is the one in force."""
        super().__init__()
        self.heading, self.words, self.here = title, dict(words), here

    def compose(self) -> ComposeResult:
        options = OptionList(
            *(
                Option(Content(f"{place if place < 10 else ' '}  {words}"), id=name)
                for place, (name, words) in enumerate(self.words.items(), 1)
            )
        )
        options.border_title = Content(self.heading)
        options.highlighted = list(self.words).index(self.here) if self.here in self.words else 0
        yield options

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_choose(self, place: int) -> None:
        """Choose by number."""
        if place <= len(self.words):
            self.dismiss(list(self.words)[place - 1])

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
