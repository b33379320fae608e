"""`python -m tui` is `matinee`."""

from tui.cli import main

if __name__ == "__main__":
    main()
