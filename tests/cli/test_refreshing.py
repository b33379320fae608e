"""`refresh`, over real HTTP against the sample site."""

from tests.cli.conftest import Shelf
from tests.cli.running import Matinee
from tests.loopback import Reply, serving
from tests.refresh.feeds import post, rss
from tui.cli.surroundings import clock
from tui.demo.site import DemoSite
from tui.store.library import Library


def test_a_refresh_counts_and_names_each_failure(matinee: Matinee, site: DemoSite, shelf: Shelf) -> None:
    for name, address, _ in site.subscriptions:
        matinee("add", address, "--name", name, "--no-refresh")
    shelf.put(critic="Nobody Home")
    first = matinee("refresh", "--json")
    assert first.code == 1
    assert first.json["checked"] == len(matinee("critics", "--json").json)
    assert first.json["new"] >= 40
    assert [each["critic"] for each in first.json["failed"]] == ["Nobody Home"]
    second = matinee("refresh", "--json").json
    assert second["new"] == second["changed"] == 0
    assert second["unchanged"] == second["checked"] - len(second["failed"])


def test_one_critic_alone_is_silent_when_all_is_well(matinee: Matinee, site: DemoSite) -> None:
    matinee("add", site.subscriptions[0][1], "--name", "Odile", "--no-refresh")
    ran = matinee("refresh", "Odile")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_an_unknown_critic_is_wrong_use(matinee: Matinee) -> None:
    assert matinee("refresh", "nobody").code == 2


def test_without_critics_there_is_nothing_to_do(matinee: Matinee) -> None:
    counts = {"checked": 0, "unchanged": 0, "changed": 0, "new": 0, "failed": [], "regraded": []}
    behind = {"pages": {"read": 0, "failed": []}, "threads": {"read": 0, "new": 0, "failed": []}}
    assert matinee("refresh", "--json").json == counts | behind


def test_threads_of_recent_reviews_are_read_behind_the_feeds(matinee: Matinee) -> None:
    with DemoSite(clock()) as site:
        matinee("add", f"{site.url}marginalia/", "--no-refresh")
        threads = matinee("refresh", "--json").json["threads"]
        assert (0 < threads["read"] <= 5, threads["failed"]) == (True, [])
    newest = next(each for each in matinee("list", "newer:3w", "--json").json if each["comments"])
    assert len(matinee("comments", str(newest["id"]), "--cached", "--json").json) == newest["comments"]


def test_only_who_is_due_is_visited_when_the_clock_asks(matinee: Matinee) -> None:
    with serving() as site:
        site.feed("/feed", rss(post(1)))
        matinee("add", f"{site.url}/feed", "--no-refresh")
        assert matinee("refresh", "--due", "--json").json["new"] == 1
        asked = len(site.asked)
        ran = matinee("refresh", "--due")
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert len(site.asked) == asked
        assert matinee("refresh", "--json").json["checked"] == 1
        assert matinee("refresh", "--due", "The Fog").code == 2


def test_a_server_that_asked_to_be_left_alone_is_whoever_asks(matinee: Matinee) -> None:
    with serving() as site:
        site.feed("/feed", rss(post(1)))
        matinee("add", f"{site.url}/feed", "--no-refresh")
        site.answers["/feed"] = Reply(status=429, headers={"Retry-After": "600"})
        assert matinee("refresh").code == 1
        asked = len(site.asked)
        for words in (("refresh", "--json"), ("refresh", "--due", "--json"), ("refresh", "The Fog", "--json")):
            ran = matinee(*words)
            assert (ran.code, ran.json["checked"]) == (0, 0)
        assert "asked to be left alone until" in ran.err
        assert len(site.asked) == asked


def test_a_feed_that_is_gone_is_told_once_and_left_alone(matinee: Matinee) -> None:
    with serving() as site:
        site.feed("/feed", rss(post(1)))
        matinee("add", f"{site.url}/feed")
        site.answers["/feed"] = Reply(status=410)
        gone = matinee("refresh")
        assert (gone.code, "410 Gone" in gone.err) == (1, True)
        again = matinee("refresh")
        assert (again.code, again.err) == (0, "")
        assert matinee("critics", "--json").json[0]["gone"]
        site.feed("/feed", rss(post(1), post(2)))
        assert matinee("refresh", "The Fog", "--json").json["new"] == 1
        assert matinee("critics", "--json").json[0]["gone"] is None


def test_a_second_refresh_says_that_one_is_under_way_and_ends_well(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put()
    with Library.open(shelf.file) as library, library.refreshing():
        ran = matinee("refresh", "--json")
        assert (ran.code, ran.json["checked"]) == (0, 0)
        assert "Another refresh of this library is under way" in ran.err
        timed = matinee("refresh", "--due")
        assert (timed.code, timed.out, timed.err) == (0, "", "")
