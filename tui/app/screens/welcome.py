"""The first start: what Matinee is, and three ways on. The reader types an address right here."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from tui.app.commands import Place
from tui.app.dialogs.add_critic import Add
from tui.app.dialogs.import_opml import ImportDialog, TakeList
from tui.app.messages import CriticAdded, ListImported, SampleAsked
from tui.app.widgets.telling import Telling
from tui.model.errors import MatineeError

WHAT = (
    "Critics' reviews in your terminal: subscribe by the address of a site,"
    " read offline, and see every critic's grades on one scale."
)
SUBSCRIBE = "1  Type the address of a critic's site or feed, then Enter"
SAMPLE = "2  Or look around first, on a sample site of invented critics"
IMPORT = "3  Or bring your subscriptions along, as an OPML file"


class WelcomeScreen(Telling, Screen[None]):
    """Posts `CriticAdded`, `ListImported` or `SampleAsked`; the App knows what comes after."""

    CSS_PATH = "welcome.tcss"
    AUTO_FOCUS = "#address"
    PLACES: tuple[Place, ...] = ()

    def __init__(self, sample: bool, add: Add, take_list: TakeList) -> None:
        """`sample`: whether there is a sample site to open."""
        super().__init__()
        self.sample = sample
        self.add = add
        self.take_list = take_list
        self.asking = False
        """Whether an answer is on its way."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False), Vertical(id="page"):
            yield Static("M A T I N E E", id="name")
            yield Static(WHAT, id="what")
            yield Static(SUBSCRIBE, classes="way")
            yield Input(placeholder="critic.example", id="address", compact=True)
            yield Static(id="said", markup=False)
            if self.sample:
                yield Static(SAMPLE, classes="way")
                yield Button("Open the sample site", id="sample", compact=True)
            yield Static(IMPORT if self.sample else IMPORT.replace("3", "2", 1), classes="way")
            yield Button("Import subscriptions", id="import", compact=True)
            yield Static("Tab moves between the three · ^P finds any command · ^Q leaves", id="keys")

    @on(Input.Submitted, "#address")
    def submitted(self, event: Input.Submitted) -> None:
        """The reader gave an address."""
        address = event.value.strip()
        if not address:
            self._say("Type an address first: critic.example is enough.", wrong=True)
        elif not self.asking:
            self.ask(address)

    @work(exclusive=True, group="add", exit_on_error=False)
    async def ask(self, address: str) -> None:
        """Subscribe; say in words what went wrong and keep what was typed."""
        self.asking = True
        self._say(f"Asking {address} …")
        try:
            critic, outcome = await self.add(address, None)
        except MatineeError as error:
            self._say("\n".join(filter(None, (f"{error.what}.", error.next_step))), wrong=True)
        else:
            self._say(f"Subscribed to {critic.name}.")
            self.post_message(CriticAdded(critic, outcome))
        finally:
            self.asking = False

    @on(Button.Pressed, "#sample")
    def open_sample(self) -> None:
        """The reader wants to look around first."""
        self.post_message(SampleAsked())

    @on(Button.Pressed, "#import")
    @work(group="dialog", exit_on_error=False)
    async def open_import(self) -> None:
        """The reader brings a list."""
        imported = await self.app.push_screen_wait(ImportDialog(self.take_list))
        if imported is not None:
            self.post_message(ListImported(imported))

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.set_class(wrong, "-wrong")
        self.query_one("#said", Static).update(Content(words))
