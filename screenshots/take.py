"""Take the screenshots: the running app on the sample site, at a fixed size and a fixed time, as SVG and PNG.

    python screenshots/take.py            takes all again
    python screenshots/take.py --check    fails when what the app shows is no longer what the pictures show

The SVG is Textual's own export. The PNG is made from it by Chromium (found as `chromium` or in $CHROMIUM), the only
renderer that places every glyph right, and carries the hash of its SVG, so that `--check` needs no browser.
"""

import asyncio
import hashlib
import html
import math
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Awaitable, Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from textual.pilot import Pilot

from tui.app.app import MatineeApp
from tui.demo.site import DemoSite
from tui.model.errors import MatineeError
from tui.model.grade import Grade, Source
from tui.model.mine import Mine
from tui.model.reply import Identity
from tui.model.scale import letter
from tui.model.works import WorkSort, WorksShown
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 14, 20, 30, tzinfo=UTC)
SOMEBODY = Identity("Nell Harrow", "nell@mail.example")
"""Who replies."""
Script = Callable[[Pilot[str | None]], Awaitable[None]]


@dataclass(frozen=True)
class Shot:
    """One picture."""

    name: str
    script: Script
    size: tuple[int, int] = (120, 36)
    theme: str = "house-lights"
    empty: bool = False
    """On a library with nothing in it."""
    mine: bool = False
    """On one in which the reader gave grades of their own."""


async def settled(pilot: Pilot[str | None]) -> None:
    """Wait until the screen has been the same for a quarter of a second."""
    seen: list[str] = []
    for _ in range(200):
        await pilot.pause(0.05)
        seen = [*seen[-4:], pilot.app.export_screenshot()]
        if len(seen) == 5 and len(set(seen)) == 1:
            return
    raise RuntimeError("the screen never came to rest")


def keys(*pressed: str) -> Script:
    """Return a script that presses keys, waiting after each."""

    async def script(pilot: Pilot[str | None]) -> None:
        for key in pressed:
            await pilot.press(key)
            await settled(pilot)

    return script


SHOTS = (
    Shot("reviews", keys("j", "j"), (150, 40)),
    Shot("reviews-80x24", keys("j"), (80, 24)),
    Shot("reading", keys("enter"), (110, 40)),
    Shot("reading-paper", keys("enter"), (110, 40), "paper"),
    Shot("filter", keys("F")),
    Shot("correct", keys("j", "e")),
    Shot("works", keys("2", "j"), (160, 48)),
    Shot("works-80x24", keys("2", "j"), (80, 24)),
    Shot("work", keys("2", "enter", "tab"), (160, 48)),
    Shot("work-80x24", keys("2", "enter", "tab"), (80, 24)),
    Shot("beside", keys("2", "enter", "tab", "vertical_line", "j", "vertical_line"), (160, 48)),
    Shot("grades", keys("3", "l", "l", "l"), (160, 48)),
    Shot("grades-80x24", keys("3", "l", "l", "l"), (80, 24)),
    Shot("profile", keys("4", "j", "p"), (160, 48)),
    Shot("profile-80x24", keys("4", "j", "p"), (80, 24), "paper"),
    Shot("taste", keys("t"), (160, 48), mine=True),
    Shot("taste-80x24", keys("t"), (80, 24), mine=True),
    Shot("my-grade", keys("2", "m", "8"), (80, 24)),
    Shot("blind", keys("H"), (160, 48)),
    Shot("critics", keys("4")),
    Shot("comments", keys("slash", *"comments>9", "enter", "c", *"jjj"), (150, 40)),
    Shot("comments-80x24", keys("slash", *"comments>9", "enter", "c", "j"), (80, 24)),
    Shot("reply", keys("c", "i", *"The kettle gets top billing.", "ctrl+s"), (100, 30)),
    Shot("help", keys("question_mark")),
    Shot("welcome", keys(), (100, 30), empty=True),
)


async def filled(folder: Path, site: DemoSite) -> Library:
    """Return a library subscribed to the whole sample site and refreshed."""
    library = Library.open(folder / "library.sqlite3")
    async with Web() as web:
        refresher = Refresher(library, web, lambda: NOW, luck=lambda: 0.5)
        for name, address, tags in site.subscriptions:
            try:
                await refresher.add(address, name=name, tags=tags, refresh=False)
            except MatineeError:  # the one feed that is to fail
                library.subscribe(address, name=name, tags=tags, now=NOW)
        critics = [each.critic for each in library.standings()]
        for critic in critics:  # one by one: reviews of one minute stand in the order they came
            async for _ in refresher.refresh([critic]):
                pass
        async for _ in refresher.pages.read(critics):
            pass
    return library


def graded_by_me(library: Library) -> None:
    """Give the works two critics or more graded my own grades: like the first critic's, now and then harsher."""
    for row in library.works(WorksShown(sort=WorkSort.COUNT)).rows:
        opinion = next((each for each in library.work_page(row.id).opinions if each.score is not None), None)
        if row.critics > 1 and opinion is not None and opinion.score is not None:
            points = max(1, round(opinion.score / 10) - row.id % 3)
            grade = Grade(f"{points}/10", points, 10, 10 * points, letter(10 * points), source=Source.HAND)
            library.put_mine(row.id, Mine(grade, seen=True), now=NOW)


