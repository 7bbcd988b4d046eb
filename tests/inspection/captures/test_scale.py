"""The scale of a capture: by its file, or by the pitch of its MRZ where the file tells another or none."""

from dataclasses import dataclass
from math import cos, radians, sin

import pytest

from docdesk.foundation.geometry import Quad
from docdesk.inspection.captures.capture import Capture, Label
from docdesk.inspection.captures.decoding import ResolutionKnown
from docdesk.inspection.captures.scale import ScaleKnown, scale_of
from docdesk.mrz.geometry import pixels_per_pitch
from docdesk.wording.catalogue import english


@dataclass(frozen=True)
class Characters:
    characters: tuple[tuple[Quad, ...], ...]


def mrz(pitch: float, count: int = 44, degrees: float = 0.0, lines: int = 2) -> Characters:
    c, s = cos(radians(degrees)), sin(radians(degrees))

    def point(x: float, y: float) -> tuple[float, float]:
        return 100 + c * x - s * y, 200 + s * x + c * y

    def quad(line: int, index: int) -> Quad:
        left, right, top = pitch * index, pitch * (index + 1), 2.5 * pitch * line
        bottom = top + pitch
        return point(left, top), point(right, top), point(right, bottom), point(left, bottom)

    return Characters(tuple(tuple(quad(line, i) for i in range(count)) for line in range(lines)))


def capture(
    ppi: float | None, known: ResolutionKnown | None = "file", size: tuple[int, int] = (1500, 1050)
) -> Capture:
    return Capture("a", None, "PNG", 1, Label(), size, ppi=ppi, ppi_known=None if ppi is None else known)


def test_the_file_tells_the_scale() -> None:
    assert scale_of(capture(254.0), None) == ScaleKnown(10.0, "file")
    assert scale_of(capture(254.0, "rendered"), None) == ScaleKnown(10.0, "rendered")


def test_without_a_resolution_and_without_an_mrz_nothing_is_known() -> None:
    assert scale_of(capture(None), None) is None


@pytest.mark.parametrize("degrees", [0.0, 7.0, 90.0, 183.0])
def test_the_pitch_of_the_mrz_tells_it_however_the_document_lies(degrees: float) -> None:
    scale = scale_of(capture(None), mrz(25.4, degrees=degrees))
    assert scale is not None
    assert (round(scale.px_per_mm, 9), scale.known) == (10.0, "mrz_pitch")


def test_a_file_that_the_pitch_bears_out_is_believed() -> None:
    assert scale_of(capture(300.0), mrz(pixels_per_pitch(308))) == ScaleKnown(300 / 25.4, "file")


@pytest.mark.parametrize("true_ppi", [290.0, 310.0, 600.0])
def test_a_file_that_the_pitch_contradicts_is_not_believed(true_ppi: float) -> None:
    scale = scale_of(capture(300.0), mrz(pixels_per_pitch(true_ppi)))
    assert scale is not None
    assert scale.known == "mrz_pitch_not_file"
    assert scale.px_per_mm == pytest.approx(true_ppi / 25.4)


def test_a_photograph_that_would_be_a_metre_wide_has_no_scale() -> None:
    photo = capture(72.0, size=(4000, 3000))
    assert scale_of(photo, None) is None
    scale = scale_of(photo, mrz(60.0))
    assert scale is not None
    assert scale.known == "mrz_pitch_not_file"


def test_an_a3_flatbed_is_no_photograph() -> None:
    assert scale_of(capture(300.0, size=(3508, 4961)), None) is not None


def test_a_few_characters_measure_nothing() -> None:
    assert scale_of(capture(None), mrz(25.4, count=5)) is None
    assert scale_of(capture(None), mrz(0.0)) is None


def test_of_the_lines_one_that_is_off_does_not_count() -> None:
    rows = (*mrz(25.4, lines=2).characters, *mrz(40.0, lines=1).characters)
    scale = scale_of(capture(None), Characters(rows))
    assert scale is not None
    assert scale.px_per_mm == pytest.approx(10.0)


def test_each_way_of_knowing_has_its_words() -> None:
    assert {
        f"scale.{known}" for known in ("file", "rendered", "mrz_pitch", "mrz_pitch_not_file")
    } <= english().keys()
