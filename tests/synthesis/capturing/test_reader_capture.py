import numpy as np

from docdesk.synthesis.capturing.reader import read
from docdesk.synthesis.chance import dice
from tests.synthesis.capturing.targets import CARD, copy_of, dotted, middle_of, sheet


def test_lights_lie_exactly_on_one_another() -> None:
    shots = read(copy_of(dotted(CARD)), "data", ("VIS", "IR", "UV"), dice(1))
    assert len({shot.homography.tobytes() for shot in shots}) == 1
    assert len({shot.pixels.shape[:2] for shot in shots}) == 1


def test_a_light_looks_the_same_whichever_others_are_asked_for() -> None:
    copy = copy_of(dotted(CARD))
    (alone,) = read(copy, "data", ("UV",), dice(1))
    *_, beside = read(copy, "data", ("VIS", "IR", "UV"), dice(1))
    assert np.array_equal(alone.pixels, beside.pixels)


def test_white_paper_reads_nearly_white_and_mid_grey_as_mid_grey() -> None:
    for seed in range(4):
        (white,) = read(copy_of(sheet(CARD, visible=0.86)), "data", ("VIS",), dice(seed))
        (grey,) = read(copy_of(sheet(CARD, visible=0.2140)), "data", ("VIS",), dice(seed))  # 127.5 in sRGB
        assert (np.abs(middle_of(white) - 239) < 9).all()
        assert (np.abs(middle_of(grey) - 127.5) < 7).all()


def test_dull_paper_is_dark_under_ultraviolet_and_office_paper_bright_blue() -> None:
    for seed in range(6):
        (dull,) = read(copy_of(sheet(CARD, glow=(0.014, 0.015, 0.020))), "data", ("UV",), dice(seed))
        (office,) = read(copy_of(sheet(CARD, glow=(0.34, 0.52, 0.97))), "data", ("UV",), dice(seed))
        assert 20 < middle_of(dull).mean() < 48
        red, green, blue = middle_of(office)
        assert blue > 225
        assert blue > green > red > 110


def test_print_is_faintly_seen_under_ultraviolet_where_nothing_glows() -> None:
    paper = (0.014, 0.015, 0.020)
    (light,) = read(copy_of(sheet(CARD, visible=0.86, glow=paper)), "data", ("UV",), dice(2))
    (dark,) = read(copy_of(sheet(CARD, visible=0.03, glow=paper)), "data", ("UV",), dice(2))
    assert 2 < middle_of(light).mean() - middle_of(dark).mean() < 20


def test_infrared_is_grey_and_shows_what_absorbs() -> None:
    (pale,) = read(copy_of(sheet(CARD, infrared=0.88)), "data", ("IR",), dice(2))
    (dark,) = read(copy_of(sheet(CARD, visible=0.86, infrared=0.05)), "data", ("IR",), dice(2))
    assert pale.pixels.ndim == 2
    assert middle_of(pale)[0] > 225
    assert middle_of(dark)[0] < 80


def test_corners_of_the_document_are_round() -> None:
    (shot,) = read(copy_of(sheet(CARD), radius=3.18), "data", ("VIS",), dice(5))
    inside, outside = shot.to_pixels(np.array([[1.4, 1.4], [0.5, 0.5]])).astype(int)
    assert shot.pixels[inside[1], inside[0]].mean() > 150
    assert shot.pixels[outside[1], outside[0]].mean() < 80


def test_noise_differs_between_captures_and_stays_small() -> None:
    copy = copy_of(sheet(CARD))
    for seed in range(2):
        (shot,) = read(copy, "data", ("VIS",), dice(seed))
        x, y = shot.to_pixels(np.array([[40.0, 30.0]]))[0].astype(int)
        part = shot.pixels[y : y + 40, x : x + 40, 1].astype(float)
        assert 0.3 < part.std() < 4
