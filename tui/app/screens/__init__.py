"""The screens: each holds its widgets and state, and decides nothing that a pure function could."""
