"""The configuration file."""

from pathlib import Path

import pytest

from tui.cli.settings import AppSettings, GradeSettings, Settings, read_settings
from tui.model.errors import BadSetting
from tui.model.grade import Notation


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "config.toml") == Settings(AppSettings("house-lights", 72))


def test_what_is_set_is_read(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('[app]\ntheme = "paper"\nmeasure = 60\n')
    assert read_settings(tmp_path / "c.toml") == Settings(AppSettings("paper", 60))


def test_what_a_section_leaves_out_keeps_its_default(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text("[grades]\nstars = 4\n")
    assert read_settings(tmp_path / "c.toml") == Settings(grades=GradeSettings(stars=4, number=None))


def test_the_tops_of_unstated_scales_are_told_by_notation() -> None:
    assert GradeSettings(stars=4).assumed == {Notation.STARS: 4}
    assert GradeSettings(5, 10).assumed == {Notation.STARS: 5, Notation.NUMBER: 10}


@pytest.mark.parametrize(
    "text",
    [
        "[app",
        "[apps]\n",
        "[app]\ncolour = 1",
        "[app]\nmeasure = 7",
        "[app]\nmeasure = true",
        "[app]\ntheme = 3",
        "app = 3",
        "[grades]\nstars = 0",
        "[grades]\nstars = 4.5",
        "[grades]\nhearts = 5",
    ],
)
def test_what_cannot_be_meant_is_refused_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "c.toml").write_text(text)
    with pytest.raises(BadSetting, match=r"c\.toml"):
        read_settings(tmp_path / "c.toml")


def test_a_file_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="no configuration file"):
        read_settings(tmp_path / "c.toml", must_exist=True)
