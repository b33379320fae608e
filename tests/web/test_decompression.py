import gzip
import tracemalloc
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from tui.web.decompression import Damaged, TooLarge, Unpacker

ZEROES = b"\0" * 50_000_000


def gzipped(body: bytes) -> bytes:
    """Pack without the time, so that a test has the same name whenever it is collected."""
    return gzip.compress(body, mtime=0)


BOMBS = [
    (gzipped(ZEROES), "gzip"),
    (brotli.compress(ZEROES), "br"),
    (zstandard.compress(ZEROES), "zstd"),
]
BODY = b"<p>A patient film about fog.</p>" * 200


def unpacked(data: bytes, encoding: str, *, most: int = 1_000_000, step: int = 700) -> bytes:
    unpacker = Unpacker(encoding, most)
    for start in range(0, len(data), step):
        unpacker.feed(data[start : start + step])
    return unpacker.finish()


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (BODY, ""), (gzipped(BODY), "gzip"), (gzipped(BODY), "x-gzip"), (zlib.compress(BODY), "deflate"),
        (raw_deflate(BODY), "deflate"), (gzipped(BODY[:900]) + gzipped(BODY[900:]), "gzip"),
        (gzipped(BODY) + b"\0\0\0\0", "gzip"), (gzipped(BODY), "deflate"), (brotli.compress(BODY), "br"),
        (zstandard.compress(BODY), "zstd"), (zstandard.compress(BODY[:900]) + zstandard.compress(BODY[900:]), "zstd"),
    ],
)  # fmt: skip
def test_every_packing_a_server_may_use_is_unpacked(data: bytes, encoding: str) -> None:
    assert unpacked(data, encoding) == BODY


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (gzipped(BODY), "gzip"), (gzipped(BODY), ""), (zlib.compress(BODY), "deflate"),
        (raw_deflate(BODY), "deflate"), (BODY, "gzip"), (BODY, ""), (b"x", "gzip"), (b"", ""),
        (brotli.compress(BODY), "br"), (zstandard.compress(BODY), "zstd"),
    ],
)  # fmt: skip
def test_a_body_that_comes_byte_by_byte_is_unpacked(data: bytes, encoding: str) -> None:
    assert unpacked(data, encoding, step=1) == (BODY if len(data) > 1 else data)


def test_a_plain_body_labelled_gzip_is_taken_as_it_is() -> None:
    assert unpacked(BODY, "gzip") == BODY


def test_a_gzip_file_without_a_label_is_unpacked() -> None:
    assert unpacked(gzipped(BODY), "") == BODY


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(gzipped(BODY), "gzip"), (brotli.compress(BODY), "br"), (zstandard.compress(BODY), "zstd")],
)
def test_half_a_packed_body_is_damaged(data: bytes, encoding: str) -> None:
    with pytest.raises(Damaged, match="broke off"):
        unpacked(data[: len(data) // 2], encoding)


@pytest.mark.parametrize("encoding", ["br", "zstd"])
def test_a_body_that_is_not_packed_as_it_says_is_damaged(encoding: str) -> None:
    with pytest.raises(Damaged, match="cannot be unpacked"):
        unpacked(BODY, encoding)


def test_a_wrong_checksum_is_damage() -> None:
    packed = gzipped(BODY)
    with pytest.raises(Damaged, match="cannot be unpacked"):
        unpacked(packed[:-8] + b"\0\0\0\0" + packed[-4:], "gzip")


def test_a_bomb_is_stopped_at_the_cap_however_it_is_cut() -> None:
    for bomb, encoding in BOMBS:
        for step in (len(bomb), 10):
            with pytest.raises(TooLarge):
                unpacked(bomb, encoding, most=100_000, step=step)


@pytest.mark.parametrize(("bomb", "encoding"), BOMBS, ids=["gzip", "br", "zstd"])
def test_a_bomb_costs_little_more_than_the_cap(bomb: bytes, encoding: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            unpacked(bomb, encoding, most=1_000_000, step=len(bomb))
        assert tracemalloc.get_traced_memory()[1] < 6_000_000
    finally:
        tracemalloc.stop()


def test_the_cap_itself_is_allowed() -> None:
    assert unpacked(BODY, "", most=len(BODY)) == BODY
    with pytest.raises(TooLarge):
        unpacked(BODY, "", most=len(BODY) - 1)


@given(st.binary(max_size=300), st.sampled_from(["", "gzip", "deflate", "br", "zstd"]))
def test_any_bytes_unpack_or_are_called_damaged(data: bytes, encoding: str) -> None:
    try:
        unpacked(data, encoding, step=7)
    except (Damaged, TooLarge):
        return
