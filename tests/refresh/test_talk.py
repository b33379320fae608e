"""The talk: threads fetched and kept, replies sent once and looked for."""

import asyncio
import sys
import threading
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tests.comments.pages import Said, nested, page
from tests.loopback import Asked, Reply, Site
from tests.makers import NOON, make_draft
from tests.store.shelving import take
from tui.model.comment import Standing
from tui.model.reply import Answered, Identity, Stage
from tui.refresh.talk import Talk
from tui.store.library import Library
from tui.web.client import Web

ROOT = Path(__file__).parent.parent.parent
ZOE = Identity("Zoe", "zoe@readers.example")
SAID: tuple[Said, ...] = ((1, None, "Nell", "The fog was real."), (2, 1, "Ada Quill", "It was."))


class Critic:
    """A critic's page on the site, whose form takes replies into the thread that it shows."""

    def __init__(self, site: Site, path: str = "/fog/") -> None:
        self.said: list[Said] = list(SAID)
        self.arrived: list[dict[str, str]] = []
        self.came = threading.Event()
        self.shows = True
        site.answers[path] = lambda _: Reply(page(nested(self.said)).encode(), headers={"Content-Type": "text/html"})
        site.answers["/wp-comments-post.php"] = self.take

    def take(self, asked: Asked) -> Reply:
        """Take a reply as WordPress does."""
        form = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
        self.arrived.append(form)
        self.came.set()
        number = len(self.said) + 1
        if self.shows:
            self.said.append((number, int(form["comment_parent"]) or None, form["author"], form["comment"]))
        return Reply(status=302, headers={"Location": f"/fog/#comment-{number}"})


@pytest.fixture
def talk(library: Library, web: Web) -> Talk:
    return Talk(library, web, lambda: NOON, pause=0)


def reviewed(library: Library, site: Site, *paths: str) -> list[int]:
    """A critic subscribed to, and their reviews at these paths."""
    critic = library.subscribe(f"{site.url}/feed", name="Ada Quill", now=NOON)
    drafts = [
        make_draft(
            guid=path, url=f"{site.url}{path}", comments_feed="", comments=2, published=NOON - timedelta(hours=n)
        )
        for n, path in enumerate(paths)
    ]
    return list(take(library, critic.id, *drafts))


async def test_a_thread_is_fetched_and_kept(talk: Talk, library: Library, site: Site) -> None:
    Critic(site)
    (review,) = reviewed(library, site, "/fog/")
    outcome = await talk.fetch(review)
    assert (outcome.source, outcome.comments, outcome.new, outcome.failed) == ("page", 2, 2, False)
    assert [each.by_critic for each in library.thread(review).comments] == [False, True]


async def test_a_failure_is_written_down_and_replaces_nothing(talk: Talk, library: Library, site: Site) -> None:
    Critic(site)
    (review,) = reviewed(library, site, "/fog/")
    await talk.fetch(review)
    site.answers["/fog/"] = Reply(status=503)
    outcome = await talk.fetch(review)
    assert (outcome.failed, "503" in outcome.reason) == (True, True)
    thread = library.thread(review)
    assert (len(thread.comments), thread.reason) == (2, outcome.reason)


async def test_a_review_without_an_address_is_told(talk: Talk, library: Library, site: Site) -> None:
    (review,) = take(library, library.subscribe(f"{site.url}/feed", name="A", now=NOON).id, make_draft(url=""))
    assert "no address" in (await talk.fetch(review)).reason


async def test_in_the_background_a_few_of_each_critic_are_fetched(talk: Talk, library: Library, site: Site) -> None:
    paths = [f"/fog/{number}/" for number in range(8)]
    for path in paths:
        Critic(site, path)
    reviewed(library, site, *paths)
    critics = [each.critic for each in library.standings()]
    first = [outcome async for outcome in talk.read(critics)]
    assert [outcome.new for outcome in first] == [2] * 5
    assert site.paths() == paths[:5]
    assert len([outcome async for outcome in talk.read(critics)]) == 3
    assert [outcome async for outcome in talk.read(critics)] == []


async def test_a_host_that_fails_twice_is_left_alone_for_a_run(talk: Talk, library: Library, site: Site) -> None:
    reviewed(library, site, *(f"/fog/{number}/" for number in range(5)))
    outcomes = [outcome async for outcome in talk.read([each.critic for each in library.standings()])]
    assert [outcome.failed for outcome in outcomes] == [True, True]


async def test_stopped_early_it_leaves_the_rest_for_the_next_time(talk: Talk, library: Library, site: Site) -> None:
    for path in ("/a/", "/b/"):
        Critic(site, path)
    first, second = reviewed(library, site, "/a/", "/b/")
    run = talk.read([each.critic for each in library.standings()])
    await anext(run)
    await run.aclose()
    assert (library.thread(first).fetched, library.thread(second).fetched) == (NOON, None)


