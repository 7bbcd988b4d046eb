"""OCR-B is drawn with the shapes of the standard, each its own, at the places of Doc 9303."""

from itertools import combinations
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from numpy.typing import NDArray

from docdesk.foundation.errors import WrongUse
from docdesk.mrz.geometry import CHARACTER_HEIGHT_MM, GEOMETRY, PITCH_MM
from docdesk.synthesis.drawing import Area, Mark, Stroke, bounds, moved
from docdesk.synthesis.lettering.ocr_b import CHARACTER_WIDTH_MM, STROKE_MM, glyph_strokes, ocr_b_line
from docdesk.synthesis.lettering.ocr_b_glyphs import GLYPHS
from docdesk.synthesis.lettering.pen_path import bezier
from docdesk.synthesis.rasterising import PRINT_DPI, Window, rasterise

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
FONT = Path("/usr/share/fonts/opentype/ocr-b/OCRB.otf")
CELL = (3.0, 4.0)
MIDDLE, BASE = 1.5, 0.8

Mask = NDArray[np.bool_]


def printed(*marks: Mark) -> Mask:
    """The marks of one character at 1200 dpi, drawn finer first: shapes are compared, not edges of pixels."""
    fine = rasterise(moved(marks, MIDDLE, BASE), Window.whole(CELL, 4 * PRINT_DPI))
    return cv2.resize(fine, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA) > 127


def drawn(character: str) -> Mask:
    return printed(*(Stroke(curve, STROKE_MM) for curve in glyph_strokes(character)))


def shared(one: Mask, other: Mask) -> float:
    return float((one & other).sum() / (one | other).sum())


def edge(mask: Mask) -> Mask:
    body = mask.astype(np.uint8)
    return np.asarray(body - cv2.erode(body, np.ones((3, 3), np.uint8)), bool)


def edges_apart(one: Mask, other: Mask) -> float:
    """The greatest distance in mm from a point of either outline to the other outline."""
    far = 0.0
    for here, there in ((edge(one), edge(other)), (edge(other), edge(one))):
        distance = cv2.distanceTransform((~there).astype(np.uint8), cv2.DIST_L2, 5)
        far = max(far, float(distance[here].max()))
    return far * 25.4 / PRINT_DPI


def of_font(font: Any, character: str) -> Mask:
    glyphs = font.getGlyphSet()
    glyph = glyphs[font.getBestCmap()[ord(character)]]
    pen = DecomposingRecordingPen(glyphs)
    glyph.draw(pen)
    outlines, points = [], []
    for operation, where in pen.value:
        if operation == "moveTo":
            points = [np.array(where, float)]
        elif operation == "lineTo":
            points.append(np.array(where, float))
        elif operation == "closePath":
            outlines.append(np.concatenate(points))
        else:
            pieces = decomposeQuadraticSegment(where) if operation == "qCurveTo" else [where]
            for piece in pieces:
                points.append(bezier(np.vstack((points[-1][-1], np.array(piece, float))), 24))
    # The font's own pitch laid on that of Doc 9303 is the one scale that all characters share.
    scale = PITCH_MM / glyph.width
    return printed(Area(tuple((outline - (glyph.width / 2, 0)) * scale for outline in outlines)))


def best_shift(one: Mask, other: Mask) -> Mask:
    """Return the other moved by up to 0.06 mm to where it covers the one best."""
    shifts = [(down, across) for down in range(-3, 4) for across in range(-3, 4)]
    places = [np.roll(other, shift, (0, 1)) for shift in shifts]
    return max(places, key=lambda mask: shared(one, mask))


def test_there_are_the_37_characters_of_an_mrz() -> None:
    assert sorted(GLYPHS) == sorted(ALPHABET)


@pytest.mark.skipif(not FONT.is_file(), reason=f"{FONT} is missing: install the Debian package fonts-ocr-b")
def test_every_character_has_the_shape_of_an_independent_font() -> None:
    font = TTFont(FONT)
    reached = {}
    for character in ALPHABET:
        ours, theirs = drawn(character), of_font(font, character)
        ours = best_shift(theirs, ours)
        reached[character] = (shared(ours, theirs), edges_apart(ours, theirs))
    font.close()
    worst = min(reached.values())[0]
    assert worst > 0.92, reached
    assert np.mean([overlap for overlap, _ in reached.values()]) > 0.95, reached
    assert max(apart for _, apart in reached.values()) < 0.07, reached


def test_no_two_characters_are_alike() -> None:
    masks = {character: drawn(character) for character in ALPHABET}
    alike = [
        (one, other)
        for one, other in combinations(ALPHABET, 2)
        if shared(masks[one], best_shift(masks[one], masks[other])) > 0.85
    ]
    assert not alike


@pytest.mark.parametrize("character", ALPHABET)
def test_character_stays_within_the_width_of_the_widest_and_clear_of_the_next_cell(character: str) -> None:
    left, bottom, width, height = (
        bounds(Stroke(curve, STROKE_MM) for curve in glyph_strokes(character)) or (0,) * 4
    )
    assert left >= -CHARACTER_WIDTH_MM / 2 - 0.01
    assert left + width <= CHARACTER_WIDTH_MM / 2 + 0.01
    assert width <= PITCH_MM - 0.7
    assert bottom > -0.1
    assert 2.0 < height < 2.8


def test_capitals_have_the_nominal_height() -> None:
    box = bounds(Stroke(curve, STROKE_MM) for curve in glyph_strokes("E"))
    assert box is not None
    assert box[3] == pytest.approx(CHARACTER_HEIGHT_MM, abs=0.1)


def test_character_outside_the_set_is_refused_by_name() -> None:
    with pytest.raises(WrongUse) as refused:
        ocr_b_line("AB?", 6, 9.4)
    assert refused.value.message.key == "synthesis.no_glyph"
    assert ("character", "?") in refused.value.message.values


def test_line_begins_at_its_left_edge_and_lies_about_its_centre_line() -> None:
    geometry = GEOMETRY["TD3"]
    box = bounds(ocr_b_line("0" * 44, geometry.left[0], geometry.centres[1]))
    assert box is not None
    assert box[0] == pytest.approx(geometry.left[0], abs=0.01)
    assert box[1] + box[3] / 2 == pytest.approx(geometry.centres[1], abs=0.01)
    assert box[2] == pytest.approx(43 * PITCH_MM + CHARACTER_WIDTH_MM, abs=0.01)


@pytest.mark.parametrize("name", sorted(GEOMETRY))
def test_every_line_of_every_format_stays_in_its_band(name: str) -> None:
    geometry = GEOMETRY[name]
    for centre in geometry.centres:
        box = bounds(ocr_b_line(ALPHABET, geometry.left[0], centre))
        assert box is not None
        assert box[1] > centre - geometry.band / 2
        assert box[1] + box[3] < centre + geometry.band / 2


def test_characters_stand_a_pitch_apart() -> None:
    first, second = ocr_b_line("LL", 0, 0, pitch=2.4)
    np.testing.assert_allclose(second.curve - first.curve, np.tile((2.4, 0), (3, 1)))
