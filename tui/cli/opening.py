"""`matinee` and `matinee demo`: open the app on the library, or on the sample site."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import process
from tui.cli.settings import Settings
from tui.cli.surroundings import Surroundings, clock, editor, terminal
from tui.model.errors import BadSetting, MatineeError, WrongUse
from tui.model.reply import Identity

if TYPE_CHECKING:
    from tui.demo.site import DemoSite
    from tui.refresh.refresher import Refresher
    from tui.store.library import Library

WELCOME = "A sample: invented critics, nothing is kept. For real: Q, then `matinee add ADDRESS` (see the README)"
SAMPLE_READER = Identity("You", "you@sample.invalid")
"""Who replies on the sample site: no address of a real person is needed there."""


def open_app(around: Surroundings) -> None:
    """Open the app on the reader's library; from its welcome they may go on to the sample site."""
    if not terminal():
        raise WrongUse("the app needs a terminal", "In a pipe use a command: `matinee list`, `matinee --help`")
    settings = around.settings()
    with around.open_library() as library:
        wanted = _show(library, settings, config=around.config_file, sample=True)
    if wanted == "sample":
        open_sample(settings)


@click.command("demo")
@click.pass_obj
def demo_command(around: Surroundings) -> None:
    """Open the app on the built-in sample site: real HTTP on loopback, a throw-away library, offline.

    Without a terminal it prints what the app would show.
    """
    if terminal():
        open_sample(around.settings())
        return
    from tui.cli.touring import tour

    with ExitStack() as stack:
        site, library = _sample(stack)
        asyncio.run(tour(site, library))


def open_sample(settings: Settings) -> None:
    """Open the app on the sample site."""
    with ExitStack() as stack:
        site, library = _sample(stack)
        asyncio.run(_subscribe(site, library))
        _show(library, settings, notice=WELCOME)


async def _subscribe(site: "DemoSite", library: "Library") -> None:
    """Find every feed, take no review yet: the app does that before the reader's eyes."""
    from tui.refresh.refresher import Refresher
    from tui.web.client import Web

    async with Web() as web:
        refresher = Refresher(library, web, clock)
        for name, address, tags in site.subscriptions:
            try:
                await refresher.add(address, name=name, tags=tags, refresh=False)
            except MatineeError:  # the one feed that is to fail: it shows what failing looks like
                library.subscribe(address, name=name, tags=tags, now=clock())


def _sample(stack: ExitStack) -> "tuple[DemoSite, Library]":
    from tui.demo.site import DemoSite
    from tui.store.library import Library

    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="matinee-demo-", ignore_cleanup_errors=True)))
    site = stack.enter_context(DemoSite(clock()))
    return site, stack.enter_context(Library.open(folder / "library.sqlite3"))


def _show(
    library: "Library", settings: Settings, *, config: Path | None = None, notice: str = "", sample: bool = False
) -> str | None:
    """Run the app; the reader's identity is kept in the file `config`, on the sample site nowhere."""
    from tui.app import collector

    collector.hold()  # until the app is seen
    process.prepare()
    from tui.app.app import MatineeApp
    from tui.cli.introducing import identity_of, keep_identity

    refresher = _refresher(library, settings)
    theme, measure = settings.app.theme, settings.app.measure
    app = MatineeApp(
        library, refresher, clock, notice=notice, sample=sample, theme=theme, measure=measure, blind=settings.app.blind,
        identity=identity_of(settings) if config else SAMPLE_READER,
        keep_identity=partial(keep_identity, config) if config else None,
        editor=editor(), on_start=settings.refresh.on_start or config is None, every=settings.refresh.every,
    )  # fmt: skip
    if theme not in app.available_themes:
        raise BadSetting(f"there is no theme {theme}", f"Themes: {', '.join(sorted(app.available_themes))}")
    return app.run()


def _refresher(library: "Library", settings: Settings) -> "Refresher":
    """Return what visits feeds for the app: many of them in a process of its own."""
    from tui.cli.connecting import connect

    web = connect(settings)
    if settings.sites:  # their secrets were asked for in this process, perhaps of a person: not once more each time
        from tui.refresh.refresher import Refresher

        return Refresher(library, web, clock)
    from tui.refresh.apart import RefresherApart

    return RefresherApart(library, web, clock, partial(opened_apart, library.path, settings))


@asynccontextmanager
async def opened_apart(path: Path, settings: Settings) -> AsyncIterator["Refresher"]:
    """Open in another process what a refresh needs."""
    from tui.cli.connecting import connect, elsewhere
    from tui.refresh.refresher import Refresher
    from tui.store.library import Library

    with Library.open(path, assumed=settings.grades.assumed) as library:
        async with connect(settings) as web:
            yield Refresher(library, web, clock, elsewhere=elsewhere(settings))
