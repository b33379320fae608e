"""Subscribing: an address, and a name if the reader wants another than the feed's. It stays open until it worked.

Where a page names several feeds, the likeliest is offered first and the reader chooses.
"""

from collections.abc import Awaitable, Callable

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.app.widgets.telling import Telling
from tui.model.critic import Critic
from tui.model.errors import MatineeError
from tui.model.feed_link import FeedLink
from tui.model.outcome import FeedOutcome
from tui.model.record import record

Added = tuple[Critic, FeedOutcome]
Add = Callable[[str, str | None], Awaitable[Added]]
"""Subscribes to an address, under a name if one is given. Raises MatineeError."""


@record(frozen=True, slots=True)
class Offer:
    """The feeds an address leads to."""

    feeds: tuple[FeedLink, ...]
    """At least one; the likeliest first."""
    take: Callable[[FeedLink, str | None], Awaitable[Added]]
    """Subscribes to one of them. Raises MatineeError."""


Look = Callable[[str], Awaitable[Offer]]
"""Finds what an address leads to. Raises MatineeError."""


class AddCriticDialog(Telling, ModalScreen[Added | None]):
    """Comes back with the critic and what the first visit brought, or None when the reader thought better of it."""

    BINDINGS = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    AddCriticDialog { align: center top; }
    AddCriticDialog > Vertical {
        width: 74; max-width: 100%; height: auto; max-height: 100%; margin-top: 2; padding: 1 2;
        background: $surface; border: round $primary;
    }
    AddCriticDialog Input { border: none; height: 1; padding: 0 1; background: $panel; margin-bottom: 1; }
    AddCriticDialog Input:focus { background: $block-cursor-blurred-background; }
    AddCriticDialog .label { color: $text-quiet; }
    AddCriticDialog #said { height: auto; }
    AddCriticDialog.-wrong #said { color: $error; margin-bottom: 1; }
    AddCriticDialog #keys { color: $text-quiet; }
    AddCriticDialog #feeds { display: none; height: auto; max-height: 12; border: none; padding: 0; margin: 1 0; }
    AddCriticDialog.-choosing #feeds { display: block; }
    """

    def __init__(self, look: Look, address: str = "") -> None:
        super().__init__()
        self.look = look
        self.address = address
        self.asking = False
        """Whether an answer is on its way."""
        self.offer: Offer | None = None
        """What the address leads to, while the reader chooses."""

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = "Add a critic"
            yield Static("Address of the critic's site or feed", classes="label")
            yield Input(self.address, placeholder="critic.example", id="address", compact=True)
            yield Static("Name, if you want another than the feed's own", classes="label")
            yield Input(id="name", compact=True)
            yield Static(id="said", markup=False)
            yield OptionList(id="feeds", compact=True)
            yield Static("Enter subscribes · Tab moves · Esc leaves", id="keys")

    def on_input_submitted(self) -> None:
        address = self.query_one("#address", Input).value.strip()
        if not address:
            self._say("Type an address first: critic.example is enough.", wrong=True)
            self.query_one("#address").focus()
        elif not self.asking:
            self.ask(address)

    @work(exclusive=True, group="add", exit_on_error=False)
    async def ask(self, address: str) -> None:
        """Subscribe, or let the reader choose; say in words what went wrong and keep what was typed."""
        self.asking = True
        self.remove_class("-choosing")
        self._say(f"Asking {address} …")
        try:
            offer = await self.look(address)
            if len(offer.feeds) > 1:
                self._choose(offer)
            else:
                self.dismiss(await offer.take(offer.feeds[0], self.wanted_name))
        except MatineeError as error:
            self._say("\n".join(filter(None, (f"{error.what}.", error.next_step))), wrong=True)
        finally:
            self.asking = False

    @on(OptionList.OptionSelected, "#feeds")
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """The reader chose a feed."""
        if self.offer is not None and not self.asking:
            self.take(self.offer, self.offer.feeds[event.option_index])

    @work(exclusive=True, group="add", exit_on_error=False)
    async def take(self, offer: Offer, feed: FeedLink) -> None:
        """Subscribe to the feed chosen."""
        self.asking = True
        self._say(f"Asking {feed.url} …")
        try:
            self.dismiss(await offer.take(feed, self.wanted_name))
        except MatineeError as error:
            self._say("\n".join(filter(None, (f"{error.what}.", error.next_step))), wrong=True)
        finally:
            self.asking = False

    def action_leave(self) -> None:
        """Subscribe to nothing."""
        self.dismiss(None)

    @property
    def wanted_name(self) -> str | None:
        """What to call the critic; None: as the feed does."""
        return self.query_one("#name", Input).value.strip() or None

    def _choose(self, offer: Offer) -> None:
        self.offer = offer
        self._say(f"That page names {len(offer.feeds)} feeds, the likeliest first:")
        feeds = self.query_one("#feeds", OptionList)
        feeds.clear_options()
        feeds.add_options([Option(_line(feed)) for feed in offer.feeds])
        feeds.highlighted = 0
        self.add_class("-choosing")
        feeds.focus()

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.set_class(wrong, "-wrong")
        self.query_one("#said", Static).update(Content(words))


def _line(feed: FeedLink) -> Content:
    """Return a feed as one line: its title, what it holds, its address; never markup."""
    kind = " (comments)" if feed.comments and "comment" not in feed.title.lower() else ""
    return Content.assemble((f"{feed.title or 'Feed'}{kind}", "bold"), Content(f"  {feed.url}"))
