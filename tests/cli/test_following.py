"""`follow`, over real HTTP."""

from tests.cli.running import Matinee
from tests.loopback import serving
from tests.refresh.feeds import post, rss


def test_a_list_is_followed_with_each_refresh(matinee: Matinee) -> None:
    with serving() as site:
        for name in ("ada", "bram"):
            site.feed(f"/{name}", rss(post(1)))

        def put(*names: str) -> None:
            rows = "".join(f'<outline text="{name}" xmlUrl="{site.url}/{name}"/>' for name in names)
            site.feed("/list", f"<opml><head><title>Weekly</title></head><body>{rows}</body></opml>")

        put("ada")
        ran = matinee("follow", f"{site.url}/list")
        assert (ran.code, ran.err) == (0, "Weekly: ada came\n")
        put("bram")
        assert matinee("refresh", "--json").json["new"] == 1
        assert [critic["name"] for critic in matinee("critics", "--json").json] == ["bram"]
        (followed,) = matinee("follow", "--json").json
        assert (followed["name"], followed["critics"], followed["reason"]) == ("Weekly", 1, None)
        assert matinee("follow", f"{site.url}/list", "--end").code == 0
        assert matinee("follow", "--json").json == []
        assert [critic["name"] for critic in matinee("critics", "--json").json] == ["bram"]


def test_a_list_that_is_none_is_told(matinee: Matinee) -> None:
    with serving() as site:
        ran = matinee("follow", f"{site.url}/list")
        assert ran.code == 1
        assert "404" in ran.err


def test_wrong_use_is_told(matinee: Matinee) -> None:
    assert "matinee follow" in matinee("import", "https://list.example/a.opml").err
    assert matinee("follow", "--end").code == 2
    assert matinee("follow", "https://list.example/a.opml", "--end").code == 2
    assert matinee("follow", "file:///etc/passwd").code == 2
