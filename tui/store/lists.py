"""Lists of subscriptions the library follows: whom they named, who comes and who goes."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from tui.model.errors import AlreadySubscribed
from tui.model.followed import Followed, Member, Named
from tui.store import addresses, critics
from tui.store.values import a_moment, moment, seconds


def every(connection: sqlite3.Connection) -> tuple[Followed, ...]:
    """Return every list that is followed, by address."""
    rows = connection.execute(
        "SELECT id, url, name, added, checked, reason, etag, last_modified, (SELECT count(*) FROM list_member"
        " JOIN critic ON critic.id = critic_id WHERE list_id = list.id AND NOT ended) FROM list ORDER BY url"
    )
    return tuple(
        Followed(id, url, name, a_moment(added), moment(checked), *rest)
        for id, url, name, added, checked, *rest in rows
    )


def begin(connection: sqlite3.Connection, url: str, now: datetime) -> None:
    """Follow a list, unless it is."""
    connection.execute("INSERT OR IGNORE INTO list (url, name, added) VALUES (?, ?, ?)", (url, url, seconds(now)))


def end(connection: sqlite3.Connection, url: str) -> bool:
    """Follow a list no longer; its critics stay. False for one that was not followed."""
    return connection.execute("DELETE FROM list WHERE url = ?", (url,)).rowcount > 0


def note(
    connection: sqlite3.Connection,
    list_id: int,
    *,
    name: str,
    etag: str,
    last_modified: str,
    reason: str,
    now: datetime,
) -> None:
    """Write down a look at a list; after one that failed the next asks the same."""
    connection.execute(
        "UPDATE list SET checked = ?, reason = ?, name = CASE ?3 WHEN '' THEN name ELSE ?3 END,"
        " etag = ?4, last_modified = ?5 WHERE id = ?6",
        (seconds(now), reason, name, etag, last_modified, list_id),
    )


def members(connection: sqlite3.Connection, list_id: int) -> dict[str, Member]:
    """Return whom a list named, by the feed's address; a subscription that ended is None."""
    rows = connection.execute(
        "SELECT list_member.address, critic.id, brought FROM list_member"
        " LEFT JOIN critic ON critic.id = critic_id AND NOT ended WHERE list_id = ?",
        (list_id,),
    )
    return {address: Member(critic, bool(brought)) for address, critic, brought in rows}


def come(connection: sqlite3.Connection, list_id: int, named: Iterable[Named], now: datetime) -> list[str]:
    """Subscribe to these; return the names of those who were not subscribed to before."""
    new: list[str] = []
    for one in named:
        address = addresses.same(one.feed_url)
        member: int | None
        try:
            critic = critics.subscribe(connection, one.feed_url, one.name, one.site_url, one.tags, False, now)
            member, brought = critic.id, True
            new.append(critic.name)
        except AlreadySubscribed:
            row = connection.execute("SELECT id FROM critic WHERE address = ? AND NOT ended", (address,)).fetchone()
            # Another list may have brought them: then both must let them go. One the reader chose stays.
            member = row[0] if row else None
            brought = bool(row) and _is_brought(connection, row[0])
        connection.execute("REPLACE INTO list_member VALUES (?, ?, ?, ?)", (list_id, address, member, brought))
    return new


def go(connection: sqlite3.Connection, list_id: int, gone: Iterable[str]) -> list[str]:
    """End the subscriptions a list brought and no longer names, unless another list does; return their names.

    What is starred stays, as when a reader ends one.
    """
    ended: list[str] = []
    for address in gone:
        row = connection.execute(
            "DELETE FROM list_member WHERE list_id = ? AND address = ? RETURNING critic_id, brought", (list_id, address)
        ).fetchone()
        if not row or row[0] is None or not row[1] or _is_brought(connection, row[0]):
            continue
        name = connection.execute("SELECT name FROM critic WHERE id = ? AND NOT ended", (row[0],)).fetchone()
        if name:
            critics.unsubscribe(connection, row[0])
            ended.append(name[0])
    return ended


def _is_brought(connection: sqlite3.Connection, critic_id: int) -> bool:
    row = connection.execute("SELECT 1 FROM list_member WHERE critic_id = ? AND brought", (critic_id,)).fetchone()
    return row is not None
