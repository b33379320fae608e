"""Replies: kept from the first key on, sent once from the preview, every answer told, and what became of those sent."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.filling import NoNews, app_on, arrived, filled, seen, still
from tests.app.threading import ScriptedTalk, found, make_comment
from tests.makers import NOON
from tests.waiting import until
from tui.app.app import MatineeApp
from tui.app.dialogs.introduce import IntroduceDialog
from tui.app.dialogs.own_reply import OwnReplyDialog, choices
from tui.app.dialogs.preview_reply import PreviewReplyDialog
from tui.app.screens.comments import CommentsScreen
from tui.app.screens.compose import ComposeScreen
from tui.model.errors import BadSetting
from tui.model.reply import Answered, Identity, ReplyOutcome, Stage
from tui.store.library import Library

NELL = Identity("Nell Harrow", "nell@mail.example")
IRIS = make_comment(id="1", author="Iris", text="The keeper, though.\n\nAnd the horn.")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with filled(tmp_path, 8) as library:
        library.keep_thread(1, found(IRIS), now=NOON)
        yield library


def stage(library: Library, *answers: ReplyOutcome, **settings: Any) -> tuple[MatineeApp, ScriptedTalk]:
    """Return the app of a reader who introduced herself, and the talk that gives these answers."""
    talk, news = ScriptedTalk(library, answers), NoNews()
    news.talk = talk
    return app_on(library, news, **{"identity": NELL, **settings}), talk


def words(pilot: Pilot[str | None]) -> str:
    assert isinstance(pilot.app, MatineeApp)
    return "\n".join(seen(pilot.app))


async def until_on(pilot: Pilot[str | None], screen: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, screen), f"the {screen.__name__}")


async def writing(pilot: Pilot[str | None]) -> ComposeScreen:
    """Open the thread of the first review and begin to answer its first comment."""
    await arrived(pilot)
    await pilot.press("c")
    await until_on(pilot, CommentsScreen)
    await until(pilot, lambda: "The keeper, though." in words(pilot), "the thread")
    await still(pilot)
    await pilot.press("i")
    await until_on(pilot, ComposeScreen)
    assert isinstance(pilot.app.screen, ComposeScreen)
    return pilot.app.screen


async def sent(pilot: Pilot[str | None]) -> None:
    """Write a reply and send it."""
    await writing(pilot)
    await pilot.press(*"Fog!", "ctrl+s")
    await until_on(pilot, PreviewReplyDialog)
    await pilot.press("enter")


async def test_the_first_key_is_on_disk(library: Library) -> None:
    app, _ = stage(library)
    async with app.run_test() as pilot:
        await writing(pilot)
        await pilot.press("F")
        await until(pilot, library.unsettled_replies, "the draft")
        (draft,) = library.unsettled_replies()
        assert (draft.text, draft.parent, draft.stage) == ("F", "1", Stage.DRAFT)


async def test_leaving_keeps_the_draft_and_it_is_there_again(library: Library) -> None:
    app, _ = stage(library)
    async with app.run_test() as pilot:
        await writing(pilot)
        await pilot.press(*"Fog!", "escape")
        await until(pilot, lambda: "your draft" in words(pilot), "the mark of a draft")
        await pilot.press("i")
        await until_on(pilot, ComposeScreen)
        await until(pilot, lambda: "Your draft of just now." in words(pilot), "the draft")
        assert pilot.app.screen.area.text == "Fog!"  # type: ignore[attr-defined]
        await pilot.press("1")
        await until(pilot, lambda: library.unsettled_replies()[0].text == "Fog!1", "what was added")
        assert len(library.unsettled_replies()) == 1


async def test_ending_the_app_keeps_what_was_written(library: Library) -> None:
    app, _ = stage(library)
    async with app.run_test() as pilot:
        await writing(pilot)
        await pilot.press(*"Fog and horn", "ctrl+q")
    assert [reply.text for reply in library.unsettled_replies()] == ["Fog and horn"]


async def test_a_draft_is_offered_at_the_next_start(library: Library) -> None:
    library.save_draft(1, "Half a tho", parent="1", now=NOON)
    app, _ = stage(library)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: "A reply you wrote is not sent yet" in words(pilot), "the offer")
        await arrived(pilot)
        await pilot.press("ctrl+r")
        await until_on(pilot, ComposeScreen)
        await until(pilot, lambda: "Half a tho" in words(pilot), "the draft")
        await pilot.press("escape")
        await until_on(pilot, CommentsScreen)


async def test_an_emptied_draft_is_gone(library: Library) -> None:
    app, _ = stage(library)
    async with app.run_test() as pilot:
        await writing(pilot)
        await pilot.press("F", "backspace", "escape")
        await until_on(pilot, CommentsScreen)
        assert library.unsettled_replies() == ()


async def test_a_draft_is_thrown_away_when_that_is_meant(library: Library) -> None:
    app, _ = stage(library)
    async with app.run_test() as pilot:
        await writing(pilot)
        await pilot.press("F", "f8", "n")
        await until_on(pilot, ComposeScreen)
        assert library.unsettled_replies()
        await pilot.press("f8", "y")
        await until_on(pilot, CommentsScreen)
        assert library.unsettled_replies() == ()


async def test_a_reply_is_seen_as_the_thread_would_show_it_before_it_is_sent(library: Library) -> None:
    app, talk = stage(library)
    async with app.run_test(size=(90, 30)) as pilot:
        await writing(pilot)
        await pilot.press(*"Fog!", "ctrl+s")
        await until_on(pilot, PreviewReplyDialog)
        await until(pilot, lambda: "│ • Nell Harrow · you" in words(pilot), "the preview")
        assert "Sent as Nell Harrow <nell@mail.example>" in words(pilot)
        await pilot.press("escape")
        await until_on(pilot, ComposeScreen)
        assert talk.sent == []


async def test_a_published_reply_stands_in_the_thread(library: Library) -> None:
    app, talk = stage(library, ReplyOutcome(Answered.PUBLISHED, comment_id="9"))
    async with app.run_test(size=(90, 30), notifications=True) as pilot:
        library.keep_thread(
            1, found(IRIS, make_comment(id="9", author="Nell Harrow", text="Fog!", parent="1")), now=NOON
        )
        await sent(pilot)
        await until(pilot, lambda: "Your reply is published." in words(pilot), "the answer")
        await until_on(pilot, CommentsScreen)
        await until(pilot, lambda: "▌ │ • Nell Harrow · you" in words(pilot), "the reply, selected")
        assert [who for _, who in talk.sent] == [NELL]


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        (Answered.HELD, "waits for the moderator"),
        (Answered.UNKNOWN, "nobody knows"),
        (Answered.MISSING, "not shown"),
    ],
)
async def test_a_pending_reply_stands_in_the_thread_as_such(library: Library, kind: Answered, mark: str) -> None:
    app, _ = stage(library, ReplyOutcome(kind))
    async with app.run_test(size=(90, 30)) as pilot:
        await sent(pilot)
        await until_on(pilot, CommentsScreen)
        await until(pilot, lambda: mark in words(pilot), "how it stands")
        assert "Fog!" in words(pilot)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (ReplyOutcome(Answered.REFUSED, "please enter a valid email [/]"), "please enter a valid email [/]"),
        (ReplyOutcome(Answered.DUPLICATE), "has this very text"),
        (ReplyOutcome(Answered.TOO_FAST, wait=15), "in 15 seconds"),
        (ReplyOutcome(Answered.CLOSED), "takes no comments any more"),
        (ReplyOutcome(Answered.UNSENT, "no network"), "Nothing was sent: no network."),
    ],
)
async def test_what_the_site_does_not_take_is_written_on(library: Library, outcome: ReplyOutcome, said: str) -> None:
    app, talk = stage(library, outcome, ReplyOutcome(Answered.HELD))
    async with app.run_test(size=(120, 30)) as pilot:
        await sent(pilot)
        await until(pilot, lambda: said in words(pilot), "the answer")
        await until_on(pilot, ComposeScreen)
        await pilot.press("!", "ctrl+s")
        await until_on(pilot, PreviewReplyDialog)
        await pilot.press("enter")
        await until_on(pilot, CommentsScreen)
        assert len(talk.sent) == 2
        assert library.thread(1).replies[0].text == "Fog!!"


@pytest.mark.parametrize("kind", [Answered.NO_FORM, Answered.LOGIN_NEEDED])
async def test_without_a_form_the_browser_gets_it(
    library: Library, kind: Answered, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def browse(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    app, _ = stage(library, ReplyOutcome(kind, url="https://critic.example/0#respond"))
    async with app.run_test(size=(120, 30)) as pilot:
        await sent(pilot)
        await until(pilot, lambda: opened == ["https://critic.example/0#respond"], "the browser")
        assert app.clipboard == "Fog!"
        assert [reply.stage for reply in library.unsettled_replies()] == [Stage.DRAFT]


async def test_a_reply_is_sent_once_whatever_is_pressed(library: Library) -> None:
    app, talk = stage(library, ReplyOutcome(Answered.HELD), ReplyOutcome(Answered.HELD))
    async with app.run_test(size=(90, 30)) as pilot:
        talk.gate = asyncio.Event()
        talk.gate.set()
        await writing(pilot)
        talk.gate.clear()
        await pilot.press(*"Fog!", "ctrl+s")
        await until_on(pilot, PreviewReplyDialog)
        await pilot.press("enter", "enter", "escape", "enter", "q")
        await until(pilot, lambda: talk.sent, "the sending")
        assert "Sending …" in words(pilot)
        assert isinstance(app.screen, PreviewReplyDialog)
        talk.gate.set()
        await until_on(pilot, CommentsScreen)
        assert len(talk.sent) == 1


async def test_nothing_is_not_sent(library: Library) -> None:
    app, _ = stage(library)
    async with app.run_test() as pilot:
        await writing(pilot)
        await pilot.press("space", "ctrl+s")
        await until(pilot, lambda: "nothing to send" in words(pilot), "the word")
        assert isinstance(app.screen, ComposeScreen)


async def test_a_stranger_is_asked_who_they_are_once(library: Library) -> None:
    kept: list[Identity] = []
    app, talk = stage(library, ReplyOutcome(Answered.HELD), identity=Identity(), keep_identity=kept.append)
    async with app.run_test(size=(90, 30)) as pilot:
        await writing(pilot)
        await pilot.press(*"Fog!", "ctrl+s")
        await until_on(pilot, IntroduceDialog)
        await pilot.press("enter")
        await until(pilot, lambda: "A name is needed" in words(pilot), "what is missing")
        app.screen.query_one("#name", Input).value = "Nell Harrow"
        await pilot.press("enter")
        await until(pilot, lambda: "asks for an e-mail address" in words(pilot), "what is missing")
        app.screen.query_one("#email", Input).value = "nell@mail.example"
        await pilot.press("enter")
        await until_on(pilot, PreviewReplyDialog)
        await pilot.press("enter")
        await until_on(pilot, CommentsScreen)
        assert kept == [NELL]
        assert [who for _, who in talk.sent] == [NELL]


async def test_a_configuration_that_cannot_be_written_is_told(library: Library) -> None:
    def refuse(identity: Identity) -> None:
        raise BadSetting("cannot write config.toml: full", "Check its permissions")

    app, _ = stage(library, keep_identity=refuse)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await writing(pilot)
        await pilot.press("f2")
        await until_on(pilot, IntroduceDialog)
        app.screen.query_one("#site", Input).value = "https://nell.example"
        await pilot.press("enter")
        await until(pilot, lambda: "cannot write config.toml" in words(pilot), "the reason")
        assert app.identity.site == "https://nell.example"


async def test_a_quote_is_put_in_on_demand(library: Library) -> None:
    app, _ = stage(library)
    async with app.run_test() as pilot:
        screen = await writing(pilot)
        await pilot.press("ctrl+g")
        assert screen.area.text == "> The keeper, though.\n>\n> And the horn.\n\n"


async def test_pasted_escapes_stay_out(library: Library) -> None:
    app, _ = stage(library)
    async with app.run_test() as pilot:
        screen = await writing(pilot)
        screen.area.load_text("Fog \x1b]2;owned\x07\u202e[/] horn")
        await until(pilot, lambda: screen.area.text == "Fog [/] horn", "clean text")
        await until(pilot, lambda: [reply.text for reply in library.unsettled_replies()] == ["Fog [/] horn"], "a draft")


async def test_without_an_editor_named_that_is_told(library: Library) -> None:
    app, _ = stage(library)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await writing(pilot)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "Set VISUAL or EDITOR" in words(pilot), "what to do")


async def test_threads_are_read_behind_a_refresh(library: Library) -> None:
    app, talk = stage(library)
    async with app.run_test() as pilot:
        await arrived(pilot)
        app.read_pages([each.critic for each in library.standings()][:2])
        await until(pilot, lambda: talk.read_of == ["Ada Quill", "Bram Oxley"], "their threads")


async def test_where_a_terminal_cannot_be_given_away_that_is_told(library: Library) -> None:
    app, _ = stage(library, editor=("ed",))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await writing(pilot)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "cannot be given to an editor" in words(pilot), "why")


async def test_a_closed_thread_takes_no_reply(library: Library) -> None:
    library.keep_thread(1, found(IRIS, closed=True), now=NOON)
    app, _ = stage(library)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await arrived(pilot)
        await pilot.press("c")
        await until(pilot, lambda: "closed" in seen(app)[0], "that it is closed")
        await pilot.press("i")
        await until(pilot, lambda: "takes no comments here" in words(pilot), "the word")
        assert isinstance(app.screen, CommentsScreen)


async def test_capital_i_comments_on_the_review(library: Library) -> None:
    app, _ = stage(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await writing(pilot)
        await pilot.press("escape")
        await until_on(pilot, CommentsScreen)
        await pilot.press("I")
        await until_on(pilot, ComposeScreen)
        await pilot.press("F")
        await until(pilot, library.unsettled_replies, "the draft")
        assert library.unsettled_replies()[0].parent is None


async def test_what_is_unknown_is_looked_for_before_it_is_sent_again(library: Library) -> None:
    app, talk = stage(library, ReplyOutcome(Answered.UNKNOWN), ReplyOutcome(Answered.MISSING))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await sent(pilot)
        await until(pilot, lambda: "nobody knows" in words(pilot), "that it is unknown")
        await until_on(pilot, CommentsScreen)
        await pilot.press("i")
        await until_on(pilot, OwnReplyDialog)
        await pilot.press("l")
        await until(pilot, lambda: "not shown" in words(pilot), "that it is not there")
        assert len(talk.looked) == 1
        await until_on(pilot, CommentsScreen)
        await pilot.press("i")
        await until_on(pilot, OwnReplyDialog)
        await pilot.press("w")
        await until_on(pilot, ComposeScreen)
        assert library.unsettled_replies()[0].stage is Stage.DRAFT
        assert len(talk.sent) == 1


async def test_an_unknown_reply_is_only_written_again_by_who_says_they_looked(library: Library) -> None:
    app, _ = stage(library, ReplyOutcome(Answered.UNKNOWN))
    async with app.run_test(size=(100, 30)) as pilot:
        await sent(pilot)
        await until_on(pilot, CommentsScreen)
        await until(pilot, lambda: "nobody knows" in words(pilot), "that it is unknown")
        await pilot.press("i", "w")
        await until(pilot, lambda: "Did you look" in words(pilot), "the question")
        await pilot.press("n")
        await until_on(pilot, CommentsScreen)
        assert library.unsettled_replies()[0].stage is Stage.UNKNOWN


def test_only_what_may_never_have_arrived_can_be_written_again() -> None:
    again = {stage for stage in Stage if "again" in {choice for _, choice, _ in choices(stage)}}
    assert again == {Stage.UNKNOWN, Stage.MISSING}
