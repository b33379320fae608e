"""Pages are fetched behind the feeds from a real server: which, how often, and what becomes of them."""

import asyncio
import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from tests.loopback import Asked, Reply, Site
from tests.makers import NOON, make_draft
from tests.page_making import PARAGRAPH, article, page
from tui.demo.site import DemoSite
from tui.model.critic import Critic, FeedState
from tui.model.errors import UnknownReview
from tui.model.grade import Source
from tui.model.outcome import FeedOutcome
from tui.model.paging import PageOutcome, PageRule, PageSetting
from tui.model.query_language import parse
from tui.model.review import Draft
from tui.refresh.learning import habits_of
from tui.refresh.pages import PageReader
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Limits, Web

EXCERPT = f"{PARAGRAPH[:200]} […]"


def feed(site: Site, *numbers: int, path: str = "/feed", text: str = EXCERPT) -> None:
    """Serve a feed of excerpts without grades, post 1 the oldest, each with a page on the site."""
    items = "".join(
        f"<item><title>Foghorn {n}</title><guid isPermaLink='false'>post-{n}</guid><link>{site.url}/{n}</link>"
        f"<pubDate>{n} Feb 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>{text}</p>]]></description></item>"
        for n in numbers
    )
    site.feed(path, f"<rss version='2.0'><channel><title>The Fog Desk</title>{items}</channel></rss>")


def pages(site: Site, *numbers: int, grade: str = "B+", paragraphs: int = 6) -> None:
    for number in numbers:
        site.page(f"/{number}", page(article(number, grade=grade, paragraphs=paragraphs)))


@pytest.fixture
async def critic(site: Site, refresher: Refresher) -> Critic:
    """A critic of seven excerpts, all of whose pages give the rest."""
    feed(site, *range(1, 8))
    pages(site, *range(1, 8))
    critic, _ = await refresher.add(f"{site.url}/feed")
    site.asked.clear()
    site.arrived.clear()
    return critic


async def read(reader: Refresher | PageReader, *critics: Critic) -> list[PageOutcome]:
    pages = reader.pages if isinstance(reader, Refresher) else reader
    return [outcome async for outcome in pages.read(critics)]


async def refresh(refresher: Refresher, critic: Critic) -> list[FeedOutcome]:
    return [outcome async for outcome in refresher.refresh([critic])]


def drafts(library: Library, critic: Critic) -> list[Draft]:
    """Return a critic's reviews, newest first."""
    return [review.draft for review in library.reviews(library.newest(critic.id, 50))]


def later(library: Library, web: Web, days: float) -> PageReader:
    """Return a reader of pages that lives some days later."""
    return PageReader(library, web, lambda: NOON + timedelta(days=days))


