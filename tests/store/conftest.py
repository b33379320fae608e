"""A library of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.shelving import make_library
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with make_library(tmp_path) as library:
        yield library
