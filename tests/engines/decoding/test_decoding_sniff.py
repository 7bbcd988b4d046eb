"""Formats are told by content."""

from pathlib import Path

import pytest

from docdesk.engines.decoding.sniff import sniff, sniff_unsupported
from tests.engines.decoding.test_decoding_formats import FORMATS


def test_each_format_is_told_by_its_first_64_bytes(drawn: Path) -> None:
    for path in drawn.iterdir():
        assert sniff(path.read_bytes()[:64]) == FORMATS[path.suffix[1:]], path.name


@pytest.mark.parametrize(
    "head",
    [b"", b"B", b"BM is a brand of cars", b"Hello", b"RIFF\x00\x00\x00\x00AVI ", b"PK\x03\x04", b"\x00" * 64],
)
def test_what_is_no_picture_is_none(head: bytes) -> None:
    assert sniff(head) is None
    assert sniff_unsupported(head) is None


def test_a_pdf_may_carry_junk_first_but_not_for_long() -> None:
    assert sniff(b"x" * 1000 + b"%PDF-1.4") == "PDF"
    assert sniff(b"x" * 1024 + b"%PDF-1.4") is None


@pytest.mark.parametrize(
    ("brands", "expected"),
    [
        ((b"heic", b"mif1"), "HEIC"),
        ((b"mif1", b"heic"), "HEIC"),
        ((b"msf1", b"hevc"), "HEIC"),
        ((b"heix",), "HEIC"),
        ((b"avif", b"mif1"), None),
        ((b"mif1", b"avif"), None),
        ((b"isom", b"mp42"), None),
    ],
)
def test_brands_tell_heic_from_its_relatives(brands: tuple[bytes, ...], expected: str | None) -> None:
    content = b"ftyp" + brands[0] + b"\x00" * 4 + b"".join(brands[1:])
    assert sniff((len(content) + 4).to_bytes(4, "big") + content) == expected


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"GIF89a", "GIF"),
        (b"\x00\x00\x00\x20ftypavif\x00\x00\x00\x00avifmif1", "AVIF"),
        (b"\xff\x0a", "JPEG XL"),
        (b"8BPS\x00\x01", "PSD"),
    ],
)
def test_pictures_docdesk_does_not_read_have_a_name(head: bytes, name: str) -> None:
    assert sniff(head) is None
    assert sniff_unsupported(head) == name
