"""`matinee` itself: its options, its commands (each loaded when it is asked for), and how it says what went wrong."""

import errno
import os
import signal
import sys
from importlib import import_module
from pathlib import Path

import click

from tui import __version__
from tui.cli.surroundings import Surroundings
from tui.cli.telling import tell
from tui.model.errors import MatineeError

COMMANDS = {
    "add": "subscribing",
    "remove": "subscribing",
    "critics": "subscribing",
    "import": "importing",
    "export": "exporting",
    "follow": "following",
    "refresh": "refreshing",
    "backfill": "archiving",
    "pause": "keeping",
    "resume": "keeping",
    "tune": "keeping",
    "move": "keeping",
    "pages": "paging",
    "list": "reading",
    "read": "reading",
    "comments": "talking",
    "grades": "summarising",
    "work": "works",
    "rate": "works",
    "grade": "grading",
    "regrade": "regrading",
    "reread": "regrading",
    "demo": "opening",
}
"""Each command and the file it lives in."""


class Commands(click.Group):
    """A group that imports a command's file only when that command is used, or help is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"tui.cli.{COMMANDS[cmd_name]}"), f"{cmd_name}_command")
        return command


@click.command(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--library",
    type=click.Path(path_type=Path),
    envvar="MATINEE_LIBRARY",
    metavar="DIR",
    help="Where reviews are kept: a folder, or a library file.  [env: MATINEE_LIBRARY]",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="MATINEE_CONFIG",
    metavar="FILE",
    help="The configuration file.  [env: MATINEE_CONFIG]",
)
@click.version_option(__version__, "--version", prog_name="matinee", message="%(prog)s %(version)s")
@click.pass_context
def matinee(context: click.Context, library: Path | None, config: Path | None) -> None:
    """Read critics' reviews in a terminal. Without a command: open the app.

    Start with `matinee demo` (a sample site, offline), or `matinee add ADDRESS`.
    """
    context.obj = Surroundings(library=library, config=config)
    if context.invoked_subcommand is None:
        from tui.cli.opening import open_app

        open_app(context.obj)


def run() -> None:
    """Run the command line; every known failure is one line on stderr and an exit code, never a traceback."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        code = matinee.main(prog_name="matinee", standalone_mode=False)  # click hands back what a command exits with
        sys.stdout.flush()
        sys.exit(code or 0)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except MatineeError as error:
        tell(error)
        sys.exit(error.exit_code)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO, errno.EPIPE):
            raise
        if error.errno != errno.EPIPE:
            click.echo(f"matinee: cannot write: {error.strerror}. Free some space, or write elsewhere", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to fail when we end
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
