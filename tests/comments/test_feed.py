"""A thread from a post's own comment feed."""

from collections.abc import AsyncIterator

import pytest

from tests.makers import NOON, make_entry
from tui.comments.feed import CommentFeed, forms, found
from tui.comments.source import Place
from tui.demo.addresses import Addresses
from tui.demo.site import DemoSite
from tui.model.comment import Comment
from tui.model.entry import Feed
from tui.model.thread import FoundThread, in_reading_order
from tui.refresh.talk import asking_for
from tui.web.client import Web


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with Web() as web:
        yield web


async def fetched(web: Web, form: str) -> tuple[Comment, ...]:
    """The most discussed post's thread, over HTTP, from the Atom or the RSS form of its comment feed."""
    with DemoSite(NOON.replace(month=11)) as site:
        at = Addresses(site.url)
        critic, post = max(((c, p) for c in site.critics for p in c.posts), key=lambda pair: len(pair[1].remarks))
        address = at.talk_feed(critic, post) + form
        place = Place(at.page(critic, post), comments_feed=address, critics=(critic.name,))
        answer = await CommentFeed().thread(asking_for(web, place))
        assert isinstance(answer, FoundThread), answer
        assert not answer.complete
        return in_reading_order(answer.comments)


async def test_both_forms_of_a_comment_feed_give_the_same_thread(web: Web) -> None:
    atom, rss = await fetched(web, ""), await fetched(web, "?as-it-is")
    assert len(atom) == 10
    assert [(each.id, each.parent, each.depth, each.author, each.text) for each in atom] == [
        (each.id, each.parent, each.depth, each.author, each.text) for each in rss
    ]
    assert max(each.depth for each in atom) > 1
    assert {each.author for each in atom if each.by_critic} == {"Odile Fenn"}


def test_the_atom_form_is_asked_for_first() -> None:
    assert forms("https://critic.example/fog/feed/") == (
        "https://critic.example/fog/feed/atom/",
        "https://critic.example/fog/feed/",
    )
    assert forms("https://critic.example/?feed=rss2&p=7")[0] == "https://critic.example/?feed=atom&p=7"
    assert forms("https://critic.example/replies.xml") == ("https://critic.example/replies.xml",)


def thread(*entries: object, count: int | None = None) -> FoundThread:
    return found(Feed("Comments", entries=entries), Place("https://critic.example/fog/", count=count))  # type: ignore[arg-type]


ONE = make_entry(guid="https://critic.example/fog/#comment-7", html="<p>Well.</p>", author="Bo")


def test_an_answer_in_rss_names_whom_it_answers() -> None:
    html = '<p>In reply to <a href="https://critic.example/fog/#comment-7">Bo</a>.</p>\n<p>Not <em>at all</em>.</p>'
    answer = thread(ONE, make_entry(guid="https://critic.example/fog/#comment-9", html=html, author="Ada")).comments[1]
    assert (answer.id, answer.parent, answer.text) == ("9", "7", "Not at all.")
    assert [answer.text[span.start : span.end] for span in answer.spans] == ["at all"]


def test_a_feed_is_complete_only_where_the_count_says_so() -> None:
    assert not thread(ONE).complete
    assert thread(ONE, count=1).complete
    assert not thread(ONE, count=2).complete


def test_what_another_blog_quoted_is_no_comment_and_counts() -> None:
    ping = make_entry(guid="https://critic.example/fog/#comment-8", html="<p>[…] as the critic wrote […]</p>")
    both = thread(ONE, ping, count=2)
    assert ([each.id for each in both.comments], both.complete) == (["7"], True)
