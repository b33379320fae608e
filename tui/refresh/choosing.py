"""Whose feeds are visited now, and who has to wait (pure)."""

from collections.abc import Iterable
from datetime import datetime
from enum import Enum, auto

from tui.model.critic import Critic, CriticStanding, FeedState
from tui.model.record import record


class Wish(Enum):
    """Who asks for a refresh."""

    NOW = auto()
    """The reader, for everybody: all but who is paused, gone, or wants to be left alone."""
    NAMED = auto()
    """The reader, for these: even who is paused or gone."""
    DUE = auto()
    """The clock: who is due, and nobody else."""


@record(frozen=True, slots=True)
class Waiting:
    """A critic who is not visited now."""

    critic: Critic
    reason: str
    """In words, to follow the name: `is paused`."""


@record(frozen=True, slots=True)
class Choice:
    """Who is visited, and who is not although the reader asked."""

    visit: tuple[Critic, ...]
    waiting: tuple[Waiting, ...] = ()


def choose(standings: Iterable[CriticStanding], wish: Wish, now: datetime) -> Choice:
    """Return whose feeds to visit. Nobody's wish goes before a server's `Retry-After`."""
    visit: list[Critic] = []
    waiting: list[Waiting] = []
    for each in standings:
        reason = _why_not(each.critic, each.state, wish, now)
        if not reason:
            visit.append(each.critic)
        elif reason != _NOT_DUE:
            waiting.append(Waiting(each.critic, reason))
    return Choice(tuple(visit), tuple(waiting))


_NOT_DUE = "is not due"


def _why_not(critic: Critic, state: FeedState, wish: Wish, now: datetime) -> str:
    if state.held_until and now < state.held_until:
        return f"asked to be left alone until {state.held_until:%d %b %H:%M} UTC"
    if wish is Wish.NAMED:
        return ""
    if critic.paused:
        return "is paused"
    if state.gone:
        return "is gone for good, by its own word"
    return _NOT_DUE if wish is Wish.DUE and state.due and now < state.due else ""
