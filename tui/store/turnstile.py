"""One refresh of a library at a time, whichever process it runs in: a lock that ends with whoever holds it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.model.errors import RefreshUnderWay

try:
    import fcntl
except ImportError:  # Windows has no flock: there SQLite alone keeps two refreshes apart, and they do some work twice
    fcntl = None  # type: ignore[assignment]


@contextmanager
def passing(library: Path) -> Iterator[None]:
    """Hold the lock on refreshing a library as long as the block lasts. Raises RefreshUnderWay where another holds it.

    The system lets go of it when a process ends, killed or not; the file itself stays and means nothing.
    """
    handle = _open(library)
    if handle is None or fcntl is None:
        yield
        return
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RefreshUnderWay(
                "Another refresh of this library is under way", "Nothing to do: it will finish"
            ) from None
        except OSError:  # a file system without locks
            pass
        yield
    finally:
        os.close(handle)


def _open(library: Path) -> int | None:
    try:
        return os.open(library.with_name(f"{library.name}-refresh"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:  # a folder that cannot be written: the library itself will say so
        return None
