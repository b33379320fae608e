"""What servers say, over real HTTP, and what becomes of the subscription: when it is visited next, and where."""

from datetime import datetime, timedelta

import pytest

from tests.loopback import Reply, Site, serving
from tests.makers import NOON
from tests.refresh.feeds import post, rss
from tui.model.critic import Critic, FeedState
from tui.model.errors import AlreadySubscribed, RefreshUnderWay
from tui.model.outcome import FeedOutcome
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **length: float) -> None:
        self.now += timedelta(**length)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def refresher(library: Library, web: Web, clock: Clock) -> Refresher:
    return Refresher(library, web, clock, processes=0, luck=lambda: 0.0)


def subscribe(library: Library, site: Site, path: str = "/feed", name: str = "Ada Quill", **fields: str) -> Critic:
    return library.subscribe(f"{site.url}{path}", name=name, now=NOON, **fields)  # type: ignore[arg-type]


async def visit(refresher: Refresher, library: Library, critic: Critic) -> tuple[FeedOutcome, FeedState]:
    (outcome,) = [each async for each in refresher.refresh([library.critic(f"#{critic.id}")])]
    return outcome, library.feed_state(critic.id)


async def test_a_daily_critic_is_due_in_six_hours_and_the_size_of_the_feed_is_known(
    refresher: Refresher, library: Library, site: Site
) -> None:
    body = rss(*(post(day, date=f"{day} Mar 2026") for day in range(4, 14)))
    site.feed("/feed", body)
    _, state = await visit(refresher, library, subscribe(library, site))
    assert state.rhythm is not None
    assert 80_000 < state.rhythm < 95_000
    assert state.due is not None
    assert timedelta(hours=5.5) < state.due - NOON < timedelta(hours=6.6)
    assert (state.size, state.whole, state.arrived) == (len(body.encode()), NOON, f"{site.url}/feed")


async def test_a_feeds_own_ttl_is_kept_over_its_304s(
    refresher: Refresher, library: Library, site: Site, clock: Clock
) -> None:
    site.feed("/feed", rss(post(1)).replace("<link>", "<ttl>720</ttl><link>", 1), etag='"1"')
    critic = subscribe(library, site)
    assert (await visit(refresher, library, critic))[1].due == NOON + timedelta(hours=12)
    clock.pass_by(hours=12)
    outcome, state = await visit(refresher, library, critic)
    assert (outcome.kind, state.due) == ("unchanged", NOON + timedelta(hours=24))


async def test_what_a_304_hides_comes_after_three_days(
    refresher: Refresher, library: Library, site: Site, clock: Clock
) -> None:
    site.feed("/feed", rss(post(1, comments=1)), etag='"fog"')
    critic = subscribe(library, site)
    await visit(refresher, library, critic)
    site.feed("/feed", rss(post(1, comments=9, text="<p>Edited.</p><p>My Grade: 3/10</p>")), etag='"fog"')
    clock.pass_by(days=2)
    assert (await visit(refresher, library, critic))[0].kind == "unchanged"
    clock.pass_by(days=1)
    outcome, _ = await visit(refresher, library, critic)
    assert (outcome.kind, outcome.changed) == ("changed", 1)
    assert library.review(1).draft.comments == 9
    assert "if-none-match" not in site.asked[-1].headers


@pytest.mark.parametrize("status", [301, 308])
async def test_a_feed_that_moved_is_followed_when_the_redirect_held(
    refresher: Refresher, library: Library, site: Site, clock: Clock, status: int
) -> None:
    site.redirect("/feed", "/new", status)
    site.feed("/new", rss(post(1)), etag='"1"')
    critic = subscribe(library, site)
    await visit(refresher, library, critic)
    assert library.critic("Ada").feed_url == f"{site.url}/feed"
    clock.pass_by(hours=6)
    outcome, _ = await visit(refresher, library, critic)
    assert outcome.reason == f"moved for good to {site.url}/new"
    assert library.critic("Ada").feed_url == f"{site.url}/new"
    clock.pass_by(hours=6)
    await visit(refresher, library, critic)
    assert site.paths()[-2:] == ["/new", "/new"]


