from tui.feeds.extensions import entry_fields, feed_fields


def test_fields_go_by_the_prefix_and_spelling_people_know() -> None:
    entry = {
        "letterboxd_memberrating": "3.5",
        "lb_filmyear": "2024",
        "t_in-reply-to": {"ref": "tag:1", "href": "x"},
        "user_rating": "4",
    }
    namespaces = {
        "letterboxd": "https://letterboxd.com", "lb": "https://letterboxd.com/",
        "t": "http://purl.org/syndication/thread/1.0",
    }  # fmt: skip
    assert entry_fields(entry, namespaces) == {
        "letterboxd:memberRating": "3.5", "letterboxd:filmYear": "2024", "thr:in-reply-to": "tag:1", "user_rating": "4",
    }  # fmt: skip


def test_what_has_a_place_of_its_own_is_no_extension() -> None:
    assert (
        entry_fields({"title": "Fog", "summary_detail": {"value": "x"}, "published_parsed": (1,), "id": "1"}, {}) == {}
    )


def test_media_says_its_address() -> None:
    entry = {"media_thumbnail": [{"url": "https://stills.example/1.jpg", "width": "9"}], "media_content": []}
    assert entry_fields(entry, {"media": "http://search.yahoo.com/mrss/"}) == {
        "media:thumbnail": "https://stills.example/1.jpg"
    }


def test_a_feed_keeps_how_often_to_come_and_where_its_archive_is() -> None:
    feed = {
        "ttl": "60", "sy_updateperiod": "daily", "fh_complete": "", "subtitle": "no",
        "links": [
            {"rel": "prev-archive", "href": "https://critic.example/7"}, {"rel": "self", "href": "x"}, {"rel": "hub"},
        ],
    }  # fmt: skip
    namespaces = {"sy": "http://purl.org/rss/1.0/modules/syndication/", "fh": "http://purl.org/syndication/history/1.0"}
    assert feed_fields(feed, namespaces) == {
        "ttl": "60", "sy:updatePeriod": "daily", "fh:complete": "yes", "rel:prev-archive": "https://critic.example/7",
    }  # fmt: skip
