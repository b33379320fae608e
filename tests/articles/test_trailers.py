"""Lines that only name a trailer."""

import pytest

from tui.articles.trailers import is_trailer_caption


@pytest.mark.parametrize(
    "line",
    [
        "The Second Foghorn | Official Trailer | Lantern Pictures – YouTube",
        "The Second Foghorn | Official Trailer (HD)",
        "Watch the trailer here",
        "Trailer:",
        "Official Trailer",
    ],
)
def test_are_known(line: str) -> None:
    assert is_trailer_caption(line)


@pytest.mark.parametrize("line", ["Trailer Park Boys", "The trailer promised fog and the film delivers it.", ""])
def test_are_told_from_sentences_and_titles(line: str) -> None:
    assert not is_trailer_caption(line)
