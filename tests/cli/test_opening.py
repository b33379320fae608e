"""The app's door, and the sample site without a terminal."""

from tests.cli.running import Matinee


def test_without_a_terminal_the_app_does_not_open(matinee: Matinee) -> None:
    ran = matinee()
    assert (ran.code, ran.out) == (2, "")
    assert "terminal" in ran.err


def test_the_sample_is_shown_plainly_in_a_pipe(matinee: Matinee) -> None:
    ran = matinee("demo")
    assert ran.code == 0, ran.err
    for heading in ("Critics", "Reviews, newest first", "One review", "Grades by work", "comments on"):
        assert heading in ran.out
    assert "My Grade:" in ran.out
    assert "matinee add" in ran.out
    assert "[Static]" in ran.out
