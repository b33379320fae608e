"""Replies to the real WordPress: sent through its own form, every answer told apart, and what it shows looked at."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.servers.blog_reader import ZOE, BlogReader, reading
from tests.servers.wordpress.blog import Blog
from tui.model.comment import Standing
from tui.model.reply import Answered, Identity, ReplyOutcome, Stage


async def send(reader: BlogReader, post: int, text: str, *, parent: str | None = None, who: Identity = ZOE) -> Any:
    """Write a reply, send it, and return the outcome and what the library keeps of it."""
    draft = reader.library.save_draft(reader.review(post), text, parent=parent, now=reader.clock())
    outcome = await reader.talk.send(draft.id, who)
    return outcome, reader.library.reply(draft.id)


def there(blog: Blog, post: int) -> list[str]:
    """Return the texts of a post's comments, whatever their standing, as WordPress keeps them."""
    found = blog.call("get_comments", {"post_id": post, "status": "all"})
    return [each["comment_content"] for each in found]


@pytest.mark.parametrize("permalinks", ["/%year%/%postname%/", ""])
async def test_a_reply_is_sent_and_seen_to_arrive(blog: Blog, tmp_path: Path, permalinks: str) -> None:
    blog.options(permalink_structure=permalinks)
    deep = blog.seed["deep"]
    async with reading(blog, tmp_path) as reader:
        review = reader.review(deep)
        await reader.talk.fetch(review)
        parent = next(each for each in reader.library.thread(review).comments if each.depth == 2)
        outcome, reply = await send(reader, deep, 'It "earned" it & more.\n\nSee https://fog.test/', parent=parent.id)
        assert (outcome.kind, outcome.seen, reply.stage) == (Answered.PUBLISHED, True, Stage.PUBLISHED)
        thread = reader.library.thread(review)
        own = next(each for each in thread.comments if each.own)
        assert (own.id, own.parent, own.depth, own.author) == (outcome.comment_id, parent.id, 3, "Zoe")
        assert own.text == "It “earned” it & more.\n\nSee https://fog.test/"
        assert own.links == ("https://fog.test/",)
        assert (own.standing, thread.replies) == (Standing.SHOWN, ())
    kept = blog.call("get_comment", int(outcome.comment_id))
    assert (kept["comment_author_email"], kept["comment_author_url"]) == (ZOE.email, ZOE.site)


async def test_a_held_reply_stands_in_the_thread_until_it_appears(blog: Blog, tmp_path: Path) -> None:
    blog.options(comment_moderation=1)
    silent = blog.seed["special"]["silent"]
    async with reading(blog, tmp_path) as reader:
        review = reader.review(silent)
        outcome, reply = await send(reader, silent, "First!")
        assert (outcome.kind, reply.stage) == (Answered.HELD, Stage.HELD)
        assert [each.standing for each in reader.library.thread(review).comments] == [Standing.HELD]
        assert (await reader.talk.look_again(reply.id)).kind is Answered.HELD
        blog.call("wp_set_comment_status", int(outcome.comment_id), "approve")
        assert (await reader.talk.look_again(reply.id)).kind is Answered.PUBLISHED
        (own,) = reader.library.thread(review).comments
        assert (own.standing, own.own) == (Standing.SHOWN, True)


async def test_a_word_on_the_list_answers_like_success_and_is_missed(blog: Blog, tmp_path: Path) -> None:
    blog.options(disallowed_keys="roulette")
    silent = blog.seed["special"]["silent"]
    async with reading(blog, tmp_path) as reader:
        outcome, reply = await send(reader, silent, "Come to the roulette")
        assert (outcome.kind, reply.stage) == (Answered.MISSING, Stage.MISSING)
        assert reply.text == "Come to the roulette"
        assert not await may_send(reader, reply.id)


async def may_send(reader: BlogReader, reply_id: int) -> bool:
    """Whether sending it again sends anything."""
    before = reader.library.reply(reply_id).sent
    await reader.talk.send(reply_id, ZOE)
    return reader.library.reply(reply_id).sent != before


@pytest.mark.parametrize(
    ("who", "text", "words"),
    [
        (Identity("", "zoe@readers.test"), "Hello", "required fields"),
        (Identity("Zoe", "nowhere"), "Hello", "valid email"),
        (ZOE, " ", "type your comment"),
    ],
)
async def test_what_is_wrong_is_told_in_the_sites_words(
    blog: Blog, tmp_path: Path, who: Identity, text: str, words: str
) -> None:
    silent = blog.seed["special"]["silent"]
    async with reading(blog, tmp_path) as reader:
        outcome, reply = await send(reader, silent, text, who=who)
        assert outcome.kind is Answered.REFUSED
        assert words in outcome.words
        assert not outcome.words.lower().startswith("error")
        assert (reply.stage, reply.words) == (Stage.DRAFT, outcome.words)
    assert there(blog, silent) == []


