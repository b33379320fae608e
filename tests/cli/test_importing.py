"""`import`: subscriptions from another reader."""

from pathlib import Path

from tests.cli.running import Matinee

OPML = """<opml version="2.0"><body><outline text="weekly"><outline text="Ada" xmlUrl="https://ada.example/feed"/></outline>
<outline text="Bo" xmlUrl="https://bo.example/feed"/></body></opml>"""


def test_every_feed_of_a_list_is_subscribed_once(matinee: Matinee, tmp_path: Path) -> None:
    (tmp_path / "list.opml").write_text(OPML)
    assert matinee("import", str(tmp_path / "list.opml")).code == 0
    again = matinee("import", str(tmp_path / "list.opml"))
    assert "2 known already" in again.err
    found = {each["name"]: each["tags"] for each in matinee("critics", "--json").json}
    assert found == {"Ada": ["weekly"], "Bo": []}


def test_a_list_that_is_not_there_is_wrong_use(matinee: Matinee) -> None:
    ran = matinee("import", "/nowhere/list.opml")
    assert ran.code == 2
    assert "/nowhere/list.opml" in ran.err
