"""What a view shows of a picture: right pixels at every zoom, in every turn."""

from math import cos, radians, sin

import numpy as np
import pytest

from docdesk.imaging.aligning import Affine, composed, scaled
from docdesk.imaging.deep import deepened
from docdesk.imaging.showing import covered, level_for, quad_of, shown, sight

GREEN = (0, 255, 0)


def noise(*shape: int) -> np.ndarray:
    return np.random.default_rng(2).integers(0, 256, shape, np.uint8)


def as_rgb(pixels: np.ndarray) -> np.ndarray:
    return pixels if pixels.ndim == 3 else np.repeat(pixels[..., None], 3, axis=2)


def turning(degrees: float, about: tuple[float, float], zoom: float = 1.0) -> Affine:
    c, s = cos(radians(degrees)) * zoom, sin(radians(degrees)) * zoom
    return composed((c, -s, about[0], s, c, about[1]), scaled(1.0, of=about))


@pytest.mark.parametrize("shape", [(301, 407), (301, 407, 3)])
@pytest.mark.parametrize("smooth", [True, False])
def test_one_to_one_shows_the_very_pixels(shape: tuple[int, ...], *, smooth: bool) -> None:
    pixels = noise(*shape)
    view = shown(deepened(pixels), scaled(1.0), (407, 301), smooth=smooth)
    assert (view == as_rgb(pixels)).all()


@pytest.mark.parametrize("shape", [(301, 407), (301, 407, 3)])
def test_crisp_pixels_at_64_to_1_are_squares(shape: tuple[int, ...]) -> None:
    pixels = noise(*shape)
    view = shown(deepened(pixels), scaled(64.0, of=(10, 20)), (640, 320), smooth=False)
    assert (view == np.kron(as_rgb(pixels)[20:25, 10:20], np.ones((64, 64, 1), np.uint8))).all()


def test_smooth_enlarging_stays_between_neighbours_and_meets_their_middles() -> None:
    pixels = noise(20, 20)
    view = shown(deepened(pixels), scaled(16.0), (320, 320))[..., 0].astype(int)
    assert abs(view[8::16, 8::16] - pixels).max() <= 24  # half a pixel of 16 beside the middle
    assert view.min() >= pixels.min()
    assert view.max() <= pixels.max()


@pytest.mark.parametrize("zoom", [0.5, 0.25, 0.125])
def test_shrinking_averages_the_area_of_each_pixel(zoom: float) -> None:
    pixels = noise(256, 320)
    view = shown(deepened(pixels), scaled(zoom), (int(320 * zoom), int(256 * zoom)))[..., 0]
    side = int(1 / zoom)
    means = pixels.reshape(256 // side, side, 320 // side, side).mean(axis=(1, 3))
    assert abs(view - means).max() <= 2


@pytest.mark.parametrize("zoom", [0.5, 0.55, 0.6, 0.7, 0.3, 0.15])
def test_the_finest_pattern_turns_grey_not_into_a_false_one(zoom: float) -> None:
    board = (np.indices((600, 600)).sum(axis=0) % 2 * 255).astype(np.uint8)
    view = shown(deepened(board), scaled(zoom), (int(600 * zoom), int(600 * zoom)))[4:-4, 4:-4]
    assert view.min() >= 100
    assert view.max() <= 156


@pytest.mark.parametrize("zoom", [0.4, 0.8, 3.0])
def test_a_turned_picture_has_its_pixels_where_the_mapping_says(zoom: float) -> None:
    pixels = np.zeros((200, 300), np.uint8)
    pixels[:, 150:] = 255
    matrix = turning(30, (150, 100), zoom)
    view = shown(deepened(pixels), matrix, (300, 200))[..., 0]
    for off, expected in ((-20, 0), (20, 255)):
        x, y = 150 + off * cos(radians(30)), 100 + off * sin(radians(30))
        assert view[int(y), int(x)] == expected


def test_quarter_turns_move_pixels_exactly() -> None:
    pixels = noise(40, 60, 3)
    view = shown(deepened(pixels), (0, -1, 40, 1, 0, 0), (40, 60))
    assert (view == np.rot90(pixels, -1)).all()


def test_round_a_straight_picture_is_background_from_its_edge_on() -> None:
    pixels = np.full((40, 60), 200, np.uint8)
    view = shown(deepened(pixels), scaled(1.0, to=(5, 7)), (80, 60), background=GREEN)
    inside = np.zeros((60, 80), bool)
    inside[7:47, 5:65] = True
    assert (view[inside] == 200).all()
    assert (view[~inside] == GREEN).all()


def test_round_a_turned_picture_is_background() -> None:
    view = shown(
        deepened(np.full((100, 100), 200, np.uint8)), turning(45, (50, 50)), (100, 100), background=GREEN
    )
    assert tuple(view[2, 2]) == GREEN
    assert tuple(view[97, 97]) == GREEN
    assert tuple(view[50, 50]) == (200, 200, 200)


def test_a_picture_out_of_sight_leaves_background() -> None:
    image = deepened(noise(50, 50))
    away = scaled(1.0, to=(500, 500))
    assert sight(image, away, (100, 80)) is None
    assert (shown(image, away, (100, 80), background=GREEN) == GREEN).all()


@pytest.mark.parametrize(
    ("zoom", "level"), [(64, 0), (1, 0), (0.51, 0), (0.5, 1), (0.26, 1), (0.25, 2), (1e-6, 5)]
)
def test_the_level_has_a_pixel_for_each_of_the_view(zoom: float, level: int) -> None:
    assert level_for(deepened(noise(2048, 2048)), zoom) == level


def test_only_what_is_seen_is_touched() -> None:
    image = deepened(noise(2000, 3000))
    seen = sight(image, scaled(0.5, of=(1000, 800)), (200, 100))
    assert seen is not None
    assert seen.level == 1
    left, top, right, bottom = seen.box
    assert (right - left) <= 206
    assert (bottom - top) <= 106


def test_what_is_cut_elsewhere_is_shown_instead() -> None:
    image = deepened(noise(100, 100))
    seen = shown(image, scaled(1.0), (100, 100), cut=lambda level, box: 255 - image.levels[level])
    assert (seen[..., 0] == 255 - image.original).all()


def test_a_mask_tells_where_the_picture_is() -> None:
    image = deepened(noise(40, 60))
    mask = covered(quad_of(image, scaled(1.0, to=(5, 7))), (80, 60))
    assert mask is not None
    assert (mask[7:47, 5:65] == 255).all()
    assert mask.sum() == 255 * 40 * 60
    assert covered(quad_of(image, scaled(10.0, of=(20, 20))), (80, 60)) is None
