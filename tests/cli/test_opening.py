"""The app's door, and the sample site without a terminal."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.cli.running import Matinee
from tests.terminal import Terminal


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


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system's terminals close otherwise")
def test_the_app_ends_with_its_terminal_even_where_that_is_ignored(tmp_path: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as `nohup` hands it down
    try:
        terminal = Terminal("-m", "tui", "--library", str(tmp_path))
    finally:
        signal.signal(signal.SIGHUP, before)
    terminal.until(b"M A T I N E E")
    terminal.settle()
    os.close(terminal.wire)
    for _ in range(100):
        ended, status = os.waitpid(terminal.process, os.WNOHANG)
        if ended:
            break
        time.sleep(0.1)
    else:
        os.kill(terminal.process, signal.SIGKILL)
        os.waitpid(terminal.process, 0)
        pytest.fail("it goes on without a terminal")
    assert os.WTERMSIG(status) == signal.SIGHUP
