"""How a failure is told: one line on standard error."""

import click

from tui.model.errors import BadQuery, MatineeError
from tui.model.text import visible


def tell(error: MatineeError) -> None:
    """Write one line about `error` to stderr; under a bad query, the query and a mark at the character."""
    click.echo(f"matinee: {visible(str(error))}", err=True)
    if isinstance(error, BadQuery) and error.query.isprintable():
        click.echo(f"  {error.query}\n  {' ' * error.position}^", err=True)
