"""What stands on pages and is no MRZ: text of all kinds, numbers, codes, rasters, boxes, faces, signatures.

Every maker draws into a grey page (0 to 255) at a place; `unit` is the pitch of an MRZ on that page in
pixels, so that what is drawn is as large beside an MRZ as it is on documents.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import ImageFont

from models.mrz.glyphs import FONT_FOLDERS, HELD_OUT_FONTS, Face, faces
from models.mrz.wordlike import SIZE, grid_ink, line_ink, number, sentence, word

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

_NO_LETTERS: Final = ("D050000L", "Symbols", "OCRBE", "OCRBF", "OCRBX", "Math", "Emoji", "Droid")

_ORNAMENTS: Final = (
    "<",
    ">",
    "-",
    "=",
    "/",
    "X",
    "*",
    ".",
    "+",
    "~",
    "_",
    "|",
    "o",
    "#",
    ":",
    "><",
    "-.",
    "/\\",
    "<>",
)


@dataclass(frozen=True, slots=True, eq=False)
class Stock:
    """Fonts and portraits, read once."""

    fonts: tuple[ImageFont.FreeTypeFont, ...]
    grids: tuple[Face, ...]
    portraits: tuple[Bytes, ...]


def stock(portraits: Path, *, held_out: bool) -> Stock:
    """Return what clutter is made of; the fonts held out are in no stock for training."""
    files = sorted(path for folder in FONT_FOLDERS for path in folder.rglob("*.[ot]tf"))
    kept = [path for path in files if not any(word in path.name for word in _NO_LETTERS)]
    if not held_out:
        kept = [path for path in kept if path.name not in HELD_OUT_FONTS]
    pictures = [cv2.imread(str(path), cv2.IMREAD_GRAYSCALE) for path in sorted(portraits.glob("p*.jpg"))]
    small = [
        cv2.resize(picture, (140, 180), interpolation=cv2.INTER_AREA)
        for picture in pictures
        if picture is not None
    ]
    cuts, others = faces("held out" if held_out else "")
    return Stock(
        tuple(ImageFont.truetype(str(path), SIZE) for path in kept),
        cuts + others,
        tuple(np.asarray(picture, np.uint8) for picture in small),
    )


def clutter(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, count: int) -> None:
    """Draw this many things anywhere on a page."""
    for _ in range(count):
        spot = (rng.uniform(-0.1, 0.95) * page.shape[1], rng.uniform(-0.05, 0.97) * page.shape[0])
        _MAKERS[rng.choice(len(_MAKERS), p=_SHARES)](page, rng, unit, kit, spot)


Spot = tuple[float, float]
"""Left and top in pixels of the page."""


def stamp_ink(page: Floats, ink: Bytes, spot: Spot, tone: float, strength: float = 1.0) -> None:
    """Draw ink (255 where it is full) of one tone into a page, cut at its sides."""
    left, top = round(spot[0]), round(spot[1])
    part = page[max(0, top) : max(0, top + ink.shape[0]), max(0, left) : max(0, left + ink.shape[1])]
    if part.size == 0:
        return
    cover = ink[max(0, -top) :, max(0, -left) :][: part.shape[0], : part.shape[1]].astype(np.float32)
    cover *= np.float32(strength / 255)
    part += (np.float32(tone) - part) * cover


def _tone(page: Floats, rng: np.random.Generator, spot: Spot) -> float:
    """Return a tone that shows on the page at this spot."""
    row = min(max(0, int(spot[1])), page.shape[0] - 1)
    column = min(max(0, int(spot[0])), page.shape[1] - 1)
    ground = float(page[row, column])
    return ground * rng.uniform(0, 0.8) if ground > 105 else ground + (255 - ground) * rng.uniform(0.3, 1)


def _font(rng: np.random.Generator, kit: Stock) -> ImageFont.FreeTypeFont:
    return kit.fonts[rng.integers(len(kit.fonts))]


def _text_block(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    font, height = _font(rng, kit), unit * np.exp(rng.uniform(np.log(0.5), np.log(2.6)))
    tone, lead = _tone(page, rng, spot), height * rng.uniform(1.0, 2.2)
    words = int(rng.integers(1, 9))
    for line in range(rng.integers(1, 10)):
        stamp_ink(page, line_ink(font, sentence(rng, words), height), (spot[0], spot[1] + line * lead), tone)


def _prose(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    """Closely set paragraphs as in letters, laws and leaflets; few lines are drawn, and come again."""
    font, height = _font(rng, kit), unit * np.exp(rng.uniform(np.log(0.55), np.log(1.5)))
    tone, lead, wide = _tone(page, rng, spot), height * rng.uniform(1.0, 1.6), int(unit * rng.uniform(15, 45))
    rows = [line_ink(font, sentence(rng, 16), height) for _ in range(5)]
    level = rng.random() < 0.5
    for line in range(rng.integers(5, 30)):
        row = rows[rng.integers(len(rows))]
        start = int(rng.uniform(0, max(1, row.shape[1] - wide)))
        ends = wide if level and rng.random() < 0.9 else int(wide * rng.uniform(0.3, 1))
        stamp_ink(page, row[:, start : start + ends], (spot[0], spot[1] + line * lead), tone)


def _form(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    """Captions in small print over values in capitals, as on a data page."""
    small, large, height = _font(rng, kit), _font(rng, kit), unit * rng.uniform(0.7, 1.4)
    tone, lead, ruled = _tone(page, rng, spot), height * rng.uniform(2, 3.2), rng.random() < 0.3
    columns, apart = int(rng.integers(1, 4)), unit * rng.uniform(8, 16)
    for row in range(rng.integers(2, 8)):
        for column in range(columns):
            left, top = spot[0] + column * apart, spot[1] + row * lead
            stamp_ink(page, line_ink(small, sentence(rng, 2), height * 0.55), (left, top), tone, 0.7)
            value = number(rng) if rng.random() < 0.4 else word(rng).upper()
            stamp_ink(page, line_ink(large, value, height), (left, top + height * 0.75), tone)
            if ruled:
                cv2.line(page, _at(left, top), _at(left + apart, top), tone, 1)


def _table(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    font, height = _font(rng, kit), unit * rng.uniform(0.6, 1.3)
    tone, apart, lead = _tone(page, rng, spot), unit * rng.uniform(2, 7), height * rng.uniform(1.1, 2)
    rows, columns = int(rng.integers(2, 8)), int(rng.integers(2, 7))
    for row in range(rows + 1):
        y = spot[1] + row * lead
        cv2.line(page, _at(spot[0], y), _at(spot[0] + columns * apart, y), tone, 1)
        for column in range(columns):
            x = spot[0] + column * apart
            if row < rows:
                stamp_ink(page, line_ink(font, number(rng)[:5], height), (x + 2, y + 2), tone)
            cv2.line(page, _at(x, spot[1]), _at(x, spot[1] + rows * lead), tone, 1)


def _grid_words(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    """Words, names and numbers in the very type of an MRZ, yet with blanks and too short to be one."""
    face, pitch = (
        kit.grids[rng.integers(len(kit.grids))],
        unit * np.exp(rng.uniform(np.log(0.5), np.log(2.0))),
    )
    tone, lead = _tone(page, rng, spot), pitch * rng.uniform(1.4, 3)
    step = 1.0 if rng.random() < 0.6 else rng.uniform(0.9, 2.5)
    for line in range(1 if rng.random() < 0.55 else rng.integers(2, 7)):
        kind = rng.random()
        if kind < 0.4:
            text = (
                (number(rng) + number(rng)).upper().replace(".", " ").replace("/", " ")[: rng.integers(4, 15)]
            )
        elif kind < 0.75:
            text = sentence(rng, int(rng.integers(1, 6))).upper()
        else:
            text = " ".join(number(rng)[:4] for _ in range(rng.integers(2, 6)))
        stamp_ink(page, grid_ink(face, text[:40], pitch, step), (spot[0], spot[1] + line * lead), tone)


def _long_digits(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    digits = "".join(str(digit) for digit in rng.integers(0, 10, rng.integers(8, 22)))
    spaced = str(rng.choice(["", "", " ", "  ", ".", "-"])).join(digits)
    stamp_ink(
        page,
        line_ink(_font(rng, kit), spaced[:48], unit * rng.uniform(0.7, 2.5)),
        spot,
        _tone(page, rng, spot),
    )


def _ornament(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    """Rows of one sign or two: chevrons, dashes, dots."""
    font, height = _font(rng, kit), unit * np.exp(rng.uniform(np.log(0.5), np.log(3)))
    sign = str(_ORNAMENTS[rng.integers(len(_ORNAMENTS))]) + (" " if rng.random() < 0.3 else "")
    row, tone = line_ink(font, sign * int(rng.integers(6, 50)), height), _tone(page, rng, spot)
    for line in range(1 if rng.random() < 0.5 else rng.integers(2, 9)):
        stamp_ink(page, row, (spot[0], spot[1] + line * height * 1.1), tone)


def _bars(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    del kit
    code = np.repeat(rng.integers(0, 2, rng.integers(40, 140)).astype(np.uint8) * 255, rng.integers(1, 4))
    ink = np.broadcast_to(code, (max(3, int(unit * rng.uniform(0.8, 7))), code.size))
    turned = ink if rng.random() < 0.75 else ink.T
    stamp_ink(page, np.ascontiguousarray(turned), spot, _tone(page, rng, spot))


def _modules(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    """Codes of squares, many rows or few, and chequers."""
    del kit
    rows, columns = int(rng.integers(2, 40)), int(rng.integers(8, 60))
    cells = (
        rng.integers(0, 2, (rows, columns)) if rng.random() < 0.75 else np.indices((rows, columns)).sum(0) % 2
    )
    size = max(1, round(unit * rng.uniform(0.1, 0.7)))
    ink = np.kron(cells, np.ones((size, size))).astype(np.uint8) * 255
    stamp_ink(page, ink, spot, _tone(page, rng, spot))


def _raster(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    """Lines side by side, upright, level or slanted, whole or dashed."""
    del kit
    tone, step = _tone(page, rng, spot), unit * rng.uniform(0.2, 1.5)
    across, down = unit * rng.uniform(4, 40), unit * rng.uniform(0.5, 6)
    slant, thick = (
        rng.choice([0.0, 0.0, rng.normal(0, 1)]) * down,
        max(1, round(step * rng.uniform(0.1, 0.5))),
    )
    for place in np.arange(0, across, step):
        start = (spot[0] + place, spot[1])
        cv2.line(page, _at(*start), _at(start[0] + slant, start[1] + down), tone, thick, cv2.LINE_AA)


def _microprint(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    text = (word(rng).upper() + str(rng.choice(["", " "]))) * 12
    row, tone = (
        line_ink(_font(rng, kit), text, max(3.0, unit * rng.uniform(0.15, 0.45))),
        _tone(page, rng, spot),
    )
    for line in range(rng.integers(1, 12)):
        stamp_ink(page, row, (spot[0] - line * 3, spot[1] + line * row.shape[0] * 1.2), tone)


def _boxes(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    """Rows of boxes, empty or with a letter each: forms to fill in, keyboards, perforation."""
    font, side = _font(rng, kit), unit * rng.uniform(0.5, 2.2)
    tone, filled, gap = _tone(page, rng, spot), rng.random() < 0.6, rng.uniform(1.0, 1.4)
    solid = rng.random() < 0.2
    for row in range(rng.integers(1, 6)):
        for column in range(rng.integers(5, 30)):
            x, y = spot[0] + column * side * gap, spot[1] + row * side * gap
            cv2.rectangle(page, _at(x, y), _at(x + side, y + side), tone, -1 if solid else 1)
            if filled and not solid:
                letter = str(rng.choice(list("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")))
                stamp_ink(page, line_ink(font, letter, side * 0.8), (x + side * 0.25, y + side * 0.2), tone)


def _face(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    portrait = kit.portraits[rng.integers(len(kit.portraits))]
    height = unit * rng.uniform(5, 18)
    picture = cv2.resize(portrait, (round(height * 0.78), round(height)), interpolation=cv2.INTER_AREA)
    left, top = round(spot[0]), round(spot[1])
    part = page[max(0, top) : max(0, top + picture.shape[0]), max(0, left) : max(0, left + picture.shape[1])]
    if part.size:
        part[...] = picture[max(0, -top) :, max(0, -left) :][: part.shape[0], : part.shape[1]]


def _scrawl(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    """A signature, perhaps over its rule."""
    del kit
    size, tone = unit * rng.uniform(0.4, 1.6), _tone(page, rng, spot)
    steps = rng.normal(0, size, (rng.integers(12, 60), 2)) + np.array([size * 0.35, 0])
    path = cv2.GaussianBlur(np.cumsum(steps, axis=0), (1, 5), 0) * np.array([1, 0.6])
    path[:, 1] -= np.linspace(0, path[-1, 1], len(path))
    cv2.polylines(
        page, [(path + spot).astype(np.int32)], False, tone, max(1, round(unit * 0.08)), cv2.LINE_AA
    )
    if rng.random() < 0.5:
        cv2.line(page, _at(*spot), _at(spot[0] + path[:, 0].max(), spot[1]), tone, 1)


def _rings(page: Floats, rng: np.random.Generator, unit: float, kit: Stock, spot: Spot) -> None:
    """A stamp, a seal, a fingerprint."""
    tone, radius = _tone(page, rng, spot), unit * rng.uniform(1.5, 7)
    step = unit * rng.uniform(0.2, 1.5)
    for size in np.arange(radius, radius * rng.uniform(0, 0.9), -step):
        axes = _at(max(1.0, size), max(1.0, size * rng.uniform(0.97, 1.0)))
        cv2.ellipse(page, _at(*spot), axes, 0, 0, 360, tone, max(1, round(unit * 0.06)), cv2.LINE_AA)
    words = line_ink(_font(rng, kit), sentence(rng, 2).upper(), unit * rng.uniform(0.6, 1.3))
    stamp_ink(page, words, (spot[0] - words.shape[1] / 2, spot[1] - words.shape[0] / 2), tone)


def _at(x: float, y: float) -> tuple[int, int]:
    return round(float(x)), round(float(y))


Maker = Callable[[Floats, np.random.Generator, float, Stock, Spot], None]

_WEIGHTED: Final[tuple[tuple[Maker, float], ...]] = (
    (_text_block, 5.0),
    (_prose, 2.2),
    (_form, 4.0),
    (_grid_words, 4.0),
    (_table, 1.2),
    (_long_digits, 2.0),
    (_ornament, 1.6),
    (_bars, 1.2),
    (_modules, 1.2),
    (_raster, 1.0),
    (_microprint, 1.0),
    (_boxes, 1.0),
    (_face, 1.2),
    (_scrawl, 1.0),
    (_rings, 0.8),
)
"""Text most often: it is what an MRZ is most easily mistaken for."""

_MAKERS: Final = tuple(maker for maker, _ in _WEIGHTED)
_SHARES: Final = np.array([share for _, share in _WEIGHTED]) / sum(share for _, share in _WEIGHTED)
