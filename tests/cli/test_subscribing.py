"""`add`, `remove`, `critics`, over real HTTP against the sample site."""

from tests.cli.conftest import Shelf
from tests.cli.running import Matinee
from tests.loopback import serving
from tests.refresh.feeds import post, rss
from tui.demo.site import DemoSite


def address(site: DemoSite, name: str) -> str:
    return next(where for who, where, _ in site.subscriptions if name in who)


def test_subscribing_takes_the_reviews(matinee: Matinee, site: DemoSite) -> None:
    assert matinee("add", address(site, "Fenn"), "--tag", "weekly").code == 0
    (critic,) = matinee("critics", "--json").json
    assert critic["reviews"] > 5
    assert critic["tags"] == ["weekly"]
    assert critic["last"]["kind"] == "changed"
    assert len(matinee("list", "--json").json) == critic["reviews"]


def test_critics_tell_how_they_grade(matinee: Matinee, site: DemoSite) -> None:
    matinee("add", address(site, "Fenn"))
    (critic,) = matinee("critics", "--json").json
    grading = critic["grading"]
    assert grading["notation"] == "fraction"
    assert grading["scales"] == [{"notation": "fraction", "best": 10, "known_by": "stated", "grades": critic["graded"]}]
    assert grading["letters"]["B+"] == 80
    assert grading["ungraded"] == round(1 - critic["graded"] / critic["reviews"], 3)


def test_subscribing_without_refreshing_takes_none_yet(matinee: Matinee, site: DemoSite) -> None:
    assert matinee("add", address(site, "Fenn"), "--no-refresh", "--name", "Odile").code == 0
    (critic,) = matinee("critics", "--json").json
    assert (critic["name"], critic["reviews"]) == ("Odile", 0)
    assert matinee("refresh", "odile", "--json").json["new"] > 5


def test_a_page_that_links_a_feed_will_do(matinee: Matinee, site: DemoSite) -> None:
    pages = [where for name, where, _ in site.subscriptions if "feed" not in where and "Repairs" not in name]
    assert pages
    ran = matinee("add", *pages)
    assert ran.code == 0, ran.err
    assert all("feed" in critic["feed"] or "rss" in critic["feed"] for critic in matinee("critics", "--json").json)


def test_the_same_feed_twice_is_wrong_use_and_changes_nothing(matinee: Matinee, site: DemoSite) -> None:
    matinee("add", address(site, "Fenn"))
    before = matinee("critics", "--json").json
    ran = matinee("add", address(site, "Fenn"))
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert matinee("critics", "--json").json == before


def test_one_bad_address_does_not_spoil_the_others(matinee: Matinee, site: DemoSite) -> None:
    ran = matinee("add", "http://127.0.0.1:1/feed", address(site, "Fenn"))
    assert ran.code == 1
    assert "127.0.0.1" in ran.err
    assert len(matinee("critics", "--json").json) == 1


def test_what_is_no_address_is_wrong_use(matinee: Matinee) -> None:
    for wrong in ("file:///etc/passwd", "", "http://", "javascript:alert(1)"):
        ran = matinee("add", "--", wrong)
        assert ran.code == 2, wrong
        assert len(ran.err.splitlines()) == 1
    assert matinee("critics", "--json").json == []


def test_removing_needs_a_critic_one_knows(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put()
    ran = matinee("remove", "Ada Quilt")
    assert ran.code == 2
    assert "Ada Quill" in ran.err
    assert matinee("remove", "ada quill").code == 0
    assert matinee("critics", "--json").json == []


def test_a_name_goes_with_one_address(matinee: Matinee) -> None:
    assert matinee("add", "a.example", "b.example", "--name", "Both").code == 2


def test_a_page_with_several_feeds_leads_to_posts_and_the_others_are_named(matinee: Matinee) -> None:
    head = "".join(
        f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{path}">'
        for title, path in (("Comments", "/comments/feed/"), ("Reviews", "/feed/"), ("News", "/news/feed/"))
    )
    with serving() as site:
        site.page("/", f"<html><head>{head}</head></html>")
        for path in ("/comments/feed/", "/feed/", "/news/feed/"):
            site.feed(path, rss(post(1)))
        told = matinee("add", site.url).err
    assert f"Subscribed to The Fog Desk ({site.url}/feed/), 1 review" in told
    assert f"  {site.url}/comments/feed/  Comments (comments)\n" in told
    assert f"  {site.url}/news/feed/  News\n" in told


def test_an_address_that_is_no_longer_there_suggests_the_sites_feed(matinee: Matinee) -> None:
    with serving() as site:
        site.page("/", '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>')
        site.feed("/feed.xml", rss(post(1)))
        ran = matinee("add", f"{site.url}/old.xml")
    assert (ran.code, f"Its site has a feed at {site.url}/feed.xml" in ran.err) == (1, True)
