"""What is marked in a thread, for the screen that shows one: words searched for, or one author. n and p go by it."""

from abc import abstractmethod
from collections.abc import Callable

from textual import on

from tui.app.screens.comments.moves import ThreadMoves
from tui.app.widgets.find_line import FindLine
from tui.model.comment import Comment

_ENDS = "n p go through them · Esc ends"


class Finding(ThreadMoves):
    """Actions of the registry's searching verbs."""

    @property
    @abstractmethod
    def line(self) -> FindLine:
        """The line that says what is marked."""

    @property
    def wanted(self) -> Callable[[Comment], bool]:
        """What is true for what is marked; while nothing is, for what is new. It is asked of thousands."""
        view = self.view
        if view.found:
            found, small = view.found, self._small_letters()
            return lambda comment: found in small[comment.id]
        if view.author is not None:
            author = view.author
            return lambda comment: comment.author == author
        return view.thread.is_new

    @property
    def nothing_wanted(self) -> str:
        return "Nothing marked" if self.marking else "No new comment"

    @property
    def marking(self) -> bool:
        """Whether anything is marked."""
        return bool(self.view.found) or self.view.author is not None

    def action_search(self) -> None:
        self._began = self.view.cursor
        self.view.mark()
        self.line.ask()

    def action_same_author(self) -> None:
        """Mark what the author of the selected comment wrote; the same author again: no more."""
        selected = self.view.selected
        if selected is None:
            return
        self.view.mark(author=None if self.view.author == selected.author else selected.author)
        self.show_marked()

    def end_marking(self) -> bool:
        """Mark nothing more; False when nothing was."""
        had = self.marking or self.line.has_class("-typing")
        self.view.mark()
        self.show_marked()
        self.view.focus()
        return had

    def show_marked(self) -> None:
        """Say what is marked, and how often."""
        found, author = self.view.found, self.view.author
        many = sum(map(self.wanted, self.view.thread.comments)) if self.marking else 0
        comments = f"{many:,} comment{'' if many == 1 else 's'}"
        words = f"“{found}” in {comments} · {_ENDS}" if found else ""
        if author is not None:
            words = f"{comments} by {author or 'somebody without a name'} · {_ENDS}"
        self.line.say(words, typing=False)

    def _small_letters(self) -> dict[str, str]:
        """Return name and text of each comment in small letters, by its id: made once for a thread, not for a key."""
        comments = self.view.thread.comments
        if self._small[0] is not comments:
            self._small = comments, {each.id: f"{each.author}\n{each.text}".lower() for each in comments}
        return self._small[1]

    @on(FindLine.Typed)
    def find(self, event: FindLine.Typed) -> None:
        """Go to the first comment from where the search began that has these words."""
        self.view.mark(found=event.words.lower())
        if event.words:
            outline = self.view.outline
            place = outline.after(self._began - 1, self.wanted)
            place = outline.after(-1, self.wanted) if place is None else place
            if place is not None:
                self.view.go_to(place)

    @on(FindLine.Entered)
    def found(self) -> None:
        """Leave the typing; what was found stays marked."""
        self.show_marked()
        self.view.focus()

    _began = 0
    """Where the search began."""
    _small: tuple[tuple[Comment, ...], dict[str, str]] = ((), {})
