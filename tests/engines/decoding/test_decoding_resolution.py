"""A resolution is told where the file states one that makes sense, and how it is known."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from docdesk.engines.decoding.pool import DecodingPool
from tests.engines.decoding.decoding import frames_of
from tests.engines.decoding.drawn_files import fields, written


def exif(across: float, down: float, unit: int) -> Image.Exif:
    tags = Image.Exif()
    tags[282], tags[283], tags[296] = across, down, unit
    return tags


@pytest.mark.parametrize(
    ("kind", "options", "expected"),
    [
        ("PNG", {"dpi": (300, 300)}, 300.0),
        ("BMP", {"dpi": (600, 600)}, 600.0),
        ("TIFF", {"dpi": (400, 400)}, 400.0),
        ("TIFF", {"tiffinfo": {282: 118.11, 283: 118.11, 296: 3}}, 300.0),
        ("TIFF", {"tiffinfo": {282: 300.0, 283: 300.0, 296: 1}}, None),
        ("JPEG", {"dpi": (300, 300)}, 300.0),
        ("JPEG", {"dpi": (300, 306)}, 303.0),
        ("JPEG", {"dpi": (300, 400)}, None),
        ("JPEG", {"dpi": (72, 72)}, None),
        ("JPEG", {"dpi": (20, 20)}, None),
        ("JPEG", {"dpi": (20000, 20000)}, None),
        ("JPEG", {}, None),
        ("JPEG", {"exif": exif(240, 240, 2)}, 240.0),
        ("JPEG", {"exif": exif(100, 100, 3)}, 254.0),
        ("JPEG", {"exif": exif(72, 72, 2)}, None),
        ("JPEG", {"exif": exif(240, 240, 7)}, None),
        ("WEBP", {"exif": exif(240, 240, 2)}, 240.0),
        ("PNG", {}, None),
        ("JPEG2000", {}, None),
    ],
)
def test_a_stated_resolution_counts_where_it_makes_sense(
    pool: DecodingPool, tmp_path: Path, kind: str, options: dict[str, Any], expected: float | None
) -> None:
    (tmp_path / "file").write_bytes(written(fields(), kind, **options))
    (frame,) = frames_of(pool, tmp_path / "file")
    assert frame.ppi == (pytest.approx(expected, abs=0.01) if expected else None)
    assert frame.ppi_known == ("file" if expected else None)


def test_the_resolution_of_a_heic_is_that_of_its_exif(pool: DecodingPool, drawn: Path) -> None:
    assert frames_of(pool, drawn / "fields.heic")[0].ppi == 300.0


def test_broken_exif_does_not_refuse_the_picture(pool: DecodingPool, tmp_path: Path) -> None:
    content = written(fields(), "JPEG", exif=exif(240, 240, 2))
    at = content.index(b"Exif\x00\x00") + 6
    (tmp_path / "file").write_bytes(content[: at + 4] + b"\xff\xff\xff\x7f" + content[at + 8 :])
    (frame,) = frames_of(pool, tmp_path / "file")
    assert (frame.ppi, frame.turned) == (None, 0)
