"""`backfill`, over real HTTP."""

from collections.abc import Iterator

import pytest

from tests.cli.running import Matinee
from tests.loopback import Reply, serving
from tests.makers import NOON
from tests.refresh import archive_making as making
from tests.refresh.archive_making import Blog
from tui.demo.site import DemoSite


@pytest.fixture
def blog() -> Iterator[Blog]:
    with serving() as site:
        yield Blog(site, 35, making.wordpress)


def follow(matinee: Matinee, blog: Blog) -> None:
    assert matinee("add", f"{blog.site.url}/feed/", "--name", "Ada", "--no-refresh").code == 0


def test_the_archive_comes_behind_the_feed(matinee: Matinee, blog: Blog) -> None:
    follow(matinee, blog)
    ran = matinee("backfill", "Ada")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "Ada: 25 reviews from the archive, back to January 2020; that is all of it\n"
    assert len(matinee("list", "--json").json) == 35
    assert len(matinee("list", "unread", "--json").json) == 10  # a first visit took what the feed holds
    assert matinee("backfill", "Ada").err == "Ada: nothing the library lacks\n"


def test_a_run_may_be_bounded_and_the_next_goes_on(matinee: Matinee, blog: Blog) -> None:
    follow(matinee, blog)
    first = matinee("backfill", "Ada", "--max", "12", "--json").json
    assert (first["new"], first["end"], first["way"]) == (12, "enough", "paged")
    assert first["reached"] == "2020-01-17T12:00:00Z"
    second = matinee("backfill", "Ada", "--json").json
    assert (second["new"], second["end"]) == (13, "whole")
    assert second["whole"]


def test_a_failure_is_told_and_is_a_failure(matinee: Matinee, blog: Blog) -> None:
    follow(matinee, blog)
    matinee("refresh")
    blog.site.otherwise = Reply(status=404)
    ran = matinee("backfill", "Ada")
    assert ran.code == 1
    assert "404" in ran.err


def test_a_feed_without_an_archive_is_no_failure(matinee: Matinee, blog: Blog) -> None:
    blog.posts = 8
    follow(matinee, blog)
    ran = matinee("backfill", "Ada")
    assert (ran.code, ran.err) == (0, "Ada: no posts were found beyond those of the feed\n")


def test_the_sample_site_has_an_archive(matinee: Matinee) -> None:
    with DemoSite(NOON) as site:
        matinee("add", f"{site.url}back-row/")
        assert matinee("backfill", "The Back").err.startswith("The Back Row: 3 reviews from the archive")


def test_whom_nobody_knows_is_wrong_use(matinee: Matinee) -> None:
    assert matinee("backfill", "nobody").code == 2
    assert matinee("backfill", "nobody", "--max", "0").code == 2
