"""Decompression that cannot be made to explode: output is counted before it is kept."""

from tui.web.packings import GZIP, RAW, ZLIB, BadPacking, Brotli, Deflated, Packing, Zstd

ACCEPTED = "gzip, deflate, br, zstd"
"""What we announce; anything else a server sends on its own is refused."""
KNOWN = frozenset({"", "identity", "gzip", "x-gzip", "deflate", "br", "zstd"})
"""Every Content-Encoding that can be unpacked."""
_ENOUGH = 2
"""Bytes by which a packing is known; a first chunk may be a single one."""


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
        self._packing: Packing | None = None

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
        if self._packing is not None and not self._packing.ended:
            raise Damaged("broke off before it was complete")
        return b"".join(self._parts)

    def _judge(self, head: bytes) -> bytes:
        """Decide by the first bytes how the body is packed; return them, to be taken."""
        self._head = None
        self._packing = _packing(self._encoding, head)
        return head

    def _take(self, data: bytes) -> None:
        if self._packing is None:
            self._keep(data)
            return
        try:
            for part in self._packing.unpack(data):
                self._keep(part)
        except BadPacking as error:
            raise Damaged("cannot be unpacked") from error

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
        return Deflated(GZIP)
    if encoding == "deflate":
        is_zlib = head[0] & 0x0F == 8 and int.from_bytes(head[:2].ljust(2, b"\0"), "big") % 31 == 0
        return Deflated(ZLIB if is_zlib else RAW)
    if encoding == "br":
        return Brotli()
    return Zstd() if encoding == "zstd" else None
