"""Faces have their characters, from packages whose licence lets them be passed on."""

import importlib.metadata
import string

import cv2
import numpy as np
import pytest

from docdesk.foundation.errors import EngineMissing, WrongUse
from docdesk.synthesis.drawing import Area, Stroke, bounds
from docdesk.synthesis.lettering.font_file import FontFile
from docdesk.synthesis.lettering.fonts import FACES, DrawnFace, glyph, tolerance_for
from docdesk.synthesis.rasterising import Window, rasterise

FONTS = sorted(name for name, source in FACES.items() if isinstance(source, FontFile))
PACKAGES = sorted({source.package for source in FACES.values() if isinstance(source, FontFile)})
FREE = {
    "License :: OSI Approved :: SIL Open Font License 1.1 (OFL-1.1)",
    "License :: OSI Approved :: Apache Software License",
}


def test_there_are_eight_faces_of_four_families_and_two_of_our_own() -> None:
    assert len(FONTS) >= 8
    assert len(PACKAGES) >= 4
    assert isinstance(FACES["ocr_b"], DrawnFace)
    assert isinstance(FACES["technical"], DrawnFace)


@pytest.mark.parametrize("package", PACKAGES)
def test_font_comes_under_a_licence_of_fonts_that_may_be_passed_on(package: str) -> None:
    classifiers = importlib.metadata.metadata(package).get_all("Classifier") or []
    assert [line for line in classifiers if line.startswith("License")] in [[line] for line in FREE]


@pytest.mark.parametrize("face", FONTS)
def test_font_has_the_letters_that_names_in_latin_script_need(face: str) -> None:
    for character in string.ascii_letters + string.digits + "ÄÖÜÅÆØÉÈÇÑŠŽäöüåæøéèçñšžß .,-/'()&:":
        shape = glyph(face, character, 0.01)
        assert shape.advance > 0
        assert bool(shape.drawing) == (character != " ")


@pytest.mark.parametrize("face", sorted(FACES))
def test_capital_is_as_high_as_asked_for_and_stands_on_the_base_line(face: str) -> None:
    box = bounds(glyph(face, "H", 0.001).drawing)
    assert box is not None
    assert box[1] == pytest.approx(0, abs=0.02)
    assert box[3] == pytest.approx(1, abs=0.04)


@pytest.mark.parametrize("face", FONTS)
def test_finer_outlines_differ_from_coarser_ones_by_no_more_than_was_allowed(face: str) -> None:
    for character in "OS8&":
        coarse, fine = (glyph(face, character, tolerance).drawing for tolerance in (0.02, 0.0001))
        for rough, smooth in zip(coarse, fine, strict=True):
            assert isinstance(rough, Area)
            assert isinstance(smooth, Area)
            line = rough.outlines[0].astype(np.float32)
            off = [abs(cv2.pointPolygonTest(line, (float(x), float(y)), True)) for x, y in smooth.outlines[0]]
            assert max(off) <= 0.021


@pytest.mark.parametrize("face", FONTS)
def test_counters_stay_open_and_bodies_stay_filled(face: str) -> None:
    window = Window.whole((2.0, 2.0), 1200)
    for character, holes in (("O", 1), ("B", 2), ("T", 0), ("i", 0), ("Å", 2)):
        marks = [Area(tuple(o * 0.8 + 0.3 for o in m.outlines)) for m in glyph(face, character, 0.001).drawing
                 if isinstance(m, Area)]  # fmt: skip
        ground = (rasterise(marks, window) < 128).astype(np.uint8)
        pieces, _ = cv2.connectedComponents(ground, connectivity=4)
        assert pieces - 2 == holes, character


def test_outline_is_within_its_tolerance_at_any_size() -> None:
    for height in (0.2, 1.0, 3.0, 40.0):
        assert tolerance_for(height) * height <= 0.005


def test_missing_character_is_refused_by_name() -> None:
    with pytest.raises(WrongUse) as refused:
        glyph("sans", "好", 0.01)
    assert refused.value.message.key == "synthesis.no_glyph"


def test_unknown_face_is_refused_with_those_there_are() -> None:
    with pytest.raises(WrongUse) as refused:
        glyph("comic", "A", 0.01)
    assert "technical" in str(dict(refused.value.message.values)["faces"])


@pytest.mark.parametrize("source", [FontFile("font_nobody_has", "x.otf"), FontFile("font_caladea", "x.otf")])
def test_font_that_is_not_installed_is_said(source: FontFile) -> None:
    with pytest.raises(EngineMissing):
        source.path()


def test_technical_face_has_the_characters_of_data() -> None:
    for character in (
        string.ascii_uppercase + string.digits + "ÄÖÜÅÆØÉÈÇÑŠŽŁĐŐŰĀĒĪŪĢĶĻŅŖŞŢȘȚĄĘİĞÝÞŒẞ.,-/'()<:"
    ):
        shape = glyph("technical", character, 0.01)
        box = bounds(shape.drawing)
        assert box is not None, character
        assert box[0] >= -0.05, character
        assert box[0] + box[2] <= shape.advance + 0.05, character
        assert all(isinstance(mark, Stroke) for mark in shape.drawing)


def test_technical_digits_stand_in_columns() -> None:
    assert len({glyph("technical", digit, 0.01).advance for digit in string.digits}) == 1


def test_marks_of_letters_tell_them_apart() -> None:
    shapes = {len(glyph("technical", letter, 0.01).drawing) for letter in "EÉË"}
    assert shapes == {2, 3, 4}


@pytest.mark.parametrize("character", ["a", "好", "Ẹ́"[1:]])
def test_technical_face_refuses_what_it_has_not(character: str) -> None:
    with pytest.raises(WrongUse):
        glyph("technical", character, 0.01)
