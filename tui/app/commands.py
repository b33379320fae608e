"""Every verb, declared once: footer, palette, help screen and the README's table derive from here."""

from collections.abc import Iterable
from enum import StrEnum

from textual.binding import Binding, BindingType

from tui.app.talk_verbs import IN_A_THREAD, WRITING
from tui.model.record import record


class Place(StrEnum):
    """Where a verb can be used. The value is the heading in the help screen."""

    ANYWHERE = "Anywhere"
    LIST = "Review list"
    HISTOGRAM = "Histogram"
    READING = "Reading"
    WORKS = "Works"
    SHEET = "Wherever there are figures"
    GRADES = "Grades"
    WORK = "Work page"
    TASTE = "Taste"
    BESIDE = "Two reviews side by side"
    CRITICS = "Critics"
    COMMENTS = "Comments"
    REPLY = "Writing a reply"


@record(frozen=True, slots=True)
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
    Command("view('works')", ("2",), "Works", "Go to the works: films across all critics (not while reading)"),
    Command("view('grades')", ("3",), "Grades", "Go to the grades: critics by letter, who agrees (not while reading)"),
    Command(
        "view('critics')", ("4",), "Critics", "Go to the critics and the health of their feeds (not while reading)"
    ),
    Command(
        "add_critic", ("a",), "Add critic", "Subscribe to a critic by the address of a feed or a site", footer=True
    ),
    Command("refresh_one", ("r",), "Refresh", "Refresh the selected critic"),
    Command("refresh_all", ("R",), "Refresh all", "Refresh every critic", footer=True),
    Command("taste", ("t",), "Taste", "Who grades as you do, and what you should like"),
    Command("blind", ("H",), "Blind mode", "Hide or show the grades of reviews you have not read"),
    Command("undo", ("u",), "Undo", "Take back the last mark, grade, merge or split; again, the one before"),
    Command("write_on", ("ctrl+r",), "Write on", "Go on with the reply you wrote last and did not send"),
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
    Command("comments", ("c",), "Comments", "Show the comments under the review", Place.LIST, footer=True),
    Command("regrade", ("e",), "Correct", "Correct the grade", Place.LIST),
    Command("browse", ("o",), "Browser", "Open the review's page in the browser", Place.LIST),
    Command("copy_link", ("y",), "Copy link", "Copy the review's address", Place.LIST),
    Command("work", ("equals_sign",), "Work", "What all critics say of this work", Place.LIST),
    Command("my_grade", ("m",), "My grade", "Give the work your own grade", Place.LIST),
    Command("reveal_grade", ("V",), "Show grade", "Show the grade that blind mode hides", Place.LIST),
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
    Command("comments", ("c",), "Comments", "Show the comments under the review", Place.READING, footer=True),
    Command("regrade", ("e",), "Correct", "Correct the grade", Place.READING),
    Command("work", ("equals_sign",), "Work", "What all critics say of this work", Place.READING),
    Command("my_grade", ("m",), "My grade", "Give the work your own grade", Place.READING),
    Command("reveal_grade", ("V",), "Show grade", "Show the grade that blind mode hides", Place.READING),
    Command("reveal", ("v",), "Spoilers", "Show or hide spoilers", Place.READING),
    Command("full_text", ("x",), "Full text", "Fetch the full text and the grade from its page", Place.READING),
    Command("zen", ("z",), "Zen", "Only the text: hide header and footer", Place.READING),
    Command("back", ("q", "h", "left", "escape"), "Back", "Go back to the list", Place.READING, footer=True),
    Command("open", ("enter", "l", "right"), "Open", "Open the page of the selected work", Place.WORKS, footer=True),
    Command("next_choice", ("tab",), "Choice", "The next choice: divisive, loved by all …", Place.WORKS, footer=True),
    Command("previous_choice", ("shift+tab",), "Choice back", "The choice before", Place.WORKS),
    Command("search", ("slash",), "Filter", "Filter by words, or the query language", Place.WORKS, footer=True),
    Command("clear_filter", ("ctrl+f",), "Clear", "Show all works again", Place.WORKS),
    Command("sort", ("S",), "Sort", "Change the order of the works", Place.WORKS, footer=True),
    Command("my_grade", ("m",), "My grade", "Give the work your own grade", Place.WORKS, footer=True),
    Command("seen", ("w",), "Seen", "Say that you have seen it, or take that back", Place.WORKS),
    Command("wanted", ("W",), "Watchlist", "Put it on your watchlist, or take it off", Place.WORKS),
    Command("down", ("j", "down"), "Down", "Move down", Place.WORKS),
    Command("up", ("k", "up"), "Up", "Move up", Place.WORKS),
    Command("first", ("g", "home"), "First", "Go to the first work", Place.WORKS),
    Command("last", ("G", "end"), "Last", "Go to the last work", Place.WORKS),
    Command("page_down", ("space", "pagedown"), "Page down", "Move a page down", Place.WORKS),
    Command("page_up", ("b", "pageup"), "Page up", "Move a page up", Place.WORKS),
    Command("half_down", ("ctrl+d",), "Half down", "Move half a page down", Place.WORKS),
    Command("half_up", ("ctrl+u",), "Half up", "Move half a page up", Place.WORKS),
    Command("back", ("q", "h", "left", "escape"), "Back", "Go back to the reviews", Place.WORKS),
    Command(
        "open", ("enter",), "Open", "Open what is under the cursor: exactly those reviews", Place.SHEET, footer=True
    ),
    Command("down", ("j", "down"), "Down", "Go down to the next bar, cell or line", Place.SHEET),
    Command("up", ("k", "up"), "Up", "Go up", Place.SHEET),
    Command("left", ("h", "left"), "Left", "Go to the left", Place.SHEET),
    Command("right", ("l", "right"), "Right", "Go to the right", Place.SHEET),
    Command("section", ("tab",), "Section", "Go to the next section", Place.SHEET, footer=True),
    Command("first", ("g", "home"), "Top", "Go to the top", Place.SHEET),
    Command("last", ("G", "end"), "Bottom", "Go to the bottom", Place.SHEET),
    Command("page_down", ("space", "pagedown"), "Page down", "Scroll a page down", Place.SHEET),
    Command("page_up", ("b", "pageup"), "Page up", "Scroll a page up", Place.SHEET),
    Command("half_down", ("ctrl+d",), "Half down", "Scroll half a page down", Place.SHEET),
    Command("half_up", ("ctrl+u",), "Half up", "Scroll half a page up", Place.SHEET),
    Command("back", ("q", "escape"), "Back", "Go back", Place.SHEET, footer=True),
    Command("search", ("slash",), "Filter", "Count only some reviews: the query language", Place.GRADES, footer=True),
    Command("clear_filter", ("ctrl+f",), "Clear", "Count every review again", Place.GRADES),
    Command("my_grade", ("m",), "My grade", "Give it your own grade, in any notation", Place.WORK, footer=True),
    Command("seen", ("w",), "Seen", "Say that you have seen it, or take that back", Place.WORK, footer=True),
    Command("wanted", ("W",), "Watchlist", "Put it on your watchlist, or take it off", Place.WORK),
    Command(
        "beside",
        ("vertical_line",),
        "Side by side",
        "Choose a review, then another: both side by side",
        Place.WORK,
        footer=True,
    ),
    Command("all_reviews", ("equals_sign",), "List", "Show its reviews in the review list", Place.WORK),
    Command("browse", ("o",), "Browser", "Open the selected review's page in the browser", Place.WORK),
    Command("copy_link", ("y",), "Copy link", "Copy the selected review's address", Place.WORK),
    Command("reveal_grade", ("V",), "Show grades", "Show the grades that blind mode hides", Place.WORK),
    Command("merge", ("M",), "Merge", "Say that another title is the same work", Place.WORK),
    Command("split", ("X",), "Split", "Make the selected title a work of its own again", Place.WORK),
    Command("my_grade", ("m",), "My grade", "Give the selected work your own grade", Place.TASTE, footer=True),
    Command("switch_pane", ("tab",), "Other", "Go to the other review", Place.BESIDE, footer=True),
    Command("scroll_down", ("j", "down"), "Down", "Scroll down a line", Place.BESIDE),
    Command("scroll_up", ("k", "up"), "Up", "Scroll up a line", Place.BESIDE),
    Command("scroll_home", ("g", "home"), "Top", "Go to the top", Place.BESIDE),
    Command("scroll_end", ("G", "end"), "Bottom", "Go to the bottom", Place.BESIDE),
    Command("page_down", ("space", "pagedown"), "Page down", "Scroll a page down", Place.BESIDE),
    Command("page_up", ("b", "pageup"), "Page up", "Scroll a page up", Place.BESIDE),
    Command("half_down", ("ctrl+d",), "Half down", "Scroll half a page down", Place.BESIDE),
    Command("half_up", ("ctrl+u",), "Half up", "Scroll half a page up", Place.BESIDE),
    Command("back", ("q", "h", "left", "escape"), "Back", "Go back to the work", Place.BESIDE, footer=True),
    Command("profile", ("p",), "Profile", "Show how this critic grades", Place.CRITICS, footer=True),
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
    Command("pause", ("P",), "Pause", "Leave this critic's feed alone, or visit it again", Place.CRITICS, footer=True),
    Command("edit_critic", ("e",), "Edit", "Change name, tags and how often it is visited", Place.CRITICS, footer=True),
    Command("move_feed", ("M",), "Move", "Take the address suggested for a feed that fails", Place.CRITICS),
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
    *(Command(*verb[:4], Place.COMMENTS, verb.footer) for verb in IN_A_THREAD),
    *(Command(*verb[:4], Place.REPLY, verb.footer) for verb in WRITING),
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
    "vertical_line": "|", "shift+tab": "⇧Tab",
    "f2": "F2", "f8": "F8",
    "minus": "-", "plus": "+",
    "left_square_bracket": "[", "right_square_bracket": "]", "left_curly_bracket": "{", "right_curly_bracket": "}",
    "less_than_sign": "<", "greater_than_sign": ">",
}  # fmt: skip


def key_name(key: str) -> str:
    """Return a key as readers know it: `^P` for `ctrl+p`, `?` for `question_mark`."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+").upper()
    return _NAMES.get(key, key)
