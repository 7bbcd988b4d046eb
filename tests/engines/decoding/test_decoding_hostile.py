"""Bomb-like, lying and cut files are refused with one code, cheaply, and never half decoded."""

import re
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from docdesk.engines.decoding.pool import DecodingPool
from docdesk.foundation.errors import CaptureError
from tests.engines.decoding.decoding import FIELDS, frames_of, refusal_of, shows, worker_pid
from tests.engines.decoding.drawn_files import DATA, fields, written
from tests.engines.decoding.made_tiff import grey_tags, tiff

PNG_MARK = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def header(width: int, height: int, bits: int = 8, colour: int = 2, interlaced: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, interlaced))


def png(*chunks: bytes) -> bytes:
    return PNG_MARK + b"".join(chunks) + chunk(b"IEND", b"")


def noise() -> Image.Image:
    """A picture in which every byte of a file matters."""
    small = np.random.default_rng(1).integers(0, 256, (20, 30, 3), np.uint8)
    return Image.fromarray(small).resize((320, 213), Image.Resampling.BICUBIC)


ROW = b"\x00" + b"\x80" * 30  # 10 RGB pixels
JPEG = written(fields(), "JPEG")
HUGE = struct.pack(">II", 60_000, 60_000)

BOMBS = {
    "png": png(header(60_000, 60_000), chunk(b"IDAT", zlib.compress(b"\x00" * 10_000_000, 9))),
    "png_2_31": png(header(2**31 - 1, 2**31 - 1), chunk(b"IDAT", b"")),
    "png_wide": png(header(2**31 - 1, 1), chunk(b"IDAT", b"")),
    "animation": png(header(60_000, 60_000), chunk(b"acTL", struct.pack(">II", 1, 0)), chunk(b"IDAT", b"")),
    "tiff": tiff(grey_tags(60_000, 60_000, 8), b"\x00" * 100),
    "tiff_lzw": tiff({**grey_tags(60_000, 60_000, 8), 259: (3, 5)}, b"\x80\x00\x00\x00"),
    "bmp": b"BM" + struct.pack("<IHHIIiiHHIIiiII", 154, 0, 0, 54, 40, 60_000, 60_000, 1, 24, 0, 0, 0, 0, 0, 0)
    + b"\x00" * 100,
    "jpeg": re.sub(rb"(?s)(\xff\xc0...)....", rb"\1" + struct.pack(">HH", 65_500, 65_500), JPEG, count=1),
    "jp2": written(fields(), "JPEG2000").replace(struct.pack(">II", 100, 160), HUGE).replace(
        struct.pack(">II", 160, 100), HUGE
    ),
    "heic": (DATA / "quadrants.heic").read_bytes().replace(struct.pack(">II", 160, 100), HUGE),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_by_its_header(pool: DecodingPool, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BOMBS[name])
    with pytest.raises(CaptureError) as raised:
        frames_of(pool, tmp_path / name)
    assert raised.value.code in (
        {"animation": ("damaged", "too_many_pixels")}.get(name, ("too_many_pixels",))
    )
    if raised.value.code == "too_many_pixels":
        values = dict(raised.value.message.values)
        assert values["limit"] == 200
        assert int(values["found"]) > 200


def test_a_webp_canvas_over_the_limit_is_refused(pool: DecodingPool, tmp_path: Path) -> None:
    content = bytearray(written(fields(), "WEBP", save_all=True, append_images=[fields().rotate(180)]))
    at = content.index(b"VP8X") + 12
    content[at : at + 6] = (16_383).to_bytes(3, "little") * 2
    (tmp_path / "bomb.webp").write_bytes(content)
    assert refusal_of(pool, tmp_path / "bomb.webp") in {"too_many_pixels", "too_much_memory", "damaged"}


@pytest.mark.parametrize("name", [b"zTXt", b"iTXt", b"iCCP"])
def test_a_bomb_in_the_texts_is_never_unpacked(pool: DecodingPool, tmp_path: Path, name: bytes) -> None:
    packed = zlib.compress(b"\x00" * 150_000_000, 1)
    head = {b"zTXt": b"Comment\x00\x00", b"iTXt": b"Comment\x00\x01\x00\x00\x00", b"iCCP": b"icc\x00\x00"}[
        name
    ]
    content = written(fields(), "PNG")
    (tmp_path / "bomb.png").write_bytes(content[:33] + chunk(name, head + packed) + content[33:])
    with pool.open(tmp_path / "bomb.png") as file:
        before = peak_bytes(worker_pid(file))
        assert shows(file.frame(1).pixels, FIELDS)
        assert peak_bytes(worker_pid(file)) - before < 100_000_000


def peak_bytes(pid: int) -> int:
    """The most memory that the process ever had; 0 where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.is_file() else None
    return int(found[1]) * 1000 if found else 0


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("text.png", b"Dear officer, this is a letter and no picture.", "not_a_picture"),
        ("empty.png", b"", "empty_file"),
        ("moving.gif", b"GIF89a" + b"\x00" * 60, "format_not_supported"),
        ("only_mark.png", PNG_MARK, "truncated"),
        ("only_mark.tif", b"II*\x00", "truncated"),
        ("only_mark.bmp", b"BM" + b"\x00" * 12 + b"\x28\x00\x00\x00", "truncated"),
        ("zeros.jpg", b"\xff\xd8\xff" + b"\x00" * 5000, "truncated"),
        ("no_data.png", png(header(10, 10)), "damaged"),
        ("bad_sum.png", written(noise(), "PNG", compress_level=0).replace(b"\x77", b"\x78"), "damaged"),
        ("few_rows.png", png(header(10, 10), chunk(b"IDAT", zlib.compress(ROW * 9))), "truncated"),
        ("part_row.png", png(header(10, 10), chunk(b"IDAT", zlib.compress(ROW * 10)[:-12])), "truncated"),
        (
            "few_passes.png",
            png(header(9, 9, interlaced=1), chunk(b"IDAT", zlib.compress((b"\x00" + b"\x80" * 6) * 3))),
            "truncated",
        ),
        (
            "fewer_frames.png",
            png(header(10, 10), chunk(b"acTL", b"\0\0\0\3\0\0\0\0"), chunk(b"IDAT", zlib.compress(ROW * 10))),
            "damaged",
        ),
        ("short.tif", tiff(grey_tags(40, 100, 8), b"\x80" * 4000)[:3000], "truncated"),
        ("few_strips.tif", tiff({**grey_tags(40, 100, 8), 278: (4, 50)}, b"\x80" * 2000), "truncated"),
        ("far_strip.tif", tiff({**grey_tags(4, 4, 8), 259: (3, 5), 273: (4, 10**9)}, b"\x80"), "truncated"),
        ("far_directory.tif", b"II*\x00" + struct.pack("<I", 2**31) + b"\x00" * 90, "truncated"),
    ],
)  # fmt: skip
def test_what_is_broken_has_its_code(
    pool: DecodingPool, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert refusal_of(pool, tmp_path / name) == code


def test_whole_interlaced_and_black_pictures_are_not_taken_for_cut(
    pool: DecodingPool, tmp_path: Path
) -> None:
    # Adam7 of 3 x 3: passes of 1 x 1, none, none, 2 x 1, 1 x 1 on the rows below, 1 x 2, 3 x 1 pixels.
    sizes = ((1, 1), (1, 1), (2, 1), (1, 2), (3, 1))
    packed = b"".join((b"\x00" + b"\x80" * width) * height for width, height in sizes)
    (tmp_path / "interlaced.png").write_bytes(
        png(header(3, 3, colour=0, interlaced=1), chunk(b"IDAT", zlib.compress(packed)))
    )
    assert frames_of(pool, tmp_path / "interlaced.png")[0].pixels.tolist() == [[128] * 3] * 3
    for mode in ("RGB", "L", "1", "I;16", "P"):
        (tmp_path / "black.png").write_bytes(written(Image.new(mode, (31, 17)), "PNG"))
        assert not frames_of(pool, tmp_path / "black.png")[0].pixels.any()


@pytest.mark.parametrize("grey", [126, 127, 128, 129, (128, 128, 128)])
@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 3}])
def test_a_jpeg_that_ends_in_middle_grey_is_not_taken_for_cut(
    pool: DecodingPool, tmp_path: Path, grey: int | tuple[int, int, int], options: dict[str, bool]
) -> None:
    mode = "L" if isinstance(grey, int) else "RGB"
    (tmp_path / "grey.jpg").write_bytes(written(Image.new(mode, (203, 101), grey), "JPEG", **options))
    assert frames_of(pool, tmp_path / "grey.jpg")[0].pixels.shape[:2] == (101, 203)


@pytest.mark.parametrize(
    ("mode", "options"),
    [
        ("RGB", {}),
        ("RGB", {"subsampling": 0}),
        ("RGB", {"progressive": True}),
        ("RGB", {"restart_marker_rows": 1}),
        ("L", {"restart_marker_blocks": 7}),
        ("L", {}),
        ("CMYK", {}),
    ],
)
def test_a_jpeg_cut_under_an_end_mark_is_not_filled_with_grey(
    pool: DecodingPool, tmp_path: Path, mode: str, options: dict[str, int]
) -> None:
    content = written(noise().convert(mode), "JPEG", **options)
    first_scan = content.index(b"\xff\xda") + 30
    for end in range(first_scan, len(content) - 2, len(content) // 12):
        (tmp_path / "cut.jpg").write_bytes(content[:end] + b"\xff\xd9")
        assert refusal_of(pool, tmp_path / "cut.jpg") == "truncated", end
    frame = content.index(b"\xff\xc2" if "progressive" in options else b"\xff\xc0") + 5
    (tmp_path / "tall.jpg").write_bytes(content[:frame] + struct.pack(">H", 900) + content[frame + 2 :])
    assert refusal_of(pool, tmp_path / "tall.jpg") == "truncated"


def test_no_file_cut_anywhere_is_half_decoded(pool: DecodingPool, drawn: Path, tmp_path: Path) -> None:
    for path in sorted(drawn.iterdir()):
        whole = [frame.pixels for frame in frames_of(pool, path)]
        content = path.read_bytes()
        for end in range(3, len(content), max(1, len(content) // 15)):
            (tmp_path / "cut").write_bytes(content[:end])
            try:
                got = [frame.pixels for frame in frames_of(pool, tmp_path / "cut")]
            except CaptureError as error:
                assert error.code in {"truncated", "damaged", "not_a_picture"}, (path.name, end)
                continue
            assert len(got) == len(whole)
            for found, expected in zip(got, whole, strict=True):
                assert np.array_equal(found, expected), (path.name, end)


def test_a_codestream_that_promises_more_tiles_is_refused(
    pool: DecodingPool, drawn: Path, tmp_path: Path
) -> None:
    content = (drawn / "codestream.j2k").read_bytes()
    (tmp_path / "tall.j2k").write_bytes(content[:12] + struct.pack(">I", 5000) + content[16:])
    assert refusal_of(pool, tmp_path / "tall.j2k") == "truncated"
    tiled = written(fields(), "JPEG2000", no_jp2=True, tile_size=(64, 64))
    (tmp_path / "tiled.j2k").write_bytes(tiled + b"\x00" * 7)
    assert shows(frames_of(pool, tmp_path / "tiled.j2k")[0].pixels, FIELDS)


def test_a_chain_of_directories_that_bites_its_tail_ends(pool: DecodingPool, tmp_path: Path) -> None:
    (tmp_path / "loop.tif").write_bytes(tiff(grey_tags(4, 4, 8), b"\x80" * 16, following=-1))
    assert len(frames_of(pool, tmp_path / "loop.tif")) == 1


def test_a_file_of_501_frames_is_refused(pool: DecodingPool, tmp_path: Path) -> None:
    tiny = Image.new("L", (4, 4), 9)
    for kind, options in (("TIFF", {}), ("PNG", {"default_image": True})):
        others = [Image.new("L", (4, 4), 10 + number % 200) for number in range(501)]
        (tmp_path / "many").write_bytes(
            written(tiny, kind, save_all=True, append_images=others[:500], **options)
        )
        with pytest.raises(CaptureError) as raised:
            frames_of(pool, tmp_path / "many")
        assert raised.value.code == "too_many_frames"
        assert dict(raised.value.message.values) == {"limit": 500}
    (tmp_path / "enough").write_bytes(written(tiny, "TIFF", save_all=True, append_images=others[:499]))
    with pool.open(tmp_path / "enough") as file:
        assert file.frames == 500
        assert file.frame(500).pixels[0, 0] == 10 + 498 % 200


def test_one_bad_page_does_not_refuse_the_others(pool: DecodingPool, drawn: Path, tmp_path: Path) -> None:
    content = bytearray(
        written(fields(), "TIFF", save_all=True, compression="tiff_lzw", append_images=[noise()] * 2)
    )
    content[len(content) // 2 : len(content) // 2 + 200] = b"\x00" * 200
    (tmp_path / "pages.tif").write_bytes(content)
    outcomes = []
    with pool.open(tmp_path / "pages.tif") as file:
        for number in range(1, file.frames + 1):
            try:
                outcomes.append(file.frame(number).pixels.shape)
            except CaptureError as error:
                outcomes.append(error.code)
    assert len(outcomes) == 3
    assert outcomes.count("damaged") == 1


def test_nothing_in_the_batch_after_a_bad_file_is_lost(
    pool: DecodingPool, drawn: Path, tmp_path: Path
) -> None:
    for name, content in BOMBS.items():
        (tmp_path / name).write_bytes(content)
        refusal_of(pool, tmp_path / name)
        assert shows(frames_of(pool, drawn / "colour.png")[0].pixels, FIELDS)
