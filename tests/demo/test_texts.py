"""The sample's texts: enough of them, true to their facts, and each its own."""

import re
from collections import Counter, defaultdict
from datetime import datetime, timedelta

import pytest

from tests.demo.films import FILMS
from tests.makers import NOON
from tui.demo.texts import Post, SampleCritic, before, opening, plain, read

CRITICS = read(NOON)
POSTS = [(critic, post) for critic in CRITICS for post in critic.posts]
REVIEWS = [(critic, post) for critic, post in POSTS if post.film]
MARKS = {"A": 95, "B": 75, "C": 50, "D": 25, "F": 0}

each_post = pytest.mark.parametrize(
    ("critic", "post"), POSTS, ids=[f"{critic.slug}/{post.slug}" for critic, post in POSTS]
)
each_review = pytest.mark.parametrize(
    ("critic", "post"), REVIEWS, ids=[f"{critic.slug}/{post.slug}" for critic, post in REVIEWS]
)


def deepest(post: Post) -> int:
    depths: dict[int | None, int] = {None: 0}
    for remark in post.remarks:
        depths[remark.id] = depths[remark.parent] + 1
    return max(depths.values())


def runs_of_words(html: str, length: int = 10) -> set[str]:
    own = re.sub(r"Rated [^<.]*", "", html)  # what a film is rated for is a fact, so they may all say it
    words = re.findall(r"\w+", plain(own).lower())
    return {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}


def test_there_is_enough_to_read() -> None:
    assert len([critic for critic in CRITICS if critic.posts]) >= 6
    assert len(REVIEWS) >= 40
    films = Counter(post.film for _, post in REVIEWS)
    assert len([film for film, critics in films.items() if critics >= 3]) >= 10


def test_every_film_of_the_sample_is_reviewed() -> None:
    assert {post.film for _, post in REVIEWS} == set(FILMS)


def test_some_posts_are_no_reviews() -> None:
    assert len(POSTS) - len(REVIEWS) >= 2
    assert all(post.year is None and post.mark is None for _, post in POSTS if not post.film)


def test_critics_really_disagree() -> None:
    scores = defaultdict(list)
    for _, post in REVIEWS:
        if post.mark and post.mark.value is not None and post.mark.best:
            scores[post.film].append(100 * post.mark.value / post.mark.best)
        elif post.mark:
            scores[post.film].append(MARKS[post.mark.written[0]])
    assert len([film for film, given in scores.items() if max(given) - min(given) >= 50]) >= 4


def test_each_critic_grades_in_an_own_way() -> None:
    shapes = {re.sub(r"\d", "0", post.mark.written) for _, post in REVIEWS if post.mark}
    assert any("%" in shape for shape in shapes)
    assert any("or" in shape.split() for shape in shapes)
    assert any("out of four" in shape for shape in shapes)
    assert any("★" in shape for shape in shapes)
    assert any(re.fullmatch(r"[A-F][+–-]?", shape) for shape in shapes)
    assert any(critic.box for critic in CRITICS)


def test_threads_go_five_deep_and_one_is_long() -> None:
    assert max(deepest(post) for _, post in POSTS) == 5
    assert max(len(post.remarks) for _, post in POSTS) >= 25
    assert any(remark.by_critic for _, post in POSTS for remark in post.remarks)


def test_something_is_hidden_as_a_spoiler() -> None:
    assert any("<details>" in post.html for _, post in POSTS)


def test_one_feed_fails_and_one_gives_excerpts_only() -> None:
    assert [critic.slug for critic in CRITICS if critic.feed == "broken"] == ["closed-for-repairs"]
    assert [critic.slug for critic in CRITICS if critic.excerpt] == ["dust-and-projector"]


def test_posts_are_between_two_hours_and_three_years_old() -> None:
    ages = [NOON - post.at for _, post in POSTS]
    assert timedelta(0) < min(ages) <= timedelta(hours=2)
    assert timedelta(days=365) < max(ages) <= timedelta(days=3 * 365)


def test_no_critic_repeats_another() -> None:
    seen: dict[str, str] = {}
    for critic, post in POSTS:
        for run in runs_of_words(post.html):
            assert run not in seen, f"{critic.slug}/{post.slug} and {seen[run]} both say: {run}"
        seen |= dict.fromkeys(runs_of_words(post.html), f"{critic.slug}/{post.slug}")


@pytest.mark.parametrize("critic", CRITICS, ids=[critic.slug for critic in CRITICS])
def test_numbers_are_unique_within_a_critic(critic: SampleCritic) -> None:
    assert len({post.number for post in critic.posts}) == len(critic.posts)
    remarks = [remark.id for post in critic.posts for remark in post.remarks]
    assert len(set(remarks)) == len(remarks)


@each_review
def test_a_review_has_a_reviews_length(critic: SampleCritic, post: Post) -> None:
    assert 200 <= len(plain(post.html).split()) <= 700


@each_review
def test_a_review_keeps_to_the_films_facts(critic: SampleCritic, post: Post) -> None:
    year, director, rated = FILMS[post.film or ""]
    assert post.year == year
    assert director.lower() in plain(post.html).lower()
    given = re.search(r"\b(?:Rated:?\s+|^)(PG-13|PG|NC-17|R|G|Not Rated)\b", plain(post.html))
    assert given is None or given[1] == rated


@each_review
def test_the_grade_stands_where_the_critic_puts_it(critic: SampleCritic, post: Post) -> None:
    boxed = critic.box or critic.feed == "letterboxd"
    assert post.mark is None or boxed != (post.mark.written in plain(post.html))


@each_post
def test_a_thread_is_in_order(critic: SampleCritic, post: Post) -> None:
    written: dict[int | None, datetime] = {None: post.at}
    for remark in post.remarks:
        assert written[remark.parent] < remark.at < NOON, remark.id
        written[remark.id] = remark.at
        assert remark.by_critic == (remark.author == critic.name), remark.id


@each_post
def test_links_lead_to_example_addresses_only(critic: SampleCritic, post: Post) -> None:
    addresses = re.findall(r'(?:href|src)="([^"]*)"', post.html)
    assert all(re.match(r"https://(?:\w+\.)*example/", address) for address in addresses)


def test_the_same_time_gives_the_same_texts() -> None:
    assert read(NOON) == CRITICS
    later = read(NOON + timedelta(days=1))
    assert later[0].posts[0].at == CRITICS[0].posts[0].at + timedelta(days=1)


def test_an_age_is_counted_back() -> None:
    assert before(NOON, "1 hour") == NOON - timedelta(hours=1)
    assert before(NOON, "2 months") == NOON - timedelta(days=60)
    with pytest.raises(ValueError, match="fortnight"):
        before(NOON, "a fortnight")


def test_an_opening_is_cut_as_an_excerpt() -> None:
    assert opening("<p>One <em>two</em>, three</p>", words=2) == "One two, […]"
    assert opening("<p>One &amp; two</p>") == "One & two"
