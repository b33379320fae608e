"""The reply form of a page: filled as a browser fills it, or why it cannot be."""

import pytest

from tests.comments.pages import FORM, nested, page
from tests.makers import NOON
from tui.comments.form import ReplyForm, reply_form, same_site
from tui.model.reply import Answered, Identity, Reply, ReplyOutcome, Stage

URL = "https://critic.example/fog/"
REPLY = Reply(1, 1, "12", "Was it & how?", Stage.DRAFT, NOON)
SUM = '<label for="sum">3 + 4 =</label><input id="sum" name="sum" required>'
ZOE = Identity("Zoe", "zoe@readers.example", "https://zoe.example")


def form(html: str = FORM, url: str = URL) -> ReplyForm:
    found = reply_form(page(nested(()), form=html), url)
    assert isinstance(found, ReplyForm), found
    return found


def without(html: str, url: str = URL) -> ReplyOutcome:
    found = reply_form(page("", form=html), url)
    assert isinstance(found, ReplyOutcome), found
    return found


def test_every_field_is_sent_and_ours_are_filled_in() -> None:
    found = form()
    assert found.action == "https://critic.example/wp-comments-post.php"
    assert found.filled(REPLY, ZOE) == [
        ("comment", "Was it & how?"), ("author", "Zoe"), ("email", "zoe@readers.example"), ("url", "https://zoe.example"),
        ("submit", "Post Comment"), ("comment_post_ID", "7"), ("comment_parent", "12"),
        ("akismet_comment_nonce", "c0ffee"), ("ak_hp_textarea", ""),
    ]  # fmt: skip


def test_a_reply_to_the_review_has_no_parent() -> None:
    assert ("comment_parent", "0") in form().filled(Reply(1, 1, None, "Hm.", Stage.DRAFT, NOON), ZOE)


def test_consent_to_cookies_is_not_given_and_other_boxes_stay_as_they_are() -> None:
    ticked = FORM.replace("<p><input name=", '<input type="checkbox" name="notify" checked><p><input name=', 1)
    sent = dict(form(ticked).filled(REPLY, ZOE))
    assert ("wp-comment-cookies-consent" in sent, sent["notify"]) == (False, "on")


def test_of_two_text_areas_the_one_a_person_sees_is_filled() -> None:
    trap = '<textarea name="comment" id="comment" aria-hidden="true" tabindex="-1" style="clip:rect(1px,1px,1px,1px)">'
    html = FORM.replace('<textarea id="comment" name="comment" required>', f'<textarea name="x7f3"></textarea>{trap}')
    sent = dict(form(html).filled(REPLY, ZOE))
    assert (sent["x7f3"], sent["comment"]) == (REPLY.text, "")


@pytest.mark.parametrize(
    ("html", "kind", "words"),
    [
        ("", Answered.NO_FORM, "no reply form"),
        ('<p class="no-comments">Comments are closed.</p>', Answered.CLOSED, "Comments are closed."),
        ('<p class="must-log-in">You must be <a>logged in</a>.</p>', Answered.LOGIN_NEEDED, "You must be logged in ."),
        ('<iframe src="https://jetpack.wordpress.com/jetpack-comment/?x"></iframe>', Answered.NO_FORM, "Jetpack"),
        ('<div id="disqus_thread"></div>', Answered.NO_FORM, "Disqus"),
        ('<form class="post-password-form"></form>', Answered.NO_FORM, "password"),
        (FORM.replace("<textarea id", '<div class="g-recaptcha"></div><textarea id'), Answered.NO_FORM, "proof"),
        (FORM.replace("<p><input name", f"{SUM}<p><input name", 1), Answered.NO_FORM, "3 + 4 ="),
        (FORM.replace('action="/wp', 'action="https://evil.example/wp'), Answered.NO_FORM, "another site"),
        (FORM.replace('action="/wp', 'action="http://critic.example/wp'), Answered.NO_FORM, "another site"),
        (FORM.replace('action="/wp', 'action="javascript:x/wp'), Answered.NO_FORM, "none that"),
        (FORM.replace('method="post"', ""), Answered.NO_FORM, "none that"),
        (FORM.replace('name="comment" required', 'name="comment" hidden'), Answered.NO_FORM, "no place"),
    ],
)  # fmt: skip
def test_what_cannot_be_filled_is_told(html: str, kind: Answered, words: str) -> None:
    found = without(html)
    assert (found.kind, found.url, found.keeps_draft) == (kind, URL, True)
    assert words in found.words


@pytest.mark.parametrize(
    ("page_url", "action", "same"),
    [
        ("https://critic.example/", "https://www.critic.example/x", True),
        ("http://critic.example/", "https://critic.example/x", True),
        ("https://critic.example/", "http://critic.example/x", False),
        ("https://critic.example/", "https://critic.example:8443/x", False),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8001/x", False),
        ("https://critic.example/", "https://critic.example.evil.example/x", False),
        ("https://critic.example/", "https://critic.example@evil.example/x", False),
        ("https://critic.example/", "https://critic.example:99999/x", False),
    ],
)
def test_a_form_stays_on_its_site(page_url: str, action: str, same: bool) -> None:
    assert same_site(page_url, action) is same
