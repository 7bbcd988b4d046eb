"""What holds for every display filter, whatever its parameters."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docdesk.imaging.filters.background import Background
from docdesk.imaging.filters.channels import Channels
from docdesk.imaging.filters.filter import Choice, Filter, Number, Switch
from docdesk.imaging.filters.kinds import KINDS
from docdesk.imaging.filters.levels import Levels, automatic
from docdesk.imaging.filters.local_contrast import LocalContrast
from docdesk.imaging.filters.sharpen import Sharpen
from docdesk.imaging.filters.stack import Entry, Stack
from tests.imaging.filters.drawn_filters import filters, stacks

NEUTRAL = (Levels(), LocalContrast(amount=0), Sharpen(amount=0), Channels(), Background(amount=0))


def picture(seed: int, height: int, width: int, *, colour: bool) -> np.ndarray:
    """Blobs of all sizes and noise: something that every filter has something to do with."""
    random = np.random.default_rng(seed)
    shape = (height, width, 3) if colour else (height, width)
    noise = random.integers(0, 256, shape).astype(np.float32)
    blobs = cv2.GaussianBlur(noise, (0, 0), 5) * 4 - 384
    return np.clip(blobs + noise / 8, 0, 255).astype(np.uint8)


@given(stacks(), st.booleans(), st.sampled_from([1.0, 0.5, 0.125]), st.integers(0, 3))
@settings(max_examples=60)
def test_a_part_with_its_margin_comes_out_as_in_the_whole_picture(
    stack: Stack, colour: bool, scale: float, seed: int
) -> None:
    whole = picture(seed, 150, 200, colour=colour)
    margin = stack.margin(scale)
    expected = stack.apply(whole, scale)
    for top, left, bottom, right in ((60, 80, 90, 120), (0, 0, 40, 50), (100, 150, 150, 200)):
        y, x = max(top - margin, 0), max(left - margin, 0)
        part = stack.apply(whole[y : bottom + margin, x : right + margin], scale)
        wanted = part[top - y : bottom - y, left - x : right - x]
        assert np.array_equal(wanted, expected[top:bottom, left:right])


@given(filters(), st.booleans(), st.integers(1, 40), st.integers(1, 40), st.integers(0, 9))
def test_any_picture_keeps_its_shape_and_stays_untouched(
    drawn: Filter, colour: bool, height: int, width: int, seed: int
) -> None:
    original = picture(seed, height, width, colour=colour)
    handed_in = original.copy()
    handed_in.setflags(write=False)
    shown = drawn.apply(handed_in, 1.0)
    assert shown.shape == original.shape
    assert shown.dtype == np.uint8
    assert np.array_equal(handed_in, original)
    assert not np.shares_memory(shown, handed_in)


@pytest.mark.parametrize("kind", KINDS)
def test_no_part_at_all_stays_none(kind: type[Filter]) -> None:
    assert kind().apply(np.zeros((0, 5, 3), np.uint8), 1.0).shape == (0, 5, 3)


@pytest.mark.parametrize("neutral", NEUTRAL, ids=lambda each: each.name)
@pytest.mark.parametrize("colour", [False, True])
def test_parameters_that_change_nothing_change_nothing(neutral: Filter, colour: bool) -> None:
    original = picture(1, 60, 70, colour=colour)
    assert neutral.changes_nothing
    assert np.array_equal(neutral.apply(original, 1.0), original)


def test_every_kind_has_parameters_that_change_nothing() -> None:
    assert {type(each) for each in NEUTRAL} == set(KINDS)


@given(filters())
def test_what_claims_to_change_nothing_does_so(drawn: Filter) -> None:
    original = picture(2, 30, 30, colour=True)
    if drawn.changes_nothing:
        assert np.array_equal(drawn.apply(original, 1.0), original)


@pytest.mark.parametrize("kind", KINDS)
def test_defaults_lie_within_what_a_parameter_accepts(kind: type[Filter]) -> None:
    made = kind()
    for parameter in kind.parameters:
        assert parameter.accepts(parameter.default)
        assert made.values()[parameter.name] == parameter.default


@pytest.mark.parametrize(
    ("parameter", "refused"),
    [
        (Number("size", 0, 10, 5, 1), (-1, 10.5, float("nan"), float("inf"), 10**400, True, "5", None)),
        (Choice("part", ("red",), "red"), ("blue", 0, None, ["red"])),
        (Switch("negative", default=False), (1, 0, "yes", None)),
    ],
)
def test_values_outside_are_not_accepted(parameter: Number | Choice | Switch, refused: tuple) -> None:
    assert not [each for each in refused if parameter.accepts(each)]


def test_a_filter_with_a_value_outside_cannot_be_made() -> None:
    with pytest.raises(ValueError, match=r"levels\.black"):
        Levels(black=-1)


# --- Each one ---


def test_levels_stretch_what_lies_between_black_and_white() -> None:
    ramp = np.array([[0, 50, 100, 150, 255]], np.uint8)
    assert Levels(50, 150).apply(ramp, 1.0).tolist() == [[0, 0, 128, 255, 255]]
    assert Levels(gamma=2.0).apply(ramp, 1.0)[0, 1] > 100


def test_levels_with_white_at_black_cut_in_two() -> None:
    ramp = np.arange(256, dtype=np.uint8)[None]
    cut = Levels(100, 100).apply(ramp, 1.0)
    assert set(np.unique(cut)) == {0, 255}
    assert cut[0, 100] == 0
    assert cut[0, 101] == 255


def test_automatic_levels_use_the_range_and_leave_a_flat_picture_alone() -> None:
    dull = np.linspace(90, 140, 10_000).reshape(100, 100).astype(np.uint8)
    shown = automatic(dull).apply(dull, 1.0)
    assert shown.min() == 0
    assert shown.max() == 255
    assert automatic(np.full((10, 10), 80, np.uint8)) == Levels()


def test_sharpening_steepens_an_edge_and_leaves_flat_places() -> None:
    edge = np.full((20, 40), 100, np.uint8)
    edge[:, 20:] = 150
    sharp = Sharpen(1.5, 100).apply(edge, 1.0)
    assert sharp[10, 19] < 100
    assert sharp[10, 20] > 150
    assert sharp[10, 2] == 100
    assert np.array_equal(Sharpen(1.5, 100).apply(edge, 0.1), edge), "finer than a pixel of the copy"


def test_local_contrast_brings_out_what_is_faint_as_well_as_what_is_strong() -> None:
    faint = np.full((200, 200), 120, np.uint8)
    faint[::8] = 126
    shown = LocalContrast(10, 100).apply(faint, 1.0)
    assert np.ptp(shown[60:140, 60:140]) > 3 * np.ptp(faint)


def test_local_contrast_keeps_the_hue() -> None:
    red = np.full((60, 60, 3), (180, 60, 60), np.uint8)
    red[::6] = (160, 40, 40)
    shown = LocalContrast(10, 10).apply(red, 1.0).astype(int)
    assert np.array_equal(shown[..., 0] - shown[..., 1], np.full((60, 60), 120))


def test_background_goes_and_print_stays() -> None:
    shade = np.tile(np.linspace(100, 220, 300), (300, 1)).astype(np.uint8)
    print_ = shade.copy()
    print_[150, 100:200] = print_[150, 100:200] // 2
    shown = Background(30, 100).apply(print_, 1.0)
    paper = shown[40:100, 100:200]
    assert np.ptp(paper) < 15
    assert shown[150, 150] < paper.min() - 60


def test_channels_show_what_they_say() -> None:
    pixel = np.array([[[200, 100, 50]]], np.uint8)
    assert Channels("red").apply(pixel, 1.0).tolist() == [[[200, 200, 200]]]
    assert Channels("blue", negative=True).apply(pixel, 1.0).tolist() == [[[205, 205, 205]]]
    assert Channels("red_green").apply(pixel, 1.0)[0, 0, 0] > 200
    assert Channels("red_green").apply(pixel[..., ::-1].copy(), 1.0)[0, 0, 0] < 255
    grey = np.array([[7]], np.uint8)
    assert Channels("hue").apply(grey, 1.0).tolist() == [[7]]
    assert Channels("hue", negative=True).apply(grey, 1.0).tolist() == [[248]]


def test_the_hue_of_grey_is_pale_and_that_of_a_colour_is_full() -> None:
    pixels = np.array([[[128, 128, 128], [120, 20, 20]]], np.uint8)
    assert Channels("hue").apply(pixels, 1.0).tolist() == [[[255, 255, 255], [255, 0, 0]]]


def test_amounts_are_between_nothing_and_the_whole() -> None:
    original = picture(4, 80, 80, colour=False)
    half = Background(20, 50).apply(original, 1.0).astype(int)
    whole = Background(20, 100).apply(original, 1.0).astype(int)
    unclipped = (whole > 0) & (whole < 255)
    assert np.abs((half - (original + whole) / 2)[unclipped]).max() <= 1


# --- The stack ---


def test_the_first_filter_is_laid_on_first() -> None:
    dark = np.full((5, 5), 50, np.uint8)
    halved = Levels(0, 100)
    negative = Channels(negative=True)
    assert Stack((Entry(halved), Entry(negative))).apply(dark, 1.0)[0, 0] == 127
    assert Stack((Entry(negative), Entry(halved))).apply(dark, 1.0)[0, 0] == 255


def test_what_is_off_or_changes_nothing_is_not_at_work() -> None:
    stack = Stack((Entry(Levels()), Entry(Sharpen(), on=False), Entry(Channels("red"))))
    assert stack.at_work == (Channels("red"),)
    assert stack.key == Stack((Entry(Channels("red")),)).key
    assert stack.margin(1.0) == 0
    assert hash(stack) == hash(Stack(stack.entries))


def test_changed_stacks() -> None:
    stack = Stack().added(Levels()).added(Sharpen()).added(Background())
    names = [entry.filter.name for entry in stack.moved(0, 2).entries]
    assert names == ["sharpen", "background", "levels"]
    assert [entry.filter.name for entry in stack.removed(1).entries] == ["levels", "background"]
    off = stack.switched(1, on=False)
    assert [entry.on for entry in off.entries] == [True, False, True]
    assert off.changed(1, Sharpen(amount=50)).entries[1] == Entry(Sharpen(amount=50), on=False)


def test_a_stack_of_too_many_filters_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="at most"):
        Stack(tuple(Entry(Levels()) for _ in range(9)))
    assert Stack(tuple(Entry(Levels()) for _ in range(8))).full
