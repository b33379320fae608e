"""What a site's answer to a reply means."""

import pytest

from tui.comments.answers import outcome, words
from tui.model.outcome import Failed
from tui.model.reply import Answered, Stage
from tui.web.exchanging import Broken, Exchanged

PAGE = "https://critic.example/fog/"


def answered(status: int, html: str = "", location: str = "", wait: float | None = None) -> Exchanged:
    return Exchanged("https://critic.example/wp-comments-post.php", status, html.encode(), location=location, wait=wait)


def die(said: str) -> str:
    inside = f'<div class="wp-die-message"><p><strong>Error:</strong> {said}</p></div>'
    return f"<html><body id='error-page'>{inside}</body></html>"


@pytest.mark.parametrize(
    ("status", "location", "kind", "stage", "id"),
    [
        (302, f"{PAGE}#comment-12", Answered.PUBLISHED, Stage.TAKEN, "12"),
        (303, f"{PAGE}comment-page-2/#comment-12", Answered.PUBLISHED, Stage.TAKEN, "12"),
        (302, f"{PAGE}?unapproved=12&moderation-hash=c0ffee#comment-12", Answered.HELD, Stage.HELD, "12"),
        (302, f"{PAGE}?unapproved=12&moderation-hash=c0ffee", Answered.HELD, Stage.HELD, "12"),
        (302, "https://critic.example/thank-you/", Answered.PUBLISHED, Stage.TAKEN, ""),
        (302, "https://critic.example/wp-login.php?redirect_to=x", Answered.LOGIN_NEEDED, Stage.DRAFT, ""),
        (302, "", Answered.UNKNOWN, Stage.UNKNOWN, ""),
        (302, "http://[broken", Answered.UNKNOWN, Stage.UNKNOWN, ""),
        (307, PAGE, Answered.NO_FORM, Stage.DRAFT, ""),
    ],
)
def test_only_a_redirect_can_mean_success(status: int, location: str, kind: Answered, stage: Stage, id: str) -> None:
    found = outcome(answered(status, location=location), PAGE)
    assert (found.kind, found.stage, found.comment_id) == (kind, stage, id)


@pytest.mark.parametrize(
    ("status", "html", "kind", "said"),
    [
        (200, die("Please fill the required fields."), Answered.REFUSED, "Please fill the required fields."),
        (200, "", Answered.REFUSED, "empty page"),
        (403, die("Sorry, comments are closed for this item."), Answered.CLOSED, "closed"),
        (403, die("Sorry, you must be logged in to post a comment."), Answered.LOGIN_NEEDED, "logged in"),
        (403, die("Du musst <a href='/wp-login.php'>angemeldet</a> sein."), Answered.LOGIN_NEEDED, "angemeldet"),
        (403, "<h1>Blocked by the wall</h1>", Answered.REFUSED, "Blocked by the wall"),
        (401, "", Answered.LOGIN_NEEDED, "members"),
        (409, die("Duplicate comment detected."), Answered.DUPLICATE, "Duplicate comment detected."),
        (413, "", Answered.REFUSED, "413"),
        (429, die("You are posting comments too quickly. Slow down."), Answered.TOO_FAST, "Slow down."),
        (500, "", Answered.UNKNOWN, "500"),
        (502, "<h1>Bad gateway</h1>", Answered.UNKNOWN, "Bad gateway"),
    ],
)  # fmt: skip
def test_every_answer_is_told_apart_in_the_sites_words(status: int, html: str, kind: Answered, said: str) -> None:
    found = outcome(answered(status, html), PAGE, html)
    assert found.kind is kind
    assert said in found.words
    assert not found.words.startswith("Error")
    assert found.keeps_draft


def test_a_pause_is_the_servers_or_the_usual_one() -> None:
    assert outcome(answered(429), PAGE).wait == 15
    assert outcome(answered(429, wait=40), PAGE).wait == 40


def test_what_never_left_may_be_sent_again_and_what_did_may_not() -> None:
    failed = Failed("connection refused by critic.example")
    unsent, unknown = outcome(Broken(failed, left=False), PAGE), outcome(Broken(failed, left=True), PAGE)
    assert (unsent.kind, unsent.stage, unsent.stage.may_be_sent) == (Answered.UNSENT, Stage.DRAFT, True)
    assert (unknown.kind, unknown.stage, unknown.stage.may_be_sent) == (Answered.UNKNOWN, Stage.UNKNOWN, False)
    assert unknown.words.startswith("Connection refused")


def test_the_sites_words_are_one_clean_line() -> None:
    evil = die("No\x1b]2;owned\x07.<br>Not [b]now[/b] &#x202e;!") + "<script>alert(1)</script>"
    assert words(evil) == "No. Not [b]now[/b] !"
    assert len(words(f"<p>{'long ' * 1_000}</p>")) <= 300