async def test_a_reply_is_sent_and_seen(talk: Talk, library: Library, site: Site) -> None:
    critic = Critic(site)
    (review,) = reviewed(library, site, "/fog/")
    draft = library.save_draft(review, "Was it?", parent="2", now=NOON)
    outcome = await talk.send(draft.id, ZOE)
    assert (outcome.kind, outcome.seen) == (Answered.PUBLISHED, True)
    (form,) = critic.arrived
    assert (form["comment"], form["comment_parent"], form["email"]) == ("Was it?", "2", ZOE.email)
    assert form["akismet_comment_nonce"] == "c0ffee"
    own = library.thread(review).comments[-1]
    assert (own.own, own.depth, own.id) == (True, 3, "3")


async def test_a_reply_that_is_not_shown_is_missing_and_found_when_it_is(
    talk: Talk, library: Library, site: Site
) -> None:
    critic = Critic(site)
    critic.shows = False
    (review,) = reviewed(library, site, "/fog/")
    draft = library.save_draft(review, "roulette", now=NOON)
    assert (await talk.send(draft.id, ZOE)).kind is Answered.MISSING
    assert library.thread(review).comments[-1].standing is Standing.MISSING
    critic.said.append((3, None, "Zoe", "roulette"))
    assert (await talk.look_again(draft.id)).kind is Answered.PUBLISHED
    assert len(critic.arrived) == 1


async def test_what_was_taken_and_cannot_be_looked_at_is_said_to_be_published(
    talk: Talk, library: Library, site: Site
) -> None:
    critic = Critic(site)
    (review,) = reviewed(library, site, "/fog/")

    def then_down(asked: Asked) -> Reply:
        site.answers["/fog/"] = Reply(status=503)
        return critic.take(asked)

    site.answers["/wp-comments-post.php"] = then_down
    draft = library.save_draft(review, "Was it?", now=NOON)
    outcome = await talk.send(draft.id, ZOE)
    assert (outcome.kind, outcome.seen) == (Answered.PUBLISHED, False)
    assert (library.reply(draft.id).stage, library.reply(draft.id).comment_id) == (Stage.TAKEN, "3")


async def test_without_a_page_nothing_is_sent_and_the_draft_stays(talk: Talk, library: Library, site: Site) -> None:
    (review,) = reviewed(library, site, "/fog/")
    draft = library.save_draft(review, "Was it?", now=NOON)
    outcome = await talk.send(draft.id, ZOE)
    assert (outcome.kind, library.reply(draft.id).stage, library.reply(draft.id).sent) == (
        Answered.UNSENT, Stage.DRAFT, None,
    )  # fmt: skip


async def test_a_time_out_is_unknown_and_never_sent_again_by_itself(
    library: Library, web: Web, site: Site, talk: Talk
) -> None:
    critic = Critic(site)
    (review,) = reviewed(library, site, "/fog/")
    hold = threading.Event()

    def slow(asked: Asked) -> Reply:
        answer = critic.take(asked)
        hold.wait(20)
        return answer

    site.answers["/wp-comments-post.php"] = slow
    draft = library.save_draft(review, "Was it?", now=NOON)
    sending = asyncio.create_task(talk.send(draft.id, ZOE))
    assert await asyncio.to_thread(critic.came.wait, 20)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    hold.set()
    assert library.reply(draft.id).stage is Stage.UNKNOWN
    assert (await talk.send(draft.id, ZOE)).kind is Answered.UNKNOWN
    assert (await talk.look_again(draft.id)).kind is Answered.PUBLISHED
    assert len(critic.arrived) == 1


CHILD = """
import asyncio, sys
from pathlib import Path
from tests.makers import NOON
from tui.model.reply import Identity
from tui.refresh.talk import Talk
from tui.store.library import Library
from tui.web.client import Web

async def main():
    async with Web() as web:
        await Talk(Library.open(Path(sys.argv[1])), web, lambda: NOON).send(1, Identity("Zoe", "zoe@readers.example"))

asyncio.run(main())
"""


async def test_killed_in_the_middle_it_is_found_again_as_unknown(talk: Talk, library: Library, site: Site) -> None:
    critic = Critic(site)
    (review,) = reviewed(library, site, "/fog/")
    arrived, hold = threading.Event(), threading.Event()

    def slow(asked: Asked) -> Reply:
        arrived.set()
        hold.wait(20)
        return critic.take(asked)

    site.answers["/wp-comments-post.php"] = slow
    draft = library.save_draft(review, "Was it?", now=NOON)
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", CHILD, str(library.path), cwd=ROOT)
    assert await asyncio.to_thread(arrived.wait, 30)
    child.kill()
    await child.wait()
    assert library.reply(draft.id).stage is Stage.SENDING
    assert (await talk.send(draft.id, ZOE)).kind is Answered.UNKNOWN
    hold.set()
    thread = library.look_at_thread(review, now=NOON + timedelta(minutes=5))
    assert [each.stage for each in thread.replies] == [Stage.UNKNOWN]
    assert (await talk.send(draft.id, ZOE)).kind is Answered.UNKNOWN
    assert sum(asked.method == "POST" for asked in site.asked) == 1


async def test_a_reply_nobody_knows_is_refused(talk: Talk, library: Library) -> None:
    from tui.model.errors import UnknownReply

    with pytest.raises(UnknownReply):
        await talk.send(99, ZOE)
