"""The verbs of the talk under a review: reading a thread, and writing a reply. `commands.py` takes them in."""

from typing import NamedTuple


class Verb(NamedTuple):
    """One verb, in a place that is understood."""

    name: str
    keys: tuple[str, ...]
    label: str
    help: str
    footer: bool = False


IN_A_THREAD = (
    Verb("down", ("j", "down"), "Down", "Go to the next comment; scroll through one longer than the window"),
    Verb("up", ("k", "up"), "Up", "Go to the comment above"),
    Verb("first", ("g", "home"), "First", "Go to the first comment"),
    Verb("last", ("G", "end"), "Last", "Go to the last comment"),
    Verb("page_down", ("space", "pagedown"), "Page down", "Move a page down"),
    Verb("page_up", ("b", "pageup"), "Page up", "Move a page up"),
    Verb("half_down", ("ctrl+d",), "Half down", "Move half a page down"),
    Verb("half_up", ("ctrl+u",), "Half up", "Move half a page up"),
    Verb("fold", ("tab", "enter"), "Fold", "Fold a comment and what is below it, or unfold", footer=True),
    Verb("collapse", ("h", "left"), "Collapse", "Fold what is below a comment; without any, go to its parent"),
    Verb("expand", ("l", "right"), "Expand", "Unfold; unfolded already, go to the first answer"),
    Verb("fold_all", ("Z",), "Fold all", "Fold every answer away, or unfold everything"),
    Verb("shallower", ("minus",), "Less", "Fold one more level of answers away"),
    Verb("deeper", ("plus",), "More", "Show one more level of answers"),
    Verb("parent", ("P",), "Parent", "Go to what this comment answers"),
    Verb("previous_sibling", ("left_square_bracket",), "Sibling up", "Go to the answer before, of the same comment"),
    Verb("next_sibling", ("right_square_bracket",), "Sibling", "Go to the next answer to the same comment"),
    Verb("previous_top", ("left_curly_bracket",), "Top up", "Go to the top of this branch, then to the one before"),
    Verb("next_top", ("right_curly_bracket",), "Next top", "Go to the next comment at the top"),
    Verb(
        "next_new",
        ("n",),
        "Next new",
        "Go to the next new comment; while something is marked, to the next marked",
        footer=True,
    ),
    Verb("previous_new", ("p",), "Previous new", "Go to the previous new comment, or the previous marked"),
    Verb("search", ("slash",), "Search", "Search the thread: words in a text, or a name", footer=True),
    Verb("same_author", ("w",), "Same author", "Mark everything this author wrote here, or no more"),
    Verb(
        "follow", ("1", "2", "3", "4", "5", "6", "7", "8", "9"), "Open link", "Open one of the comment's numbered links"
    ),
    Verb("browse", ("o",), "Browser", "Open the comment's page in the browser", footer=True),
    Verb("copy_link", ("y",), "Copy link", "Copy the comment's address"),
    Verb(
        "reply",
        ("i",),
        "Reply",
        "Answer the comment; on your own one that is not shown yet, see what became of it",
        footer=True,
    ),
    Verb("comment", ("I",), "Comment", "Write a comment on the review itself"),
    Verb("fetch", ("r",), "Fetch", "Fetch the thread anew", footer=True),
    Verb("reveal", ("v",), "Spoilers", "Show or hide spoilers"),
    Verb(
        "review_down",
        ("greater_than_sign",),
        "Review down",
        "Scroll the review beside the thread, where the window is wide",
    ),
    Verb("review_up", ("less_than_sign",), "Review up", "Scroll it up again"),
    Verb("back", ("q", "escape"), "Back", "Go back; Esc first ends a search", footer=True),
)
WRITING = (
    Verb("preview", ("ctrl+s",), "Preview", "See it as the thread would show it, then send it or not", footer=True),
    Verb("editor", ("ctrl+o",), "Editor", "Write it in your own editor ($VISUAL or $EDITOR)", footer=True),
    Verb("quote", ("ctrl+g",), "Quote", "Put in what you answer, as a quote", footer=True),
    Verb("introduce", ("f2",), "Your name", "Say who you are: name, e-mail address, site", footer=True),
    Verb("discard", ("f8",), "Discard", "Throw the draft away"),
    Verb("back", ("escape",), "Leave", "Leave; what you wrote is kept as a draft", footer=True),
)
