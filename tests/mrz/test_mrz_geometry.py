import pytest

from docdesk.mrz.formats import FORMATS
from docdesk.mrz.geometry import GEOMETRY, pixels_per_pitch, text_width_mm


@pytest.mark.parametrize(("characters", "width"), [(44, 111.8), (36, 91.4), (30, 76.2)])
def test_text_width(characters: int, width: float) -> None:
    assert text_width_mm(characters) == pytest.approx(width, abs=0.05)


@pytest.mark.parametrize(("dpi", "pitch"), [(385, 38.5), (400, 40), (600, 60)])
def test_pitch_in_pixels(dpi: float, pitch: float) -> None:
    assert pixels_per_pitch(dpi) == pytest.approx(pitch)


@pytest.mark.parametrize("name", GEOMETRY)
def test_each_line_of_a_format_fits_its_zone(name: str) -> None:
    shape, layout = GEOMETRY[name], FORMATS[name]
    assert shape.size == layout.size_mm
    assert len(shape.centres) == len(layout.lengths)
    assert text_width_mm(layout.lengths[0]) <= shape.width
    assert shape.left[0] + shape.width <= shape.size[0]
    assert shape.left_min == shape.left[0] - shape.left[1]
    assert shape.centres == tuple(sorted(shape.centres, reverse=True))
    for above, below in zip(shape.centres, shape.centres[1:], strict=False):
        assert above - below >= shape.band
    assert shape.centres[0] + shape.band / 2 <= shape.zone_height[0]


def test_bands_of_two_lines_are_those_of_the_drawing() -> None:
    shape = GEOMETRY["TD3"]
    bands = [(centre - shape.band / 2, centre + shape.band / 2) for centre in shape.centres]
    assert bands == [pytest.approx((13.6, 17.9)), pytest.approx((7.25, 11.55))]