async def test_a_duplicate_and_a_hasty_reply_are_told_apart(blog: Blog, tmp_path: Path) -> None:
    silent = blog.seed["special"]["silent"]
    async with reading(blog, tmp_path) as reader:
        assert (await send(reader, silent, "Hello"))[0].kind is Answered.PUBLISHED
        duplicate, kept = await send(reader, silent, "Hello")
        assert (duplicate.kind, kept.stage) == (Answered.DUPLICATE, Stage.DRAFT)
        assert "uplicate" in duplicate.words
        blog.options(test_flood=15)
        hasty, kept = await send(reader, silent, "Another")
        assert (hasty.kind, hasty.wait, kept.stage) == (Answered.TOO_FAST, 15.0, Stage.DRAFT)
        blog.options(test_flood=0)
        assert (await reader.talk.send(kept.id, ZOE)).kind is Answered.PUBLISHED
    assert sorted(there(blog, silent)) == ["Another", "Hello"]


async def test_closed_and_for_members_are_known_before_anything_is_sent(blog: Blog, tmp_path: Path) -> None:
    closed, silent = blog.seed["special"]["closed"], blog.seed["special"]["silent"]
    async with reading(blog, tmp_path) as reader:
        outcome, reply = await send(reader, closed, "Hello")
        assert (outcome.kind, reply.stage, reply.sent) == (Answered.CLOSED, Stage.DRAFT, None)
        blog.options(comment_registration=1)
        outcome, reply = await send(reader, silent, "Hello")
        assert (outcome.kind, reply.stage, reply.sent) == (Answered.LOGIN_NEEDED, Stage.DRAFT, None)
        assert "logged in" in outcome.words


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        (("update_option", "comment_registration", 1), Answered.LOGIN_NEEDED),
        (("wp_update_post", {"comment_status": "closed"}), Answered.CLOSED),
        (("wp_update_post", {"post_password": "sesame"}), Answered.REFUSED),
        (("wp_update_post", {"post_status": "draft"}), Answered.REFUSED),
    ],
)
async def test_what_changes_while_the_form_is_filled_is_told_by_the_answer(
    blog: Blog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: tuple[Any, ...], kind: Answered
) -> None:
    silent = blog.seed["special"]["silent"]
    if before[0] == "wp_update_post":
        before = (before[0], {"ID": silent, **before[1]})
    async with reading(blog, tmp_path) as reader:
        begin = reader.library.begin_sending

        def meanwhile(*given: Any, **named: Any) -> bool:
            blog.calls(before)
            return begin(*given, **named)

        monkeypatch.setattr(reader.library, "begin_sending", meanwhile)
        outcome, reply = await send(reader, silent, "Hello")
        assert (outcome.kind, reply.stage) == (kind, Stage.DRAFT), outcome
        assert outcome.words
    assert there(blog, silent) == []


async def test_a_reply_is_never_sent_twice(blog: Blog, tmp_path: Path) -> None:
    silent = blog.seed["special"]["silent"]
    async with reading(blog, tmp_path) as reader:
        draft = reader.library.save_draft(reader.review(silent), "Only once & no more", now=reader.clock())
        outcomes = await asyncio.gather(*(reader.talk.send(draft.id, ZOE) for _ in range(3)))
        assert sorted(outcome.kind for outcome in outcomes) == ["published", "unknown", "unknown"]
        assert (await reader.talk.send(draft.id, ZOE)).kind is Answered.UNKNOWN
        assert reader.library.reply(draft.id).stage is Stage.PUBLISHED
    assert len(there(blog, silent)) == 1


async def test_a_time_out_leaves_it_unknown_and_looking_finds_it(
    blog: Blog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = blog.seed["special"]["silent"]
    async with reading(blog, tmp_path) as reader:
        exchange = reader.web.exchange

        async def slow(method: str, *given: Any) -> Any:
            answer = await exchange(method, *given)
            if method == "POST":
                raise asyncio.CancelledError  # the app is quit after the form left, before its answer is read
            return answer

        monkeypatch.setattr(reader.web, "exchange", slow)
        draft = reader.library.save_draft(reader.review(silent), "Did it get there?", now=reader.clock())
        with pytest.raises(asyncio.CancelledError):
            await reader.talk.send(draft.id, ZOE)
        assert reader.library.reply(draft.id).stage is Stage.UNKNOWN
        assert not await may_send(reader, draft.id)
        found: ReplyOutcome = await reader.talk.look_again(draft.id)
        assert found.kind is Answered.PUBLISHED
        assert reader.library.reply(draft.id).comment_id == found.comment_id != ""
    assert there(blog, silent) == ["Did it get there?"]


async def test_no_address_of_the_reader_is_anywhere_but_in_the_form(blog: Blog, tmp_path: Path) -> None:
    async with reading(blog, tmp_path) as reader:
        silent = blog.seed["special"]["silent"]
        outcome, reply = await send(reader, silent, "Hello", who=replace(ZOE, email="zoe-secret@readers.test"))
        assert outcome.kind is Answered.PUBLISHED
        assert "zoe-secret" not in repr((outcome, reply, ZOE))
    assert not any(b"zoe-secret" in each for each in contents(tmp_path))


def contents(folder: Path) -> list[bytes]:
    """Return every file in a folder."""
    return [path.read_bytes() for path in folder.iterdir()]