class TestACriticOfExcerpts:
    async def test_gets_text_and_grade_from_the_pages_newest_first(
        self, site: Site, library: Library, refresher: Refresher, critic: Critic
    ) -> None:
        outcomes = await read(refresher, critic)
        assert site.paths() == [f"/{number}" for number in (7, 6, 5, 4, 3, 2, 1)]
        assert all(outcome.note.graded and outcome.note.longer for outcome in outcomes)
        for draft in drafts(library, critic):
            assert "6. Ilse Marrow" in draft.text
            assert draft.grade is not None
            assert (draft.grade.written, draft.grade.source) == ("B+", Source.PAGE)

    async def test_is_learned_of_and_why(self, library: Library, refresher: Refresher, critic: Critic) -> None:
        await read(refresher, critic)
        words = "3 of 3 pages carried a grade, 3 of 3 gave much more text"
        assert library.page_rule(critic.id) == PageRule(PageSetting.AUTO, True, words, NOON)

    async def test_is_found_by_words_only_the_page_has(
        self, library: Library, refresher: Refresher, critic: Critic
    ) -> None:
        await read(refresher, critic)
        assert library.count(parse('"second foghorn answers" night', now=NOON)) == 7

    async def test_each_page_is_fetched_once(self, site: Site, refresher: Refresher, critic: Critic) -> None:
        await read(refresher, critic)
        site.asked.clear()
        assert await read(refresher, critic) == []
        assert site.paths() == []

    async def test_a_new_review_is_read_at_the_next_refresh(
        self, site: Site, library: Library, refresher: Refresher, critic: Critic
    ) -> None:
        await read(refresher, critic)
        feed(site, *range(1, 9))
        pages(site, 8, grade="7/10")
        await refresh(refresher, critic)
        assert [outcome.written for outcome in await read(refresher, critic)] == ["7/10"]

    async def test_keeps_the_full_text_when_the_feed_is_read_again(
        self, library: Library, refresher: Refresher, critic: Critic
    ) -> None:
        await read(refresher, critic)
        before = drafts(library, critic)
        await refresh(refresher, critic)
        assert drafts(library, critic) == before

    async def test_keeps_the_full_text_when_the_excerpt_is_edited(
        self, site: Site, library: Library, refresher: Refresher, critic: Critic
    ) -> None:
        await read(refresher, critic)
        feed(site, *range(1, 8), text=f"Edited. {EXCERPT}")
        (outcome,) = await refresh(refresher, critic)
        assert (outcome.kind, outcome.changed) == ("unchanged", 0)
        for draft in drafts(library, critic):
            assert "6. Ilse Marrow" in draft.text
            assert draft.grade is not None
            assert draft.paged is not None
            assert "Edited." in (draft.paged.feed_html or "")

    async def test_keeps_the_full_text_when_the_excerpt_gains_a_grade(
        self, site: Site, library: Library, refresher: Refresher
    ) -> None:
        feed(site, 1, 2, 3)
        for number in (1, 2, 3):
            site.page(f"/{number}", page(article(number)))
        critic, _ = await refresher.add(f"{site.url}/feed")
        await read(refresher, critic)
        feed(site, 1, 2, 3, text=f"{EXCERPT} My Grade: 7/10")
        (outcome,) = await refresh(refresher, critic)
        assert outcome.changed == 3
        for draft in drafts(library, critic):
            assert "6. Ilse Marrow" in draft.text
            assert draft.grade
            assert draft.grade.written == "7/10"

    async def test_reads_no_more_than_ten_pages_a_run(self, site: Site, refresher: Refresher, critic: Critic) -> None:
        feed(site, *range(1, 26))
        pages(site, *range(1, 26))
        await refresh(refresher, critic)
        assert [len(await read(refresher, critic)) for _ in range(4)] == [10, 10, 5, 0]

    async def test_is_asked_for_one_page_at_a_time(self, site: Site, refresher: Refresher, critic: Critic) -> None:
        site.most_at_once = 0
        await read(refresher, critic)
        assert site.most_at_once == 1


class TestSwitching:
    async def test_never_means_never(self, site: Site, library: Library, refresher: Refresher, critic: Critic) -> None:
        library.keep_page_rule(critic.id, PageRule(PageSetting.NEVER))
        assert await read(refresher, critic) == []
        assert site.paths() == []

    async def test_always_takes_pages_of_reviews_that_lack_nothing(
        self, site: Site, library: Library, refresher: Refresher
    ) -> None:
        feed(site, 1, 2, path="/whole", text=f"{PARAGRAPH * 12} My Grade: B+")
        pages(site, 1, 2, paragraphs=14)
        critic, _ = await refresher.add(f"{site.url}/whole")
        assert await read(refresher, critic) == []
        library.keep_page_rule(critic.id, PageRule(PageSetting.ALWAYS))
        assert [outcome.failed for outcome in await read(refresher, critic)] == [False, False]

    async def test_one_review_is_read_at_once_whatever_is_in_force(
        self, library: Library, refresher: Refresher, critic: Critic
    ) -> None:
        library.keep_page_rule(critic.id, PageRule(PageSetting.NEVER))
        (oldest,) = library.newest(critic.id, 7)[-1:]
        outcome = await refresher.pages.read_one(oldest)
        assert (outcome.title, outcome.written) == ("Foghorn 1", "B+")
        assert "6. Ilse Marrow" in library.review(oldest).draft.text

    async def test_a_review_that_is_not_there_is_told(self, refresher: Refresher) -> None:
        with pytest.raises(UnknownReview):
            await refresher.pages.read_one(404)


class TestACriticWhosePagesGiveNothing:
    @pytest.fixture
    async def mute(self, site: Site, refresher: Refresher) -> Critic:
        feed(site, *range(1, 8))
        for number in range(1, 8):
            site.page(f"/{number}", page(f"<p>{EXCERPT}</p><p>Subscribe to read on.</p>"))
        critic, _ = await refresher.add(f"{site.url}/feed")
        site.asked.clear()
        return critic

    async def test_is_asked_for_three_and_then_left_alone(
        self, site: Site, library: Library, refresher: Refresher, mute: Critic
    ) -> None:
        await read(refresher, mute)
        assert len(await read(refresher, mute)) == 0
        assert site.paths() == ["/7", "/6", "/5"]
        assert library.page_rule(mute.id).learned is False

    async def test_is_asked_again_after_a_month(self, library: Library, web: Web, mute: Critic) -> None:
        now = [0.0]
        reader = PageReader(library, web, lambda: NOON + timedelta(days=now[0]))
        await read(reader, mute)
        now[0] = 29
        assert await read(reader, mute) == []
        now[0] = 31
        assert len(await read(reader, mute)) == 3


