"""Finding a work by part of its title: the other one of a merge."""

from collections.abc import Awaitable, Callable, Sequence

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.app.widgets.telling import Telling

Find = Callable[[str], Awaitable[Sequence[tuple[int, str]]]]
"""Returns the works with these words in their title, as (number, words)."""


class FindWorkDialog(Telling, ModalScreen[int | None]):
    """Comes back with the number of the work chosen, or None."""

    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    FindWorkDialog { align: center top; }
    FindWorkDialog > Vertical {
        width: 72; max-width: 100%; height: auto; max-height: 100%; margin-top: 2; padding: 1 2;
        background: $surface; border: round $primary;
    }
    FindWorkDialog Input { border: none; height: 1; padding: 0 1; background: $panel; margin: 1 0; }
    FindWorkDialog OptionList { height: auto; max-height: 10; border: none; background: $surface; padding: 0; }
    FindWorkDialog #keys { color: $text-quiet; margin-top: 1; }
    """

    def __init__(self, title: str, find: Find) -> None:
        """`title` is the work the other one is merged into."""
        super().__init__()
        self.heading, self.find = title, find

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = Content("Merge")
            yield Static(Content.assemble("Which other title is ", (self.heading, "bold"), "?"), id="title")
            yield Input(placeholder="part of the title", compact=True)
            options = OptionList()
            options.can_focus = False
            yield options
            yield Static("↓ ↑ choose · Enter merges, u takes it back · Esc leaves", id="keys")

    def on_mount(self) -> None:
        self.search("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self.search(event.value)

    @work(exclusive=True, group="find", exit_on_error=False)
    async def search(self, words: str) -> None:
        """Show what matches; a late answer is dropped, since a new search ends the one before."""
        with self.telling():
            found = await self.find(words)
            options = self.query_one(OptionList)
            options.clear_options()
            options.add_options([Option(Content(said), id=str(number)) for number, said in found])
            options.highlighted = 0 if found else None

    def on_input_submitted(self) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self._choose(options.get_option_at_index(options.highlighted))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._choose(event.option)

    def action_step(self, by: int) -> None:
        """Go through what was found."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_leave(self) -> None:
        """Merge nothing."""
        self.dismiss(None)

    def _choose(self, option: Option) -> None:
        self.dismiss(int(option.id or 0))
