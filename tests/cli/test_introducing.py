"""The reader's identity, kept in the configuration file."""

import stat
from pathlib import Path

import pytest

from tui.cli.introducing import identity_of, keep_identity
from tui.cli.settings import read_settings
from tui.model.errors import BadSetting
from tui.model.reply import Identity

NELL = Identity("Nell Harrow", "nell@mail.example", "https://nell.example")


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "config.toml"
    keep_identity(path, NELL)
    assert identity_of(read_settings(path)) == NELL
    keep_identity(path, Identity("Nell", 'quo"te\\@mail.example'))
    assert identity_of(read_settings(path)) == Identity("Nell", 'quo"te\\@mail.example')


def test_what_the_reader_wrote_stays_to_the_letter(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    mine = '# mine\n[app]\ntheme   = "paper"  # at night\n\n[identity]\n# who I am\nname = "N"\n\n[grades]\nstars = 4\n'
    path.write_text(mine)
    keep_identity(path, Identity("Nell", "n@mail.example"))
    after = path.read_text()
    for line in ("# mine", 'theme   = "paper"  # at night', "# who I am", "[grades]\nstars = 4\n"):
        assert line in after
    assert identity_of(read_settings(path)) == Identity("Nell", "n@mail.example")


def test_only_the_owner_may_read_it_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("")
    path.chmod(0o644)
    keep_identity(path, NELL)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["config.toml"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "dots").mkdir()
    (tmp_path / "config.toml").symlink_to(tmp_path / "dots" / "matinee.toml")
    keep_identity(tmp_path / "config.toml", NELL)
    assert (tmp_path / "config.toml").is_symlink()
    assert "Nell" in (tmp_path / "dots" / "matinee.toml").read_text()


def test_a_file_with_a_mistake_in_it_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[app\n")
    with pytest.raises(BadSetting):
        keep_identity(path, NELL)
    assert path.read_text() == "[app\n"


def test_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadSetting, match="cannot"):
        keep_identity(tmp_path / "file" / "config.toml", NELL)


def test_an_address_is_in_no_repr() -> None:
    assert "mail.example" not in repr(NELL)
