"""The whole reader on coded print, with a finder that knows the lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.calibration import Band, Calibration
from docdesk.engines.mrz_networks.curves import Curve
from docdesk.engines.mrz_networks.looking import first_look
from docdesk.engines.mrz_networks.reader import NetworkMrzReader, Parts, not_there, zones_read
from docdesk.engines.mrz_networks.second_opinion import SecondOpinion, ShownLine
from docdesk.engines.mrz_networks.sessions import Network
from docdesk.engines.mrz_networks.telling import reading_of
from docdesk.engines.mrz_networks.zones import find_zones
from docdesk.foundation.errors import EngineMissing
from docdesk.foundation.messages import Message
from docdesk.inspection.readings.digit_certainty import digit_is_misread
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.parsing import parse
from tests.engines.mrz_networks.coded import CodedRecogniser, KnownFinder, blank_page, print_on
from tests.engines.mrz_networks.known_maps import curled, straight
from tests.engines.mrz_networks.spoken import TD1, TD3

Grey = NDArray[np.uint8]
CALIBRATION = Calibration((Band(0.0, 1.0, 1e-5),), 0.99)


class Opinion:
    """Implements `SecondOpinion`: says X everywhere, or has none; remembers what it was shown."""

    def __init__(self, says: str | None = "X") -> None:
        self.shown: list[Sequence[ShownLine]] = []
        self._says = says

    def lines_of(self, shown: Sequence[ShownLine]) -> tuple[str, ...] | None:
        self.shown.append(shown)
        return None if self._says is None else tuple(self._says * len(line.left_out) for line in shown)


def _read(page: Grey, found: Sequence[Curve], opinion: SecondOpinion | None = None) -> tuple[MrzReading, ...]:
    parts = Parts(KnownFinder(found), CodedRecogniser(), CALIBRATION)
    return NetworkMrzReader(lambda: parts, opinion).read(page)


def _lines(x: float, y: float, degrees: float, pitch: float, lines: Sequence[str]) -> list[Curve]:
    down = np.array([-np.sin(np.deg2rad(degrees)), np.cos(np.deg2rad(degrees))]) * pitch
    gap = 1.67 if len(lines) == 3 else 2.5
    return [
        straight(x + down[0] * gap * n, y + down[1] * gap * n, degrees, pitch, len(text))
        for n, text in enumerate(lines)
    ]


def _page(curves: Sequence[Curve], lines: Sequence[str], **size: int) -> Grey:
    page = blank_page(**size)
    for text, curve in zip(lines, curves, strict=True):
        print_on(page, text, curve)
    return page


@pytest.mark.parametrize(("x", "y", "degrees"), [(60, 400, 0), (60, 300, 9), (80, 500, -14)])
def test_a_passport_is_read_at_any_tilt_and_stood_by(x: float, y: float, degrees: float) -> None:
    curves = _lines(x, y, degrees, 20, TD3)
    (reading,) = _read(_page(curves, TD3), curves)

    assert (reading.lines, reading.raw, reading.proposed) == (TD3, TD3, TD3)
    assert (reading.format, reading.turned) == ("TD3", 0)
    assert all(all(row) for row in reading.certain)
    assert all(share > 0.9 for share in reading.ocr_b)


def test_characters_lie_where_they_are_printed() -> None:
    curves = _lines(60, 400, 0, 20, TD3)
    (reading,) = _read(_page(curves, TD3), curves)
    middles = np.array(reading.characters[1]).mean(axis=1)

    assert middles == pytest.approx(curves[1].at(np.arange(44) + 0.5), abs=2.0)


def test_a_page_on_its_side_is_told_by_its_turn() -> None:
    curves = _lines(300, 950, -90, 20, TD1)
    (reading,) = _read(_page(curves, TD1, width=640, height=1024), curves)

    assert (reading.lines, reading.turned) == (TD1, 90)
    (left, top), (right, _), (_, foot), _ = reading.characters[0][0]
    assert right - left == pytest.approx(20, abs=2)
    assert foot - top == pytest.approx(19, abs=3)


def test_a_curled_page_is_read() -> None:
    curves = [curled(60, 300 + 50 * n, 0, 20, 44, 2.5) for n in range(2)]
    (reading,) = _read(_page(curves, TD3), curves)

    assert reading.lines == TD3


def test_two_documents_on_one_picture_are_two_readings() -> None:
    first, second = _lines(60, 60, 0, 20, TD3), _lines(60, 350, 0, 20, TD1)
    found = _read(_page([*first, *second], [*TD3, *TD1]), [*first, *second])

    assert {reading.lines for reading in found} == {TD3, TD1}


def test_a_line_that_the_finder_missed_is_looked_for() -> None:
    curves = _lines(60, 400, 0, 20, TD3)
    (reading,) = _read(_page(curves, TD3), curves[:1])

    assert reading.lines == TD3


def test_a_line_of_which_the_finder_saw_half_is_read_to_its_end() -> None:
    curves = _lines(60, 400, 0, 20, TD3)
    (reading,) = _read(_page(curves, TD3), [curve.between(0, 26) for curve in curves])

    assert reading.lines == TD3


def test_what_is_covered_is_in_doubt_and_what_is_behind_stays_in_its_place() -> None:
    curves = _lines(60, 400, 0, 20, TD3)
    page = _page(curves, TD3)
    page[380:420, 60 + 9 * 20 : 60 + 14 * 20] = 220
    (reading,) = _read(page, curves)

    assert reading.lines[0][:9] + reading.lines[0][14:] == TD3[0][:9] + TD3[0][14:]
    assert not any(reading.certain[0][9:14])
    assert all(value < 0.5 for value in reading.confidence[0][9:14])
    assert all(reading.certain[1])


def test_where_all_is_certain_nobody_else_is_asked() -> None:
    opinion = Opinion()
    curves = _lines(60, 400, 0, 20, TD3)
    (reading,) = _read(_page(curves, TD3), curves, opinion)

    assert opinion.shown == []
    assert reading.second_opinion == ()


def test_where_a_character_is_in_doubt_another_is_asked_and_changes_nothing() -> None:
    curves = _lines(60, 400, 0, 20, TD3)
    page = _page(curves, TD3)
    page[380:420, 60 + 9 * 20 : 60 + 14 * 20] = 220
    (alone,) = _read(page, curves)
    (reading,) = _read(page, curves, Opinion())

    assert reading.second_opinion == ("X" * 44, "X" * 44)
    assert replace(reading, second_opinion=()) == alone
    assert _read(page, curves, Opinion(None)) == (alone,)


def test_the_other_is_shown_each_character_in_its_cell_and_no_filler_that_is_beyond_doubt() -> None:
    opinion = Opinion()
    curves = [curled(60, 300 + 50 * n, 0, 20, 44, 2.5) for n in range(2)]
    page = _page(curves, TD3)
    covered = curves[0].at(np.array(10.5)).round().astype(int)
    page[covered[1] - 20 : covered[1] + 20, covered[0] - 10 : covered[0] + 10] = 220
    _read(page, curves, opinion)
    (shown,) = opinion.shown

    for line, text in zip(shown, TD3, strict=True):
        assert line.cells.shape == (32, 44 * 20)
        clear = [
            (blank, char)
            for at, (blank, char) in enumerate(zip(line.left_out, text, strict=True))
            if at not in range(9, 13)
        ]
        assert all(blank == (char == "<") for blank, char in clear)
        ink = (line.cells < 128).any(axis=0).reshape(44, 20)
        # Print stands in the middle of its cell, as nearly as the fake tells where that is.
        sides = [(int(cell.argmax()), int(cell[::-1].argmax())) for cell in ink[20:] if cell.any()]
        assert sides
        assert all(abs(left - right) <= 3 for left, right in sides)


@dataclass
class _Counted:
    """Implements `Network` with another one; counts the batches that it was asked for."""

    network: Network
    batches: int = 0

    def run(self, array: NDArray[np.float32]) -> NDArray[np.float32]:
        self.batches += 1
        return self.network.run(array)


def _batches_to_read(page: Grey, curves: Sequence[Curve], calibration: Calibration) -> int:
    """Return how often the recogniser is asked for a page that is read as printed."""
    recogniser = _Counted(CodedRecogniser())
    (read,) = zones_read(page, Parts(KnownFinder(curves), recogniser, calibration))
    assert reading_of(read, calibration, (page.shape[1], page.shape[0])).lines == TD3
    return recogniser.batches


def test_a_zone_that_is_clear_at_first_sight_is_not_looked_at_again_and_any_other_is() -> None:
    curves = _lines(60, 400, 0, 20, TD3)
    page = _page(curves, TD3)
    # The fake says of no character more than 0.995; at half the temperature each is beyond doubt.
    clear = _batches_to_read(page, curves, Calibration((Band(0.0, 0.5, 1e-5),), 0.99))
    recogniser = _Counted(CodedRecogniser())
    for zone in find_zones(page, KnownFinder(curves), max(page.shape)):
        first_look(page, zone, recogniser)

    assert clear == recogniser.batches
    assert _batches_to_read(page, curves, CALIBRATION) > clear


def test_nothing_of_a_zone_that_reaches_the_edge_is_certain() -> None:
    curves = _lines(200, 400, 0, 20, TD3)
    (reading,) = _read(_page(curves, TD3), [curve.between(0, 41) for curve in curves])

    assert not any(any(row) for row in reading.certain)
    assert max(max(row) for row in reading.confidence) <= 0.5


def test_a_zone_that_may_be_shifted_accuses_no_check_digit() -> None:
    # A letter in the place of a digit, as a shift or a mirror brings it there, in doubt with another letter.
    lines = (TD3[0], TD3[1][:19] + "M" + TD3[1][20:])
    curves = _lines(8, 400, 0, 20, lines)  # so near to the edge that the zone may go on outside
    page = _page(curves, lines)
    (read,) = zones_read(page, Parts(KnownFinder(curves), CodedRecogniser(), CALIBRATION))
    read.shares[1][19] = np.eye(37)[ALPHABET.index("M")] * 0.52 + np.eye(37)[ALPHABET.index("W")] * 0.48
    reading = reading_of(read, CALIBRATION, (page.shape[1], page.shape[0]))
    mrz = parse(reading.lines)
    (digit,) = [each for each in mrz.digits if each.name == "date_of_birth"]

    assert (digit.printed, digit.agrees) == ("M", False)
    assert digit_is_misread(reading, mrz, digit).excuses


def test_print_without_fillers_is_no_mrz() -> None:
    lines = ("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123", "0123456789ABCDEFGHIJKLMNOPQRST")
    curves = _lines(60, 300, 0, 20, lines)

    assert _read(_page(curves, lines), curves) == ()


def test_a_pattern_that_the_finder_takes_for_lines_is_no_mrz() -> None:
    curves = _lines(60, 300, 0, 20, TD3)

    assert _read(blank_page(), curves) == ()
    assert _read(blank_page(), ()) == ()


def test_the_first_file_that_is_not_there_is_named_and_those_of_docdesk_are_there(tmp_path: Path) -> None:
    assert not_there() is None
    for name in ("mrz-finder.onnx", "mrz-recogniser.onnx", "mrz-calibration.json"):
        assert not_there(tmp_path.joinpath) == Message.of("reader.network_missing", file=name)
        (tmp_path / name).touch()
    assert not_there(tmp_path.joinpath) is None


def test_a_network_that_is_not_there_is_told_before_anything_is_read() -> None:
    def none() -> Parts:
        raise EngineMissing(Message.of("reader.network_missing", file="mrz-finder.onnx"))

    reader = NetworkMrzReader(none)

    assert reader.missing() == Message.of("reader.network_missing", file="mrz-finder.onnx")
    with pytest.raises(EngineMissing):
        reader.read(blank_page())
