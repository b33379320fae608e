"""The order of a list: which review stands before and after which, and which of them are unread."""

from array import array
from collections.abc import Collection, Iterable
from dataclasses import field

from tui.model.record import record


@record(frozen=True, slots=True)
class Order:
    """A snapshot of a list: every id in it, in order. 100,000 ids are 0.9 MB, and each question is answered in C."""

    ids: "array[int]" = field(default_factory=lambda: array("q"))
    """Review ids, first line first; never changed in place."""
    unread: bytes = b""
    """One byte a line, 1 where the review is unread; empty when that is not known yet."""

    def __len__(self) -> int:
        return len(self.ids)

    def position(self, review_id: int, near: int = 0) -> int | None:
        """Return the 0-based line of a review, None when it is not in the list; `near` is where it likely is."""
        if 0 <= near < len(self.ids) and self.ids[near] == review_id:
            return near
        try:
            return self.ids.index(review_id)
        except ValueError:
            return None

    def at(self, position: int) -> int | None:
        """Return the id on a line, None outside the list."""
        return self.ids[position] if 0 <= position < len(self.ids) else None

    def next(self, review_id: int) -> int | None:
        """Return the id on the line after, None at the end."""
        here = self.position(review_id)
        return None if here is None else self.at(here + 1)

    def previous(self, review_id: int) -> int | None:
        """Return the id on the line before, None at the start."""
        here = self.position(review_id)
        return None if here is None else self.at(here - 1)

    def unread_after(self, position: int) -> int | None:
        """Return the line of the next unread review below `position`; -1 asks from the top."""
        found = self.unread.find(1, max(0, position + 1))
        return None if found < 0 else found

    def unread_before(self, position: int) -> int | None:
        """Return the line of the nearest unread review above `position`."""
        found = self.unread.rfind(1, 0, max(0, position))
        return None if found < 0 else found

    def next_unread(self, review_id: int) -> int | None:
        """Return the id of the next unread review below this one."""
        here = self.position(review_id)
        found = None if here is None else self.unread_after(here)
        return None if found is None else self.ids[found]

    def previous_unread(self, review_id: int) -> int | None:
        """Return the id of the nearest unread review above this one."""
        here = self.position(review_id)
        found = None if here is None else self.unread_before(here)
        return None if found is None else self.ids[found]

    def marked(self, review_ids: Iterable[int], *, read: bool) -> "Order":
        """Return the same order with these reviews read or unread; ids outside it are passed over."""
        if not self.unread:
            return self
        flags = bytearray(self.unread)
        wanted = set(review_ids)
        if len(wanted) <= 8:
            lines = [line for line in map(self.position, wanted) if line is not None]
        else:
            lines = [line for line, review_id in enumerate(self.ids) if review_id in wanted]
        for line in lines:
            flags[line] = not read
        return Order(self.ids, bytes(flags))


def keeping(new: Order, old: Order, keep: Collection[int]) -> Order:
    """Return `new` with those of `keep` put back that it lost, each after the review it stood behind in `old`.

    A list of unread reviews read anew would drop what was read a moment ago, under the reader's eyes.
    """
    there = set(new.ids)
    if there.issuperset(keep):
        return new
    behind: dict[int | None, list[int]] = {}
    last: int | None = None
    for review_id in old.ids:
        if review_id in there:
            last = review_id
        elif review_id in keep:
            behind.setdefault(last, []).append(review_id)
    if not behind:
        return new
    ids, flags = array("q", behind.get(None, ())), bytearray(len(behind.get(None, ())))
    for line, review_id in enumerate(new.ids):
        lost = behind.get(review_id, ())
        ids.extend((review_id, *lost))
        flags.extend((new.unread[line] if new.unread else 0, *bytes(len(lost))))
    return Order(ids, bytes(flags))
