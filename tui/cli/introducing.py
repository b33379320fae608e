"""The reader's identity in the configuration file: the one thing the app itself writes there.

Only the section [identity] is touched; everything else, comments and spacing too, stays as the reader wrote it. The
file takes the old one's place in one step, and is readable by its owner alone: it holds an e-mail address.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from tui.cli.settings import Settings, read_settings
from tui.model.errors import BadSetting
from tui.model.reply import Identity
from tui.model.text import field


def identity_of(settings: Settings) -> Identity:
    """Return who the reader said they are."""
    given = settings.identity
    return Identity(field(given.name, 200), field(given.email, 200), field(given.site, 500))


def keep_identity(path: Path, identity: Identity) -> None:
    """Write [identity] into the configuration file at `path`. Raises BadSetting, and the file is as it was."""
    read_settings(path)  # a file with a mistake in it is the reader's to mend, not ours to write over
    target = path.resolve()  # a link into a folder of dot files stays one
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        before = target.read_text(encoding="utf-8") if target.exists() else ""
        _put(target, _with_identity(before, identity))
    except OSError as error:
        raise BadSetting(f"cannot write {path}: {error.strerror}", "Check its permissions") from None


def _with_identity(before: str, identity: Identity) -> str:
    import tomlkit

    document = tomlkit.parse(before)
    section = document.setdefault("identity", tomlkit.table())
    for name in ("name", "email", "site"):
        if section.get(name) != getattr(identity, name):
            section[name] = getattr(identity, name)
    return tomlkit.dumps(document)


def _put(target: Path, text: str) -> None:
    """Put a text in a file's place, whole or not at all, for its owner's eyes (`mkstemp` gives 0600)."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
