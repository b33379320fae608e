"""Every verb, declared once: footer, palette, help screen and the README's table derive from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType


class Place(StrEnum):
    """Where a verb can be used. The value is the heading in the help screen."""

    ANYWHERE = "Anywhere"
    LIST = "Review list"
    HISTOGRAM = "Histogram"
    READING = "Reading"
    CRITICS = "Critics"


@dataclass(frozen=True, slots=True)
class Command:
    """One verb."""

    name: str
    """The action's name: a screen handles it as `action_<name>`."""
    keys: tuple[str, ...]
    """Textual's names of the keys, the one to show first."""
    label: str
    """A word or two, for the footer."""
    help: str
    """What it does, as a sentence without its full stop."""
    place: Place = Place.ANYWHERE
    footer: bool = False
    """Whether the footer has room for it."""


COMMANDS: tuple[Command, ...] = (
    Command("help", ("question_mark", "f1"), "Help", "Show every key and what it does", footer=True),
    Command("command_palette", ("colon", "ctrl+p"), "Palette", "Find any command by name", footer=True),
    Command("view('reviews')", ("1",), "Reviews", "Go to the reviews (while reading, numbers open links)"),
    Command(
        "view('critics')", ("4",), "Critics", "Go to the critics and the health of their feeds (not while reading)"
    ),
    Command(
        "add_critic", ("a",), "Add critic", "Subscribe to a critic by the address of a feed or a site", footer=True
    ),
    Command("refresh_one", ("r",), "Refresh", "Refresh the selected critic"),
    Command("refresh_all", ("R",), "Refresh all", "Refresh every critic", footer=True),
    Command("undo", ("u",), "Undo", "Take back the last mark; again, the one before"),
    Command("suspend_process", ("ctrl+z",), "Suspend", "Go to the shell; `fg` comes back"),
    Command("quit", ("Q",), "Quit", "Leave Matinee"),
    Command("down", ("j", "down"), "Down", "Move down", Place.LIST),
    Command("up", ("k", "up"), "Up", "Move up", Place.LIST),
    Command("open", ("enter", "l", "right"), "Read", "Read the selected review", Place.LIST, footer=True),
    Command("leave", ("q",), "Leave", "Go back; on a main view, leave Matinee", Place.LIST),
    Command("to_critics", ("h", "left"), "Critics", "Go to the critics at the left", Place.LIST),
    Command("back", ("escape",), "Back", "Go back to the list", Place.LIST),
    Command("first", ("g", "home"), "First", "Go to the first review", Place.LIST),
    Command("last", ("G", "end"), "Last", "Go to the last review", Place.LIST),
    Command("page_down", ("space", "pagedown"), "Page down", "Move a page down", Place.LIST),
    Command("page_up", ("b", "pageup"), "Page up", "Move a page up", Place.LIST),
    Command("half_down", ("ctrl+d",), "Half down", "Move half a page down", Place.LIST),
    Command("half_up", ("ctrl+u",), "Half up", "Move half a page up", Place.LIST),
    Command("next_unread", ("n",), "Next unread", "Go to the next unread review", Place.LIST),
    Command("previous_unread", ("p",), "Previous unread", "Go to the previous unread review", Place.LIST),
    Command("search", ("slash",), "Search", "Search: words, or the query language", Place.LIST, footer=True),
    Command("filter_grade", ("F",), "Grade", "Show only some grades", Place.LIST, footer=True),
    Command("clear_filter", ("ctrl+f",), "Clear", "Clear search and filter", Place.LIST),
    Command(
        "keep_list",
        ("w",),
        "Keep list",
        "Keep what is shown as a list at the left; on a kept one, change it",
        Place.LIST,
    ),
    Command("remove_list", ("D", "delete"), "Remove list", "Remove the kept list that is shown", Place.LIST),
    Command("sort", ("S",), "Sort", "Change the order of the list", Place.LIST),
    Command("toggle_read", ("N",), "Read mark", "Mark as read or unread", Place.LIST),
    Command("read_all", ("A",), "All read", "Mark every review shown as read", Place.LIST),
    Command("star", ("s",), "Star", "Star or unstar", Place.LIST, footer=True),
    Command("regrade", ("e",), "Correct", "Correct the grade", Place.LIST),
    Command("browse", ("o",), "Browser", "Open the review's page in the browser", Place.LIST),
    Command("copy_link", ("y",), "Copy link", "Copy the review's address", Place.LIST),
    Command("switch_pane", ("tab",), "Pane", "Move between critics, histogram and list", Place.LIST),
    Command("bar_left", ("left", "h"), "Left", "Show the next better grade only", Place.HISTOGRAM),
    Command("bar_right", ("right", "l"), "Right", "Show the next worse grade only", Place.HISTOGRAM),
    Command("bar_keep", ("enter",), "Keep", "Keep the filter and go to the list", Place.HISTOGRAM),
    Command("bar_clear", ("escape",), "Take back", "Show every grade again", Place.HISTOGRAM),
    Command("scroll_down", ("j", "down"), "Down", "Scroll down a line", Place.READING),
    Command("scroll_up", ("k", "up"), "Up", "Scroll up a line", Place.READING),
    Command("scroll_home", ("g", "home"), "Top", "Go to the top", Place.READING),
    Command("scroll_end", ("G", "end"), "Bottom", "Go to the bottom", Place.READING),
    Command("page_down", ("space", "pagedown"), "Page down", "Scroll a page down", Place.READING),
    Command("page_up", ("b", "pageup"), "Page up", "Scroll a page up", Place.READING),
    Command("half_down", ("ctrl+d",), "Half down", "Scroll half a page down", Place.READING),
    Command("half_up", ("ctrl+u",), "Half up", "Scroll half a page up", Place.READING),
    Command("next_review", ("J",), "Next", "Read the next review", Place.READING, footer=True),
    Command("previous_review", ("K",), "Previous", "Read the previous review", Place.READING, footer=True),
    Command("next_unread", ("n",), "Next unread", "Read the next unread review", Place.READING, footer=True),
    Command("previous_unread", ("p",), "Previous unread", "Read the previous unread review", Place.READING),
    Command("toggle_read", ("N",), "Read mark", "Mark as read or unread", Place.READING),
    Command("star", ("s",), "Star", "Star or unstar", Place.READING, footer=True),
    Command("browse", ("o",), "Browser", "Open the page in the browser", Place.READING, footer=True),
    Command("copy_link", ("y",), "Copy link", "Copy the review's address", Place.READING),
    Command(
        "follow",
        ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
        "Open link",
        "Open one of its numbered links",
        Place.READING,
    ),
    Command("regrade", ("e",), "Correct", "Correct the grade", Place.READING),
    Command("reveal", ("v",), "Spoilers", "Show or hide spoilers", Place.READING),
    Command("full_text", ("x",), "Full text", "Fetch the full text and the grade from its page", Place.READING),
    Command("zen", ("z",), "Zen", "Only the text: hide header and footer", Place.READING),
    Command("back", ("q", "h", "left", "escape"), "Back", "Go back to the list", Place.READING, footer=True),
    Command(
        "open_critic", ("enter", "l", "right"), "Reviews", "Show the reviews of this critic", Place.CRITICS, footer=True
    ),
    Command(
        "remove_critic",
        ("D", "delete"),
        "Remove",
        "End this subscription (starred reviews stay)",
        Place.CRITICS,
        footer=True,
    ),
    Command(
        "switch_pages",
        ("x",),
        "Full text",
        "Fetch the pages of this critic's reviews: as the first ones show, always, never",
        Place.CRITICS,
        footer=True,
    ),
    Command(
        "backfill",
        ("B",),
        "Archive",
        "Take this critic's archive: all they wrote before their feed; again stops it",
        Place.CRITICS,
        footer=True,
    ),
    Command("down", ("j", "down"), "Down", "Move down", Place.CRITICS),
    Command("up", ("k", "up"), "Up", "Move up", Place.CRITICS),
    Command("first", ("g", "home"), "First", "Go to the first critic", Place.CRITICS),
    Command("last", ("G", "end"), "Last", "Go to the last critic", Place.CRITICS),
    Command("page_down", ("space", "pagedown"), "Page down", "Move a page down", Place.CRITICS),
    Command("page_up", ("b", "pageup"), "Page up", "Move a page up", Place.CRITICS),
    Command("half_down", ("ctrl+d",), "Half down", "Move half a page down", Place.CRITICS),
    Command("half_up", ("ctrl+u",), "Half up", "Move half a page up", Place.CRITICS),
    Command("back", ("q", "h", "left", "escape"), "Back", "Go back to the reviews", Place.CRITICS),
)


def commands(*places: Place) -> Iterable[Command]:
    """Every verb that can be used in one of `places`, in the order declared."""
    return (command for command in COMMANDS if command.place in places)


def bindings(*places: Place) -> list[BindingType]:
    """Textual's bindings for every verb that can be used in one of `places`: what a screen's `BINDINGS` is."""
    return [
        Binding(",".join(command.keys), command.name, command.label, show=command.footer, tooltip=command.help)
        for command in commands(*places)
    ]


_NAMES = {
    "question_mark": "?", "colon": ":", "slash": "/", "enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "home": "Home", "end": "End", "pageup": "PgUp",
    "pagedown": "PgDn", "delete": "Del", "f1": "F1", "equals_sign": "=",
}  # fmt: skip


def key_name(key: str) -> str:
    """Return a key as readers know it: `^P` for `ctrl+p`, `?` for `question_mark`."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+").upper()
    return _NAMES.get(key, key)