@pytest.mark.parametrize("status", [302, 303, 307])
async def test_a_feed_that_is_elsewhere_for_now_is_not(
    refresher: Refresher, library: Library, site: Site, clock: Clock, status: int
) -> None:
    site.redirect("/feed", "/new", status)
    site.feed("/new", rss(post(1)))
    critic = subscribe(library, site)
    for _ in range(3):
        await visit(refresher, library, critic)
        clock.pass_by(hours=6)
    assert library.critic("Ada").feed_url == f"{site.url}/feed"


async def test_a_redirect_to_a_page_moves_nothing(
    refresher: Refresher, library: Library, site: Site, clock: Clock
) -> None:
    site.redirect("/feed", "/parked", 301)
    site.page("/parked", "<html><body>This domain is for sale</body></html>")
    critic = subscribe(library, site)
    for _ in range(3):
        assert (await visit(refresher, library, critic))[0].kind == "failed"
        clock.pass_by(hours=6)
    assert library.critic("Ada").feed_url == f"{site.url}/feed"


async def test_two_feeds_that_move_to_one_place_are_told(
    refresher: Refresher, library: Library, site: Site, clock: Clock
) -> None:
    site.redirect("/feed", "/new", 301)
    site.feed("/new", rss(post(1)))
    critic = subscribe(library, site)
    library.subscribe(f"{site.url}/new", name="Bram Oxley", now=NOON)
    await visit(refresher, library, critic)
    clock.pass_by(hours=6)
    outcome, _ = await visit(refresher, library, critic)
    assert "Bram Oxley is subscribed" in outcome.reason
    assert outcome.next_step == "Remove one of the two"
    assert library.critic("Ada").feed_url == f"{site.url}/feed"


async def test_a_feed_that_is_gone_says_so(refresher: Refresher, library: Library, site: Site) -> None:
    site.answers["/feed"] = Reply(status=410)
    outcome, state = await visit(refresher, library, subscribe(library, site))
    assert (outcome.kind, state.gone) == ("failed", NOON)
    assert outcome.reason == "127.0.0.1 answered 410 Gone"
    assert "not visited any more" in outcome.next_step


async def test_a_server_that_asks_to_wait_is_noted(refresher: Refresher, library: Library, site: Site) -> None:
    site.answers["/feed"] = Reply(status=503, headers={"Retry-After": "7200"})
    _, state = await visit(refresher, library, subscribe(library, site))
    assert state.held_until == state.due == NOON + timedelta(hours=2)


async def test_a_valid_feed_behind_a_404_is_a_failure_and_changes_nothing(
    refresher: Refresher, library: Library, site: Site, clock: Clock
) -> None:
    site.feed("/feed", rss(post(1)), etag='"1"')
    critic = subscribe(library, site)
    _, before = await visit(refresher, library, critic)
    site.answers["/feed"] = Reply(rss(post(2)).encode(), 404, {"Content-Type": "application/rss+xml"})
    clock.pass_by(hours=6)
    outcome, after = await visit(refresher, library, critic)
    assert (outcome.kind, outcome.reason) == ("failed", "127.0.0.1 answered 404 Not Found")
    assert (after.etag, after.body_hash, library.standings()[0].reviews) == (before.etag, before.body_hash, 1)


async def test_a_feed_of_nothing_that_answers_200_is_told_and_what_was_read_stays(
    refresher: Refresher, library: Library, site: Site, clock: Clock
) -> None:
    site.feed("/feed", rss(post(1)))
    critic = subscribe(library, site)
    await visit(refresher, library, critic)
    site.feed("/feed", rss())
    clock.pass_by(hours=6)
    outcome, state = await visit(refresher, library, critic)
    assert "holds no post any more" in outcome.reason
    assert (state.failures, library.standings()[0].reviews) == (1, 1)


