"""The README tells the truth about keys, commands and pictures."""

import re
from collections.abc import Iterable
from pathlib import Path

from tui.app.commands import COMMANDS, Command, Place
from tui.cli.root import COMMANDS as FAMILIES

README = Path(__file__).parent.parent / "README.md"
MARK = re.compile(r"(<!-- keys:[^\n]*-->\n).*?(<!-- /keys -->)", re.DOTALL)
NAMES = {
    "question_mark": "?", "colon": ":", "slash": "/",
    "down": "↓", "up": "↑", "left": "←", "right": "→", "enter": "Enter",
    "escape": "Esc", "space": "Space", "home": "Home", "end": "End", "pagedown": "PgDn", "pageup": "PgUp", "tab": "Tab",
    "delete": "Del", "f1": "F1", "equals_sign": "=", "vertical_line": "\\|", "shift+tab": "⇧Tab",
    "f2": "F2", "f8": "F8", "minus": "-", "plus": "+", "less_than_sign": "<",
    "greater_than_sign": ">", "left_square_bracket": "[", "right_square_bracket": "]", "left_curly_bracket": "{",
    "right_curly_bracket": "}",
}  # fmt: skip


def key_name(key: str) -> str:
    """`ctrl+d` is printed `^D`, `question_mark` is printed `?`."""
    return f"^{key[5:].upper()}" if key.startswith("ctrl+") else NAMES.get(key, key)


def lines(commands: Iterable[Command]) -> Iterable[str]:
    yield "| keys | does |"
    yield "|---|---|"
    for command in commands:
        yield f"| {' '.join(f'`{key_name(key)}`' for key in command.keys)} | {command.help} |"


def keys_table() -> str:
    """The registry of verbs as Markdown, one table a place."""
    parts = []
    for place in Place:
        parts += [f"**{place.value}**", "", *lines(c for c in COMMANDS if c.place is place), ""]
    return "\n" + "\n".join(parts) + "\n"


def test_the_keys_are_those_of_the_registry() -> None:
    found = MARK.search(README.read_text())
    assert found is not None
    assert found.group(0) == found.group(1) + keys_table() + found.group(2), "write it anew: make readme"


def test_every_command_is_named() -> None:
    for name in FAMILIES:
        assert f"`matinee {name}" in README.read_text()


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README.read_text())
    assert pictures
    assert all((README.parent / picture).exists() for picture in pictures)


def test_every_path_it_names_is_there() -> None:
    assert all((README.parent / path).exists() for path in re.findall(r"`(tui/[\w/]+\.py)`", README.read_text()))


if __name__ == "__main__":
    README.write_text(MARK.sub(lambda found: found.group(1) + keys_table() + found.group(2), README.read_text()))
