"""Where a review ends and the blog's footer begins."""

import pytest

from tui.articles.prose import read_prose

REVIEW = "<p>A patient film about fog.</p><p>My Grade: 7/10</p>"


def roles(html: str) -> list[str]:
    return [block.role for block in read_prose(html).blocks]


@pytest.mark.parametrize(
    "line",
    [
        "3 thoughts on “The Second Foghorn”",
        "One thought on “The Second Foghorn”",
        "12 Comments",
        "No comments",
        "Leave a Reply",
        "Leave a comment",
        "2 responses to Fog",
        "Schreibe einen Kommentar",
        "Deja una respuesta",
    ],
)
def test_comments_are_footer_with_all_that_follows(line: str) -> None:
    assert roles(f"{REVIEW}<h3>{line}</h3><p>I gave it 9/10 myself!</p>") == ["", "", "footer", "footer"]


@pytest.mark.parametrize(
    "line",
    [
        "The post The Second Foghorn appeared first on Foghorn Weekly.",
        "Share this:",
        "Like Loading...",
        "Filed under: drama, fog",
        "Your email address will not be published. Required fields are marked *",
        "Continue reading →",
        "Follow me on Letterboxd @ada",
        "Subscribe to get new posts by e-mail, or follow the newsletter",
        "© 2025 Ada Quill",
    ],
)
def test_the_blogs_own_lines_are_footer_alone(line: str) -> None:
    assert roles(f"<p>{line}</p>{REVIEW}") == ["footer", "", ""]


@pytest.mark.parametrize(
    "line",
    [
        "Share the love, says the film, and means it.",
        "One comment the film makes on grief is that it passes.",
        "Comments on class abound.",
        "Related by blood, the two keepers hardly speak.",
    ],
)
def test_sentences_that_only_begin_alike_stay(line: str) -> None:
    assert roles(f"<p>{line}</p>{REVIEW}") == ["", "", ""]


def test_a_heading_comments_above_a_long_text_ends_nothing() -> None:
    long = "The film is patient, and patience is its subject too. " * 10
    assert roles(f"<h2>Comments</h2><p>{long}</p>") == ["", ""]


def test_elements_of_the_comment_area_are_footer() -> None:
    html = f'{REVIEW}<div id="comments"><p>Nice one, 10/10.</p></div><footer><p>Ada writes here.</p></footer>'
    assert roles(html) == ["", "", "footer", "footer"]
