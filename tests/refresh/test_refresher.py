import asyncio
import subprocess
import sys
import time
from typing import Any

import pytest

from tests.loopback import Asked, Reply, Site
from tests.makers import NOON
from tests.refresh.feeds import post, rss
from tui.model.critic import Critic
from tui.model.errors import AlreadySubscribed, RefreshUnderWay
from tui.model.listing import Sort
from tui.model.outcome import FeedOutcome
from tui.model.query import Query
from tui.model.review import Review
from tui.refresh.learning import habits_of
from tui.refresh.refresher import Refresher
from tui.refresh.regrading import graded, regrade
from tui.refresh.visits import READER
from tui.store.library import Library
from tui.web.client import Web

ALL = Query()


def subscribe(library: Library, site: Site, path: str = "/feed", name: str = "Ada Quill") -> Critic:
    return library.subscribe(f"{site.url}{path}", name=name, now=NOON)


async def refresh(refresher: Refresher, *critics: Critic) -> list[FeedOutcome]:
    return [outcome async for outcome in refresher.refresh(critics)]


async def once(refresher: Refresher, critic: Critic) -> FeedOutcome:
    (outcome,) = await refresh(refresher, critic)
    return outcome


def reviews(library: Library) -> tuple[Review, ...]:
    return library.reviews(library.order(ALL, Sort.OLDEST))


