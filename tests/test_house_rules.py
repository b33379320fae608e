"""Rules of this house that no linter can express."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import tui

HOUSE = Path(tui.__file__).parent
FILES = sorted(HOUSE.rglob("*.py"))
MOST_LINES = 300


def calls_named(tree: ast.AST, name: str) -> list[ast.Call]:
    return [n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func).split(".")[-1] == name]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(HOUSE)))
class TestEveryFile:
    def test_is_short(self, path):
        assert len(path.read_text().splitlines()) <= MOST_LINES

    def test_names_the_group_of_each_exclusive_worker(self, path):
        for call in [
            *calls_named(ast.parse(path.read_text()), "work"),
            *calls_named(ast.parse(path.read_text()), "run_worker"),
        ]:
            given = {k.arg: k.value for k in call.keywords}
            if "exclusive" in given:
                assert "group" in given, f"line {call.lineno}: it would cancel every other exclusive worker here"

    def test_never_lets_a_feed_write_markup(self, path):
        for call in calls_named(ast.parse(path.read_text()), "notify"):
            plain = call.args and isinstance(call.args[0], ast.Constant)
            assert plain or any(k.arg == "markup" for k in call.keywords), f"line {call.lineno}: say markup=False"

    def test_is_told_the_time(self, path):
        if path.name != "cli.py":
            assert not [c for c in calls_named(ast.parse(path.read_text()), "now")], "take `now` as an argument"


def test_the_map_names_every_room():
    rooms = {p.name for p in HOUSE.iterdir() if p.is_dir() and not p.name.startswith("_")}
    named = {line.split()[0] for line in (tui.__doc__ or "").splitlines() if line.startswith("    ") and line.strip()}
    assert rooms <= named


@pytest.mark.parametrize(
    "module", ["tui.model.review", "tui.grading", "tui.feeds.parsing", "tui.store.library", "tui.ingest.refresh"]
)
def test_nothing_below_the_ui_loads_textual(module):
    loaded = subprocess.run(
        [sys.executable, "-c", f"import {module}, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=HOUSE.parent,
    )
    assert "textual" not in set(loaded.stdout.split())
