"""What is left of a document's features when it is printed anew."""

from dataclasses import replace

import numpy as np
import pytest

from docdesk.synthesis.alterations.alteration import Altered
from docdesk.synthesis.alterations.catalogue import ALTERATIONS
from docdesk.synthesis.alterations.missing_security import is_pair, plain_models
from docdesk.synthesis.drawing import Box
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.printing.printed import PrintedCopy, PrintedFace
from tests.synthesis.alterations.stage_of_forgery import (
    SPLIT_SHOWS,
    SPLIT_VANISHES,
    SUN,
    Shop,
    card,
    untouched,
)

pytestmark = pytest.mark.slow

REPRINTS = ("counterfeit_inkjet", "counterfeit_toner", "grey_copy")
BLANK: Box = (36.0, 45.0, 40.0, 6.0)


@pytest.fixture(scope="module")
def genuine(stage: Shop) -> PrintedCopy:
    return stage.copy(card())


def commit(name: str, copy: PrintedCopy, stage: Shop, seed: int = 1) -> Altered:
    return ALTERATIONS[name].alter(untouched(copy), stage, np.random.default_rng(seed))


def part(face: PrintedFace, plane: str, box: Box) -> np.ndarray:
    window = face.sheet.window
    return np.asarray(getattr(face.sheet, plane)[window.around(box).slices_in(window)])


def split(face: PrintedFace) -> float:
    """How far the pair of inks parts in infrared."""
    shows, vanishes = (part(face, "infrared", box).mean() for box in (SPLIT_SHOWS, SPLIT_VANISHES))
    return float(vanishes - shows)


@pytest.mark.parametrize("name", REPRINTS)
def test_reprint_glows_all_over_and_loses_motif_and_infrared_split(
    genuine: PrintedCopy, stage: Shop, name: str
) -> None:
    before, after = genuine.faces[0], commit(name, genuine, stage).copy.faces[0]
    assert split(before) > 0.5
    assert abs(split(after)) < 0.1
    assert part(before, "glow", BLANK).max(axis=2).mean() < 0.1
    assert part(after, "glow", BLANK).max(axis=2).mean() > 0.5
    assert part(before, "glow", SUN).mean(axis=(0, 1)).argmax() == 1, "the motif is green"
    assert part(after, "glow", SUN).mean(axis=(0, 1)).argmax() == 2, "paper glows blue"


@pytest.mark.parametrize("name", ["counterfeit_inkjet", "counterfeit_toner"])
def test_counterfeit_in_colour_keeps_brightness_and_contrast_of_the_page(
    genuine: PrintedCopy, stage: Shop, name: str
) -> None:
    for seed in range(3):
        for before, after in zip(genuine.faces, commit(name, genuine, stage, seed).copy.faces, strict=True):
            was, now = before.sheet.visible, after.sheet.visible
            assert abs(float(was.mean()) - float(now.mean())) < 0.06
            assert 0.7 < float(now.std() / was.std()) < 1.4


def test_grey_copy_has_no_colour_and_one_ink_that_shows_in_infrared(
    genuine: PrintedCopy, stage: Shop
) -> None:
    after = commit("grey_copy", genuine, stage).copy.faces[0]
    paper = part(after, "visible", BLANK).reshape(-1, 3).mean(axis=0)
    tint = part(after, "visible", SPLIT_SHOWS).reshape(-1, 3).mean(axis=0)
    assert np.ptp(tint / paper) < 0.02
    assert part(after, "infrared", SPLIT_SHOWS).mean() < 0.4


def test_retyped_counterfeit_names_somebody_else_and_its_items_say_so(
    genuine: PrintedCopy, stage: Shop
) -> None:
    made = [commit("counterfeit_inkjet", genuine, stage, seed).copy for seed in range(4)]
    named = {copy.holder.number for copy in made}
    assert len(named) == 2, "some keep the holder's data, some do not"
    for copy in made:
        for face in copy.faces:
            for item in face.items:
                if item.kind == "text":
                    assert item.text == copy.holder.text(item.name)
            assert tuple(item.text for item in face.items if item.kind == "mrz") in ((), copy.holder.mrz)


def test_specimen_stays_on_every_counterfeit(genuine: PrintedCopy, stage: Shop) -> None:
    blank = replace(card(), faces=tuple(replace(face, layers=(), fields=()) for face in card().faces))
    marks = stage.printed(replace(genuine, model=replace(blank, sha256="d" * 64)), genuine.holder)
    for name in (*REPRINTS, "missing_security"):
        after = commit(name, genuine, stage).copy
        for marked, face in zip(marks.faces, after.faces, strict=True):
            letters = marked.sheet.visible[..., 1] < 0.45
            around = ~letters & (marked.sheet.visible[..., 1] > 0.7)
            assert np.count_nonzero(letters) > 5000
            assert face.sheet.visible[letters].mean() < 0.85 * face.sheet.visible[around].mean(), (
                f"{name} {face.face.side}"
            )


def test_plain_inks_neither_glow_nor_part_and_everything_else_stays(
    genuine: PrintedCopy, stage: Shop
) -> None:
    before, after = genuine.faces[0], commit("missing_security", genuine, stage).copy.faces[0]
    assert part(before, "glow", SUN).mean() > 0.1
    assert part(after, "glow", SUN).mean() < 0.05
    assert abs(split(after)) < 0.1
    assert after.sheet.glow[..., 1].max() > 0.1, "SPECIMEN still glows"
    assert [item.text for item in after.items] == [item.text for item in before.items]
    assert abs(float(before.sheet.visible.mean() - after.sheet.visible.mean())) < 0.02


def test_plain_models_are_kept_apart_in_the_cache() -> None:
    digests = {card().sha256, *(model.sha256 for model in plain_models(card()))}
    assert len(digests) == 3
    for model in plain_models(card()):
        inks = dict(model.inks)
        assert inks["plum_shows"].infrared == inks["plum_vanishes"].infrared
        assert not any(any(ink.glow) for ink in inks.values())
        assert inks["black"].infrared == dict(card().inks)["black"].infrared


def test_pair_looks_alike_and_parts() -> None:
    one = Ink(((0.10, 0.05, 0.10),), infrared=0.9)
    assert is_pair(one, Ink(((0.11, 0.05, 0.10),), infrared=0.05))
    assert not is_pair(one, Ink(((0.11, 0.05, 0.10),), infrared=0.8))
    assert not is_pair(one, Ink(((0.25, 0.05, 0.10),), infrared=0.05))
