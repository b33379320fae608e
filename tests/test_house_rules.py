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


def calls_named(path: Path, *names: str) -> list[ast.Call]:
    tree = ast.parse(path.read_text())
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call for call in calls if ast.unparse(call.func).split(".")[-1] in names]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
class TestEveryFile:
    def test_is_short(self, path: Path) -> None:
        assert len(path.read_text().splitlines()) <= MOST_LINES

    def test_says_what_it_is(self, path: Path) -> None:
        assert ast.get_docstring(ast.parse(path.read_text()))

    def test_names_the_group_of_each_exclusive_worker(self, path: Path) -> None:
        for call in calls_named(path, "work", "run_worker"):
            given = {keyword.arg for keyword in call.keywords}
            if "exclusive" in given:
                assert "group" in given, f"line {call.lineno}: it would cancel every other exclusive worker here"

    def test_never_lets_a_feed_write_markup(self, path: Path) -> None:
        for call in calls_named(path, "notify"):
            plain = call.args and isinstance(call.args[0], ast.Constant)
            assert plain or any(k.arg == "markup" for k in call.keywords), f"line {call.lineno}: say markup=False"

    def test_is_told_the_time(self, path: Path) -> None:
        if path.parent.name != "cli":
            assert not calls_named(path, "now", "utcnow", "today"), "take the time as an argument"

    def test_reads_no_environment(self, path: Path) -> None:
        if path.parent.name != "cli":
            tree = ast.parse(path.read_text())
            read = [
                node
                for node in ast.walk(tree)
                if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
            ]
            assert not read, "only the door reads the environment"


def test_the_map_names_every_room() -> None:
    rooms = {path.name for path in HOUSE.iterdir() if path.is_dir() and not path.name.startswith("_")}
    named = {line.split()[0] for line in (tui.__doc__ or "").splitlines() if line.startswith("    ") and line.strip()}
    assert rooms <= named


def test_every_file_of_the_house_is_mirrored_by_a_folder_of_tests() -> None:
    rooms = {path.name for path in HOUSE.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert rooms <= {path.name for path in Path(__file__).parent.iterdir() if list(path.glob("test_*.py"))}


def loaded_by(module: str) -> set[str]:
    """Import `module` in a fresh interpreter; return the names of every module it loaded."""
    code = f"import {module}, sys; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HOUSE.parent)
    return set(result.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "tui.model.review",
        "tui.grading.reading",
        "tui.articles.reading",
        "tui.feeds.parsing",
        "tui.store.library",
        "tui.refresh.refresher",
    ],
)
def test_nothing_below_the_app_loads_textual(module: str) -> None:
    assert "textual" not in loaded_by(module)


def test_the_door_opens_without_what_only_some_commands_need() -> None:
    heavy = {"textual", "httpx", "feedparser", "nh3", "selectolax", "trafilatura", "lxml", "rich", "asyncio"}
    assert not heavy & loaded_by("tui.cli")


def test_the_app_opens_without_what_only_a_refresh_needs() -> None:
    assert not {"httpx", "feedparser", "nh3", "trafilatura", "lxml"} & loaded_by("tui.app.app")


def loaded_at_the_end_of(folder: Path, *arguments: str) -> set[str]:
    """Run a command in a fresh interpreter; return the names of every module it loaded."""
    code = (
        f"import sys; sys.argv = ['matinee', '--library', {str(folder)!r}, *{arguments!r}]\n"
        "from tui.cli.root import run\n"
        "try:\n    run()\nexcept SystemExit:\n    pass\n"
        "print('loaded', *sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HOUSE.parent)
    return set(result.stdout.rpartition("loaded")[2].split())


WEIGHS = {"tui.summaries.agreement", "tui.summaries.profile", "tui.summaries.sameness", "rapidfuzz", "statistics"}
"""What only figures and joining works need."""


def test_a_list_for_a_script_loads_neither_the_screen_nor_the_network(tmp_path: Path) -> None:
    loaded = loaded_at_the_end_of(tmp_path, "list", "--json")
    assert not {"textual", "httpx", "feedparser", "nh3", "selectolax", "trafilatura", "lxml", "asyncio"} & loaded
    assert not WEIGHS & loaded
    assert not any(name.startswith(("tui.refresh", "tui.feeds", "tui.app.screens")) for name in loaded)


def test_a_refresh_of_nobody_loads_neither_the_screen_nor_what_reads_feeds(tmp_path: Path) -> None:
    loaded = loaded_at_the_end_of(tmp_path, "refresh")
    assert not {"textual", "httpx", "feedparser", "nh3", "selectolax", "trafilatura", "lxml", "rapidfuzz"} & loaded


def test_the_app_starts_without_what_only_some_screens_and_a_refresh_need() -> None:
    loaded = loaded_by("tui.app.app, tui.refresh.refresher, tui.store.library, tui.cli.opening, tui.cli.connecting")
    assert not {"httpx", "feedparser", "nh3", "selectolax", "trafilatura", "lxml", "rapidfuzz", "tomlkit"} & loaded
    assert not any(name.startswith(("tui.feeds", "tui.comments")) for name in loaded)
    assert not {"tui.app.screens.reading", "tui.app.screens.help", "tui.app.screens.welcome"} & loaded
    assert not {"tui.refresh.pages", "tui.refresh.archives", "tui.refresh.talk", "tui.store.figures"} & loaded
