from dataclasses import replace

import numpy as np
import pytest

from docdesk.synthesis.alterations.alteration import Altered
from docdesk.synthesis.alterations.retyping import Retyped, Retyping, retype
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.drawing import Area
from docdesk.synthesis.printing.printed import PrintedCopy
from tests.synthesis.alterations.stage_of_forgery import Shop, card, untouched

FACE = (60.0, 40.0)
SCALE = 15.0


def square(left: float, bottom: float, side: float) -> Area:
    right, top = left + side, bottom + side
    return Area((np.array([[left, bottom], [right, bottom], [right, top], [left, top]]),))


def shot(light: str = "VIS", *, tilt: float = 0.0) -> Shot:
    """Stripes with noise, and a dark square at (20, 20) mm."""
    columns, rows = int(FACE[0] * SCALE), int(FACE[1] * SCALE)
    flat = np.array([[SCALE, 0, 0], [0, -SCALE, FACE[1] * SCALE], [0, 0, 1]])
    lean = np.array([[1, tilt, 5 * tilt], [-tilt, 1, 9 * tilt], [tilt / 4000, 0, 1]])
    made = Shot(
        np.zeros((rows, columns, 3), np.uint8),
        "front",
        light,
        "reader",
        381.0,
        FACE,
        lean @ flat,
    )
    noise = np.random.default_rng(1).integers(0, 12, (rows, columns, 3))
    pixels = (190 + 30 * (np.arange(rows) // 4 % 2)[:, None, None] + noise).astype(np.uint8)
    corners = made.to_pixels(square(20, 20, 2).outlines[0]).round().astype(int)
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    pixels[top:bottom, left:right] = 40
    return replace(made, pixels=pixels if light == "VIS" else np.ascontiguousarray(pixels[..., 0]))


def retyping(source: tuple[float, float] | None) -> Retyping:
    place = Retyped((19.6, 19.6, 3.0, 3.0), (square(20, 20, 2),), (square(20.5, 20.5, 1),), source)
    return Retyping((place,), soft=0.3, lighter=0.0)


@pytest.mark.parametrize("source", [None, (6.0, 0.0)])
@pytest.mark.parametrize("light", ["VIS", "IR"])
@pytest.mark.parametrize("tilt", [0.0, 0.04])
def test_only_the_place_changes_and_the_new_character_has_the_old_ones_ink(
    source: tuple[float, float] | None, light: str, tilt: float
) -> None:
    before = shot(light, tilt=tilt)
    after = retyping(source).paint(before)
    changed = before.pixels != after.pixels
    changed = changed if changed.ndim == 2 else changed.any(axis=2)
    rows, columns = np.nonzero(changed)
    corners = np.array(before.quad((19.6, 19.6, 3.0, 3.0)))
    assert columns.min() >= corners[:, 0].min() - 2
    assert columns.max() <= corners[:, 0].max() + 2
    assert rows.min() >= corners[:, 1].min() - 2
    assert rows.max() <= corners[:, 1].max() + 2
    x, y = before.to_pixels(np.array([(21.0, 21.0)]))[0].astype(int)
    assert np.abs(after.pixels[y, x].astype(int) - 40).max() < 8, "typed in the old ink"
    x, y = before.to_pixels(np.array([(21.8, 21.8)]))[0].astype(int)
    assert after.pixels[y, x].min() > 150, "the old character is gone"
    assert before.pixels[y, x].max() < 60, "the shot that was handed in stays as it was"


def test_copied_background_repeats_what_stands_beside_it() -> None:
    before = shot()
    after = retyping((6.0, 0.0)).paint(before)
    x, y = before.to_pixels(np.array([(19.7, 22.4)]))[0].astype(int)
    off = round(6 * SCALE)
    assert np.array_equal(
        after.pixels[y : y + 3, x : x + 20], before.pixels[y : y + 3, x + off : x + off + 20]
    )


def test_place_outside_the_picture_is_left_alone() -> None:
    before = shot()
    outside = Retyped((80.0, 60.0, 3.0, 3.0), (square(80, 60, 2),), (square(80, 60, 1),), None)
    after = Retyping((outside,), 0.0, 0.0).paint(before)
    assert np.array_equal(before.pixels, after.pixels)


@pytest.fixture(scope="module")
def genuine(stage: Shop) -> PrintedCopy:
    return stage.copy(card())


def commit(copy: PrintedCopy, stage: Shop, seed: int) -> Altered:
    return retype(untouched(copy), stage, np.random.default_rng(seed))


def test_lights_that_are_not_edited_disagree_and_that_is_a_cue(genuine: PrintedCopy, stage: Shop) -> None:
    for seed in range(12):
        made = commit(genuine, stage, seed)
        edited = {light for edit in made.edits for light in edit.lights}
        assert edited in ({"VIS"}, {"VIS", "IR"})
        differ = {cue.light for cue in made.traces.cues if cue.feature == "lights_differ"}
        assert differ == {"IR", "UV"} - edited, "print of the card absorbs in infrared and is dull under UV"


def test_every_side_that_shows_the_entry_is_edited(genuine: PrintedCopy, stage: Shop) -> None:
    sides = {tuple(edit.side for edit in commit(genuine, stage, seed).edits) for seed in range(16)}
    assert ("front", "back") in sides, "the number stands on both"
    for seed in range(16):
        made = commit(genuine, stage, seed)
        assert {edit.side for edit in made.edits} == {side for side, _ in made.traces.masks}
