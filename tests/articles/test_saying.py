"""What a page's data say is said again in one form."""

import json
from dataclasses import replace

from tui.articles.facts import Facts
from tui.articles.figures import candidate, read_figure
from tui.articles.json_ld import read_json_ld
from tui.articles.saying import as_json_ld
from tui.articles.structured import Evidence


def test_nothing_is_said_of_nothing() -> None:
    assert as_json_ld(Evidence()) == ""


def test_what_is_said_reads_as_it_did() -> None:
    figure = read_figure("3.5", 4)
    assert figure is not None
    facts = Facts("The “Second” Foghorn </script>", 2025, "film", ("Ilse Marrow",), ("Tomas Vey",), "PG", (), True)
    said = as_json_ld(Evidence((candidate(figure, "microdata", 0.9),), facts))
    (found,), told = read_json_ld(script(said))
    assert (found.value, found.best) == (3.5, 4)
    assert told == facts


def test_a_letter_beside_a_number_is_kept() -> None:
    figure = read_figure("7/10")
    assert figure is not None
    both = replace(candidate(figure, "box", 0.9), letter="B-")
    said = json.loads(as_json_ld(Evidence((both,))))
    assert [rating["ratingValue"] for rating in said["reviewRating"]] == ["7/10", "B-"]


def script(data: str) -> str:
    inside = data.replace("</", r"<\/")
    return f'<script type="application/ld+json">{inside}</script>'
