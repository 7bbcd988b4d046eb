"""The reader end to end, with the real program on drawn documents."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from docdesk.engines.mrz_tesseract import shapes, tesseract
from docdesk.engines.mrz_tesseract.reader import TesseractMrzReader
from docdesk.foundation.errors import EngineMissing, ReadingFailed
from docdesk.inspection.readings.mrz_reading import MrzReading, Reader
from tests.engines.mrz_tesseract.drawn import (
    Conditions,
    font_path,
    invented_lines,
    picture,
    two_documents,
    without_mrz,
)

READER = TesseractMrzReader()
needs_tesseract = pytest.mark.skipif(READER.missing() is not None, reason="tesseract-ocr with eng is missing")
needs_font = pytest.mark.skipif(font_path() is None, reason="Debian's fonts-ocr-b is not installed")
SPECIMEN = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")


def _all_certain(reading: MrzReading) -> bool:
    return all(all(row) for row in reading.certain)


def test_it_is_a_reader() -> None:
    reader: Reader = READER
    assert reader is READER


@needs_tesseract
@needs_font
def test_a_clean_scan_is_read_with_every_character_certain() -> None:
    (reading,) = READER.read(picture("TD3", SPECIMEN, Conditions(ppi=300), 1))
    assert reading.lines == SPECIMEN
    assert reading.proposed == SPECIMEN
    assert reading.format == "TD3"
    assert reading.turned == 0
    assert _all_certain(reading)
    assert all(0 <= value <= 1 for row in reading.confidence for value in row)


@needs_tesseract
@needs_font
def test_a_forged_digit_on_a_clean_scan_is_certain_and_not_repaired() -> None:
    forged = (SPECIMEN[0], SPECIMEN[1].replace("740812", "780812"))
    (reading,) = READER.read(picture("TD3", forged, Conditions(ppi=300), 2))
    assert reading.lines == forged
    assert reading.proposed == forged
    assert _all_certain(reading)


@needs_tesseract
@needs_font
def test_a_letter_printed_in_a_date_stays_and_the_digit_is_only_proposed() -> None:
    odd = (SPECIMEN[0], SPECIMEN[1].replace("740812", "74O812"))
    (reading,) = READER.read(picture("TD3", odd, Conditions(ppi=300), 9))
    assert reading.lines == odd
    assert reading.proposed == SPECIMEN


@needs_tesseract
@needs_font
@pytest.mark.parametrize(
    ("kind", "turned", "tilt"), [("TD1", 90, 7.0), ("TD2", 180, -7.0), ("MRVB", 270, 4.0)]
)
def test_turned_and_tilted_documents_are_read(kind: str, turned: int, tilt: float) -> None:
    lines = invented_lines(kind, np.random.default_rng(turned))
    conditions = Conditions(ppi=240, turned=turned, tilt=tilt, perspective=0.01, blur=1.0, noise=5, jpeg=75)
    (reading,) = READER.read(picture(kind, lines, conditions, turned))
    assert reading.lines == lines
    assert reading.format == kind
    assert reading.turned == 360 - turned


@needs_tesseract
@needs_font
def test_two_documents_are_two_readings() -> None:
    passport = invented_lines("TD3", np.random.default_rng(31))
    card = invented_lines("TD1", np.random.default_rng(32))
    found = READER.read(two_documents(("TD3", passport), ("TD1", card), Conditions(ppi=200), 31))
    assert {reading.lines for reading in found} == {passport, card}


@needs_tesseract
@pytest.mark.parametrize("kind", ["blank", "noise", "text", "form", "guilloche", "typed"])
def test_a_picture_without_an_mrz_has_no_reading(kind: str) -> None:
    assert READER.read(without_mrz(kind, 4)) == ()


@needs_tesseract
@needs_font
def test_twelve_bits_and_colours_are_read_as_well() -> None:
    grey = picture("TD3", SPECIMEN, Conditions(ppi=250), 6)
    deep = grey.astype(np.uint16) * 16
    coloured = np.repeat(grey[..., None], 3, axis=2)
    assert [r.lines for r in READER.read(deep)] == [SPECIMEN]
    assert [r.lines for r in READER.read(coloured)] == [SPECIMEN]


@needs_tesseract
@needs_font
@pytest.mark.parametrize("change", [{"ppi": 75.0}, {"typewriter": True}])
def test_thumbnails_and_other_fonts_are_never_certain(change: dict[str, float]) -> None:
    for reading in READER.read(picture("TD3", SPECIMEN, replace(Conditions(ppi=250), **change), 7)):
        assert not any(any(row) for row in reading.certain)


@needs_tesseract
@needs_font
def test_without_the_font_nothing_is_certain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "font_path", lambda: None)
    shapes.forget()
    try:
        (reading,) = READER.read(picture("TD3", SPECIMEN, Conditions(ppi=300), 8))
    finally:
        monkeypatch.undo()
        shapes.forget()
    same = sum(
        a == b
        for row, line in zip(reading.lines, SPECIMEN, strict=True)
        for a, b in zip(row, line, strict=True)
    )
    assert same >= 80
    assert not any(any(row) for row in reading.certain)


@needs_tesseract
@needs_font
def test_nothing_is_left_behind(tmp_path: Path) -> None:
    def leftovers() -> set[str]:
        places = (Path("/dev/shm"), Path("/tmp"))
        return {entry.name for place in places if place.is_dir() for entry in place.glob("docdesk-mrz-*")}

    before, limit = leftovers(), os.environ.get("OMP_THREAD_LIMIT")
    READER.read(picture("TD2", invented_lines("TD2", np.random.default_rng(1)), Conditions(ppi=150), 1))
    assert leftovers() <= before
    assert os.environ.get("OMP_THREAD_LIMIT") == limit


def test_a_missing_program_is_told_and_raised() -> None:
    reader = TesseractMrzReader(program="no-such-tesseract")
    message = reader.missing()
    assert message is not None
    assert message.key == "reader.tesseract_missing"
    with pytest.raises(EngineMissing):
        reader.read(np.zeros((50, 50), np.uint8))


@pytest.fixture
def bare_program(tmp_path: Path) -> Iterator[str]:
    script = tmp_path / "tesseract"
    script.write_text("#!/bin/sh\necho 'List of available languages (1):'\necho osd\n")
    script.chmod(0o755)
    yield str(script)


def test_missing_language_data_is_told(bare_program: str) -> None:
    message = TesseractMrzReader(bare_program).missing()
    assert message is not None
    assert message.key == "reader.tesseract_eng_missing"


def test_the_thread_limit_is_put_back_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_THREAD_LIMIT", "7")
    with tesseract.one_thread.held():
        with tesseract.one_thread.held():
            assert os.environ["OMP_THREAD_LIMIT"] == "1"
        assert os.environ["OMP_THREAD_LIMIT"] == "1"
    assert os.environ["OMP_THREAD_LIMIT"] == "7"


def test_a_program_that_breaks_off_is_a_failed_reading(tmp_path: Path) -> None:
    script = tmp_path / "tesseract"
    script.write_text('#!/bin/sh\n[ "$1" = --list-langs ] && echo eng && exit 0\nkill -9 $$\n')
    script.chmod(0o755)
    reader = TesseractMrzReader(program=str(script))
    assert reader.missing() is None
    with pytest.raises(ReadingFailed):
        reader.read(picture("TD2", invented_lines("TD2", np.random.default_rng(1)), Conditions(ppi=150), 1))


def test_without_the_font_the_reader_says_that_it_is_certain_of_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shapes, "PLACES", ())
    shapes.forget()
    try:
        lacking = READER.weakened()
    finally:
        monkeypatch.undo()
        shapes.forget()
    assert lacking is not None
    assert lacking.key == "reader.ocr_b_missing"
