"""`refresh`, over real HTTP against the sample site."""

from tests.cli.conftest import Shelf
from tests.cli.running import Matinee
from tui.demo.site import DemoSite


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
    expected = {"checked": 0, "unchanged": 0, "changed": 0, "new": 0, "failed": [], "pages": {"read": 0, "failed": []}}
    assert matinee("refresh", "--json").json == expected
