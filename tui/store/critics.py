"""Subscriptions: finding, beginning, ending, and how each one stands."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import difflib
import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from tui.model.critic import Critic, CriticStanding
from tui.model.errors import AlreadySubscribed, UnknownCritic, WrongUse
from tui.model.outcome import FeedOutcome
from tui.model.paging import UNRULED
from tui.model.text import field
from tui.store import addresses, feed_states, paging, search_index, works
from tui.store.folding import folded
from tui.store.values import moment, outcome_of, seconds
from tui.web.address import without_secrets

_CRITIC = (
    "SELECT critic.id, critic.name, critic.feed_url, critic.site_url, critic.added, critic.paused, critic.every,"
    " (SELECT group_concat(tag, char(10)) FROM"
    "  (SELECT tag FROM critic_tag WHERE critic_id = critic.id ORDER BY position)) FROM critic"
)
_VISIT = (
    "SELECT critic.id, critic.name, kind, at, seconds, new, changed, reason, next_step, moved_to"
    " FROM visit JOIN critic ON critic.id = visit.critic_id"
)


def standings(connection: sqlite3.Connection) -> tuple[CriticStanding, ...]:
    """Return every subscription with its counts and last visit, by name."""
    counts = {
        row[0]: row[1:]
        for row in connection.execute(
            "SELECT critic_id, sum(reviews), sum(reviews * (read = 0)), sum(reviews * (bar <> ''))"
            " FROM tally GROUP BY critic_id"
        )
    }
    newest = dict(
        connection.execute("SELECT id, (SELECT max(published) FROM review WHERE critic_id = critic.id) FROM critic")
    )
    last = {
        row[0]: outcome_of(row)
        for row in connection.execute(
            f"{_VISIT} WHERE visit.id = (SELECT max(id) FROM visit WHERE critic_id = critic.id)"
        )
    }
    pages, states = paging.rules(connection), feed_states.states(connection)

    def standing(critic: Critic) -> CriticStanding:
        reviews, unread, graded = counts.get(critic.id, (0, 0, 0))
        rule = pages.get(critic.id, UNRULED)
        return CriticStanding(
            critic, reviews, unread, graded, moment(newest[critic.id]), last.get(critic.id), rule, states[critic.id]
        )

    return tuple(map(standing, subscribed(connection)))


def subscribed(connection: sqlite3.Connection) -> tuple[Critic, ...]:
    """Return every subscription, by name."""
    rows = connection.execute(f"{_CRITIC} WHERE NOT ended ORDER BY critic.folded")
    return tuple(map(_critic, rows))


def find(connection: sqlite3.Connection, key: str) -> Critic:
    """Return whom a number, a name, the beginning of only one name, or an address of feed or site means."""
    everyone = subscribed(connection)
    key = field(key)
    name, address = folded(key), addresses.same(key)
    for fits in (
        lambda critic: f"#{critic.id}" == key,
        lambda critic: critic.name == key,
        lambda critic: folded(critic.name) == name,
        lambda critic: str(critic.id) == key,
        lambda critic: addresses.same(critic.feed_url) == address,
        lambda critic: critic.site_url and addresses.same(critic.site_url) == address,
        lambda critic: addresses.same(critic.feed_url).partition("/")[0] == address,
        lambda critic: name and folded(critic.name).startswith(name),
    ):
        found = [critic for critic in everyone if fits(critic)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownCritic(f"“{key}” could be {_listed(found)}", "Give the number or more of the name")
    raise _unknown(key, everyone)


def subscribe(
    connection: sqlite3.Connection,
    feed_url: str,
    name: str,
    site_url: str,
    tags: tuple[str, ...],
    by_hand: bool,
    now: datetime,
    came_from: str = "",
) -> Critic:
    """Begin a subscription; one that ended and left starred reviews is taken up again, number and all.

    A password in the address is not kept: the library is a file that anybody may copy.
    """
    feed_url = without_secrets(feed_url)
    address = addresses.same(feed_url)
    if same := _subscribed_at(connection, {address, addresses.same(came_from or feed_url)}):
        raise AlreadySubscribed(f"{same[0]} is already subscribed, at {same[1]}", "Refresh to see what is new")
    row = connection.execute("SELECT id, name, ended FROM critic WHERE address = ?", (address,)).fetchone()
    own = row[0] if row else None
    title = _free(connection, name, own, by_hand)
    critic_id = connection.execute(
        "INSERT INTO critic (id, name, folded, feed_url, address, site_url, added) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded, feed_url = excluded.feed_url,"
        " site_url = excluded.site_url, added = excluded.added, ended = 0, paused = 0, every = NULL"
        " RETURNING id",
        (own, title, folded(title), feed_url, address, site_url, seconds(now)),
    ).fetchone()[0]
    keep_tags(connection, critic_id, tags)
    return by_number(connection, critic_id)


def keep_tags(connection: sqlite3.Connection, critic_id: int, tags: Sequence[str]) -> None:
    """Put these tags in the place of a critic's."""
    connection.execute("DELETE FROM critic_tag WHERE critic_id = ?", (critic_id,))
    connection.executemany(
        "INSERT INTO critic_tag (critic_id, position, tag, folded) VALUES (?, ?, ?, ?)",
        [(critic_id, at, field(tag), folded(tag)) for at, tag in enumerate(tags)],
    )


def rename(connection: sqlite3.Connection, critic_id: int, name: str) -> None:
    """Call a critic otherwise."""
    by_number(connection, critic_id)
    title = _free(connection, name, critic_id, True)
    connection.execute("UPDATE critic SET name = ?, folded = ? WHERE id = ?", (title, folded(title), critic_id))


