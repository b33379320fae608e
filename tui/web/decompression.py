"""Decompression that cannot be made to explode: output is counted before it exists."""

import zlib
from enum import Enum

ACCEPTED = "gzip, deflate"
"""What we announce; anything else a server sends on its own is refused."""
_STEP = 64 * 1024
"""Bytes of output at a time; all a bomb ever costs beyond the cap."""

_ENOUGH = 2
"""Bytes by which a packing is known; a first chunk may be a single one."""


class Packing(Enum):
    """How a body is packed on its way, as zlib's `wbits`."""

    GZIP = 31
    ZLIB = 15
    RAW = -15


class TooLarge(Exception):
    """The body outgrew its cap."""


class Damaged(Exception):
    """The body cannot be unpacked, or ends before it is complete. The argument says which, in words."""


class Unpacker:
    """Feeds on the bytes of a body and holds what they unpack to, never more than `most` bytes."""

    def __init__(self, encoding: str, most: int) -> None:
        self._encoding = encoding
        self._most = most
        self._parts: list[bytes] = []
        self._size = 0
        self._head: bytes | None = b""
        """The first bytes until they are enough to judge by; None from then on."""
        self._stream: zlib._Decompress | None = None

    def feed(self, data: bytes) -> None:
        """Take the next bytes from the wire. Raises TooLarge or Damaged."""
        if self._head is not None:
            self._head += data
            if len(self._head) < _ENOUGH:
                return
            data = self._judge(self._head)
        self._take(data)

    def finish(self) -> bytes:
        """Return the whole body. Raises Damaged when the packed stream has no end: httpx takes half of one silently."""
        if self._head:  # a body of one byte
            self._take(self._judge(self._head))
        if self._stream is not None and not self._stream.eof:
            raise Damaged("broke off before it was complete")
        return b"".join(self._parts)

    def _judge(self, head: bytes) -> bytes:
        """Decide by the first bytes how the body is packed; return them, to be taken."""
        self._head = None
        packing = _packing(self._encoding, head)
        self._stream = zlib.decompressobj(packing.value) if packing else None
        return head

    def _take(self, data: bytes) -> None:
        if self._stream is None:
            self._keep(data)
            return
        while data:
            data = self._inflate(self._stream, data)

    def _inflate(self, stream: "zlib._Decompress", data: bytes) -> bytes:
        """Unpack one step of `data`; return what is left of it."""
        if stream.eof:  # another gzip member, or padding after the end, which everybody ignores
            if not data.startswith(b"\x1f\x8b"):
                return b""
            self._stream = stream = zlib.decompressobj(Packing.GZIP.value)
        try:
            self._keep(stream.decompress(data, _STEP))
        except zlib.error as error:
            raise Damaged("cannot be unpacked") from error
        return stream.unconsumed_tail or stream.unused_data

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._most:
            raise TooLarge
        self._parts.append(data)


def _packing(encoding: str, head: bytes) -> Packing | None:
    """Return how a body is packed, by its own first bytes where the header lies; None for a plain one.

    Servers label plain bodies gzip, send `.xml.gz` files unlabelled, and by `deflate` mean raw deflate as well as zlib.
    """
    if head.startswith(b"\x1f\x8b"):
        return Packing.GZIP
    if encoding == "deflate":
        is_zlib = head[0] & 0x0F == 8 and int.from_bytes(head[:2].ljust(2, b"\0"), "big") % 31 == 0
        return Packing.ZLIB if is_zlib else Packing.RAW
    return None
