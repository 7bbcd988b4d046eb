import numpy as np
import pytest

from docdesk.synthesis.alterations.alteration import Altered
from docdesk.synthesis.alterations.catalogue import ALTERATIONS
from docdesk.synthesis.alterations.cues import FEATURES
from docdesk.synthesis.printing.printed import PrintedCopy
from docdesk.synthesis.sheet import Sheet
from tests.synthesis.alterations.stage_of_forgery import Shop, card, untouched

LOCAL = (
    "photo_substitution_pasted",
    "photo_substitution_blended",
    "data_alteration",
    "data_alteration_corrected",
    "digital_retyping",
)


@pytest.fixture(scope="module")
def genuine(stage: Shop) -> PrintedCopy:
    return stage.copy(card())


def commit(name: str, copy: PrintedCopy, stage: Shop, seed: int = 1) -> Altered:
    return ALTERATIONS[name].alter(untouched(copy), stage, np.random.default_rng(seed))


def planes(sheet: Sheet) -> tuple[np.ndarray, ...]:
    return sheet.visible, sheet.infrared[..., None], sheet.glow


@pytest.mark.parametrize("name", ALTERATIONS)
def test_every_alteration_leaves_masks_and_cues_that_can_be_told(
    genuine: PrintedCopy, stage: Shop, name: str
) -> None:
    made = commit(name, genuine, stage)
    sides = {face.face.side: face.sheet.window.shape for face in genuine.faces}
    assert made.traces.masks
    for side, mask in made.traces.masks:
        assert mask.shape == sides[side]
        assert mask.dtype == np.uint8
        assert set(np.unique(mask)) <= {0, 255}
        assert mask.any()
    for cue in made.traces.cues:
        assert cue.feature in FEATURES
        assert cue.mask.shape == sides[cue.side]
        assert cue.mask.any()
        assert 100 <= cue.min_ppi <= 1000
    assert [face.face for face in made.copy.faces] == [face.face for face in genuine.faces]


@pytest.mark.parametrize("name", LOCAL)
def test_local_alteration_leaves_the_rest_of_the_sheet_untouched(
    genuine: PrintedCopy, stage: Shop, name: str
) -> None:
    for seed in (1, 2):
        made = commit(name, genuine, stage, seed)
        masks = dict(made.traces.masks)
        for was, now in zip(genuine.faces, made.copy.faces, strict=True):
            shape = was.sheet.window.shape
            outside = masks.get(was.face.side, np.zeros(shape, np.uint8)) == 0
            assert np.count_nonzero(outside) > 0.6 * outside.size
            for before, after in zip(planes(was.sheet), planes(now.sheet), strict=True):
                assert np.array_equal(before[outside], after[outside])


@pytest.mark.slow
@pytest.mark.parametrize("name", ALTERATIONS)
def test_same_generator_commits_the_same_and_another_one_something_else(
    genuine: PrintedCopy, stage: Shop, name: str
) -> None:
    first, again, other = (commit(name, genuine, stage, seed) for seed in (7, 7, 8))
    assert first.copy.holder == again.copy.holder
    for one, same in zip(first.copy.faces, again.copy.faces, strict=True):
        assert one.items == same.items
        for was, now in zip(planes(one.sheet), planes(same.sheet), strict=True):
            assert np.array_equal(was, now)
    assert [(cue.feature, cue.light) for cue in first.traces.cues] == [
        (cue.feature, cue.light) for cue in again.traces.cues
    ]
    differs = any(
        not np.array_equal(was, now)
        for one, same in zip(first.copy.faces, other.copy.faces, strict=True)
        for was, now in zip(planes(one.sheet), planes(same.sheet), strict=True)
    )
    assert differs or any(
        not np.array_equal(one[1], same[1])
        for one, same in zip(first.traces.masks, other.traces.masks, strict=False)
    )


@pytest.mark.parametrize("name", ["data_alteration", "data_alteration_corrected", "digital_retyping"])
def test_items_say_what_now_stands_there(genuine: PrintedCopy, stage: Shop, name: str) -> None:
    for seed in range(6):
        made = commit(name, genuine, stage, seed)
        holder = made.copy.holder
        for face in made.copy.faces:
            lines = tuple(item.text for item in face.items if item.kind == "mrz")
            assert lines in ((), holder.mrz)
            for item in face.items:
                if item.kind == "text":
                    assert item.text == holder.text(item.name)
        assert (holder.mrz, holder.texts) != (genuine.holder.mrz, genuine.holder.texts)


def test_wrong_check_digits_are_cues_and_corrected_ones_are_not(genuine: PrintedCopy, stage: Shop) -> None:
    found = {
        name: [
            any(cue.feature == "check_digit_wrong" for cue in commit(name, genuine, stage, seed).traces.cues)
            for seed in range(6)
        ]
        for name in ("data_alteration", "data_alteration_corrected")
    }
    assert any(found["data_alteration"])
    assert not any(found["data_alteration_corrected"])
