"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from docdesk.foundation.files import write_whole


def test_a_file_takes_the_place_of_the_old_one_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    place = tmp_path / "report.pdf"
    place.write_bytes(b"old")
    write_whole(place, b"new")
    assert place.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [place]


def test_what_cannot_be_written_leaves_the_old_one_alone(tmp_path: Path) -> None:
    place = tmp_path / "folder"
    place.mkdir()
    (place / "inside").touch()
    with pytest.raises(OSError, match=r"folder"):
        write_whole(place, b"new")
    assert list(tmp_path.iterdir()) == [place]


def test_whatever_breaks_off_the_writing_leaves_nothing_beside_the_old_one(tmp_path: Path) -> None:
    place = tmp_path / "report.pdf"
    place.write_bytes(b"old")
    with pytest.raises(TypeError):
        write_whole(place, "no bytes")
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]
