"""Searches kept under a name; and the names that can stand in one."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3

from tui.model.errors import UnknownSearch, WrongUse
from tui.model.query_completion import Of
from tui.model.saved import SavedSearch
from tui.model.text import field
from tui.store.folding import LAST, folded, title_key

MOST = 200
"""Kept searches; each is counted whenever marks change."""
_NAMES: dict[Of, tuple[str, str]] = {
    "critic": ("critic.name", "critic WHERE NOT critic.ended AND critic.folded"),
    "work": ("work.title", "work WHERE work.key"),
    "director": ("director.folded", "director WHERE director.folded"),
    "tag": (
        "tags.name",
        "(SELECT tag AS name, folded FROM critic_tag UNION ALL SELECT folded, folded FROM category) AS tags"
        " WHERE tags.folded",
    ),
}


def every(connection: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """Return them in the order they were made."""
    rows = connection.execute("SELECT id, name, query FROM saved_search ORDER BY id")
    return tuple(SavedSearch(*row) for row in rows)


def find(connection: sqlite3.Connection, name: str) -> SavedSearch:
    """Return the one of this name, however its case and accents are written."""
    row = connection.execute(
        "SELECT id, name, query FROM saved_search WHERE folded = ?", (folded(field(name)),)
    ).fetchone()
    if row is None:
        names = ", ".join(each.name for each in every(connection)[:8])
        raise UnknownSearch(f"No search is kept as “{name}”", f"Kept: {names}" if names else "In the app, w keeps one")
    return SavedSearch(*row)


def keep(connection: sqlite3.Connection, name: str, text: str, own: int | None) -> SavedSearch:
    """Keep a search, in the place of number `own` if that is given; no two have one name."""
    title = field(name, 60)
    if not title:
        raise WrongUse("A list needs a name", "Type one")
    taken = connection.execute(
        "SELECT name FROM saved_search WHERE folded = ? AND id IS NOT ?", (folded(title), own)
    ).fetchone()
    if taken:
        raise WrongUse(f"There is a list “{taken[0]}” already", "Choose another name")
    if own is None and connection.execute("SELECT count(*) FROM saved_search").fetchone()[0] >= MOST:
        raise WrongUse(f"There are {MOST} lists already", "Remove one first")
    row = connection.execute(
        "INSERT INTO saved_search (id, name, folded, query) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded, query = excluded.query"
        " RETURNING id",
        (own, title, folded(title), text),
    ).fetchone()
    return SavedSearch(row[0], title, text)


def remove(connection: sqlite3.Connection, search_id: int) -> None:
    """Forget one; nothing if it is gone already."""
    connection.execute("DELETE FROM saved_search WHERE id = ?", (search_id,))


def names(connection: sqlite3.Connection, of: Of, begin: str, limit: int) -> tuple[str, ...]:
    """Return names that begin so, then those in which a later word does, each group from A to Z."""
    name, source = _NAMES[of]
    key = title_key(begin) if of == "work" else folded(begin)
    order = source.rsplit(" ", 1)[1]
    # The first asks a range of the column's index, the second looks at all; it is asked only for what is left over.
    first = f"SELECT min({name}) FROM {source} BETWEEN ? AND ? GROUP BY {order} ORDER BY {order} LIMIT ?"
    found = dict.fromkeys(row[0] for row in connection.execute(first, (key, key + LAST, limit)))
    if key and len(found) < limit:
        later = f"SELECT min({name}) FROM {source} LIKE ? ESCAPE '\\' GROUP BY {order} ORDER BY {order} LIMIT ?"
        pattern = key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        found.update(dict.fromkeys(row[0] for row in connection.execute(later, (f"% {pattern}%", limit))))
    return tuple(found)[:limit]
