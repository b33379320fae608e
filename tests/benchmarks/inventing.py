"""Invented critics, works and reviews by the ten thousand, spread as real ones are. The same number, the same world.

Words follow Zipf's law over 60,000 (a common word stands in nearly every review, a rare one in a few); a few works are
reviewed by everyone and most by two or three; each critic has a notation, a mean and a spread, each work a quality;
newer months hold more posts than older ones.
"""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from tui.model.credits import Credits
from tui.model.grade import Grade, Notation, Where
from tui.model.review import Draft
from tui.model.scale import LETTERS, letter, score
from tui.model.work import Work

NOW = datetime(2026, 11, 14, 12, tzinfo=UTC)
"""The newest review is from just before."""
YEARS = 15
"""How far back the oldest lies."""
LENGTH = 6_000
"""Characters of a review's text."""


def _each(words: str) -> list[str]:
    return words.split()


COMMON = _each("""
the of and a to in is it that with as for this but his film on her are by an its who from be one he not at she
they have story more than has their out into about all so which what when there up like will time life never even
through some can make only just two first between way most how character good much world little plot scene director
actor light camera performance drama comedy ending script family young old man woman city night quiet cinema
""")
"""The commonest words, in their order."""
_FRONTS = _each("b bl br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st str t th tr v w wh")
_MIDDLES = _each("a e i o u ai ea ee ie oa oo ou")
_BACKS = _each("b ck d ff g l ll m n nd ng nt p r rd rk rn s sh st t th tch x")
_ADJECTIVES = _each("""
Second Last Quiet Broken Long Salt Iron Paper Hollow Early Northern Silver Borrowed Empty Golden Late Hidden Bitter
Distant Narrow Patient Crooked Winter Velvet Drowned Burning Gentle Secret Lonely Wild Blue Black White Red Green
Perfect Invisible Ordinary Restless Foreign
""")
_NOUNS = _each("""
Foghorn House River Daughter Winter Garden Letter Summer Kingdom Mirror Lighthouse Orchard Station Harbour Machine
Stranger Wedding Island Cathedral Promise Shadow Mountain Train Teacher Witness Circus Ferry Hunter Tailor Clock
Road Voyage Season Bridge Ocean Theatre Village Forest Queen Thief
""")
_FIRST = _each("""
Ada Bram Cyra Dov Edda Finn Greta Hugo Ilse Jonas Karin Levi Mara Nils Oda Petra Quentin Rosa Sven Tomas
""")
_LAST = _each("""
Quill Oxley Fenn Marrow Vey Lund Harrow Pike Sable Thorne Wick Yarrow Bell Crane Drew Ellis Frost Gale Hale Ives
""")
_TAGS = _each("drama comedy thriller horror documentary animation western musical war romance crime festival")
_RATED = (
    ("G", None),
    ("PG", "brief peril"),
    ("PG-13", "language and some violence"),
    ("R", "strong language"),
    (None, None),
)


@dataclass(frozen=True, slots=True)
class Film:
    """A work as the world has it, before any critic sees it."""

    work: Work
    credits: Credits
    quality: float
    """0-100: what critics agree on."""
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A critic as the world has them."""

    name: str
    feed_url: str
    tags: tuple[str, ...]
    """The reader's own for them."""
    notation: str
    bias: float
    """Points this critic gives more, or fewer, than others."""
    spread: float


def vocabulary(words: int = 60_000) -> list[str]:
    """Return words, the commonest first."""
    dice = random.Random(1)
    made = dict.fromkeys(COMMON)
    while len(made) < words:
        syllables = dice.choice((1, 1, 2, 2, 2, 3))
        made["".join(dice.choice(part) for _ in range(syllables) for part in (_FRONTS, _MIDDLES, _BACKS))] = None
    return list(made)


def people(count: int = 200) -> list[Person]:
    """Return critics: their names differ, and one in eight has a tag of the reader's."""
    dice = random.Random(2)
    names = [f"{first} {last}" for first, last in itertools.product(_FIRST, _LAST)]
    dice.shuffle(names)
    names += [f"{names[number % len(names)]} {number // len(names) + 1}" for number in range(len(names), count)]
    return [_person(dice, number, name) for number, name in enumerate(names[:count])]


def _person(dice: random.Random, number: int, name: str) -> Person:
    tags = (dice.choice(("weekly", "festival")),) if number % 8 == 0 else ()
    notation = dice.choice(("fraction", "letter", "stars", "both", "percent", "verdict", "fraction", "letter", "none"))
    feed = f"https://critic{number}.example/feed/"
    return Person(name, feed, tags, notation, dice.gauss(0, 8), dice.uniform(6, 18))


def films(count: int = 20_000) -> list[Film]:
    """Return works, the most reviewed first; a title may come again in another year."""
    dice = random.Random(3)
    return [_film(dice, number) for number in range(count)]


def _film(dice: random.Random, number: int) -> Film:
    forms = ("The {a} {n}", "{a} {n}", "The {n} of {m}", "{n} and {m}", "{a} {n}, {b} {m}")
    title = dice.choice(forms).format(
        a=dice.choice(_ADJECTIVES), b=dice.choice(_ADJECTIVES), n=dice.choice(_NOUNS), m=dice.choice(_NOUNS)
    )
    rated, why = dice.choice(_RATED)
    credits = Credits(
        (_name(dice),), tuple(dict.fromkeys(_name(dice) for _ in range(3))), "A keeper of lights hears a second horn.",
        rated, why, f"https://video.example/watch?v={number}",
    )  # fmt: skip
    year = 2026 - min(96, int(dice.expovariate(1 / 12)))
    return Film(
        Work(title, year),
        credits,
        min(98, max(5, dice.gauss(66, 16))),
        tuple(sorted(dice.sample(_TAGS, dice.choice((1, 2))))),
    )


