"""What the app asks of the process it runs in, before it is loaded: of signals, of memory, of how often it paints."""

import os
import signal
import sys

_PICTURES = 240
"""Pictures a second at most. After one Textual lets a whole period pass, and up to another, before it paints the next:
what a key leads to in two steps (a dialog closes, its answer comes) stood up to 33 ms later with its own 60."""
_M_ARENA_MAX = -8
"""https://man7.org/linux/man-pages/man3/mallopt.3.html"""
_HEAPS = 2


def prepare() -> None:
    """Do all of it. Call it before Textual is imported and before threads are started."""
    os.environ.setdefault("TEXTUAL_FPS", str(_PICTURES))  # read once, when it is imported
    _end_with_the_terminal()
    _share_heaps()


def _end_with_the_terminal() -> None:
    """Let a terminal that closes end the app, even where the app was started with that signal ignored (`nohup`).

    Otherwise it would go on without one, reading the end of the input at full speed for ever.
    """
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


def _share_heaps() -> None:
    """Let threads share two heaps: glibc gives each its own, which keeps all it ever took, 20 MB after an hour."""
    if sys.platform != "linux" or "MALLOC_ARENA_MAX" in os.environ:
        return
    import ctypes

    adjust = getattr(ctypes.CDLL(None), "mallopt", None)  # not everywhere: musl has none
    if adjust is not None:
        adjust(_M_ARENA_MAX, _HEAPS)
