"""Writing a text in the reader's own editor."""

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tui.model.errors import BadSetting, Failure


def edited(command: Sequence[str], text: str) -> str:
    """Return `text` as the editor left it; it holds the terminal meanwhile.

    The file is the owner's alone (`mkstemp` gives 0600) and is removed. Raises BadSetting when there is no such
    program, Failure when it failed or the file cannot be read.
    """
    handle, name = tempfile.mkstemp(prefix="matinee-reply-", suffix=".txt")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        code = subprocess.run([*command, name], check=False).returncode  # noqa: S603 (the reader's own choice)
        if code:
            raise Failure(f"{command[0]} ended with {code}", "Your text is as it was before")
        return Path(name).read_text(encoding="utf-8", errors="replace").rstrip("\n")
    except FileNotFoundError:
        raise BadSetting(f"there is no editor {command[0]}", "Set VISUAL or EDITOR to one") from None
    except OSError as error:
        raise Failure(f"{command[0]} cannot be used: {error.strerror}", "Set VISUAL or EDITOR to another") from None
    finally:
        Path(name).unlink(missing_ok=True)
