"""A review whose text came from its page is read there once more when its post changes."""

from tests.loopback import Reply, Site
from tests.refresh.test_pages import EXCERPT, critic, drafts, feed, pages, read, refresh
from tui.model.critic import Critic
from tui.refresh.refresher import Refresher
from tui.store.library import Library

__all__ = ["critic"]


async def test_an_edited_post_is_read_again_and_what_it_was_is_kept(
    site: Site, library: Library, refresher: Refresher, critic: Critic
) -> None:
    await read(refresher, critic)
    site.asked.clear()
    pages(site, *range(1, 8), grade="D")
    feed(site, *range(1, 8), text=f"Edited. {EXCERPT}")
    await refresh(refresher, critic)
    await read(refresher, critic)
    assert sorted(path for path in site.paths() if path != "/feed") == [f"/{n}" for n in range(1, 8)]
    assert {draft.grade.letter for draft in drafts(library, critic) if draft.grade} == {"D"}
    (was,) = library.editions(library.newest(critic.id, 1)[0])
    assert was.grade is not None
    assert was.grade.letter == "B+"


async def test_a_page_that_is_gone_by_then_leaves_the_text_and_is_not_asked_for_again(
    site: Site, library: Library, refresher: Refresher, critic: Critic
) -> None:
    await read(refresher, critic)
    had = [draft.text for draft in drafts(library, critic)]
    for number in range(1, 8):
        site.answers[f"/{number}"] = Reply(status=404)
    feed(site, *range(1, 8), text=f"Edited. {EXCERPT}")
    await refresh(refresher, critic)
    assert all(page.failed for page in await read(refresher, critic))
    assert [draft.text for draft in drafts(library, critic)] == had
    site.asked.clear()
    await read(refresher, critic)
    assert site.paths() == []
