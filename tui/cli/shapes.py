"""The JSON that scripts depend on. Times are ISO 8601 in UTC; a key once published stays."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from tui.grading.manner import Manner
from tui.model.archive import ArchiveProgress
from tui.model.comment import Comment, Standing
from tui.model.credits import Credits
from tui.model.critic import Critic, CriticStanding, posts_a_month
from tui.model.edition import Edition
from tui.model.grade import Grade
from tui.model.outcome import FeedOutcome, TalkOutcome
from tui.model.paging import PageOutcome, PageRule
from tui.model.review import Review
from tui.model.work import Work


def time_shape(moment: datetime | None) -> str | None:
    """Return `2026-03-14T12:00:00Z`, or None."""
    return None if moment is None else moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def grade_shape(grade: Grade | None) -> dict[str, Any] | None:
    """Return a grade as JSON has it; null when there is none."""
    if grade is None:
        return None
    return {
        "written": grade.written,
        "value": grade.value,
        "best": grade.best,
        "score": grade.score,
        "letter": grade.letter,
        "verdict": grade.verdict,
        "notation": str(grade.notation),
        "source": str(grade.source),
        "confidence": round(grade.confidence, 2),
    }


def credits_shape(credits: Credits) -> dict[str, Any]:
    """Return credits as JSON has them."""
    return {
        "directed_by": list(credits.directed_by),
        "starring": list(credits.starring),
        "plot": credits.plot,
        "rated": credits.rated,
        "rated_for": credits.rated_for,
        "trailer": credits.trailer,
    }


def work_shape(work: Work | None) -> dict[str, Any] | None:
    """Return a work as JSON has it; null for a post that is no review."""
    return None if work is None else {"id": work.id, "title": work.title, "year": work.year, "kind": work.kind}


def review_shape(review: Review, *, text: bool = False) -> dict[str, Any]:
    """Return a review as JSON has it, with its whole `text` and its further grades (`others`) when asked."""
    draft = review.draft
    shape = {
        "id": review.id,
        "critic": {"id": review.critic_id, "name": review.critic},
        "title": draft.title,
        "work": work_shape(draft.work),
        "url": draft.url,
        "published": time_shape(draft.published),
        "updated": time_shape(draft.updated),
        "grade": grade_shape(draft.grade),
        "credits": credits_shape(draft.credits),
        "read": review.read,
        "starred": review.starred,
        "comments": draft.comments,
    }
    if not text:
        return shape
    paged = draft.paged is not None and draft.paged.feed_html is not None
    return shape | {
        "text": draft.text,
        "others": [grade_shape(other) for other in draft.others],
        "text_from": "page" if paged else "feed",
        "history": [edition_shape(each) for each in review.editions],
    }


def edition_shape(edition: Edition) -> dict[str, Any]:
    """Return an earlier state of a review as JSON has it; `until` is when it was found to be another."""
    return {
        "until": time_shape(edition.at),
        "title": edition.title,
        "grade": grade_shape(edition.grade),
        "text": edition.text,
    }


def outcome_shape(outcome: FeedOutcome | None) -> dict[str, Any] | None:
    """Return one visit to a feed as JSON has it; null before the first."""
    if outcome is None:
        return None
    return {
        "kind": outcome.kind,
        "at": time_shape(outcome.at),
        "new": outcome.new,
        "changed": outcome.changed,
        "reason": outcome.reason or None,
    }


def manner_shape(manner: Manner) -> dict[str, Any]:
    """Return how a critic grades as JSON has it; `letters` are scores of 0-100 where they differ from the table."""
    return {
        "notation": str(manner.notation) if manner.notation else None,
        "scales": [
            {
                "notation": str(scale.notation),
                "best": scale.best,
                "known_by": scale.known_by,
                "grades": scale.grades,
            }
            for scale in manner.scales
        ],
        "letters": dict(manner.letters),
        "sample": manner.sample,
        "ungraded": None if manner.ungraded is None else round(manner.ungraded, 3),
    }


def critic_shape(standing: CriticStanding) -> dict[str, Any]:
    """Return a critic with counts and the last outcome as JSON has them."""
    critic = standing.critic
    return {
        "id": critic.id,
        "name": critic.name,
        "feed": critic.feed_url,
        "site": critic.site_url or None,
        "tags": list(critic.tags),
        "reviews": standing.reviews,
        "unread": standing.unread,
        "graded": standing.graded,
        "newest": time_shape(standing.newest),
        "last": outcome_shape(standing.last),
        "next": None if critic.paused or standing.state.gone else time_shape(standing.state.due),
        "paused": critic.paused,
        "gone": time_shape(standing.state.gone),
        "every": critic.every and round(critic.every.total_seconds()),
        "posts_a_month": posts_a_month(standing.state),
        "suggestion": standing.state.suggestion or None,
    }


def refresh_shape(
    outcomes: Sequence[FeedOutcome], pages: Sequence[PageOutcome] = (), threads: Sequence[TalkOutcome] = ()
) -> dict[str, Any]:
    """Return a whole refresh as JSON has it."""
    return {
        "checked": len(outcomes),
        "unchanged": sum(outcome.kind == "unchanged" for outcome in outcomes),
        "changed": sum(outcome.kind == "changed" for outcome in outcomes),
        "new": sum(outcome.new for outcome in outcomes),
        "failed": [{"critic": each.critic, "reason": each.reason} for each in outcomes if each.kind == "failed"],
        "regraded": [
            {"critic": each.critic, "id": one.review_id, "title": one.title, "before": one.before, "after": one.after}
            for each in outcomes
            for one in each.regraded
        ],
        "pages": {
            "read": sum(not page.failed for page in pages),
            "failed": [
                {"critic": page.critic, "id": page.note.review_id, "title": page.title, "reason": page.note.reason}
                for page in pages
                if page.failed
            ],
        },
        "threads": {
            "read": sum(not thread.failed for thread in threads),
            "new": sum(thread.new for thread in threads),
            "failed": [
                {"critic": each.critic, "id": each.review_id, "title": each.title, "reason": each.reason}
                for each in threads
                if each.failed
            ],
        },
    }


def pages_rule_shape(critic: Critic, rule: PageRule, counts: tuple[int, int, int]) -> dict[str, Any]:
    """Return whether a critic's pages are fetched as JSON has it; `learned` is null while nothing is known."""
    read, failed, untried = counts
    return {
        "critic": {"id": critic.id, "name": critic.name},
        "setting": str(rule.setting),
        "learned": rule.learned,
        "reason": rule.reason or None,
        "at": time_shape(rule.at),
        "read": read,
        "failed": failed,
        "untried": untried,
    }


def archive_shape(progress: ArchiveProgress) -> dict[str, Any]:
    """Return how far the taking of an archive is as JSON has it; `end` is whole, enough, none or failed."""
    state = progress.state
    return {
        "critic": {"id": progress.critic_id, "name": progress.critic},
        "new": progress.new,
        "end": progress.end,
        "reason": progress.reason or None,
        "way": state.way or None,
        "pages": state.pages,
        "seen": state.seen,
        "total": state.total,
        "reached": time_shape(state.reached),
        "whole": time_shape(state.whole),
    }


def comment_shape(comment: Comment) -> dict[str, Any]:
    """Return a comment as JSON has it; `state` only where the site does not simply show it, or it was edited."""
    state = str(comment.standing) if comment.standing is not Standing.SHOWN else "edited" if comment.edited else ""
    return {
        "id": comment.id,
        "parent": comment.parent,
        "depth": comment.depth,
        "author": comment.author,
        "by_critic": comment.by_critic,
        "published": time_shape(comment.published),
        "text": comment.text,
        **({"state": state} if state else {}),
    }