class TestAPageThatFails:
    @pytest.mark.parametrize(
        ("answer", "words"),
        [
            (Reply(b"gone", 404), "404 Not Found"),
            (Reply(b"%PDF", headers={"Content-Type": "application/pdf"}), "no web page"),
            (Reply(b"", headers={"Content-Type": "text/html"}), "less of it than the feed"),
            (
                Reply(b"<html><body><p>Subscribe.</p>", headers={"Content-Type": "text/html"}),
                "less of it than the feed",
            ),
            (Reply(status=302, headers={"Location": "/"}), "front page"),
            (Reply(b"x" * 20_000_000, headers={"Content-Type": "text/html"}), "larger than"),
        ],
        ids=["404", "pdf", "empty", "paywall", "home", "20 MB"],
    )
    async def test_is_noted_with_its_reason_and_the_feeds_text_stays(
        self, site: Site, library: Library, refresher: Refresher, critic: Critic, answer: Reply, words: str
    ) -> None:
        site.page("/", page(article()))
        site.answers["/7"] = answer
        before = drafts(library, critic)[0]
        outcome = (await read(refresher, critic))[0]
        assert outcome.failed
        assert words in outcome.note.reason
        assert drafts(library, critic)[0] == before

    async def test_is_tried_twice_more_each_time_on_a_later_day(
        self, site: Site, library: Library, web: Web, refresher: Refresher, critic: Critic
    ) -> None:
        site.answers["/7"] = Reply(b"gone", 404)
        await read(refresher, critic)
        days = (0.1, 1, 1.1, 2, 3, 4)
        tries = [len(await read(later(library, web, day), critic)) for day in days]
        assert tries == [0, 1, 0, 1, 0, 0]
        assert site.paths().count("/7") == 3

    async def test_may_work_on_a_later_day(
        self, site: Site, library: Library, web: Web, refresher: Refresher, critic: Critic
    ) -> None:
        site.answers["/7"] = Reply(b"busy", 503)
        await read(refresher, critic)
        pages(site, 7)
        (outcome, *_) = await read(later(library, web, 1), critic)
        assert (outcome.title, outcome.written) == ("Foghorn 7", "B+")

    async def test_leaves_a_host_alone_that_fails_twice_in_a_row(
        self, site: Site, refresher: Refresher, critic: Critic
    ) -> None:
        for number in range(1, 8):
            site.answers[f"/{number}"] = Reply(b"busy", 503)
        assert len(await read(refresher, critic)) == 2

    async def test_asked_to_stay_away_it_stays_away(self, site: Site, refresher: Refresher, critic: Critic) -> None:
        site.answers["/7"] = Reply(b"slow down", 429, headers={"Retry-After": "3600"})
        assert len(await read(refresher, critic)) == 1

    async def test_drips_no_longer_than_the_limit(self, site: Site, library: Library, critic: Critic) -> None:
        def drip(stream: Any) -> None:
            for _ in range(100):
                stream.write(b"<p>fog ")
                stream.flush()
                time.sleep(0.05)

        for number in range(1, 8):
            site.answers[f"/{number}"] = Reply(raw=drip, length=-1, headers={"Content-Type": "text/html"})
        began = time.monotonic()
        async with Web(Limits(seconds=0.3)) as hasty:
            (first, *_) = await read(PageReader(library, hasty, lambda: NOON), critic)
        assert "took longer than" in first.note.reason
        assert time.monotonic() - began < 3

    async def test_after_it_worked_does_not_undo_it(
        self, site: Site, library: Library, refresher: Refresher, critic: Critic
    ) -> None:
        await read(refresher, critic)
        site.answers["/7"] = Reply(b"gone", 404)
        (newest,) = library.newest(critic.id, 1)
        assert (await refresher.pages.read_one(newest)).failed
        feed(site, *range(1, 8), text=f"Edited. {EXCERPT}")
        await refresh(refresher, critic)
        assert "6. Ilse Marrow" in library.review(newest).draft.text


async def test_a_public_feed_cannot_have_a_private_page_fetched(site: Site, library: Library, web: Web) -> None:
    critic = library.subscribe("https://93.184.216.34/feed", name="Ada Quill", now=NOON)
    outcome = FeedOutcome(critic.id, critic.name, "changed", NOON)
    add = [make_draft(guid=str(n), url=f"{site.url}/{n}", grade=None, summary=True) for n in range(3)]
    library.take(critic.id, add=add, change=(), counts=(), state=FeedState(), outcome=outcome)
    reader = PageReader(library, web, lambda: NOON)
    (first, *_) = await read(reader, critic)
    asked_for = await reader.read_one(library.newest(critic.id, 1)[0])
    for paged in (first, asked_for):
        assert "private address" in paged.note.reason
    assert site.paths() == []