def unsubscribe(connection: sqlite3.Connection, critic_id: int) -> tuple[int, int]:
    """End a subscription; return how many reviews went and how many stay because they are starred."""
    critic = by_number(connection, critic_id)
    gone = [
        row[0] for row in connection.execute("SELECT id FROM review WHERE critic_id = ? AND NOT starred", (critic_id,))
    ]
    for review_id in gone:
        search_index.forget(connection, review_id)
    connection.execute("DELETE FROM review WHERE critic_id = ? AND NOT starred", (critic_id,))
    kept: int = connection.execute("SELECT count(*) FROM review WHERE critic_id = ?", (critic_id,)).fetchone()[0]
    if kept:
        for table in ("feed", "visit", "critic_tag", "page_rule", "archive"):
            connection.execute(f"DELETE FROM {table} WHERE critic_id = ?", (critic_id,))
        connection.execute("UPDATE critic SET ended = 1 WHERE id = ?", (critic.id,))
    else:
        connection.execute("DELETE FROM critic WHERE id = ?", (critic_id,))
    works.clear(connection)
    return len(gone), kept


def move(connection: sqlite3.Connection, critic_id: int, feed_url: str) -> None:
    """Note that a feed has a new address for good; refused when another critic is subscribed at it."""
    by_number(connection, critic_id)
    feed_url = without_secrets(feed_url)
    address = addresses.same(feed_url)
    row = connection.execute(
        "SELECT id, name, ended FROM critic WHERE address = ? AND id <> ?", (address, critic_id)
    ).fetchone()
    if row and not row[2]:
        raise AlreadySubscribed(f"The feed moved to {feed_url}, where {row[1]} is subscribed", "Remove one of the two")
    if row:
        connection.execute("UPDATE critic SET address = 'ended:' || id WHERE id = ?", (row[0],))
    connection.execute("UPDATE critic SET feed_url = ?, address = ? WHERE id = ?", (feed_url, address, critic_id))


def outcomes(connection: sqlite3.Connection, critic_id: int | None, limit: int) -> tuple[FeedOutcome, ...]:
    """Return the log of visits, newest first; of one critic or of all."""
    if critic_id is None:
        rows = connection.execute(f"{_VISIT} ORDER BY visit.id DESC LIMIT ?", (limit,))
    else:
        rows = connection.execute(f"{_VISIT} WHERE critic_id = ? ORDER BY visit.id DESC LIMIT ?", (critic_id, limit))
    return tuple(map(outcome_of, rows))


def by_number(connection: sqlite3.Connection, critic_id: int) -> Critic:
    """Return the subscription of this number."""
    row = connection.execute(f"{_CRITIC} WHERE critic.id = ? AND NOT ended", (critic_id,)).fetchone()
    if row is None:
        raise _unknown(str(critic_id), subscribed(connection))
    return _critic(row)


def _subscribed_at(connection: sqlite3.Connection, places: set[str]) -> tuple[str, str] | None:
    """Return name and address of a critic whose feed is at one of these places, or was found there by redirects."""
    for place in sorted(places):
        # Two statements, an index each: with OR every subscription of a long list would read all before it.
        for where in ("address = ?", "id IN (SELECT critic_id FROM feed WHERE arrived_at = ?)"):
            row = connection.execute(
                f"SELECT name, feed_url FROM critic WHERE {where} AND NOT ended", (place,)
            ).fetchone()
            if row:
                return str(row[0]), str(row[1])
    return None


def _critic(row: tuple[int, str, str, str, int, int, int | None, str | None]) -> Critic:
    id, name, feed_url, site_url, added, paused, every, tags = row
    often = None if every is None else timedelta(seconds=every)
    return Critic(
        id, name, feed_url, site_url, tuple(tags.split("\n")) if tags else (), moment(added), bool(paused), often
    )


def _free(connection: sqlite3.Connection, name: str, own: int | None, by_hand: bool) -> str:
    """Return the name, with a number behind it when someone has it already."""
    wanted = field(name, 200) or "Unnamed critic"

    def taken(title: str) -> bool:
        row = connection.execute("SELECT id FROM critic WHERE folded = ?", (folded(title),)).fetchone()
        return row is not None and row[0] != own

    if not taken(wanted):
        return wanted
    if by_hand:
        raise WrongUse(f"Another critic is called {wanted} already", "Choose another name")
    return f"{wanted} ({_first_free(lambda number: taken(f'{wanted} ({number})'))})"


def _first_free(taken: Callable[[int], bool]) -> int:
    """Return a number from 2 on that is free, the lowest where there are no gaps: by doubling, then by halving."""
    most = 2
    while taken(most):
        most *= 2
    least = most // 2 + 1 if most > 2 else 2
    while least < most:
        middle = (least + most) // 2
        least, most = (middle + 1, most) if taken(middle) else (least, middle)
    return most


def _unknown(key: str, everyone: tuple[Critic, ...]) -> UnknownCritic:
    if not everyone:
        return UnknownCritic(f"No critic “{key}”: the library has none yet", "Subscribe with `matinee add ADDRESS`")
    names = {folded(critic.name): critic for critic in everyone}
    near = [names[name] for name in difflib.get_close_matches(folded(key), names, 3, 0.5)]
    near = near or [critic for name, critic in names.items() if key and folded(key) in name][:3]
    hint = f"Did you mean {_listed(near)}?" if near else "See `matinee critics` for who is subscribed"
    return UnknownCritic(f"No critic “{key}”", hint)


def _listed(critics: list[Critic]) -> str:
    shown = [f"{critic.name} (#{critic.id})" for critic in critics[:4]]
    return " or ".join(shown) + (" or others" if len(critics) > 4 else "")
