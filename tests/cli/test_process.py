"""What the app asks of its process."""

import os
import platform
import subprocess
import sys

import pytest

THREADS = """
import ctypes, threading
from tui.cli.process import prepare

prepare()
all_at_once = threading.Barrier(8)

def take():
    all_at_once.wait()
    kept = [bytearray(20_000) for _ in range(50)]
    all_at_once.wait()

threads = [threading.Thread(target=take) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
ctypes.CDLL(None).malloc_stats()
"""


def heaps(**environment: str) -> int:
    """Return how many heaps eight threads took from glibc, which prints them."""
    asked = subprocess.run(
        [sys.executable, "-c", THREADS], check=True, capture_output=True, text=True, env={**os.environ, **environment}
    )
    return asked.stderr.count("Arena ")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="its heaps")
def test_threads_share_two_heaps_unless_the_reader_said_how_many() -> None:
    assert heaps() <= 2
    assert heaps(MALLOC_ARENA_MAX="5") > 2


def test_textual_paints_often_unless_the_reader_said_how_often() -> None:
    code = "import os; from tui.cli.process import prepare; prepare(); import textual.constants; "
    code += "print(textual.constants.MAX_FPS)"
    for given, painted in (({}, "240"), ({"TEXTUAL_FPS": "30"}, "30")):
        environment = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"} | given
        ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment)
        assert ran.stdout.strip() == painted
