import inspect
from collections.abc import Iterator

import numpy as np
import pytest

from docdesk.engines.decoding.pool import DecodingPool
from docdesk.synthesis.capturing.last_step import LastStep, LastStepLimits, draw_last_step, finish
from docdesk.synthesis.capturing.reader import read
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.capturing.telephone import photograph
from docdesk.synthesis.chance import dice
from tests.synthesis.capturing.targets import CARD, copy_of, dots, dotted, errors, sheet


@pytest.fixture(scope="module")
def pool() -> Iterator[DecodingPool]:
    with DecodingPool() as pool:
        yield pool


@pytest.fixture(scope="module")
def shots() -> tuple[Shot, ...]:
    return read(copy_of(dotted(CARD)), "data", ("VIS", "IR"), dice(1))


@pytest.mark.parametrize(
    "step",
    [
        LastStep(1.0, "jpeg", 90, "4:4:4"),
        LastStep(0.8, "jpeg", 85, "4:2:0"),
        LastStep(1.0, "png", 90, "4:2:2"),
        LastStep(0.75, "png", 90, "4:4:4"),
    ],
)
def test_files_decode_to_the_picture_and_state_its_resolution(
    pool: DecodingPool, shots: tuple[Shot, ...], step: LastStep
) -> None:
    for shot in shots:
        file, finished = finish(shot, step)
        with pool.open_bytes(file) as opened:
            frame = opened.frame(1)
        shown = frame.pixels if frame.pixels.ndim == finished.pixels.ndim else frame.pixels[..., 0]
        assert shown.shape == finished.pixels.shape
        assert np.abs(shown.astype(int) - finished.pixels).mean() < (0.01 if step.kind == "png" else 4)
        assert finished.ppi == pytest.approx(400 * step.scale, abs=0.5)
        assert frame.ppi == pytest.approx(finished.ppi, abs=0.02)


def test_places_follow_the_size(shots: tuple[Shot, ...]) -> None:
    for scale in (1.0, 0.83, 0.7):
        _, finished = finish(shots[0], LastStep(scale, "jpeg", 90, "4:2:0"))
        assert errors(finished, dots(CARD)).max() < 0.6


def test_a_telephone_picture_states_no_resolution_and_keeps_its_places(pool: DecodingPool) -> None:
    (shot,) = photograph(copy_of(dotted(CARD)), "data", ("VIS",), dice(3))
    file, finished = finish(shot, LastStep(0.6, "jpeg", 88, "4:2:0"))
    with pool.open_bytes(file) as opened:
        assert opened.frame(1).ppi is None
    assert finished.ppi is None
    assert errors(finished, dots(CARD)).max() < 1.5


def test_no_file_carries_more_than_picture_and_resolution(shots: tuple[Shot, ...]) -> None:
    jpeg, _ = finish(shots[0], LastStep(1.0, "jpeg", 90, "4:4:4"))
    assert b"Exif" not in jpeg
    assert b"\xff\xe1" not in jpeg[:200]
    png, _ = finish(shots[0], LastStep(1.0, "png", 90, "4:4:4"))
    chunks, at = [], 8
    while at < len(png):
        chunks.append(png[at + 4 : at + 8])
        at += 12 + int.from_bytes(png[at : at + 4], "big")
    assert set(chunks) == {b"IHDR", b"pHYs", b"IDAT", b"IEND"}


@pytest.mark.parametrize(("subsampling", "factors"), [("4:4:4", 0x11), ("4:2:2", 0x21), ("4:2:0", 0x22)])
def test_colours_are_subsampled_as_the_step_says(
    shots: tuple[Shot, ...], subsampling: str, factors: int
) -> None:
    file, _ = finish(shots[0], LastStep(1.0, "jpeg", 90, subsampling))
    frame = file.index(b"\xff\xc0")
    assert file[frame + 11] == factors


def test_steps_are_drawn_within_the_limits() -> None:
    limits = LastStepLimits((0.8, 0.9), 0.5, (70, 72), ("4:2:0",), 0.5)
    drawn = [draw_last_step(dice(seed), limits) for seed in range(200)]
    assert {step.quality for step in drawn} == {70, 71, 72}
    assert {step.kind for step in drawn} == {"jpeg", "png"}
    assert {step.subsampling for step in drawn} == {"4:2:0"}
    assert all(step.scale == 1.0 or 0.8 <= step.scale <= 0.9 for step in drawn)
    assert 60 < sum(step.scale == 1.0 for step in drawn) < 140


def test_limits_without_chance_fix_the_step() -> None:
    limits = LastStepLimits((0.5, 0.5), 0.0, (90, 90), ("4:4:4",), 0.0)
    assert draw_last_step(dice(1), limits) == LastStep(0.5, "jpeg", 90, "4:4:4")


def test_nothing_about_the_document_can_enter_the_draw() -> None:
    assert set(inspect.signature(draw_last_step).parameters) == {"rng", "limits"}


def test_the_same_shot_and_step_give_the_same_bytes() -> None:
    step = LastStep(0.9, "jpeg", 85, "4:2:0")
    copy = copy_of(sheet(CARD))
    first, again = (finish(read(copy, "data", ("VIS",), dice(4))[0], step)[0] for _ in range(2))
    assert first == again