async def test_an_authors_feed_that_leads_to_the_whole_sites_brings_nobody_elses_reviews(
    refresher: Refresher, library: Library, site: Site
) -> None:
    site.redirect("/?author=7&feed=rss2", "/feed/", 301)
    site.feed("/feed/", rss(post(1), post(2)))
    outcome, _ = await visit(refresher, library, subscribe(library, site, "/?author=7&feed=rss2"))
    assert (outcome.kind, library.standings()[0].reviews) == ("failed", 0)
    assert "one part of the site" in outcome.reason


async def test_a_feed_that_is_lost_suggests_where_its_site_has_one(
    refresher: Refresher, library: Library, site: Site, clock: Clock
) -> None:
    site.page("/", f'<html><head><link rel="alternate" type="application/rss+xml" href="{site.url}/new.xml"></head>')
    site.feed("/new.xml", rss(post(1)))
    critic = subscribe(library, site, "/old.xml", site_url=f"{site.url}/")
    outcome, state = await visit(refresher, library, critic)
    assert outcome.reason == "127.0.0.1 answered 404 Not Found"
    assert state.suggestion == f"{site.url}/new.xml"
    assert f"seems to be at {site.url}/new.xml now" in outcome.next_step
    clock.pass_by(hours=1)
    asked = len(site.asked)
    outcome, _ = await visit(refresher, library, critic)
    assert len(site.asked) == asked + 1  # the site itself is asked only now and then
    assert "/new.xml" in outcome.next_step


async def test_a_site_without_a_feed_suggests_nothing(refresher: Refresher, library: Library, site: Site) -> None:
    site.page("/", "<html><body>Nothing here</body></html>")
    outcome, state = await visit(refresher, library, subscribe(library, site))
    assert (state.suggestion, "seems to be" in outcome.next_step) == ("", False)


async def test_a_feed_reached_by_another_way_is_a_feed_that_is_known(
    refresher: Refresher, library: Library, site: Site
) -> None:
    site.feed("/feed", rss(post(1)))
    site.redirect("/short", "/feed", 302)
    await refresher.add(f"{site.url}/feed")
    with pytest.raises(AlreadySubscribed):
        await refresher.add(f"{site.url}/short")


async def test_a_feed_is_known_by_where_its_own_redirects_lead(
    refresher: Refresher, library: Library, site: Site
) -> None:
    site.feed("/feed", rss(post(1)))
    site.redirect("/short", "/feed", 302)
    await refresher.add(f"{site.url}/short")
    with pytest.raises(AlreadySubscribed, match="The Fog Desk is already subscribed"):
        await refresher.add(f"{site.url}/feed")


async def test_a_second_refresh_of_one_library_does_nothing_and_says_so(
    refresher: Refresher, library: Library, site: Site
) -> None:
    site.feed("/feed", rss(post(1)))
    critic = subscribe(library, site)
    with library.refreshing(), pytest.raises(RefreshUnderWay):
        await visit(refresher, library, critic)
    assert site.paths() == []
    assert (await visit(refresher, library, critic))[0].new == 1


async def test_a_password_in_an_address_is_used_once_and_never_kept(
    refresher: Refresher, library: Library, site: Site
) -> None:
    site.feed("/feed", rss(post(1)))
    critic, _ = await refresher.add(f"{site.url.replace('//', '//ada:secret@')}/feed")
    assert site.asked[0].headers["authorization"].startswith("Basic ")
    assert critic.feed_url == f"{site.url}/feed"
    library.close()
    for file in library.path.parent.iterdir():
        assert b"secret" not in file.read_bytes()


async def test_two_hosts_wait_for_nobody_but_themselves(refresher: Refresher, library: Library) -> None:
    with serving("127.0.0.2") as one, serving("127.0.0.3") as other:
        one.answers["/feed"] = Reply(status=429, headers={"Retry-After": "60"})
        other.feed("/feed", rss(post(1)))
        critics = [
            library.subscribe(f"{site.url.replace('127.0.0.1', host)}/feed", name=host, now=NOON)
            for site, host in ((one, "127.0.0.2"), (other, "127.0.0.3"))
        ]
        outcomes = {each.critic: each.kind async for each in refresher.refresh(critics)}
    assert outcomes == {"127.0.0.2": "failed", "127.0.0.3": "changed"}
