"""Which reviews a bar or a cell of a figure stands for: the query it opens counts exactly what the figure does."""

from collections.abc import Sequence
from datetime import UTC, datetime

from tui.model.query import All, AlsoBy, Between, ByCritic, Either, OfWork, Published, Query, Written, quoted
from tui.model.shown import standing_at


def of_work(work_id: int) -> Query:
    """Return the query for a work's reviews, in all its spellings."""
    return Query(OfWork(work_id), f"work:#{work_id}")


def at_bar(critic_id: int | None, bar: str, ground: Query | None = None) -> Query:
    """Return the query of one cell: a critic (None: all) at one of `shown.BARS`, within what was counted."""
    who = Query() if critic_id is None else Query.of_critic(critic_id)
    return (ground or Query()).also(who).also(standing_at({bar}))


def also_graded(critic_id: int, other_id: int) -> Query:
    """Return the query for what two critics wrote of the works both gave a score."""
    parts = tuple(
        All((ByCritic(one), AlsoBy(ByCritic(other)), Between("score", 0.0)))
        for one, other in ((critic_id, other_id), (other_id, critic_id))
    )
    text = (
        f"(critic:#{critic_id} also:#{other_id} grade>=0) OR (critic:#{other_id} also:#{critic_id} grade>=0)"
    )  # fmt: skip
    return Query(Either(parts), text)


def as_written(critic_id: int, spellings: Sequence[str]) -> Query:
    """Return the query for a critic's reviews whose grade is written in one of these ways."""
    parts = tuple(Written(text) for text in spellings)
    text = " OR ".join(f"written:{quoted(each)}" for each in spellings)
    return Query.of_critic(critic_id).also(Query(parts[0] if len(parts) == 1 else Either(parts), text))


def in_year(critic_id: int | None, year: int, ground: Query | None = None) -> Query:
    """Return the query for what a critic (None: all) published in one year, in UTC."""
    who = Query() if critic_id is None else Query.of_critic(critic_id)
    edges = (datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC))
    parts = (Published(since=edges[0]), Published(until=edges[1]))
    span = Query(All(parts), f"after:{year:04}-01-01 before:{year + 1:04}-01-01")
    return (ground or Query()).also(who).also(span)
