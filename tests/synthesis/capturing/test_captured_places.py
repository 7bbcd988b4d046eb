import cv2
import numpy as np
import pytest

from docdesk.synthesis.capturing.devices import DEVICES
from docdesk.synthesis.capturing.flatbed import scan
from docdesk.synthesis.capturing.reader import read
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.chance import dice
from tests.synthesis.capturing.targets import CARD, PASSPORT, copy_of, dots, dotted, errors, middle_of, sheet

SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 10))]
SMALL = 13
"""Of captures that are small whatever the device: 8 million pixels from telephones, 300 ppi from flatbeds."""

BOUNDS = {"reader": 0.2, "flatbed": 0.2, "telephone": 0.8, "screen": 0.8}
"""Px; over a hundred captures the worst were 0.11 and 0.41, most of it the measure's own."""


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", sorted(DEVICES))
def test_every_dot_is_seen_where_the_shot_says(name: str, seed: int) -> None:
    size = PASSPORT if seed % 2 else CARD
    device = DEVICES[name]
    shots = device.capture(copy_of(dotted(size)), "data", device.lights, dice(seed, name))
    assert tuple(shot.light for shot in shots) == device.lights
    for shot in shots:
        assert errors(shot, dots(size)).max() < BOUNDS[name], (shot.light, seed)
        corners = np.array(shot.quad((0, 0, *size)))
        assert corners.min() > 0
        assert (corners < shot.pixels.shape[1::-1]).all()


@pytest.mark.parametrize("name", sorted(DEVICES))
def test_the_same_seed_gives_the_same_picture_and_leaves_the_sheet_as_it_was(name: str) -> None:
    copy = copy_of(dotted(CARD), gloss=0.5)
    before = copy.faces[0].sheet.copy()
    device = DEVICES[name]
    first, again = (device.capture(copy, "data", device.lights, dice(SMALL)) for _ in range(2))
    for one, two in zip(first, again, strict=True):
        assert np.array_equal(one.pixels, two.pixels)
        assert np.array_equal(one.homography, two.homography)
    for plane in ("visible", "infrared", "glow"):
        assert np.array_equal(getattr(copy.faces[0].sheet, plane), getattr(before, plane))
    for shot in first:
        assert shot.device == name
        assert (shot.ppi is not None) == (name in ("reader", "flatbed"))
        assert shot.face == CARD


def test_edges_lie_where_the_shot_says() -> None:
    copy = copy_of(sheet(CARD), radius=0.0)
    (before_dark_lid,) = scan(copy, "data", ("VIS",), dice(8))
    assert before_dark_lid.pixels[:4].mean() < 128
    for shot in (*read(copy, "data", ("VIS",), dice(1)), before_dark_lid):
        assert all(abs(edge_error(shot, y)) < 0.35 for y in np.linspace(10.0, 44.0, 9))


def edge_error(shot: Shot, y: float) -> float:
    """How far the left edge of the face is from where the shot says, at a height in mm; in px."""
    across = np.linspace(-1.0, 1.0, 401)
    line = shot.to_pixels(np.column_stack((across, np.full(401, y)))).astype(np.float32) - 0.5
    shown = cv2.remap(shot.pixels, line[:, :1], line[:, 1:], cv2.INTER_LINEAR)[:, 0, 1]
    light = (shown / 255.0) ** 2.2  # the edge is half way in light, not in steps of sRGB
    half = (np.median(light[:100]) + np.median(light[-100:])) / 2
    return float(across[int(np.argmax(light > half))]) * (shot.ppi or 0) / 25.4


@pytest.mark.parametrize("name", ["flatbed", "telephone", "screen"])
def test_a_device_without_the_light_gives_no_shot(name: str) -> None:
    assert DEVICES[name].capture(copy_of(sheet(CARD)), "data", ("IR", "UV"), dice(1)) == ()


@pytest.mark.parametrize("name", sorted(DEVICES))
def test_colours_keep_their_order(name: str) -> None:
    one = sheet(CARD)
    one.visible[:] = (0.55, 0.25, 0.08)
    (shot,) = DEVICES[name].capture(copy_of(one), "data", ("VIS",), dice(SMALL))
    red, green, blue = middle_of(shot)
    assert red > green + 15 > blue + 30
