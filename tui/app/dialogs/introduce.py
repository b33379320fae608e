"""Who the reader is on the sites they reply on: asked once, before the first reply goes out."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.model.reply import Identity
from tui.model.text import field


class IntroduceDialog(ModalScreen[Identity | None]):
    """Comes back with who the reader is, or None when they thought better of it."""

    BINDINGS = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    IntroduceDialog { align: center top; }
    IntroduceDialog > Vertical {
        width: 74; max-width: 100%; height: auto; max-height: 100%; margin-top: 2; padding: 1 2;
        background: $surface; border: round $primary;
    }
    IntroduceDialog Input { border: none; height: 1; padding: 0 1; background: $panel; margin-bottom: 1; }
    IntroduceDialog Input:focus { background: $block-cursor-blurred-background; }
    IntroduceDialog .label { color: $text-quiet; }
    IntroduceDialog #said { color: $error; height: auto; display: none; }
    IntroduceDialog.-wrong #said { display: block; margin-bottom: 1; }
    IntroduceDialog #kept { color: $text-quiet; }
    """

    def __init__(self, identity: Identity, kept: bool) -> None:
        """`kept`: whether it goes into the configuration."""
        super().__init__()
        self.identity = identity
        self.kept = kept

    def compose(self) -> ComposeResult:
        where = "It is kept in your configuration" if self.kept else "It is kept until you leave"
        with Vertical() as frame:
            frame.border_title = "Who are you?"
            yield Static("Name, as it stands over your comments", classes="label")
            yield Input(self.identity.name, id="name", compact=True)
            yield Static("E-mail address: goes to the site's own form, and nowhere else", classes="label")
            yield Input(self.identity.email, placeholder="you@mail.example", id="email", compact=True)
            yield Static("Your site, if you have one", classes="label")
            yield Input(self.identity.site, placeholder="https://", id="site", compact=True)
            yield Static(id="said", markup=False)
            yield Static(Content(f"{where}. Enter goes on · Tab moves · Esc leaves"), id="kept")

    def on_input_submitted(self) -> None:
        name, email, site = (field(self.query_one(f"#{each}", Input).value, 500) for each in ("name", "email", "site"))
        if not name:
            self._say("A name is needed: it stands over your comment.", "name")
        elif "@" not in email.strip("@") or " " in email:
            self._say("Nearly every site's form asks for an e-mail address.", "email")
        elif site and not site.startswith(("http://", "https://")):
            self._say("A site begins with https:// (or leave it empty).", "site")
        else:
            self.dismiss(Identity(name, email, site))

    def action_leave(self) -> None:
        """Say nothing."""
        self.dismiss(None)

    def _say(self, words: str, where: str) -> None:
        self.query_one("#said", Static).update(Content(words))
        self.add_class("-wrong")
        self.query_one(f"#{where}").focus()
