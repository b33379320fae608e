"""The app on the real WordPress: its thread on the screen, an answer written in it, and that answer seen to arrive."""

from pathlib import Path

from textual.pilot import Pilot

from tests.app.filling import seen, still
from tests.servers.blog_reader import ZOE, BlogReader, reading
from tests.servers.wordpress.blog import Blog
from tests.waiting import until
from tui.app.app import MatineeApp
from tui.app.dialogs.preview_reply import PreviewReplyDialog
from tui.app.screens.comments import CommentsScreen
from tui.app.screens.compose import ComposeScreen


def app_of(reader: BlogReader) -> MatineeApp:
    """Return the app of somebody who reads this blog as Zoe."""
    return MatineeApp(reader.library, reader.refresher, reader.clock, identity=ZOE, on_start=False)


def words(app: MatineeApp) -> str:
    return "\n".join(seen(app))


async def thread_of(pilot: Pilot[str | None], app: MatineeApp, review: int, there: str) -> None:
    """Open the thread of a review, and wait until the site has given it."""
    app.show_comments(review)
    await until(pilot, lambda: there in words(app), f"{there} on the screen")
    await still(pilot)


async def reply(pilot: Pilot[str | None], text: str) -> None:
    """Answer the selected comment, and send that."""
    await pilot.press("i")
    await until(pilot, lambda: isinstance(pilot.app.screen, ComposeScreen), "where one writes")
    await pilot.press(*text, "ctrl+s")
    await until(pilot, lambda: isinstance(pilot.app.screen, PreviewReplyDialog), "the preview")
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, CommentsScreen), "the thread again")


async def test_an_answer_written_in_the_thread_is_on_the_site_and_in_the_thread(blog: Blog, tmp_path: Path) -> None:
    deep = blog.seed["deep"]
    async with reading(blog, tmp_path) as reader:
        app = app_of(reader)
        async with app.run_test(size=(90, 50)) as pilot:
            await thread_of(pilot, app, reader.review(deep), "│ │ │ │ ")
            before = words(app)
            await pilot.press("j")
            await reply(pilot, "Fog and horn!")
            await until(pilot, lambda: "Zoe · you" in words(app), "the answer")
            await still(pilot)
            assert "Fog and horn!" not in before
            assert "▌ │ │ │ Fog and horn!" in words(app)
    assert "Fog and horn!" in [each["comment_content"] for each in blog.call("get_comments", {"post_id": deep})]


async def test_a_held_answer_stands_in_the_thread_as_such(blog: Blog, tmp_path: Path) -> None:
    blog.options(comment_moderation=1)
    deep = blog.seed["deep"]
    async with reading(blog, tmp_path) as reader:
        app = app_of(reader)
        async with app.run_test(size=(90, 50)) as pilot:
            await thread_of(pilot, app, reader.review(deep), "│ │ │ │ ")
            await reply(pilot, "Fog and horn!")
            await until(pilot, lambda: "Zoe · you · waits for the moderator" in words(app), "how it stands")


async def test_a_long_thread_comes_whole(blog: Blog, tmp_path: Path) -> None:
    busy = blog.seed["busy"]
    async with reading(blog, tmp_path) as reader:
        app = app_of(reader)
        async with app.run_test(size=(90, 30)) as pilot:
            app.show_comments(reader.review(busy))
            await until(pilot, lambda: "230 comments · fetched just now" in words(app), "all of them")
            await pilot.press("G")
            await until(pilot, lambda: "▌" in seen(app)[27] or "▌" in seen(app)[26], "the last")
