"""`pages`, and the pages that `refresh` and `add` read."""

from tests.cli.running import Matinee
from tui.demo.site import DemoSite


def address(site: DemoSite, name: str) -> str:
    return next(address for critic, address, _ in site.subscriptions if critic == name)


def test_adding_a_critic_reads_their_first_pages(matinee: Matinee, site: DemoSite) -> None:
    ran = matinee("add", address(site, "Wesley Abara"), "--name", "Wesley Abara")
    assert "7 pages read" in ran.err
    assert matinee("list", "grade:none", "--json").json == []


def test_without_a_value_it_tells_what_is_in_force_and_why(matinee: Matinee, site: DemoSite) -> None:
    matinee("add", address(site, "Maren Aasgaard"), "--name", "Maren Aasgaard")
    ran = matinee("pages", "maren")
    assert ran.out == "Maren Aasgaard: auto: yes, 3 of 3 pages carried a grade; 6 read, 0 failed, 0 not tried\n"


def test_a_refresh_reads_pages_and_counts_them(matinee: Matinee, site: DemoSite) -> None:
    matinee("add", address(site, "Maren Aasgaard"), "--name", "Maren Aasgaard", "--no-refresh")
    assert matinee("refresh", "--json").json["pages"] == {"read": 6, "failed": []}
    assert matinee("refresh", "--json").json["pages"] == {"read": 0, "failed": []}


def test_never_is_obeyed(matinee: Matinee, site: DemoSite) -> None:
    matinee("add", address(site, "Maren Aasgaard"), "--name", "Maren Aasgaard", "--no-refresh")
    assert matinee("pages", "Maren", "never").code == 0
    assert matinee("refresh", "--json").json["pages"]["read"] == 0
    assert matinee("pages", "Maren", "--json").json == {
        "critic": {"id": 1, "name": "Maren Aasgaard"},
        "setting": "never",
        "learned": None,
        "reason": None,
        "at": None,
        "read": 0,
        "failed": 0,
        "untried": 6,
    }


def test_a_full_text_is_shown_with_where_its_grade_comes_from(matinee: Matinee, site: DemoSite) -> None:
    matinee("add", address(site, "Wesley Abara"), "--name", "Wesley Abara")
    shown = matinee("read", str(matinee("list", "--json").json[0]["id"]), "--json").json
    assert shown["grade"]["source"] == "page"
    assert shown["text"].endswith("I give it a B+.")


def test_an_unknown_setting_or_critic_is_wrong_use(matinee: Matinee) -> None:
    assert matinee("pages", "nobody").code == 2
    assert matinee("pages", "nobody", "sometimes").code == 2
