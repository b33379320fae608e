"""The reader's own editor: it gets the text, what it leaves is taken, and the file is nobody else's and gone."""

import stat
import sys
from pathlib import Path

import pytest

from tui.app.editor import edited
from tui.model.errors import BadSetting, Failure

WRITES = "import sys; p = sys.argv[1]; t = open(p).read(); open(p, 'w').write(t + ' and horn\\n')"


def script(folder: Path, code: str) -> tuple[str, ...]:
    (folder / "editor.py").write_text(code)
    return sys.executable, str(folder / "editor.py")


def test_the_editor_gets_the_text_and_gives_it_back(tmp_path: Path) -> None:
    assert edited(script(tmp_path, WRITES), "Fog") == "Fog and horn"


def test_the_file_is_the_owner_s_alone_and_removed(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    code = f"import os, sys; open({str(seen)!r}, 'w').write(sys.argv[1] + ' ' + oct(os.stat(sys.argv[1]).st_mode))"
    assert edited(script(tmp_path, code), "Fog") == "Fog"
    name, mode = seen.read_text().split()
    assert stat.S_IMODE(int(mode, 8)) == 0o600
    assert not Path(name).exists()


def test_an_editor_that_fails_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="ended with 3"):
        edited(script(tmp_path, "raise SystemExit(3)"), "Fog")


def test_an_editor_that_is_not_there_is_told() -> None:
    with pytest.raises(BadSetting, match="there is no editor no-such-editor"):
        edited(("no-such-editor",), "Fog")
