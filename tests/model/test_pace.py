from tui.model.pace import Pace


def test_the_first_is_let_through_and_then_one_at_a_time() -> None:
    pace = Pace(1.5)
    assert [pace.lets(now) for now in (0.0, 0.1, 1.4, 1.5, 1.6, 9.0)] == [True, False, False, True, False, True]
