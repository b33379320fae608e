"""Reading the sample critics' posts from the package data; `critics/README.md` says how they are kept.

Ages in the files become times before the `now` that is handed in, so the sample looks fresh on any day and is the same
for the same `now`.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Literal

from tui.model.record import record

Kind = Literal["rss", "letterboxd", "atom", "json", "rss1", "broken"]

_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
_AGE = re.compile(r"(\d+) (minute|hour|day|week|month|year)s?")


@record(frozen=True, slots=True)
class Mark:
    """The grade a critic gave."""

    written: str
    """Verbatim."""
    value: float | None = None
    """None for letters and words."""
    best: float | None = None
    """None when the critic does not state it."""


@record(frozen=True, slots=True)
class Remark:
    """One comment under a post."""

    id: int
    author: str
    text: str
    """Plain; a blank line parts paragraphs."""
    at: datetime
    """UTC."""
    parent: int | None = None
    """The id of the comment it answers; None at the top."""
    by_critic: bool = False
    held: bool = False
    """The critic has yet to read it: nobody else is shown it."""


@record(frozen=True, slots=True)
class Post:
    """One post of a critic."""

    slug: str
    """The last part of its address."""
    number: int
    """Unique within its critic."""
    title: str
    html: str
    """What the blog prints inside the article."""
    at: datetime
    """UTC."""
    edited: datetime
    """UTC; equals `at` when it was never changed."""
    film: str | None = None
    """None for an essay or a list."""
    year: int | None = None
    mark: Mark | None = None
    categories: tuple[str, ...] = ()
    rewatch: bool = False
    remarks: tuple[Remark, ...] = ()
    """Oldest first, held ones among them."""

    @property
    def shown(self) -> tuple[Remark, ...]:
        """The comments everybody sees."""
        return tuple(remark for remark in self.remarks if not remark.held)

    @property
    def touched(self) -> datetime:
        """When the post or its thread last changed, UTC."""
        return max(self.edited, *(remark.at for remark in self.shown), self.at)


@record(frozen=True, slots=True)
class SampleCritic:
    """One critic of the sample, with every post."""

    slug: str
    """The first part of every address of theirs."""
    name: str
    blog: str
    tagline: str
    about: str
    feed: Kind
    subscribe: Literal["page", "feed"]
    """Which address the site hands out: the home page, or the feed."""
    tags: tuple[str, ...] = ()
    excerpt: bool = False
    """The feed gives only the first words."""
    box: bool = False
    """The grade stands in a box on the page, and in no feed."""
    replies: Literal["open", "held", "closed"] = "open"
    """Whether replies are shown at once, once the critic has read them, or not taken."""
    page: int = 20
    """Posts on one page of the feed; `?paged=2` has the next."""
    posts: tuple[Post, ...] = ()
    """Newest first."""


def read(now: datetime) -> tuple[SampleCritic, ...]:
    """Return every sample critic by slug, dated back from `now` (aware)."""
    shelf = resources.files("tui.demo").joinpath("critics")
    folders = sorted((folder for folder in shelf.iterdir() if folder.is_dir()), key=lambda folder: folder.name)
    return tuple(_critic(folder, now) for folder in folders)


def before(now: datetime, age: str) -> datetime:
    """Return the time that lies `age` ("3 days") before `now`, to the second."""
    match = _AGE.fullmatch(age)
    if match is None:
        raise ValueError(f"not an age: {age!r}")
    return now.replace(microsecond=0) - timedelta(days=int(match[1]) * _DAYS[match[2]])


def plain(html: str) -> str:
    """Return the words of a fragment on one line."""
    words = re.sub(r"<[^>]*>", " ", html).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return " ".join(re.sub(r" +([,.;:!?’”)])", r"\1", words).split())


def opening(html: str, words: int = 55) -> str:
    """Return the first words as WordPress cuts an excerpt: 55, then `[…]`."""
    all_words = plain(html).split()
    return " ".join(all_words[:words]) + (" […]" if len(all_words) > words else "")


def _critic(folder: Traversable, now: datetime) -> SampleCritic:
    facts = tomllib.loads(folder.joinpath("critic.toml").read_text(encoding="utf-8"))
    tags = tuple(facts.pop("tags", ()))
    files = [file for file in folder.iterdir() if file.name.endswith(".html")]
    posts = sorted((_post(file, now) for file in files), key=lambda post: (post.at, post.number), reverse=True)
    return SampleCritic(folder.name, **facts, tags=tags, posts=tuple(posts))


def _post(file: Traversable, now: datetime) -> Post:
    _, front, html = file.read_text(encoding="utf-8").split("+++\n", 2)
    facts = tomllib.loads(front)
    at = before(now, facts["age"])
    return Post(
        slug=file.name.removesuffix(".html"),
        number=facts["post"],
        title=facts["title"],
        html=html.strip(),
        at=at,
        edited=before(now, facts["edited"]) if "edited" in facts else at,
        film=facts.get("film"),
        year=facts.get("year"),
        mark=Mark(**facts["grade"]) if "grade" in facts else None,
        categories=tuple(facts.get("categories", ())),
        rewatch=facts.get("rewatch", False),
        remarks=tuple(_remark(remark, now) for remark in facts.get("comments", ())),
    )


def _remark(facts: Mapping[str, Any], now: datetime) -> Remark:
    return Remark(
        id=facts["id"],
        author=facts["author"],
        text=facts["text"].strip(),
        at=before(now, facts["age"]),
        parent=facts.get("parent"),
        by_critic=facts.get("by_critic", False),
    )
