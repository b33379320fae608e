"""A list on the web is followed: critics come and go with it, and what the reader chose or starred stays."""

import pytest

from tests.loopback import Reply, Site
from tests.makers import NOON, make_draft, make_outcome
from tui.feeds.opml import Listing, Outline
from tui.model.critic import FeedState
from tui.model.followed import Member
from tui.refresh.lists import OFTEN, ListKeeper, plan
from tui.store.library import Library
from tui.web.client import Web


def opml(*names: str, end: str = "</opml>") -> bytes:
    rows = (f'<outline text="{name}" xmlUrl="https://{name.lower()}.example/feed" category="fog"/>' for name in names)
    return f"<opml><head><title>Weekly &amp; good</title></head><body>{''.join(rows)}</body>{end}".encode()


def named(*names: str, whole: bool = True) -> Listing:
    return Listing(tuple(Outline(f"https://{name}.example/feed", name) for name in names), whole=whole)


def members(*names: str) -> dict[str, Member]:
    return {f"{name}.example/feed": Member(number, True) for number, name in enumerate(names, 1)}


@pytest.fixture
def keeper(library: Library, web: Web) -> ListKeeper:
    return ListKeeper(library, web, lambda: NOON)


def subscribed(library: Library) -> list[str]:
    return [standing.critic.name for standing in library.standings()]


def test_whoever_is_new_comes_and_whoever_is_missing_goes() -> None:
    todo = plan(named("ada", "cyra"), members("ada", "bram"), private=False, believed=False)
    assert ([one.name for one in todo.come], todo.go, todo.held) == (["cyra"], ("bram.example/feed",), 0)


def test_nobody_goes_by_a_list_that_breaks_off() -> None:
    assert plan(named("ada", whole=False), members("ada", "bram"), private=False, believed=False).go == ()


def test_more_than_half_at_once_go_only_where_the_reader_says_so() -> None:
    had = members(*"abcdefghij")
    assert plan(named("a", "b"), had, private=False, believed=False).held == 8
    assert len(plan(named("a", "b"), had, private=False, believed=True).go) == 8
    assert plan(named("a"), members("a", "b", "c"), private=False, believed=False).held == 0


def test_a_list_on_the_web_names_nobody_at_home() -> None:
    inside = Listing((Outline("http://192.168.0.7/feed"), Outline("http://localhost/feed")), whole=True)
    assert plan(inside, {}, private=False, believed=False).come == ()
    assert len(plan(inside, {}, private=True, believed=False).come) == 2


async def test_critics_come_and_go_with_the_list(keeper: ListKeeper, library: Library, site: Site) -> None:
    site.feed("/list", opml("Ada", "Bram"))
    outcome = await keeper.follow(f"{site.url}/list")
    assert (outcome.name, outcome.came) == ("Weekly & good", ("Ada", "Bram"))
    assert library.critic("Ada").tags == ("fog",)
    site.feed("/list", opml("Bram", "Cyra"))
    (outcome,) = await keeper.look()
    assert (outcome.came, outcome.went) == (("Cyra",), ("Ada",))
    assert subscribed(library) == ["Bram", "Cyra"]
    assert library.lists()[0].critics == 2


async def test_what_is_starred_stays(keeper: ListKeeper, library: Library, site: Site) -> None:
    site.feed("/list", opml("Ada", "Bram"))
    await keeper.follow(f"{site.url}/list")
    ada = library.critic("Ada")
    outcome = make_outcome(critic_id=ada.id, critic="Ada", new=2)
    ids = library.take(
        ada.id,
        add=[make_draft(guid="a"), make_draft(guid="b")],
        change=(),
        counts=(),
        state=FeedState(),
        outcome=outcome,
    )
    library.mark(ids[:1], "starred", True, now=NOON)
    site.feed("/list", opml("Bram"))
    await keeper.look()
    assert subscribed(library) == ["Bram"]
    assert library.review(ids[0]).starred
    assert len(library.reviews(ids)) == 1


async def test_whom_the_reader_chose_stays_and_whom_they_removed_does_not_come_back(
    keeper: ListKeeper, library: Library, site: Site
) -> None:
    library.subscribe("https://ada.example/feed", name="My Ada", now=NOON)
    site.feed("/list", opml("Ada", "Bram"))
    assert (await keeper.follow(f"{site.url}/list")).came == ("Bram",)
    library.unsubscribe(library.critic("Bram").id)
    await keeper.follow(f"{site.url}/list")
    assert subscribed(library) == ["My Ada"]
    site.feed("/list", opml("Cyra"))
    assert (await keeper.look())[0].went == ()
    assert subscribed(library) == ["Cyra", "My Ada"]


async def test_a_critic_of_two_lists_goes_when_neither_names_them(
    keeper: ListKeeper, library: Library, site: Site
) -> None:
    for path in ("/one", "/two"):
        site.feed(path, opml("Ada", "Bram"))
        await keeper.follow(f"{site.url}{path}")
    site.feed("/one", opml("Bram"))
    await keeper.look()
    assert subscribed(library) == ["Ada", "Bram"]
    site.feed("/two", opml("Bram"))
    await keeper.look()
    assert subscribed(library) == ["Bram"]


@pytest.mark.parametrize(
    "reply", [Reply(status=404), Reply(b"<html>Gone</html>"), Reply(opml("Ada", end="")[:-30]), Reply(b"")]
)
async def test_a_list_that_fails_or_breaks_off_takes_nobody_away(
    keeper: ListKeeper, library: Library, site: Site, reply: Reply
) -> None:
    site.feed("/list", opml("Ada", "Bram"))
    await keeper.follow(f"{site.url}/list")
    site.answers["/list"] = reply
    (outcome,) = await keeper.look()
    assert outcome.went == ()
    assert subscribed(library) == ["Ada", "Bram"]


async def test_an_unchanged_list_costs_one_small_answer(keeper: ListKeeper, library: Library, site: Site) -> None:
    site.feed("/list", opml("Ada"), etag='"1"')
    await keeper.follow(f"{site.url}/list")
    await keeper.look()
    assert site.asked[-1].headers["if-none-match"] == '"1"'
    assert subscribed(library) == ["Ada"]


async def test_a_list_is_not_looked_at_all_the_time(library: Library, web: Web, site: Site) -> None:
    site.feed("/list", opml("Ada"))
    now = NOON
    keeper = ListKeeper(library, web, lambda: now)
    await keeper.follow(f"{site.url}/list")
    assert await keeper.look(every=False) == []
    now = NOON + OFTEN
    assert len(await keeper.look(every=False)) == 1
