"""hOCR, in which Tesseract tells what it read: characters with boxes, in lines."""

import re
from collections.abc import Iterator
from html import unescape

from docdesk.mrz.alphabet import ALPHABET

_PIECE = re.compile(
    r"class='ocr_(?:line|textfloat|header|caption)'"
    r"|class='ocrx_cinfo'[^>]*title='x_bboxes (\d{1,6}) (\d{1,6}) (\d{1,6}) (\d{1,6});"
    r" x_conf (\d{1,3}(?:\.\d+)?)'[^>]*>([^<]+)<"
)

Box = tuple[int, int, int, int]
Read = tuple[str, Box, float]
"""A character, its box (left, top, right, bottom), and Tesseract's confidence in [0, 1]."""


def lines_of(hocr: str) -> Iterator[tuple[Read, ...]]:
    """Yield the characters of each line of a page, in the order in which Tesseract lists them."""
    line: list[Read] = []
    for piece in _PIECE.finditer(hocr):
        if piece.group(1) is None:
            yield tuple(line)
            line = []
            continue
        char = unescape(piece.group(6)).strip()
        if len(char) == 1 and char in ALPHABET:
            left, top, right, bottom = (int(value) for value in piece.group(1, 2, 3, 4))
            line.append((char, (left, top, right, bottom), min(1.0, float(piece.group(5)) / 100)))
    yield tuple(line)
