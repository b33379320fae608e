"""The door: one file per family of commands. The only place that reads the clock, the paths and the environment."""


def main() -> None:
    """Run the command line."""
