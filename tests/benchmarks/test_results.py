"""What is measured anew takes its place among what was measured before."""

from tests.benchmarks.__main__ import renewed, written


def test_a_part_measured_anew_takes_its_place() -> None:
    before = written({"screens": "| j | 9 |\n", "posts": "300 a second\n"}, "whole", 60)
    after = renewed(before, {"posts": "400 a second\n"}, "part")
    assert "| j | 9 |" in after
    assert "300 a second" not in after
    assert "400 a second" in after
    assert after.index("## The screen") < after.index("Measured anew with `part`") < after.index("400 a second")
    again = renewed(after, {"screens": "| j | 7 |\n"}, "another")
    assert again.index("| j | 7 |") < again.index("## Reading posts") < again.index("400 a second")
    assert again.count("## ") == before.count("## ")
