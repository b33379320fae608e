import pytest

from tui.feeds.json_feed import parse
from tui.model.errors import NotAFeed

URL = "https://served.example/feed.json"
VERSION = '"version": "https://jsonfeed.org/version/1"'


def test_the_author_of_version_one_is_read() -> None:
    (entry,) = parse(f'{{{VERSION}, "items": [{{"id": "1", "author": {{"name": "Ada Quill"}}}}]}}', url=URL).entries
    assert entry.author == "Ada Quill"


@pytest.mark.parametrize("items", ["null", '"x"', "{}", "[null, 3, []]", "[]"])
def test_items_that_are_none_are_none(items: str) -> None:
    assert parse(f'{{{VERSION}, "items": {items}}}', url=URL).entries == ()


@pytest.mark.parametrize("date", ["soon", "", "99999-01-01", "2026-13-45T00:00:00Z", "0001-01-01T00:00:00+23:00"])
def test_a_date_that_is_none_is_none(date: str) -> None:
    (entry,) = parse(f'{{{VERSION}, "items": [{{"id": "1", "date_published": "{date}"}}]}}', url=URL).entries
    assert entry.published is None


@pytest.mark.parametrize("text", ["[]", "{}", '{"version": "2"}', '{"version": ["x"]}', "{", "NaN"])
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(NotAFeed):
        parse(text, url=URL)


def test_titles_of_the_wrong_kind_do_not_hurt() -> None:
    (entry,) = parse(
        f'{{{VERSION}, "title": ["x"], "items": [{{"id": 1.5, "title": {{}}, "tags": "a"}}]}}', url=URL
    ).entries
    assert (entry.guid, entry.title, entry.tags) == ("1.5", "", ())


def test_items_that_share_an_id_are_all_taken() -> None:
    items = '{"id": "1", "title": "Fog"}, {"id": "1", "title": "Rain"}'
    entries = parse(f'{{{VERSION}, "items": [{items}]}}', url=URL).entries
    assert [entry.title for entry in entries] == ["Fog", "Rain"]
    assert len({entry.guid for entry in entries}) == 2
