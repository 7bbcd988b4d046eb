"""A picture without a file is decoded like one from a file, and touches no disk."""

import hashlib
import os
from pathlib import Path

import pytest

from docdesk.engines.decoding.limits import Limits
from docdesk.engines.decoding.pool import DecodingPool
from docdesk.engines.decoding.reading import read_bytes
from docdesk.foundation.errors import CaptureError
from tests.engines.decoding.decoding import FIELDS, shows


def test_bytes_are_decoded_and_hashed_like_a_file(pool: DecodingPool, drawn: Path) -> None:
    path = drawn / "colour.png"
    with pool.open(path) as file, pool_of_its_own() as other, other.open_bytes(path.read_bytes()) as held:
        assert (held.sha256, held.format, held.frames) == (file.sha256, "PNG", 1)
        assert (held.frame(1).pixels == file.frame(1).pixels).all()
        assert (held.frame(1).ppi, held.frame(1).ppi_known) == (300.0, "file")


def pool_of_its_own() -> DecodingPool:
    """A second pool: a file holds the worker of its pool while it is open."""
    return DecodingPool(1)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"hello", "not_a_picture"),
        (b"GIF89a" + bytes(100), "format_not_supported"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "damaged"),
    ],
)
def test_what_is_no_picture_is_refused_with_its_digest(pool: DecodingPool, content: bytes, code: str) -> None:
    with pytest.raises(CaptureError) as raised, pool.open_bytes(content):
        pass
    assert (raised.value.code, raised.value.sha256) == (code, hashlib.sha256(content).hexdigest())


def test_more_bytes_than_a_file_may_have_are_refused() -> None:
    with pytest.raises(CaptureError) as raised:
        read_bytes(bytes(2_000_001), Limits(file_bytes=2_000_000))
    assert raised.value.code == "too_many_bytes"
    assert read_bytes(bytes(2_000_000), Limits(file_bytes=2_000_000)).untrusted_bytes == bytes(2_000_000)


def test_more_pixels_than_a_file_may_have_are_refused(drawn: Path) -> None:
    small = Limits(pixels=1000)
    content = (drawn / "colour.png").read_bytes()
    with (
        DecodingPool(1, limits=small) as pool,
        pytest.raises(CaptureError) as raised,
        pool.open_bytes(content) as held,
    ):
        held.frame(1)
    assert raised.value.code == "too_many_pixels"


def test_the_program_opens_nothing_but_shared_memory_for_it(
    pool: DecodingPool, drawn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = (drawn / "colour.png").read_bytes()
    with pool.open_bytes(content):
        pass  # the worker has started: starting one reads files
    opened: list[str] = []
    real = os.open

    def watched(path: str, *args: int, **kwargs: int) -> int:
        opened.append(str(path))
        return real(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", watched)
    with pool.open_bytes(content) as held:
        assert shows(held.frame(1).pixels, FIELDS)
    assert all(path.startswith("/dev/shm/") for path in opened)