def _name(dice: random.Random) -> str:
    return f"{dice.choice(_FIRST)} {dice.choice(_LAST)}"


class World:
    """Everything at hand from which reviews are made."""

    def __init__(self, critics: int = 200, works: int = 20_000, length: int = LENGTH) -> None:
        """With `length` 0 reviews have no text, as a list needs none."""
        self.critics = people(critics)
        self.films = films(works)
        self.length = length
        self._words = vocabulary()
        self._shares = _shares(len(self._words), 2.7, 1.05)
        self._seen = _shares(works, 40, 0.9)

    def reviews(self, critic: int, count: int) -> Iterator[Draft]:
        """Yield a critic's reviews, the oldest first; no work comes twice."""
        dice = random.Random(f"critic {critic}")
        chosen = dict.fromkeys(dice.choices(range(len(self.films)), cum_weights=self._seen, k=count * 2))
        rest = (number for number in dice.sample(range(len(self.films)), len(self.films)) if number not in chosen)
        works = list(itertools.islice(itertools.chain(chosen, rest), count))
        ages = sorted((dice.random() ** 1.5 for _ in range(count)), reverse=True)
        for number, (film, age) in enumerate(zip(itertools.cycle(works), ages, strict=False)):
            yield self._review(dice, critic, number, self.films[film], NOW - timedelta(days=365.25 * YEARS * age))

    def _review(self, dice: random.Random, critic: int, number: int, film: Film, at: datetime) -> Draft:
        person = self.critics[critic]
        grade = _grade(dice, person, film) if dice.random() < 0.93 else None
        paragraphs = self.paragraphs(dice, self.length)
        verdict = f"My Grade: {grade.written}" if grade else "No grade this time."
        text = "\n\n".join((*paragraphs, verdict))
        if grade:
            end = len(text)
            grade = replace(grade, where=Where("text", end - len(grade.written), end), confidence=0.97)
        html = "".join(f"<p>{part}</p>\n" for part in (*_head(film), *paragraphs, verdict))
        url = f"https://critic{critic}.example/{at:%Y/%m}/{number}"
        talk = int(dice.expovariate(1 / 9)) if dice.random() < 0.5 else 0
        return Draft(
            guid=f"https://critic{critic}.example/?p={number}", title=film.work.title, url=url, author=person.name,
            published=at, updated=None, work=film.work, grade=grade, credits=film.credits, html=html, text=text,
            comments=talk, comments_feed=f"{url}/feed/", tags=film.tags, fingerprint=f"{critic}-{number}",
        )  # fmt: skip

    def paragraphs(self, dice: random.Random, length: int) -> list[str]:
        """Return about `length` characters of prose, in paragraphs of five sentences."""
        if not length:
            return []
        words = dice.choices(self._words, cum_weights=self._shares, k=length // 5)
        sentences, at, size = [], 0, 0
        while size < length and at < len(words):
            some = words[at : at + 8 + int(dice.random() * 16)]
            at += len(some)
            sentences.append(f"{' '.join(some).capitalize()}.")
            size += len(sentences[-1]) + 1
        return [" ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5)]


def _head(film: Film) -> tuple[str, ...]:
    credits = film.credits
    return (
        f"Directed By {credits.directed_by[0]}",
        f"Starring &#8211; {', '.join(credits.starring)}",
        f"The Plot &#8211; {credits.plot}",
        f"Rated {credits.rated} for {credits.rated_for}"
        if credits.rated_for
        else f"Rated {credits.rated or 'nothing'}",
    )


def _grade(dice: random.Random, person: Person, film: Film) -> Grade | None:
    reached = min(100.0, max(0.0, dice.gauss(film.quality + person.bias, person.spread)))
    match person.notation:
        case "fraction" | "both":
            value = round(reached / 10)
            at = score(value, 10)
            words = f"{value}/10 or {letter(at)}" if person.notation == "both" else f"{value}/10"
            return Grade(words, value, 10, at, letter(at), notation=Notation.FRACTION)
        case "letter":
            name = letter(reached)
            return Grade(name, None, None, LETTERS[name], name, notation=Notation.LETTER)
        case "stars":
            halves = round(reached / 10)
            words = "★" * (halves // 2) + "½" * (halves % 2) or "0 stars"
            at = score(halves / 2, 5)
            return Grade(words, halves / 2, 5, at, letter(at), notation=Notation.STARS, stated=False)
        case "percent":
            at = float(round(reached))
            return Grade(f"{at:g}%", at, 100, at, letter(at), notation=Notation.PERCENT)
        case "verdict":
            up = reached >= 55
            return Grade("Fresh" if up else "Rotten", verdict="up" if up else "down", notation=Notation.VERDICT)
        case _:
            return None


def _shares(count: int, shift: float, power: float) -> list[float]:
    """Return Zipf's law (Mandelbrot's) over so many ranks, added up as `random.choices` wants it."""
    return list(itertools.accumulate((rank + shift) ** -power for rank in range(1, count + 1)))
