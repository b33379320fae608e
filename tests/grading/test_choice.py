"""The choice between several grades."""

from tui.grading.candidate import Candidate
from tui.grading.choice import choose
from tui.grading.weighing import Weighed
from tui.model.grade import Notation


def one(value: float, start: int, weight: float = 7, **more: object) -> Weighed:
    """Return a fraction out of ten, weighed."""
    found = Candidate(f"{value:g}/10", value, 10, None, None, start, start + 4, Notation.FRACTION)
    given: dict[str, object] = {"tier": 4, **more}
    return Weighed(found, weight, "why", **given)  # type: ignore[arg-type]  # a test says only what matters to it


def test_trust_comes_before_weight() -> None:
    lead, _, _ = choose([one(3, 0, 9, tier=1), one(7, 500, 5)])
    assert lead is not None
    assert lead.candidate.value == 7


def test_a_correction_nearby_holds() -> None:
    lead, others, _ = choose([one(6, 0), one(8, 60)])
    assert lead is not None
    assert (lead.candidate.value, others) == (8, [])


def test_a_summing_up_holds_over_the_rest() -> None:
    lead, _, _ = choose([one(9, 0, final=True), one(3, 900)])
    assert lead is not None
    assert lead.candidate.value == 9


def test_plain_contradiction_is_no_grade() -> None:
    lead, others, lines = choose([one(9, 0), one(3, 900)])
    assert (lead, others) == (None, [])
    assert all("contradicted" in line for line in lines)


def test_grades_written_alike_outside_sentences_are_several() -> None:
    lead, others, _ = choose([one(9, 0, apart=True, label="rating"), one(3, 900, apart=True, label="rating")])
    assert lead is not None
    assert (lead.candidate.value, [other.candidate.value for other in others]) == (9, [3])


def test_a_verdict_never_leads_over_a_grade() -> None:
    thumbs = Weighed(Candidate("Thumbs up", None, None, None, "up", 900, 909, Notation.VERDICT), 9, "why", 4)
    lead, _, _ = choose([one(3, 0), thumbs])
    assert lead is not None
    assert lead.candidate.value == 3
