"""The packings of bodies, each as a stream that gives its output in small steps: whoever counts may stop in between.

What unpacks brotli and zstd is imported when the first such body comes; most feeds never need it.
"""

import zlib
from collections.abc import Iterator
from typing import Protocol

_STEP = 64 * 1024
"""Bytes of output at a time; all a bomb ever costs beyond the cap."""
_MOST_WINDOW = 8 * 1024 * 1024
"""Bytes a zstd stream may look back on: what RFC 9659 allows on the web."""
_SIP = 64
"""Bytes of a zstd stream taken at once: its library knows no limit, and a block of four may unpack to 128 kB."""
GZIP, ZLIB, RAW = 31, 15, -15
"""gzip and both kinds of deflate, as zlib's `wbits`."""


class BadPacking(Exception):
    """The bytes are not what the packing should give."""


class Packing(Protocol):
    """One packed body."""

    @property
    def ended(self) -> bool:
        """True once the body is complete."""

    def unpack(self, data: bytes) -> Iterator[bytes]:
        """Yield what the next bytes from the wire unpack to. Raises BadPacking."""


class Deflated:
    """gzip and deflate; several gzip members in a row are one body, and padding after the end is ignored."""

    def __init__(self, wbits: int) -> None:
        self._stream = zlib.decompressobj(wbits)

    @property
    def ended(self) -> bool:
        return self._stream.eof

    def unpack(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._stream.eof:
                if not data.startswith(b"\x1f\x8b"):
                    return
                self._stream = zlib.decompressobj(GZIP)
            try:
                yield self._stream.decompress(data, _STEP)
            except zlib.error as error:
                raise BadPacking from error
            data = self._stream.unconsumed_tail or self._stream.unused_data


class Brotli:
    """br (RFC 7932)."""

    def __init__(self) -> None:
        import brotli

        self._error: type[Exception] = brotli.error
        self._stream = brotli.Decompressor()

    @property
    def ended(self) -> bool:
        return bool(self._stream.is_finished())

    def unpack(self, data: bytes) -> Iterator[bytes]:
        try:
            while given := self._stream.process(data, output_buffer_limit=_STEP):
                yield given
                data = b""  # taken whole; what it holds back is asked for with nothing
        except self._error as error:
            raise BadPacking from error


class Zstd:
    """zstd (RFC 8878); several frames in a row are one body."""

    def __init__(self) -> None:
        import zstandard

        self._error: type[Exception] = zstandard.ZstdError
        self._library = zstandard.ZstdDecompressor(max_window_size=_MOST_WINDOW)
        self._stream = self._library.decompressobj()

    @property
    def ended(self) -> bool:
        return self._stream.eof

    def unpack(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._stream.eof:
                self._stream = self._library.decompressobj()
            sip, data = data[:_SIP], data[_SIP:]
            try:
                yield self._stream.decompress(sip)
            except self._error as error:
                raise BadPacking from error
            data = self._stream.unused_data + data