async def test_old_excerpts_are_read_however_many_whole_reviews_lie_above(
    site: Site, library: Library, web: Web
) -> None:
    critic = library.subscribe(f"{site.url}/feed", name="Ada Quill", now=NOON)
    outcome = FeedOutcome(critic.id, critic.name, "changed", NOON)
    pages(site, *range(5))
    old = [make_draft(guid=f"old {n}", url=f"{site.url}/{n}", html=f"<p>{EXCERPT}</p>", grade=None) for n in range(5)]
    new = [make_draft(guid=f"new {n}", published=NOON + timedelta(hours=1)) for n in range(300)]
    library.take(critic.id, add=[*old, *new], change=(), counts=(), state=FeedState(), outcome=outcome)
    library.keep_page_rule(critic.id, PageRule(learned=True, at=NOON))
    assert len(await read(PageReader(library, web, lambda: NOON, pause=0), critic)) == 5


async def test_a_review_changed_meanwhile_is_not_overwritten(
    site: Site, library: Library, refresher: Refresher, critic: Critic
) -> None:
    async def edit() -> None:
        feed(site, *range(1, 8), text=f"Edited. {EXCERPT}")
        await refresh(refresher, critic)

    loop, body = asyncio.get_running_loop(), page(article(7, grade="B+")).encode()

    def meanwhile(_: Asked) -> Reply:
        asyncio.run_coroutine_threadsafe(edit(), loop).result()
        return Reply(body, headers={"Content-Type": "text/html"})

    site.answers["/7"] = meanwhile
    await read(refresher, critic)
    assert "Edited." in drafts(library, critic)[0].text


async def test_a_page_kept_while_its_feed_is_read_is_not_overwritten(
    site: Site, library: Library, refresher: Refresher, critic: Critic, monkeypatch: pytest.MonkeyPatch
) -> None:
    (newest,) = library.newest(critic.id, 1)
    loop = asyncio.get_running_loop()

    def habits_after_the_page(*given: Any) -> Any:
        asyncio.run_coroutine_threadsafe(refresher.pages.read_one(newest), loop).result()
        return habits_of(*given)

    feed(site, *range(1, 8), text=f"Edited. {EXCERPT}")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("tui.refresh.taking.habits_of", habits_after_the_page)
        await refresh(refresher, critic)
    assert "6. Ilse Marrow" in library.review(newest).draft.text
    await refresh(refresher, critic)
    kept = library.review(newest).draft
    assert "6. Ilse Marrow" in kept.text
    assert kept.paged
    assert "Edited." in (kept.paged.feed_html or "")


async def test_stopped_in_the_middle_it_keeps_what_it_has_and_goes_on_later(
    site: Site, library: Library, refresher: Refresher, critic: Critic
) -> None:
    stream = refresher.pages.read([critic])
    async for _ in stream:
        break
    await stream.aclose()
    done = sum(draft.paged is not None for draft in drafts(library, critic))
    assert done < 7
    await read(refresher, critic)
    assert all(draft.paged for draft in drafts(library, critic))


async def test_a_cancelled_reading_leaves_no_task_behind(site: Site, refresher: Refresher, critic: Critic) -> None:
    before = len(asyncio.all_tasks())
    reading = asyncio.create_task(read(refresher, critic))
    await asyncio.to_thread(site.arrived.wait)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert len(asyncio.all_tasks()) == before


async def test_the_sample_critics_whose_grades_stand_on_their_pages_get_them(library: Library, web: Web) -> None:
    with DemoSite(NOON) as sample:
        refresher = Refresher(library, web, lambda: NOON, processes=0)
        wanted = {"Maren Aasgaard", "Wesley Abara"}
        critics = [
            (await refresher.add(address, name=name))[0] for name, address, _ in sample.subscriptions if name in wanted
        ]
        assert await graded(library, critics, without=True) == 13
        await read(refresher, *critics)
    assert await graded(library, critics, without=True) == 0
    for critic in critics:
        for draft in drafts(library, critic):
            assert draft.grade is not None
            assert draft.grade.source in (Source.PAGE, Source.DATA)
            assert not any(words in draft.text for words in ("Leave a Reply", "says:", "Posted on", "thoughts on"))


async def graded(library: Library, critics: Sequence[Critic], *, without: bool) -> int:
    """How many of these critics' reviews have a grade, or have none."""
    return sum((draft.grade is None) is without for critic in critics for draft in drafts(library, critic))