async def test_the_first_visit_brings_every_review_graded(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/feed", rss(post(2), post(1)))
    outcome = await once(refresher, subscribe(library, site))
    assert (outcome.kind, outcome.new, outcome.changed, outcome.at) == ("changed", 2, 0, NOON)
    assert [review.draft.title for review in reviews(library)] == ["Foghorn 1", "Foghorn 2"]
    assert {review.draft.grade.letter for review in reviews(library) if review.draft.grade} == {"B-"}


async def test_what_was_brought_can_be_searched_at_once(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/feed", rss(post(1)))
    await once(refresher, subscribe(library, site))
    assert library.index_pending() == 0


async def test_a_304_costs_one_small_answer(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/feed", rss(post(1)), etag='"fog"')
    critic = subscribe(library, site)
    await once(refresher, critic)
    outcome = await once(refresher, critic)
    assert (outcome.kind, outcome.new) == ("unchanged", 0)
    assert site.asked[1].headers["if-none-match"] == '"fog"'


async def test_the_same_bytes_are_not_read_again(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/feed", rss(post(1)))
    critic = subscribe(library, site)
    await once(refresher, critic)
    state = library.feed_state(critic.id)
    assert (await once(refresher, critic)).kind == "unchanged"
    assert library.feed_state(critic.id).body_hash == state.body_hash


async def test_a_new_reader_reads_again_what_has_not_changed(
    refresher: Refresher, library: Library, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.feed("/feed", rss(post(1)), etag='"fog"')
    critic = subscribe(library, site)
    await once(refresher, critic)
    for module in ("refresher", "visits", "noting", "taking", "reviewing"):
        monkeypatch.setattr(f"tui.refresh.{module}.READER", f"{READER}+")
    outcome = await once(refresher, critic)
    assert "if-none-match" not in site.asked[1].headers
    assert (outcome.new, outcome.changed) == (0, 0)
    assert library.feed_state(critic.id).reader == f"{READER}+"


async def test_an_edited_post_changes_and_keeps_its_marks(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/feed", rss(post(1)))
    critic = subscribe(library, site)
    await once(refresher, critic)
    (before,) = reviews(library)
    library.mark([before.id], "read", True, now=NOON)
    library.mark([before.id], "starred", True, now=NOON)
    site.feed("/feed", rss(post(1, text="<p>On reflection, better.</p><p>My Grade: 8/10 or B</p>")))
    outcome = await once(refresher, critic)
    (after,) = reviews(library)
    assert (outcome.kind, outcome.new, outcome.changed) == ("changed", 0, 1)
    assert (after.id, after.read, after.starred) == (before.id, True, True)
    assert "On reflection" in after.draft.text


async def test_posts_under_new_guids_are_the_same_reviews_with_their_marks(
    refresher: Refresher, library: Library, site: Site
) -> None:
    site.feed("/feed", rss(post(2), post(1)))
    critic = subscribe(library, site)
    await once(refresher, critic)
    before = reviews(library)
    library.mark([review.id for review in before], "starred", True, now=NOON)
    site.feed("/feed", rss(post(3), post(2), post(1)).replace(">post-", ">urn:uuid:").replace("https://c", "http://c"))
    outcome = await once(refresher, critic)
    assert (outcome.new, outcome.changed) == (1, 2)  # their addresses changed
    after = reviews(library)
    assert [review.id for review in after[:2]] == [review.id for review in before]
    assert [review.draft.guid for review in after] == ["urn:uuid:1", "urn:uuid:2", "urn:uuid:3"]
    assert [review.starred for review in after] == [True, True, False]


async def test_a_rule_made_while_a_feed_is_taken_holds_for_what_it_brought(
    refresher: Refresher, library: Library, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bare(number: int) -> str:
        return post(number, text=f"<p>A film about fog, number {number}.</p><p>My Grade: 7</p>")

    site.feed("/feed", rss(bare(1)))
    critic = subscribe(library, site)
    await once(refresher, critic)
    (first,) = reviews(library)

    def rule_after_habits(*given: Any) -> Any:
        habits = habits_of(*given)
        regrade(library, graded(library, first.id), "7/10", rule=True, now=NOON)
        return habits

    site.feed("/feed", rss(bare(2), bare(1)))
    monkeypatch.setattr("tui.refresh.taking.habits_of", rule_after_habits)
    await once(refresher, critic)
    assert [review.draft.grade and review.draft.grade.score for review in reviews(library)] == [70, 70]


async def test_a_post_that_left_the_feed_stays(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/feed", rss(post(2), post(1)))
    critic = subscribe(library, site)
    await once(refresher, critic)
    site.feed("/feed", rss(post(3)))
    assert (await once(refresher, critic)).new == 1
    assert [review.draft.guid for review in reviews(library)] == ["post-1", "post-2", "post-3"]


async def test_new_comments_are_counted_without_a_change(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/feed", rss(post(1, comments=0)))
    critic = subscribe(library, site)
    await once(refresher, critic)
    site.feed("/feed", rss(post(1, comments=4)))
    assert (await once(refresher, critic)).kind == "unchanged"
    assert library.page(ALL, Sort.NEWEST).rows[0].comments == 4


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(b"<html><head><title>Suspended</title></head></html>"), "web page (“Suspended”)"),
        (Reply(b""), "nothing at all"),
        (Reply(status=404), "404 Not Found"),
        (Reply(status=410), "410 Gone"),
        (Reply(status=429, headers={"Retry-After": "60"}), "wait 60 s"),
        (Reply(status=500), "500 Internal Server Error"),
        (Reply(b"x", length=100), "broke off"),
        (Reply(b'<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss><channel/></rss>'), "entities"),
    ],
)
async def test_a_failure_is_told_with_its_reason_and_kept(
    refresher: Refresher, library: Library, site: Site, reply: Reply, reason: str
) -> None:
    site.answers["/feed"] = reply
    critic = subscribe(library, site)
    outcome = await once(refresher, critic)
    assert outcome.kind == "failed"
    assert reason in outcome.reason
    assert outcome.next_step
    (standing,) = library.standings()
    assert standing.last == outcome
    assert library.feed_state(critic.id).failures == 1


@pytest.mark.parametrize("stage", ["reading.read", "taking.take"])
async def test_a_feed_nobody_thought_of_fails_alone(
    refresher: Refresher, library: Library, site: Site, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    def overflow(*given: object, **more: object) -> None:
        raise OverflowError("Python int too large")

    site.feed("/feed", rss(post(1)))
    site.answers["/gone"] = Reply(status=404)
    bad, gone = subscribe(library, site), subscribe(library, site, "/gone", "Bo Marsh")
    with monkeypatch.context() as patched:
        patched.setattr(f"tui.refresh.{stage}", overflow)
        outcomes = {outcome.critic_id: outcome for outcome in await refresh(refresher, bad, gone)}
    assert "OverflowError: Python int too large" in outcomes[bad.id].reason
    assert "404" in outcomes[gone.id].reason
    assert library.outcomes(bad.id) == (outcomes[bad.id],)
    assert (await once(refresher, bad)).new == 1


async def test_an_absurd_count_of_comments_loses_no_review(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/feed", rss(post(1, comments=99999999999999999999), post(2, comments=4)))
    assert (await once(refresher, subscribe(library, site))).new == 2


async def test_a_failure_forgets_nothing_and_a_success_ends_the_row(
    refresher: Refresher, library: Library, site: Site
) -> None:
    site.feed("/feed", rss(post(1)), etag='"fog"')
    critic = subscribe(library, site)
    await once(refresher, critic)
    site.answers["/feed"] = Reply(status=503)
    await once(refresher, critic)
    await once(refresher, critic)
    state = library.feed_state(critic.id)
    assert (state.etag, state.failures) == ('"fog"', 2)
    assert len(reviews(library)) == 1
    site.feed("/feed", rss(post(1)), etag='"fog"')
    assert (await once(refresher, critic)).kind == "unchanged"
    assert library.feed_state(critic.id).failures == 0


async def test_one_bad_feed_never_spoils_the_others(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/good", rss(post(1)))
    site.answers["/bad"] = b"\0\1\2<rss><channel><item>" * 50
    site.answers["/cut"] = Reply(b"x", length=1_000)
    critics = [subscribe(library, site, path, name=path) for path in ("/bad", "/good", "/cut", "/nowhere")]
    outcomes = {outcome.critic: outcome.kind for outcome in await refresh(refresher, *critics)}
    assert outcomes.pop("/good") == "changed"
    assert set(outcomes.values()) <= {"failed", "unchanged", "changed"}
    assert len(outcomes) == 3
    assert outcomes["/nowhere"] == "failed"


async def test_outcomes_come_as_feeds_end_not_as_they_were_asked(
    refresher: Refresher, library: Library, site: Site
) -> None:
    def late(_: Asked) -> Reply:
        time.sleep(0.4)
        return Reply(rss(post(1)).encode())

    site.answers["/slow"] = late
    site.feed("/quick", rss(post(1)))
    critics = [subscribe(library, site, path, name=path) for path in ("/slow", "/quick")]
    assert [outcome.critic for outcome in await refresh(refresher, *critics)] == ["/quick", "/slow"]


async def test_a_permanent_move_is_told_and_the_address_kept_for_now(
    refresher: Refresher, library: Library, site: Site
) -> None:
    site.redirect("/feed", "/new", 301)
    site.feed("/new", rss(post(1)))
    critic = subscribe(library, site)
    outcome = await once(refresher, critic)
    assert outcome.moved_to == f"{site.url}/new"
    assert library.critic("Ada Quill").feed_url == critic.feed_url


async def test_refreshing_can_be_stopped_and_what_was_told_is_kept(
    refresher: Refresher, library: Library, site: Site
) -> None:
    site.feed("/feed", rss(post(1)))
    site.answers["/stuck"] = Reply(b"", length=100, raw=lambda _: time.sleep(1))
    critics = [subscribe(library, site, path, name=path) for path in ("/feed", "/stuck")]
    stream = refresher.refresh(critics)
    first = await anext(stream)
    began = time.monotonic()
    await stream.aclose()
    assert time.monotonic() - began < 0.8
    assert first.critic == "/feed"
    assert len(reviews(library)) == 1


async def test_refreshing_twice_at_once_doubles_nothing(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/feed", rss(*(post(number) for number in range(9))))
    critic = subscribe(library, site)
    one, other = await asyncio.gather(refresh(refresher, critic), refresh(refresher, critic), return_exceptions=True)
    assert isinstance(one, list)
    assert isinstance(other, RefreshUnderWay)
    assert len(reviews(library)) == 9


async def test_refreshing_nobody_is_nothing(refresher: Refresher) -> None:
    assert await refresh(refresher) == []


async def test_adding_subscribes_and_reads_in_one_fetch(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/feed", rss(post(1), post(2)), etag='"fog"')
    critic, outcome = await refresher.add(f"{site.url}/feed", tags=("Film",))
    assert (critic.name, critic.site_url, critic.tags) == ("The Fog Desk", "https://critic.example/", ("Film",))
    assert (outcome.kind, outcome.new) == ("changed", 2)
    assert site.paths() == ["/feed"]
    assert (await once(refresher, critic)).kind == "unchanged"
    assert site.asked[1].headers["if-none-match"] == '"fog"'


async def test_adding_without_refreshing_takes_nothing_yet(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/feed", rss(post(1)), etag='"fog"')
    critic, outcome = await refresher.add(f"{site.url}/feed", name="Ada", refresh=False)
    assert (critic.name, outcome.new, len(reviews(library))) == ("Ada", 0, 0)
    assert (await once(refresher, critic)).new == 1


async def test_adding_twice_is_refused_and_changes_nothing(refresher: Refresher, library: Library, site: Site) -> None:
    site.feed("/feed", rss(post(1)))
    await refresher.add(f"{site.url}/feed")
    with pytest.raises(AlreadySubscribed):
        await refresher.add(f"{site.url}/feed")
    assert len(library.standings()) == 1


async def test_many_feeds_are_read_by_other_processes(library: Library, web: Web, site: Site) -> None:
    critics = []
    for number in range(14):
        site.feed(f"/{number}", rss(*(post(n) for n in range(3))))
        critics.append(subscribe(library, site, f"/{number}", name=f"Critic {number}"))
    outcomes = await refresh(Refresher(library, web, lambda: NOON, processes=1), *critics)
    assert sum(outcome.new for outcome in outcomes) == 42
    assert len(reviews(library)) == 42


async def test_hostile_titles_are_kept_clean(refresher: Refresher, library: Library, site: Site) -> None:
    titles = ["[REC]²", "[/]", "\x1b]2;owned\x07Fog", "Right\u202eleft", "C1\x9b31m", "Zero\u200bwidth"]
    site.feed("/feed", rss(*(post(n, title=title) for n, title in enumerate(titles)), title="\x1b[31mDesk"))
    critic, _ = await refresher.add(f"{site.url}/feed")
    assert critic.name == "Desk"
    kept = [review.draft.title for review in reviews(library)]
    assert kept == ["[REC]²", "[/]", "Fog", "Rightleft", "C1›31m", "Zerowidth"]


def test_starting_loads_nothing_that_reads_feeds() -> None:
    heavy = "{'httpx', 'feedparser', 'nh3', 'selectolax', 'tui.feeds', 'tui.articles.reading', 'multiprocessing'}"
    code = f"import sys, tui.refresh.refresher; assert not {heavy} & set(sys.modules), {heavy} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
