"""Every format, pixel kind and orientation comes out as the records promise."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from docdesk.engines.decoding.pool import DecodingPool
from docdesk.foundation.errors import CaptureError
from tests.engines.decoding.decoding import FIELDS, frames_of, shows
from tests.engines.decoding.drawn_files import (
    HEIGHT,
    LOWER_LEFT,
    LOWER_RIGHT,
    UPPER_LEFT,
    UPPER_RIGHT,
    WIDTH,
    deep_grey,
    fields,
    see_through,
    written,
)
from tests.engines.decoding.made_tiff import grey_tags, tiff

WHITE = (255, 255, 255)
GREY = np.asarray(fields().convert("L"))
DEEP = np.asarray(deep_grey())

FORMATS = {
    "png": "PNG",
    "jpg": "JPEG",
    "tif": "TIFF",
    "bmp": "BMP",
    "webp": "WEBP",
    "jp2": "JPEG2000",
    "j2k": "JPEG2000",
    "heic": "HEIC",
    "pdf": "PDF",
}
CLOCKWISE = (LOWER_LEFT, UPPER_LEFT, LOWER_RIGHT, UPPER_RIGHT)
COUNTER_CLOCKWISE = (UPPER_RIGHT, LOWER_RIGHT, UPPER_LEFT, LOWER_LEFT)
SHOWN = {
    "colour.png": [FIELDS],
    "palette.png": [(WHITE, *FIELDS[1:])],
    "alpha.png": [(LOWER_LEFT, WHITE, LOWER_RIGHT, UPPER_RIGHT)],
    "animated.png": [FIELDS, (WHITE, *FIELDS[1:]), FIELDS[::-1]],
    "baseline.jpg": [CLOCKWISE],
    "progressive.jpg": [FIELDS],
    "cmyk.jpg": [FIELDS],
    "lzw.tif": [COUNTER_CLOCKWISE],
    "jpeg.tif": [FIELDS],
    "cmyk.tif": [FIELDS],
    "colour.bmp": [FIELDS],
    "palette.bmp": [FIELDS],
    "lossy.webp": [FIELDS],
    "alpha.webp": [(WHITE, *FIELDS[1:])],
    "animated.webp": [FIELDS, (WHITE, *FIELDS[1:]), FIELDS[::-1]],
    "colour.jp2": [FIELDS],
    "codestream.j2k": [FIELDS],
    "fields.heic": [FIELDS],
    "turned.heic": [FIELDS],
}


@pytest.mark.parametrize("name", SHOWN)
def test_colours_come_out_upright_and_opaque(pool: DecodingPool, drawn: Path, name: str) -> None:
    with pool.open(drawn / name) as file:
        assert file.format == FORMATS[name.rpartition(".")[2]]
        found = [file.frame(number) for number in range(1, file.frames + 1)]
    assert [frame.number for frame in found] == list(range(1, len(SHOWN[name]) + 1))
    for frame, colours in zip(found, SHOWN[name], strict=True):
        assert frame.pixels.dtype == np.uint8
        assert frame.pixels.flags["C_CONTIGUOUS"]
        assert shows(frame.pixels, colours, tolerance=8 if name == "lossy.webp" else 3)


@pytest.mark.parametrize("name", ["deep.png", "deep.jp2", "deflate.tif"])
def test_grey_of_16_bits_keeps_its_values(pool: DecodingPool, drawn: Path, name: str) -> None:
    (frame,) = frames_of(pool, drawn / name)
    assert frame.pixels.dtype == np.uint16
    assert np.array_equal(frame.pixels, DEEP)


def test_pages_of_a_tiff_keep_their_kinds(pool: DecodingPool, drawn: Path) -> None:
    colour, grey, bilevel, deep = (frame.pixels for frame in frames_of(pool, drawn / "pages.tif"))
    assert shows(colour, FIELDS)
    assert np.array_equal(grey, GREY)
    assert set(np.unique(bilevel)) == {0, 255}
    assert np.array_equal(deep, DEEP)


@pytest.mark.parametrize("name", ["bilevel.png", "fax.tif"])
def test_bilevel_becomes_grey(pool: DecodingPool, drawn: Path, name: str) -> None:
    (frame,) = frames_of(pool, drawn / name)
    assert np.array_equal(frame.pixels, np.asarray(fields().convert("1").convert("L")))


def test_frames_can_be_taken_in_any_order_and_twice(pool: DecodingPool, drawn: Path) -> None:
    with pool.open(drawn / "animated.png") as file:
        later, first, again = file.frame(3), file.frame(1), file.frame(3)
    assert shows(first.pixels, FIELDS)
    assert np.array_equal(later.pixels, again.pixels)
    with pool.open(drawn / "lzw.tif") as file:
        assert file.frame(1).turned == file.frame(1).turned == 270


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
@pytest.mark.parametrize(
    ("tag", "turned", "mirrored"),
    [
        (1, 0, False),
        (2, 0, True),
        (3, 180, False),
        (4, 180, True),
        (5, 270, True),
        (6, 90, False),
        (7, 90, True),
        (8, 270, False),
        (9, 0, False),
    ],
)
def test_exif_orientation_is_obeyed_and_told(
    pool: DecodingPool, tmp_path: Path, kind: str, tag: int, turned: int, mirrored: bool
) -> None:
    exif = Image.Exif()
    exif[274] = tag
    options: dict[str, Any] = {
        "PNG": {"exif": exif},
        "JPEG": {"exif": exif, "quality": 97, "subsampling": 0},
        "TIFF": {"tiffinfo": {274: tag}},
        "WEBP": {"exif": exif, "lossless": True},
    }[kind]
    path = tmp_path / "turned"
    path.write_bytes(written(fields(), kind, **options))
    (frame,) = frames_of(pool, path)
    stored = np.asarray(fields())
    expected = np.rot90(stored[:, ::-1] if mirrored else stored, -turned // 90)
    assert (frame.turned, frame.mirrored) == (turned, mirrored)
    assert frame.pixels.shape == expected.shape
    assert abs(frame.pixels.astype(int) - expected)[5:-5:10, 5:-5:10].max() <= 3


def test_strips_of_a_large_turned_picture_fit_together(pool: DecodingPool, tmp_path: Path) -> None:
    values = np.random.default_rng(1).integers(0, 256, (1500, 2001), np.uint8)
    exif = Image.Exif()
    for tag, expected in (
        (3, values[::-1, ::-1]),
        (5, values.T),
        (6, values[::-1].T),
        (7, values[::-1, ::-1].T),
    ):
        exif[274] = tag
        (tmp_path / "large").write_bytes(written(Image.fromarray(values), "PNG", exif=exif, compress_level=0))
        assert np.array_equal(frames_of(pool, tmp_path / "large")[0].pixels, expected)


@pytest.mark.parametrize(
    ("order", "bits", "photometric", "strip", "expected"),
    [
        ("<", 16, 1, b"\x01\x02\xff\xff", [0x0201, 0xFFFF]),
        (">", 16, 1, b"\x01\x02\xff\xff", [0x0102, 0xFFFF]),
        ("<", 16, 0, b"\x01\x02\xff\xff", [0xFFFF - 0x0201, 0]),
        ("<", 12, 1, b"\x12\x3f\xff", [0x123, 0xFFF]),
        ("<", 8, 0, b"\x01\xff", [254, 0]),
    ],
)
def test_grey_of_a_tiff_is_black_at_zero_in_its_own_values(
    pool: DecodingPool,
    tmp_path: Path,
    order: str,
    bits: int,
    photometric: int,
    strip: bytes,
    expected: list[int],
) -> None:
    path = tmp_path / "made.tif"
    path.write_bytes(tiff(grey_tags(2, 1, bits, photometric), strip, order=order))
    (frame,) = frames_of(pool, path)
    assert frame.pixels.tolist() == [expected]


@pytest.mark.parametrize("mode", ["LA", "L", "RGB", "P", "PA"])
def test_transparency_of_every_kind_shows_white(pool: DecodingPool, tmp_path: Path, mode: str) -> None:
    clear = {}
    image = see_through().convert(mode) if mode in {"LA", "PA"} else fields().convert(mode)
    if mode == "P":
        image = fields().convert("P", palette=Image.Palette.ADAPTIVE)
    if mode in {"L", "RGB", "P"}:
        clear["transparency"] = image.getpixel((5, 5))
    kind = "TIFF" if mode == "PA" else "PNG"
    if mode == "PA":
        image = image.convert("RGBA")
    path = tmp_path / "clear"
    path.write_bytes(written(image, kind, **clear))
    (frame,) = frames_of(pool, path)
    assert np.all(frame.pixels[:50, :80] == 255)
    assert not np.any(frame.pixels[:50, 80:] == 255)


def test_deep_colour_is_reduced_to_8_bits(pool: DecodingPool, tmp_path: Path) -> None:
    tags = {**grey_tags(1, 1, 16, 2), 258: (3, 16), 277: (3, 3)}
    # One value of bits stands for all three channels in this file, which readers accept.
    (tmp_path / "deep.tif").write_bytes(tiff(tags, b"\x00\x10\xff\xff\x00\x80"))
    (frame,) = frames_of(pool, tmp_path / "deep.tif")
    assert frame.pixels.dtype == np.uint8
    assert frame.pixels.tolist() == [[[0x10, 0xFF, 0x80]]]


def test_lab_becomes_rgb(pool: DecodingPool, tmp_path: Path) -> None:
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    image = ImageCms.applyTransform(fields(), ImageCms.buildTransform(srgb, lab, "RGB", "LAB"))
    assert image is not None
    (tmp_path / "lab.tif").write_bytes(written(image, "TIFF"))
    (frame,) = frames_of(pool, tmp_path / "lab.tif")
    assert shows(frame.pixels, FIELDS, tolerance=8)


@pytest.mark.parametrize("mode", ["F", "I"])
def test_pixels_of_32_bits_are_not_supported(pool: DecodingPool, tmp_path: Path, mode: str) -> None:
    (tmp_path / "wide.tif").write_bytes(written(fields().convert(mode), "TIFF"))
    with pool.open(tmp_path / "wide.tif") as file, pytest.raises(CaptureError) as raised:
        file.frame(1)
    assert raised.value.code == "format_not_supported"
    assert dict(raised.value.message.values) == {"what": "32-bit pixels"}


def test_content_decides_not_the_name(pool: DecodingPool, tmp_path: Path) -> None:
    (tmp_path / "really.jpg").write_bytes(written(fields(), "PNG"))
    with pool.open(tmp_path / "really.jpg") as file:
        assert file.format == "PNG"
        assert file.frame(1).pixels.shape == (HEIGHT, WIDTH, 3)
