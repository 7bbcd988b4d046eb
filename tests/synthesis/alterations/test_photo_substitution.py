from dataclasses import replace

import numpy as np
import pytest

from docdesk.foundation.errors import WrongUse
from docdesk.synthesis.alterations.photo_substitution import blend_photo, paste_photo
from docdesk.synthesis.printing.printed import PrintedCopy, PrintedFace
from docdesk.wording.catalogue import Wording
from tests.synthesis.alterations.stage_of_forgery import Shop, card, untouched

MIDDLE = (10.0, 14.0, 16.0, 22.0)
"""mm of the front: within the portrait."""


@pytest.fixture(scope="module")
def genuine(stage: Shop) -> PrintedCopy:
    return stage.copy(card())


def part(face: PrintedFace, plane: str) -> np.ndarray:
    window = face.sheet.window
    return np.asarray(getattr(face.sheet, plane)[window.around(MIDDLE).slices_in(window)])


def test_pasted_photo_hides_overprint_and_glows_as_photo_paper(genuine: PrintedCopy, stage: Shop) -> None:
    made = paste_photo(untouched(genuine), stage, np.random.default_rng(1))
    before, after = genuine.faces[0], made.copy.faces[0]
    assert part(before, "glow")[..., 0].max() > 0.5, "the red star of the overprint"
    assert part(after, "glow")[..., 0].max() < 0.4
    assert np.median(part(after, "glow")[..., 2]) > 3 * np.median(part(before, "glow")[..., 2])
    features = {(cue.feature, cue.light) for cue in made.traces.cues}
    assert {("photo_edge", "VIS"), ("uv_motif_interrupted", "UV"), ("uv_glow_local", "UV")} <= features


@pytest.mark.parametrize("alter", [paste_photo, blend_photo])
def test_dyes_in_place_of_char_vanish_in_infrared_and_the_portrait_stays_grey(
    genuine: PrintedCopy, stage: Shop, alter: type
) -> None:
    made = alter(untouched(genuine), stage, np.random.default_rng(2))
    before, after = genuine.faces[0], made.copy.faces[0]
    assert part(after, "infrared").mean() > part(before, "infrared").mean() + 0.15
    mean = part(after, "visible").reshape(-1, 3).mean(axis=0)
    assert np.ptp(mean) < 0.06, "the issuer's portrait is engraved in grey, so the forger's is grey"
    assert ("ir_portrait_behaviour", "IR") in {(cue.feature, cue.light) for cue in made.traces.cues}


@pytest.mark.parametrize("alter", [paste_photo, blend_photo])
def test_copy_shows_somebody_else_under_the_old_name(genuine: PrintedCopy, stage: Shop, alter: type) -> None:
    made = alter(untouched(genuine), stage, np.random.default_rng(3))
    assert made.copy.holder.portrait.name != genuine.holder.portrait.name
    assert made.copy.holder.texts == genuine.holder.texts
    assert made.copy.holder.mrz == genuine.holder.mrz


def test_document_without_a_portrait_is_refused_with_a_sentence(genuine: PrintedCopy, stage: Shop) -> None:
    back = replace(genuine, faces=genuine.faces[1:])
    with pytest.raises(WrongUse) as refusal:
        paste_photo(back, stage, np.random.default_rng(1))
    assert "card" in Wording().say(refusal.value.message)
