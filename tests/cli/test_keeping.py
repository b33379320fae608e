import pytest

from tests.cli.conftest import Shelf
from tests.cli.running import Matinee
from tests.loopback import Site, serving
from tests.refresh.feeds import post, rss
from tui.store.library import Library


def critic(matinee: Matinee) -> dict[str, object]:
    found: dict[str, object] = matinee("critics", "--json").json[0]
    return found


def test_a_paused_critic_is_visited_only_by_name(matinee: Matinee) -> None:
    with serving() as site:
        site.feed("/feed", rss(post(1)))
        matinee("add", f"{site.url}/feed", "--no-refresh")
        assert matinee("pause", "The Fog").err == "The Fog Desk is paused\n"
        asked = len(site.asked)
        assert matinee("refresh", "--json").json["checked"] == 0
        assert len(site.asked) == asked
        assert "paused" in matinee("critics").out
        assert matinee("refresh", "The Fog", "--json").json["new"] == 1
        assert matinee("resume", "The Fog").err == "The Fog Desk is visited again\n"
        assert matinee("refresh", "--json").json["checked"] == 1


def test_what_holds_for_a_critic_can_be_told_and_changed(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put()
    assert matinee("tune", "Ada").err == "Ada Quill: visited by its own rhythm, no tags\n"
    told = matinee("tune", "Ada", "--every", "90m", "--tag", "fog", "--tag", "weekly", "--name", "Ada Q.").err
    assert told == "Ada Q.: visited every 90m, #fog #weekly\n"
    assert (critic(matinee)["every"], critic(matinee)["tags"]) == (5_400, ["fog", "weekly"])
    assert matinee("tune", "Ada", "--every", "auto", "--no-tags").err == "Ada Q.: visited by its own rhythm, no tags\n"


@pytest.mark.parametrize("every", ["soon", "0", "-1h", "9999d", "", "1.5h", "٣h"])
def test_a_length_of_time_that_is_none_is_wrong_use(matinee: Matinee, shelf: Shelf, every: str) -> None:
    shelf.put()
    ran = matinee("tune", "Ada", "--every", every)
    assert (ran.code, "no length of time" in ran.err) == (2, True)


def test_a_feed_is_moved_to_where_it_seems_to_be(matinee: Matinee, shelf: Shelf) -> None:
    with serving() as site:
        page = f'<html><head><link rel="alternate" type="application/rss+xml" href="{site.url}/new.xml"></head></html>'
        site.page("/", page)
        site.feed("/old.xml", rss(post(1)))
        matinee("add", f"{site.url}/old.xml")
        site.answers.pop("/old.xml")
        site.feed("/new.xml", rss(post(1), post(2)))
        with Library.open(shelf.file) as library:
            library.begin_anew(1, f"{site.url}/old.xml")
        _site(site, shelf)
        failed = matinee("refresh")
        assert (failed.code, f"seems to be at {site.url}/new.xml now" in failed.err) == (1, True)
        assert matinee("move", "The Fog").err == f"The Fog Desk is asked at {site.url}/new.xml from now on\n"
        assert matinee("refresh", "--json").json["new"] == 1


def _site(site: Site, shelf: Shelf) -> None:
    """Let the critic's site be the one that serves the feed: the feed itself names another."""
    from tui.store.connections import Connections

    connections = Connections(shelf.file)
    with connections.writing() as connection:
        connection.execute("UPDATE critic SET site_url = ?", (f"{site.url}/",))
    connections.close()


def test_without_a_suggestion_the_address_must_be_given(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put()
    assert matinee("move", "Ada").code == 2
    assert (
        matinee("move", "Ada", "new.example/feed").err == "Ada Quill is asked at https://new.example/feed from now on\n"
    )
    assert matinee("move", "Ada", "file:///etc/passwd").code == 2
