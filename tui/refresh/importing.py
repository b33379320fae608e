"""Taking over a list of subscriptions: each feed of the file that the library lacks; nothing is fetched yet."""

from datetime import datetime
from pathlib import Path

from tui.feeds.opml import Listing, read
from tui.model.errors import AlreadySubscribed, BadFile
from tui.model.imported import Imported
from tui.store.library import Library
from tui.web.address import host, without_secrets

_MOST = 20_000_000
"""Bytes of a file that is read at all: the largest list known has 10,000 feeds in 2 MB."""


def import_file(library: Library, path: str, *, now: datetime) -> Imported:
    """Subscribe to what the OPML or newsboat file at `path` lists. Raises BadFile, and LibraryError for the library."""
    return import_list(library, read(body_of(path), Path(path).name), now=now)


def import_list(library: Library, listing: Listing, *, now: datetime) -> Imported:
    """Subscribe to each feed of a list that the library lacks."""
    added = known = 0
    secrets: dict[str, None] = {}
    for outline in listing.outlines:
        if without_secrets(outline.feed_url) != outline.feed_url:
            secrets[host(outline.feed_url)] = None
        try:
            library.subscribe(
                outline.feed_url,
                name=outline.name or host(outline.feed_url),
                site_url=outline.site_url,
                tags=outline.tags,
                now=now,
            )
            added += 1
        except AlreadySubscribed:
            known += 1
    return Imported(added, known, listing.skipped, tuple(secrets))


def body_of(path: str) -> bytes:
    """Return what a file given by the reader holds. Raises BadFile."""
    try:
        file = Path(path).expanduser()
        if file.is_dir():
            raise BadFile(f"{path} is a folder", "Give the path of a file")
        if file.stat().st_size > _MOST:
            raise BadFile(f"{path} is too large to be a list of subscriptions or an export", "Give a smaller file")
        return file.read_bytes()
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: no such user in `~user`; ValueError: NUL
        reason = getattr(error, "strerror", None) or str(error)
        raise BadFile(f"{path} cannot be read: {reason}", "Check the path") from error
