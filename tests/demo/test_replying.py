"""Replies to the sample: taken, held and refused as WordPress does."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.makers import NOON
from tui.demo.addresses import Addresses
from tui.demo.replying import Taken, take
from tui.demo.site import DemoSite
from tui.demo.talk import rest_comments
from tui.demo.texts import Post, SampleCritic, read
from tui.model.comment import Standing
from tui.model.reply import Answered, Identity
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web

AT = Addresses("http://sample.example/")
CRITICS = read(NOON)
ZOE = Identity("Zoe", "zoe@sample.invalid")


def talked_about(slug: str) -> Post:
    critic = next(critic for critic in CRITICS if critic.slug == slug)
    return max(critic.posts, key=lambda post: len(post.remarks))


def sent(slug: str, critics: tuple[SampleCritic, ...] = CRITICS, **fields: str) -> Taken:
    form = {
        "comment_post_ID": str(talked_about(slug).number),
        "author": "Zoe",
        "email": ZOE.email,
        "comment": "Lovely.",
    }
    taken = take(critics, AT, slug, form | fields, NOON)
    assert taken is not None
    return taken


def shown(taken: Taken, slug: str) -> list[str]:
    critic = next(critic for critic in taken.critics if critic.slug == slug)
    query = {"post": str(talked_about(slug).number), "per_page": "100", "order": "asc"}
    return [item["author_name"] for item in rest_comments(critic, AT, query).items]


def test_a_reply_is_the_newest_of_the_thread_and_has_a_number_of_its_own() -> None:
    taken = sent("marginalia", comment_parent=str(talked_about("marginalia").remarks[0].id))
    remark = next(c for c in taken.critics if c.slug == "marginalia").posts
    (new,) = [each for post in remark for each in post.remarks if each.author == "Zoe"]
    assert (new.parent, shown(taken, "marginalia")[-1]) == (talked_about("marginalia").remarks[0].id, "Zoe")
    assert taken.location.endswith(f"#comment-{new.id}")


def test_a_held_reply_is_shown_to_nobody() -> None:
    taken = sent("dust-and-projector")
    assert "unapproved=" in taken.location
    assert "Zoe" not in shown(taken, "dust-and-projector")


@pytest.mark.parametrize(
    ("slug", "fields", "status"),
    [
        ("marginalia", {"author": " "}, 200),
        ("marginalia", {"email": "nowhere"}, 200),
        ("marginalia", {"comment": "\n"}, 200),
        ("marginalia", {"comment": "x" * 70_000}, 200),
        ("tenfold", {}, 403),
    ],
)
def test_what_wordpress_would_refuse_is_refused(slug: str, fields: dict[str, str], status: int) -> None:
    taken = sent(slug, CRITICS, **fields)
    assert (taken.status, taken.location, taken.critics) == (status, "", CRITICS)
    assert taken.complaint


def test_the_same_reply_again_is_a_duplicate() -> None:
    first = sent("marginalia")
    assert sent("marginalia", first.critics).status == 409


@pytest.fixture
async def refresher(tmp_path: Path) -> AsyncIterator[tuple[Refresher, Library]]:
    """A library with two critics of the sample in it, over HTTP."""
    with DemoSite(NOON) as site, Library.open(tmp_path / "library.sqlite3") as library:
        async with Web() as web:
            refresher = Refresher(library, web, lambda: NOON, processes=0)
            for name, address, _ in site.subscriptions:
                if name in ("Odile Fenn", "Wesley Abara", "Maren Aasgaard"):
                    await refresher.add(address, name=name)
            yield refresher, library


@pytest.mark.parametrize(
    ("critic", "kind", "standing"),
    [
        ("Odile Fenn", Answered.PUBLISHED, Standing.SHOWN),
        ("Wesley Abara", Answered.HELD, Standing.HELD),
        ("Maren Aasgaard", Answered.CLOSED, None),
    ],
)
async def test_the_whole_way_of_a_reply_on_the_sample_site(
    refresher: tuple[Refresher, Library], critic: str, kind: Answered, standing: Standing | None
) -> None:
    reading, library = refresher
    review = next(id for id in range(1, 60) if library.review(id).critic == critic)
    assert not (await reading.talk.fetch(review)).failed
    before = library.thread(review).comments
    parent = before[0].id if before else None
    draft = library.save_draft(review, "I *saw* it too.", parent=parent, now=NOON)
    assert (await reading.talk.send(draft.id, ZOE)).kind is kind
    own = [each for each in library.thread(review).comments if each.own]
    assert [(each.text, each.standing, each.parent) for each in own] == (
        [("I *saw* it too.", standing, parent)] if standing else []
    )
