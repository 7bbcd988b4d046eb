"""Font files: the outlines of characters, read from fonts that come as packages of Python."""

from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any, Final

import cv2
import numpy as np
from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from numpy.typing import NDArray

from docdesk.foundation.errors import EngineMissing
from docdesk.foundation.messages import Message
from docdesk.synthesis.drawing import Area, Curve
from docdesk.synthesis.lettering.glyph import Glyph
from docdesk.synthesis.lettering.loops import signed_area, without_loops
from docdesk.synthesis.lettering.pen_path import bezier

_OPEN_FONTS: Final = 32
"""More than there are faces; a font is read once."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """Where the file of a font is found: a package, and the name of the file in its folder `files`."""

    package: str
    file: str

    def path(self) -> Path:
        """Return the file.

        Raises:
            EngineMissing: the package or the file is not installed.
        """
        spec = find_spec(self.package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            path = Path(folder) / "files" / self.file
            if path.is_file():
                return path
        raise EngineMissing(Message.of("synthesis.no_font", file=self.file))


def font_glyph(source: FontFile, character: str, tolerance: float) -> Glyph | None:
    """Return a character of a font, None where the font has none.

    Args:
        source: the font.
        character: one character.
        tolerance: how far its flattened outlines may be off, in heights of the font's capitals.

    Raises:
        EngineMissing: the font is not installed.
    """
    return _opened(source).glyph(character, tolerance)


@dataclass(slots=True)
class _Font:
    """A font that is read as its characters are asked for, by one thread at a time."""

    names: dict[int, str]
    glyphs: Any
    capital: float
    """Height of its capitals in its units."""
    lock: Lock = field(default_factory=Lock)

    def glyph(self, character: str, tolerance: float) -> Glyph | None:
        name = self.names.get(ord(character))
        if name is None:
            return None
        pen = DecomposingRecordingPen(self.glyphs)
        with self.lock:
            shape = self.glyphs[name]
            shape.draw(pen)
            advance = float(shape.width)
        outlines = _outlines(pen.value, tolerance * self.capital)
        return Glyph(advance / self.capital, _areas([outline / self.capital for outline in outlines]))


@lru_cache(maxsize=_OPEN_FONTS)
def _opened(source: FontFile) -> _Font:
    font = TTFont(BytesIO(source.path().read_bytes()), lazy=True)
    # Not the height that the font declares: one of ours declares none.
    glyphs, names = font.getGlyphSet(), dict(font.getBestCmap())
    pen = DecomposingRecordingPen(glyphs)
    glyphs[names[ord("H")]].draw(pen)
    capital = max(float(outline[:, 1].max()) for outline in _outlines(pen.value, 1.0))
    return _Font(names, glyphs, capital)


def _outlines(drawn: list[tuple[str, Any]], tolerance: float) -> list[Curve]:
    """Return closed outlines in the units of the font from what a recording pen drew."""
    outlines: list[Curve] = []
    pieces: list[NDArray[np.float64]] = []
    for operation, points in drawn:
        if operation == "moveTo":
            pieces = [np.array(points, np.float64)]
        elif operation in {"closePath", "endPath"}:
            outlines.append(without_loops(np.concatenate(pieces)))
        elif operation == "lineTo":
            pieces.append(np.array(points, np.float64))
        else:
            if points[-1] is None:
                # A closed outline of TrueType that is all handles: it begins half way between two of them.
                start = np.mean((points[-2], points[0]), axis=0)
                pieces, points = [start[None]], (*points[:-1], start)
            segments = decomposeQuadraticSegment(points) if operation == "qCurveTo" else [points]
            for segment in segments:
                controls = np.vstack((pieces[-1][-1], np.array(segment, np.float64)))
                pieces.append(bezier(controls, _steps(controls, tolerance)))
    return outlines


def _steps(controls: NDArray[np.float64], tolerance: float) -> int:
    """Return into how many lines a Bezier curve must be cut to stay within a tolerance (Wang's rule)."""
    degree = len(controls) - 1
    bend = float(np.hypot(*np.diff(controls, 2, axis=0).T).max())
    return max(1, int(np.ceil(np.sqrt(degree * (degree - 1) / 8 * bend / tolerance))))


def _areas(outlines: list[Curve]) -> tuple[Area, ...]:
    """Return each body with its holes as an area of its own, so that bodies may overlap and stay filled."""
    if not outlines:
        return ()
    sizes = [signed_area(outline) for outline in outlines]
    bodies_turn = np.sign(max(sizes, key=abs))
    bodies = [(abs(size), outline) for size, outline in zip(sizes, outlines, strict=True)
              if np.sign(size) == bodies_turn]  # fmt: skip
    bodies.sort(key=lambda body: body[0])
    parts = [[outline] for _, outline in bodies]
    for size, outline in zip(sizes, outlines, strict=True):
        if np.sign(size) == bodies_turn:
            continue
        home = next((part for part in parts if _within(outline, part[0])), None)
        if home is not None:
            home.append(outline)
    return tuple(Area(tuple(part)) for part in parts)


def _within(hole: Curve, body: Curve) -> bool:
    x, y = (float(value) for value in hole[0])
    return cv2.pointPolygonTest(body.astype(np.float32), (x, y), False) >= 0  # noqa: FBT003 - OpenCV takes no name for it
