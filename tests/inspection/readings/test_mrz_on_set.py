"""Every capture of a set is read; what belongs to one document is brought together."""

import numpy as np
import pytest

from docdesk.foundation.errors import ReadingFailed
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Capture, Label, Light
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.captures.opening import FrameSet, Opened
from docdesk.inspection.readings.mrz_on_set import FoundMrz, MrzsRead, read_mrz
from docdesk.inspection.readings.mrz_reading import MrzReading
from tests.inspection.checks.test_checks import LINE_1, changed, line_2
from tests.inspection.fakes import FakeReader, reading

ONE = reading(LINE_1, line_2())
TWO = reading(LINE_1.replace("SMITH<<ANNA", "BAKER<<JOHN"), line_2(number="998765432"))


def frames(*lights: Light) -> FrameSet:
    """Return captures under these lights, marked for the reader by 1, 2 and so on."""
    return FrameSet(
        "a",
        tuple(
            Opened(
                Capture(f"{mark}.png", "0" * 64, "PNG", 1, Label(light=light), (60, 40)),
                np.full((40, 60), mark, np.uint8),
            )
            for mark, light in enumerate(lights, 1)
        ),
    )


def in_the_end(shown: FrameSet, reader: FakeReader) -> tuple[FoundMrz, ...]:
    *_, last = read_mrz(shown, reader)
    assert last.finished
    return last.documents


def test_readings_of_two_documents_are_told_apart_under_every_light() -> None:
    blurred = reading(LINE_1, changed(line_2(), 3, "9"), doubtful=((1, 3),))
    found = in_the_end(frames(Light.IR, Light.VIS), FakeReader({1: (ONE, TWO), 2: (TWO, blurred)}))
    assert [entry.reading for entry in found] == [ONE, TWO]
    assert [[other.reading for other in entry.others] for entry in found] == [[blurred], [TWO]]


def test_a_document_that_only_one_light_shows_is_not_lost() -> None:
    found = in_the_end(frames(Light.IR, Light.VIS), FakeReader({1: (ONE,), 2: (ONE, TWO)}))
    assert [(entry.reading, entry.capture) for entry in found] == [(ONE, 0), (TWO, 1)]


def test_lines_of_a_known_shape_come_before_clearer_ones_of_none() -> None:
    cut = reading(LINE_1[:-1], line_2()[:-1])
    whole = reading(LINE_1, line_2(), doubtful=((0, 9), (0, 12)))
    (found,) = in_the_end(frames(Light.IR, Light.VIS), FakeReader({1: (cut,), 2: (whole,)}))
    assert found.reading is whole


def test_the_first_that_shows_anything_is_told_at_once() -> None:
    reader = FakeReader({2: (ONE,), 3: (ONE,)})
    steps: list[MrzsRead] = list(read_mrz(frames(Light.IR, Light.VIS, Light.UV), reader))
    assert [step.finished for step in steps] == [False, True]
    assert steps[0].documents[0].capture == 1


def test_a_single_capture_is_told_once() -> None:
    assert [step.finished for step in read_mrz(frames(Light.VIS), FakeReader({1: (ONE,)}))] == [True]


class BreaksOffAt(FakeReader):
    """Reads the mark 2 and breaks off at any other."""

    def read(self, pixels: Pixels) -> tuple[MrzReading, ...]:
        if int(pixels[0, 0]) != 2:
            raise ReadingFailed(Message("reader.tesseract_failed"))
        return super().read(pixels)


def test_a_reader_that_breaks_off_on_one_light_leaves_the_others() -> None:
    (found,) = in_the_end(frames(Light.IR, Light.VIS), BreaksOffAt({2: (ONE,)}))
    assert (found.capture, found.blank, found.unclear) == (1, (), ())


def test_a_reader_that_breaks_off_and_finds_nothing_elsewhere_says_so() -> None:
    with pytest.raises(ReadingFailed):
        list(read_mrz(frames(Light.IR, Light.VIS), BreaksOffAt()))
