"""Pages of PDF files are rendered at a resolution that the frame states."""

from pathlib import Path

import numpy as np
import pytest

from docdesk.engines.decoding.pool import DecodingPool
from tests.engines.decoding.decoding import FIELDS, frames_of, refusal_of, shows

PAGE = b"0.2 0.4 0.6 rg 0 0 %d %d re f"


def pdf(width: int, height: int, *, pages: int = 1, trailer: bytes = b"", page: bytes = b"") -> bytes:
    """A PDF whose pages are filled with one blue up to half their height, without a cross-reference table."""
    content = PAGE % (width, height // 2)
    kids = b" ".join(b"3 0 R" for _ in range(pages))
    return b"".join(
        (
            b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n",
            b"2 0 obj <</Type/Pages/Count %d/Kids[%s]>> endobj\n" % (pages, kids),
            b"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R%s>> endobj\n"
            % (width, height, page),
            b"4 0 obj <</Length %d>> stream\n%s\nendstream endobj\n" % (len(content), content),
            b"trailer <</Root 1 0 R%s>>\n%%%%EOF\n" % trailer,
        )
    )


def test_pages_are_rendered_at_the_pools_resolution_over_white(pool: DecodingPool, tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(pdf(72, 144))
    (frame,) = frames_of(pool, tmp_path / "page.pdf")
    assert frame.pixels.shape == (600, 300, 3)
    assert (frame.ppi, frame.ppi_known, frame.turned) == (300.0, "rendered", 0)
    assert np.all(frame.pixels[:299] == 255)
    assert np.all(frame.pixels[301:] == (51, 102, 153))


def test_embedded_pictures_show(pool: DecodingPool, drawn: Path) -> None:
    colour, grey = frames_of(pool, drawn / "pages.pdf")
    assert shows(colour.pixels, FIELDS, tolerance=8)
    assert colour.pixels.shape == grey.pixels.shape == (100, 160, 3)


def test_a_turned_page_stands_upright(pool: DecodingPool, tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(pdf(72, 144, page=b"/Rotate 90"))
    (frame,) = frames_of(pool, tmp_path / "page.pdf")
    assert frame.pixels.shape == (300, 600, 3)
    assert np.all(frame.pixels[:, :299] == (51, 102, 153))


def test_a_large_page_is_rendered_at_less_and_says_so(pool: DecodingPool, tmp_path: Path) -> None:
    (tmp_path / "poster.pdf").write_bytes(pdf(2384, 3370))  # A0
    (frame,) = frames_of(pool, tmp_path / "poster.pdf")
    rows, columns, _ = frame.pixels.shape
    assert frame.ppi is not None
    assert 100 < frame.ppi < 300
    assert rows * columns <= 40_000_000
    assert columns == pytest.approx(2384 * frame.ppi / 72, abs=1)


def test_junk_before_the_mark_is_allowed(pool: DecodingPool, tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(b"junk\n" * 100 + pdf(72, 72))
    assert len(frames_of(pool, tmp_path / "page.pdf")) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (
            pdf(
                72,
                72,
                trailer=b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>"
                % (b"11" * 32, b"22" * 32),
            ),
            "encrypted",
        ),
        (pdf(72, 72, pages=501), "too_many_frames"),
        (pdf(72, 72)[:-8], "truncated"),
        (b"%PDF-1.7\n%%EOF\n", "damaged"),
        (pdf(9_000_000, 72), "damaged"),
    ],
)
def test_what_cannot_be_rendered_is_refused(
    pool: DecodingPool, tmp_path: Path, content: bytes, code: str
) -> None:
    (tmp_path / "page.pdf").write_bytes(content)
    assert refusal_of(pool, tmp_path / "page.pdf") == code
