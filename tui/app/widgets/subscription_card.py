"""What there is to say of one subscription: its health first, then where it is, what it brings and when it is next."""

from datetime import datetime

from textual.content import Content

from tui.app.widgets.ages import age
from tui.app.widgets.cells import steady
from tui.app.widgets.reports import every_in_words, in_words
from tui.model.critic import CriticStanding, fails, posts_a_month


def card(standing: CriticStanding, now: datetime) -> Content:
    """Return everything, a line each; addresses and reasons are never markup."""
    critic, last = standing.critic, standing.last
    title = Content.assemble((critic.name, "bold"), Content("".join(f"  #{tag}" for tag in critic.tags)))
    visit = f"{_ago(last.at, now)}: {in_words(last)}" if last else "never; r visits it now"
    lines = [
        title,
        *_trouble(standing, now),
        _line("Feed", critic.feed_url),
        _line("Site", critic.site_url or "not known"),
        _line("Posts", _posts(standing, now)),
        *([] if fails(standing) else [_line("Visit", visit)]),
        _line("Next", next_visit(standing, now)),
    ]
    if last is not None and last.kind != "failed" and last.reason:
        lines.insert(-1, _line("Note", " ".join(filter(None, (f"{last.reason}.", last.next_step)))))
    return Content("\n").join(lines)


def short_card(standing: CriticStanding, now: datetime) -> Content:
    """Return what a small window has room for: why a feed fails and what to do; nothing while all is well."""
    return Content("\n").join(_trouble(standing, now))


def next_visit(standing: CriticStanding, now: datetime) -> str:
    """Return when a feed is visited next, and why then."""
    critic, state = standing.critic, standing.state
    if state.held_until and now < state.held_until:
        return f"not before {state.held_until:%d %b %H:%M} UTC: its server asked for that"
    if critic.paused:
        return "paused; P takes it up again"
    if state.gone:
        return "none: the feed is gone for good; r asks once more"
    why = "the pause grows with each failure" if state.failures else every_in_words(critic.every)
    return f"{coming(standing, now, 'in ')}, {why}"


def coming(standing: CriticStanding, now: datetime, before: str = "") -> str:
    """Return the time until the next visit in at most four cells: `now`, `4h`; `-` for none."""
    due = standing.state.due
    if standing.critic.paused or standing.state.gone:
        return "-"
    left = age(now, due) if due else "now"
    return left if left == "now" else f"{before}{left}"


def size_in_words(size: int) -> str:
    """Return `84 kB`, `1.2 MB`."""
    return f"{size / 1_000_000:,.1f} MB" if size >= 1_000_000 else f"{size / 1_000:,.0f} kB"


def _trouble(standing: CriticStanding, now: datetime) -> list[Content]:
    last = standing.last
    if last is None or not fails(standing):
        return []
    often = f", {standing.state.failures} times in a row" if standing.state.failures > 1 else ""
    lines = [Content.assemble("Failed  ", (f"{steady(last.reason)} ({_ago(last.at, now)}{often})", "$text-error"))]
    return lines + [Content.assemble("Do      ", (steady(last.next_step), "bold"))] * bool(last.next_step)


def _posts(standing: CriticStanding, now: datetime) -> str:
    parts = [f"{standing.reviews:,} here, {standing.unread:,} unread, {standing.graded:,} graded"]
    parts.append(f"newest {_ago(standing.newest, now)}" if standing.newest else "nothing yet")
    if often := posts_a_month(standing.state):
        parts.append(f"about {often:.0f} a month" if often >= 2 else f"about {often:.1g} a month")
    return " · ".join(parts)


def _line(label: str, words: str) -> Content:
    return Content(f"{label:8}{words}")


def _ago(then: datetime | None, now: datetime) -> str:
    when = age(then, now)
    return when if when in ("", "now") else f"{when} ago"