async def take(shot: Shot, library: Library) -> str:
    """Return the SVG of one shot."""
    app = MatineeApp(
        library, Refresher(library, Web(), lambda: NOW), lambda: NOW, sample=shot.empty, theme=shot.theme,
        identity=SOMEBODY,
    )  # fmt: skip
    async with app.run_test(size=shot.size) as pilot:
        await settled(pilot)
        await shot.script(pilot)
        await settled(pilot)
        return app.export_screenshot(title="Matinee")


def take_apart(name: str, folder: Path) -> str:
    """Return the SVG of the shot of this name, begun from a copy of the library in `folder`."""
    shot = next(shot for shot in SHOTS if shot.name == name)
    with tempfile.TemporaryDirectory() as own:
        if not shot.empty:
            shutil.copytree(folder, own, dirs_exist_ok=True)
        with Library.open(Path(own) / "library.sqlite3") as library:
            if shot.mine:
                graded_by_me(library)
            return asyncio.run(take(shot, library))


def take_all() -> dict[str, str]:
    """Return every shot's SVG by name; each starts from the same library. Several processes: most of it is waiting."""
    names = [shot.name for shot in SHOTS]
    with tempfile.TemporaryDirectory() as folder, DemoSite(NOW) as site:
        asyncio.run(filled(Path(folder), site)).close()
        with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as processes:
            return dict(zip(names, processes.map(take_apart, names, [Path(folder)] * len(names)), strict=True))


def words(svg: str) -> list[str]:
    """Return what an SVG says, line by line of the screen; not how it looks, nor on which port the sample was."""
    lines: dict[str, str] = {}
    for place, text in re.findall(r'<text [^>]*\by="([\d.]+)"[^>]*>(.*?)</text>', svg, re.DOTALL):
        lines[place] = lines.get(place, "") + html.unescape(text).replace("\xa0", " ")
    return [re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1", line).rstrip() for line in lines.values()]


def draw(svg: Path, png: Path, scale: int = 1) -> None:
    """Make the PNG of an SVG with Chromium."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        raise SystemExit("Chromium makes the PNGs: install it (Debian: apt-get install chromium fonts-firacode)")
    box = re.search(r'viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"', svg.read_text())
    assert box is not None
    width, height = (math.ceil(float(length)) for length in box.groups())
    with tempfile.TemporaryDirectory() as profile:
        options = "headless no-sandbox disable-gpu disable-quic no-first-run disable-background-networking disable-sync"
        subprocess.run(
            [
                browser,
                *(f"--{option}" for option in options.split()),
                "--host-resolver-rules=MAP * ~NOTFOUND",
                f"--user-data-dir={profile}",
                "--hide-scrollbars",
                "--default-background-color=00000000",
                f"--force-device-scale-factor={scale}",
                f"--window-size={width},{height}",
                f"--screenshot={png.resolve()}",
                svg.resolve().as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=60,
        )
    stamp(png, fingerprint(svg.read_text()))


def fingerprint(svg: str) -> str:
    """Return the hash a PNG carries of the SVG it was made from."""
    return hashlib.sha256(svg.encode()).hexdigest()


def stamp(png: Path, mark: str) -> None:
    """Write `mark` into the PNG as a tEXt chunk, right after its header (RFC 2083)."""
    body = png.read_bytes()
    chunk = b"tEXt" + b"svg-sha256\x00" + mark.encode()
    framed = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    png.write_bytes(body[:33] + framed + body[33:])


def check(taken: dict[str, str]) -> list[str]:
    """Return one complaint for every picture that no longer tells the truth."""
    complaints = []
    for name, svg in taken.items():
        kept, png = HERE / f"{name}.svg", HERE / f"{name}.png"
        if not kept.exists() or not png.exists():
            complaints.append(f"{name}: never taken")
        elif words(kept.read_text()) != words(svg):
            before, after = words(kept.read_text()), words(svg)
            changed = [line for pair in zip(before, after, strict=False) if pair[0] != pair[1] for line in pair][:2]
            complaints.append(f"{name}: the app shows something else now: {changed}")
        elif fingerprint(kept.read_text()).encode() not in png.read_bytes():
            complaints.append(f"{name}: the PNG was not made from the SVG")
    named = {shot.name for shot in SHOTS}
    complaints += [f"{path.name}: no longer taken" for path in HERE.glob("*.svg") if path.stem not in named]
    return complaints


def main() -> None:
    """Take or check every screenshot."""
    taken = take_all()
    if "--check" in sys.argv:
        complaints = check(taken)
        for complaint in complaints:
            print(complaint, file=sys.stderr)
        raise SystemExit("Take them again: make screenshots" if complaints else 0)
    for name, svg in taken.items():
        path = HERE / f"{name}.svg"
        path.write_text(svg)
        draw(path, path.with_suffix(".png"))
        print(path.name)


if __name__ == "__main__":
    main()
