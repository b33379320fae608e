"""What an empty list says: why it is empty, and the key that changes that."""

from collections.abc import Sequence

from tui.model.critic import CriticStanding
from tui.model.shown import STARRED, UNREAD, Shown


def emptiness(shown: Shown, standings: Sequence[CriticStanding]) -> tuple[str, ...]:
    """Return the lines to show instead of reviews."""
    if not standings:
        return ("No critics yet.", "a subscribes to one, by the address of their site or feed.")
    if shown.narrowed:
        where = "" if shown.shelf.critic_id is None else f" by {shown.shelf.name}"
        return (f"Nothing{where} matches: {shown.filter_words}", "^F clears the filter, F and / change it.")
    if shown.shelf == UNREAD:
        return ("Everything is read.", "R asks every critic for new reviews.")
    if shown.shelf == STARRED:
        return ("No starred reviews.", "s stars the selected review, so that you find it here.")
    return _without_reviews(shown, standings)


def _without_reviews(shown: Shown, standings: Sequence[CriticStanding]) -> tuple[str, ...]:
    concerned = [each for each in standings if shown.shelf.critic_id in (None, each.critic.id)]
    failed = [each.last for each in concerned if each.last is not None and each.last.kind == "failed"]
    if failed and len(failed) == len(concerned):
        why = failed[0]
        return (f"{why.critic}: {why.reason}.", why.next_step or "R tries again.", "4 shows how every feed is doing.")
    if any(each.last is None for each in concerned):
        return ("Never refreshed yet.", "R asks every critic for their reviews.")
    return ("No reviews here.", "R asks every critic for new ones.")
