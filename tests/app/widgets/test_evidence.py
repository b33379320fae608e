"""Where a grade was found, in words a reader can check."""

from tests.app.prose_making import make_prose, paragraph, spoiler
from tests.makers import make_grade
from tui.app.widgets.evidence import LONGEST, evidence, marked
from tui.model.grade import Grade, Source, Where
from tui.model.prose import Block, Prose, Run


def graded(prose: Prose, written: str, **fields: object) -> Grade:
    start = prose.text.index(written)
    return make_grade(written=written, where=Where("text", start, start + len(written)), **{"best": None, **fields})


def test_the_last_paragraph_is_named_and_quoted() -> None:
    prose = make_prose(paragraph("Fog."), paragraph("My Grade: 7/10 or B-"))
    assert evidence(graded(prose, "7/10 or B-"), prose) == "prose, last paragraph: “My Grade: 7/10 or B-”"


def test_only_the_sentence_is_quoted() -> None:
    prose = make_prose(paragraph("It is long. I give it 3/5, fog and all. See it."), paragraph("Horn."))
    assert evidence(graded(prose, "3/5"), prose) == "prose, first paragraph: “I give it 3/5, fog and all.”"


def test_a_long_sentence_is_cut_around_the_grade() -> None:
    prose = make_prose(paragraph("fog " * 60 + "so 3/5 it is " + "horn " * 60))
    words = evidence(graded(prose, "3/5"), prose)
    quoted = words.partition("“")[2].removesuffix("”")
    assert "3/5" in quoted
    assert quoted.startswith("…")
    assert quoted.endswith("…")
    assert len(quoted) <= LONGEST + 2


def test_credits_and_footers_are_no_paragraphs() -> None:
    prose = make_prose(
        paragraph("Directed by Ilse Marrow", role="credits"),
        paragraph("One."),
        paragraph("Grade: B-"),
        paragraph("Two."),
        paragraph("Share this", role="footer"),
    )
    assert evidence(graded(prose, "B-"), prose).startswith("prose, paragraph 2 of 3: ")


def test_a_heading_is_called_so() -> None:
    prose = make_prose(Block("heading", (Run("Verdict: B-"),), level=2), paragraph("Fog."))
    assert evidence(graded(prose, "B-"), prose) == "prose, a heading: “Verdict: B-”"


def test_evidence_tells_no_spoiler() -> None:
    prose = make_prose(paragraph("Since ", spoiler("the butler did it"), " I say 2/5."))
    assert evidence(graded(prose, "2/5"), prose) == "prose, last paragraph: “2/5”"


def test_a_feed_field_is_named() -> None:
    grade = make_grade(source=Source.FIELD, where=Where("field", name="letterboxd:memberRating"))
    assert evidence(grade, Prose()) == "feed field: letterboxd:memberRating"


def test_the_scale_is_said_where_the_grade_does_not() -> None:
    grade = make_grade(written="★★★½", value=3.5, best=4, source=Source.FIELD, where=Where("field", name="user_rating"))
    assert evidence(grade, Prose()) == "feed field: user_rating · out of 4"


def test_the_title_is_quoted() -> None:
    grade = make_grade(source=Source.TITLE, where=Where("title", 20, 24))
    assert evidence(grade, Prose(), "The Second Foghorn, B-") == "title: “The Second Foghorn, B-”"


def test_a_grade_by_hand_says_so() -> None:
    assert evidence(make_grade(source=Source.HAND, where=None), Prose()) == "set by you"


def test_doubt_is_said() -> None:
    assert evidence(
        make_grade(source=Source.DATA, where=Where("data", name="JSON-LD Review"), confidence=0.4), Prose()
    ) == ("structured data: JSON-LD Review (not sure)")


def test_a_span_that_no_longer_fits_the_text_is_not_quoted() -> None:
    prose = make_prose(paragraph("The post was edited and holds no grade any more."))
    grade = make_grade(where=Where("text", 4, 14))
    assert marked(grade, prose) is None
    assert evidence(grade, prose) == "prose"
