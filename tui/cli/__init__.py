"""The door: one file per family of commands. The only place that reads the clock, the paths and the environment."""


def main() -> None:
    """Run `matinee`. What it needs is imported here: starting must cost little more than the interpreter."""
    from tui.cli.root import run

    run()
