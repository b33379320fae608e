"""`grade`: one post, or many."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Matinee

POST = """The Second Foghorn

Directed By Ilse Marrow

Starring – Tomas Vey, Petra Lund

The Plot – A lighthouse keeper hears a second foghorn.

Rated PG for brief peril

It is a patient film, and the fog is the best thing in it.

My Grade: 7/10 or B-
"""


def test_a_post_on_standard_input_is_read(matinee: Matinee) -> None:
    found = matinee("grade", "--json", stdin=POST).json
    assert (found["grade"]["value"], found["grade"]["best"], found["grade"]["letter"]) == (7, 10, "B-")
    assert found["credits"]["directed_by"] == ["Ilse Marrow"]
    assert found["credits"]["starring"] == ["Tomas Vey", "Petra Lund"]
    assert (found["credits"]["rated"], found["credits"]["rated_for"]) == ("PG", "brief peril")
    assert found["work"]["title"] == "The Second Foghorn"


def test_a_post_in_words_says_why(matinee: Matinee) -> None:
    out = matinee("grade", "--explain", stdin=POST).out
    assert "Grade: 7/10 or B- (score 70, B-, from prose)" in out
    assert len(out.splitlines()) > 5


def test_many_are_answered_one_line_each(matinee: Matinee) -> None:
    asked = [{"id": "a", "text": POST}, {"id": "b", "html": "<p>No grade here.</p>"}, {"id": 3, "text": "Grade: A-"}]
    ran = matinee("grade", "--jsonl", stdin="\n".join(map(json.dumps, asked)))
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "b", 3]
    assert [answer["grade"] and answer["grade"]["letter"] for answer in answers] == ["B-", None, "A-"]
    assert all(list(answer) == ["id", "grade", "credits", "work"] for answer in answers)


def test_a_line_that_is_no_question_is_told_and_the_rest_answered(matinee: Matinee) -> None:
    ran = matinee("grade", "--jsonl", stdin='nonsense\n[1]\n{"id": 1}\n{"id": 2, "text": "Grade: A-"}\n')
    assert ran.code == 1
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == [2]
    assert len(ran.err.splitlines()) == 3


def test_a_file_that_is_not_there_is_wrong_use(matinee: Matinee) -> None:
    ran = matinee("grade", "/nowhere/post.txt")
    assert ran.code == 2
    assert "/nowhere/post.txt" in ran.err


@pytest.mark.parametrize("post", [b"", b"\x00\xff\xfe", b"\x1b]2;hello\x07Grade: A-", b"<html><p>Grade: A-"])
def test_whatever_comes_is_answered_without_a_control_character(matinee: Matinee, post: bytes) -> None:
    for options in ((), ("--html",)):
        ran = matinee("grade", *options, stdin=post)
        assert ran.code == 0
        assert "\x1b" not in ran.out


@pytest.mark.parametrize(
    ("post", "scale", "best", "score"),
    [
        ("It drags, and then it flies. 3 stars.", "stars=5", 5, 60),
        ("It drags, and then it flies.\n\nRating: 8", "number=10", 10, 80),
        ("It drags, and then it flies.\n\nRating: 8", "stars=5", None, None),
        ("It drags, and then it flies. 3 stars out of 4.", "stars=5", 4, 75),
        ("It drags, and then it flies. 7 stars.", "stars=5", None, None),
    ],
)
def test_the_reader_may_say_what_an_unstated_scale_is_out_of(
    matinee: Matinee, post: str, scale: str, best: float | None, score: float | None
) -> None:
    grade = matinee("grade", "--json", "--scale", scale, stdin=post).json["grade"]
    assert (grade["best"], grade["score"]) == (best, score)


def test_what_the_configuration_says_of_unstated_scales_holds_in_bulk(matinee: Matinee, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[grades]\nstars = 4\n")
    asked = json.dumps({"id": 1, "text": "It drags, and then it flies. 3 stars."})
    assert json.loads(matinee("grade", "--jsonl", stdin=asked).out)["grade"]["score"] == 75
    again = matinee("grade", "--jsonl", "--scale", "stars=5", stdin=asked)
    assert json.loads(again.out)["grade"]["score"] == 60


@pytest.mark.parametrize("scale", ["stars", "hearts=5", "stars=0", "stars=-3", "number=many", "number=1e3"])
def test_a_scale_that_cannot_be_is_wrong_use(matinee: Matinee, scale: str) -> None:
    ran = matinee("grade", "--scale", scale, stdin=POST)
    assert ran.code == 2
    assert scale in ran.err
