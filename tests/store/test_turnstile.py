"""One refresh at a time, whichever process it runs in; a killed one blocks nobody."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.model.errors import RefreshUnderWay
from tui.store.turnstile import passing

HOLDER = """
import sys, time
from pathlib import Path
from tui.store.turnstile import passing
with passing(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_one_passes_and_a_second_is_told(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    with passing(library):
        with pytest.raises(RefreshUnderWay), passing(library):
            raise AssertionError("two passed")
        with passing(tmp_path / "other.sqlite3"):
            pass
    with passing(library):
        pass


def test_a_killed_holder_blocks_nobody(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(library)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(RefreshUnderWay), passing(library):
            raise AssertionError("two passed")
        holder.kill()
    with passing(library):
        pass


def test_where_no_lock_can_be_had_the_work_is_done_all_the_same(tmp_path: Path) -> None:
    with passing(tmp_path / "missing" / "library.sqlite3"):
        pass
