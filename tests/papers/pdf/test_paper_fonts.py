"""The fonts of the paper: what is found, what takes its place, and what a font cannot show."""

import shutil
from pathlib import Path

import pytest

from docdesk.papers.pdf.fonts import BUILT_IN, FAMILIES, USUAL_FOLDERS, Face, fonts_in
from tests.conftest import LOUD


@pytest.fixture
def family() -> list[Path]:
    for names in FAMILIES:
        for folder in USUAL_FOLDERS:
            files = [Path(folder, name) for name in names]
            if all(file.is_file() for file in files):
                return files
    pytest.skip(f"{LOUD}none of the fonts that the report looks for is on this computer")


def test_without_fonts_the_built_in_ones_are_taken(tmp_path: Path) -> None:
    assert fonts_in([tmp_path, tmp_path / "none"]) == BUILT_IN


def test_half_a_family_is_none(tmp_path: Path, family: list[Path]) -> None:
    shutil.copy(family[0], tmp_path)
    assert fonts_in([tmp_path]) == BUILT_IN


def test_a_family_is_found_wherever_it_lies(tmp_path: Path, family: list[Path]) -> None:
    for file in family:
        shutil.copy(file, tmp_path)
    found = fonts_in([tmp_path / "none", tmp_path])
    assert found.embedded
    assert found == fonts_in([family[0].parent])


def test_a_damaged_font_is_passed_over(tmp_path: Path) -> None:
    for name in FAMILIES[0]:
        (tmp_path / name).write_bytes(b"no font")
    assert fonts_in([tmp_path]) == BUILT_IN


def test_the_built_in_fonts_show_western_letters_only() -> None:
    assert BUILT_IN.shown("M\u00fcller \u0141", Face.PLAIN) == "M\u00fcller ?"
    assert BUILT_IN.lacks("\u0141", Face.MONO)
    assert not BUILT_IN.lacks("M\u00fcller\x07", Face.BOLD)


def test_a_found_font_shows_more(family: list[Path]) -> None:
    found = fonts_in([family[0].parent])
    for face in Face:
        assert found.shown("\u0141\u00f3d\u017a \u0391\u0411", face) == "\u0141\u00f3d\u017a \u0391\u0411"
    assert found.shown("\U0010fffd", Face.PLAIN) == "?"
    assert found.width("AA", Face.MONO, 10) == pytest.approx(2 * found.width("i", Face.MONO, 10))
