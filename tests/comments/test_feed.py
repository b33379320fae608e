"""A thread from a post's own comment feed."""

from urllib.request import urlopen

from tests.makers import NOON, make_entry
from tui.comments.feed import thread
from tui.demo.addresses import Addresses
from tui.demo.site import DemoSite
from tui.feeds.parsing import parse_feed
from tui.model.comment import Comment
from tui.model.entry import Feed


def fetched(form: str) -> tuple[Comment, ...]:
    """The most discussed post's thread, over HTTP, from the Atom or the RSS form of its comment feed."""
    with DemoSite(NOON.replace(month=11)) as site:
        at = Addresses(site.url)
        critic, post = max(((c, p) for c in site.critics for p in c.posts), key=lambda pair: len(pair[1].remarks))
        address = at.talk_feed(critic, post) + form
        with urlopen(address) as answer:
            return thread(parse_feed(answer.read(), url=address), (critic.name,))


def test_both_forms_of_a_comment_feed_give_the_same_thread() -> None:
    atom, rss = fetched("atom/"), fetched("")
    assert len(atom) == 10
    assert [(each.id, each.parent, each.depth, each.author, each.text) for each in atom] == [
        (each.id, each.parent, each.depth, each.author, each.text) for each in rss
    ]
    assert max(each.depth for each in atom) > 1


def test_the_critics_own_answers_are_marked() -> None:
    assert {each.author for each in fetched("atom/") if each.by_critic} == {"Odile Fenn"}


def test_an_answer_in_rss_names_whom_it_answers() -> None:
    html = '<p>In reply to <a href="https://critic.example/fog/#comment-7">Bo</a>.</p>\n<p>Not at all.</p>'
    entries = (
        make_entry(guid="https://critic.example/fog/#comment-7", html="<p>Well.</p>", author="Bo"),
        make_entry(guid="https://critic.example/fog/#comment-9", html=html, author="Ada"),
    )
    first, answer = thread(Feed("Comments", entries=entries))
    assert (first.id, first.depth, answer.parent, answer.depth) == ("7", 1, "7", 2)
    assert answer.text == "Not at all."
