"""The film, series, book, game or record a review is about."""

from tui.model.record import record


@record(frozen=True, slots=True)
class Work:
    """What is reviewed, as far as one post tells."""

    title: str
    year: int | None = None
    kind: str = "film"
    """`film`, `series`, `book`, `game`, `album` or `unknown`."""
    id: int | None = None
    """Its number in the library; None before it is kept."""
    ids: tuple[tuple[str, str], ...] = ()
    """Outside identities the post gives, as (register, id): `("tmdb", "movie/10683")`, `("imdb", "tt0147612")`."""
