"""An entry is erased and another written in its place; check digits may be made to fit or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from docdesk.synthesis.alterations.alteration import Altered, Cue, Mask, Traces, Workshop
from docdesk.synthesis.alterations.blanking import blank_face
from docdesk.synthesis.alterations.characters import (
    Character,
    changed_items,
    changing,
)
from docdesk.synthesis.alterations.contradictions import contradictions
from docdesk.synthesis.alterations.cues import seen
from docdesk.synthesis.alterations.erasure import Erasure, erase, erasure
from docdesk.synthesis.alterations.revision import Where, drawn_entry, revise
from docdesk.synthesis.alterations.rewriting import Hand, film_of, hand_of, written
from docdesk.synthesis.alterations.tampering import GLOWING, INKED, SEEN, Flags, differing, mask_of, strongest
from docdesk.synthesis.chance import Grain, drawn_seed
from docdesk.synthesis.drawing import bounds
from docdesk.synthesis.materials.catalogue import SUBSTRATES
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.models.model import Side
from docdesk.synthesis.printing.printed import PrintedCopy, PrintedFace
from docdesk.synthesis.rasterising import Coverage, Window, rasterise
from docdesk.synthesis.sheet import Sheet
from docdesk.synthesis.surface import bare

_REACH_MM = 3.0
"""A window of work has this margin round the characters: what a solvent wets, and its blur."""

_AT_HAND = ("inkjet", "toner", "offset")
"""Processes to write with; offset stands for solid ink from a stamp or a pen."""

_SEEN_REMAINS = 0.03
"""Share of black print that is seen on a light ground: a step of contrast of three in a hundred."""

_SEEN_PIXELS = 120
"""Of a sheet: a hole in a motif smaller than 0.2 square mm is taken for a flaw of its print."""

_PARTED = 0.25
"""Reflectances that differ by so much near 900 nm are told apart beside each other."""


def alter_data(copy: PrintedCopy, workshop: Workshop, rng: np.random.Generator) -> Altered:
    """Change an entry in the printed zone, the MRZ or both; check digits stay as they were."""
    where: Sequence[Where] = ("both", "both", "both", "printed", "mrz")
    return _alter(copy, workshop, rng, where, corrected=False)


def alter_data_corrected(copy: PrintedCopy, workshop: Workshop, rng: np.random.Generator) -> Altered:
    """Change an entry and make the check digits fit; now and then the printed zone is left alone."""
    where: Sequence[Where] = ("both", "both", "both", "both", "mrz")
    return _alter(copy, workshop, rng, where, corrected=True)


def _alter(
    copy: PrintedCopy,
    workshop: Workshop,
    rng: np.random.Generator,
    where: Sequence[Where],
    *,
    corrected: bool,
) -> Altered:
    entry = drawn_entry(copy.model, copy.holder, rng, with_digit=corrected)
    place = where[int(rng.integers(len(where)))]
    revision = revise(copy.model, copy.holder, entry, place, rng, corrected=corrected)
    characters = changing(copy, revision)
    how = erasure(rng)
    hand = hand_of(characters[0], rng, _AT_HAND)
    altered = changed_items(copy, revision)
    masks: list[tuple[Side, Mask]] = []
    cues: list[Cue] = []
    for face in copy.faces:
        here = tuple(each for each in characters if each.side == face.face.side)
        if here:
            mask, found = _work_on(copy, face, here, how, hand, workshop, rng)
            masks.append((face.face.side, mask))
            cues += found
    cues += contradictions(altered, revision, place, copy.holder)
    return Altered(altered, Traces(tuple(masks), tuple(cues)))


def _work_on(
    copy: PrintedCopy,
    face: PrintedFace,
    characters: tuple[Character, ...],
    how: Erasure,
    hand: Hand,
    workshop: Workshop,
    rng: np.random.Generator,
) -> tuple[Mask, tuple[Cue, ...]]:
    """Erase and write on one face, in place; return what was touched, and what gives it away."""
    side = face.face.side
    lines: dict[tuple[str, int], list[Character]] = {}
    for each in characters:
        lines.setdefault((each.field.name, each.line), []).append(each)
    names = {each.field.name for each in characters}
    blank = blank_face(copy, side, [each.box for each in characters], names, workshop)
    places = [_rewrite(face, line, blank, how, hand, rng) for line in lines.values()]
    whole = face.sheet.window
    mask = np.zeros(whole.shape, np.uint8)
    for place in places:
        mask |= mask_of(place.window, whole, place.touched)
    return mask, tuple(cue for place in places for cue in _cues(place, whole, side, how, hand))


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """What was done in one window of a face; planes of its shape.

    Attributes:
        window: of the sheet.
        touched: all that is not as it was.
        worked, glowing: where the surface was worked on, and where it glows for it.
        motif: where a fluorescent motif went.
        old, new: where characters stood and now stand.
        alien: those of the new ones whose face is not that of the others.
        infrared: whether the new ones react otherwise than those beside them.
    """

    window: Window
    touched: Flags
    worked: Flags
    glowing: Flags
    motif: Flags
    old: Flags
    new: Flags
    alien: bool
    infrared: bool


def _rewrite(
    face: PrintedFace,
    line: Sequence[Character],
    blank: Sheet,
    how: Erasure,
    hand: Hand,
    rng: np.random.Generator,
) -> _Place:
    """Erase characters of one line of print and write others; return what that did."""
    box = bounds(mark for each in line for mark in each.drawing)
    assert box is not None, "characters leave ink"
    window = face.sheet.window.around(box, _REACH_MM)
    part, empty = face.sheet.cut(window), blank.cut(window)
    before = part.copy()
    old = rasterise((mark for each in line for mark in each.drawing), window)
    # Each character counts all the others: what all of them count is what stays.
    others = np.minimum.reduce([rasterise(each.others, window) for each in line])
    ground = bare(SUBSTRATES[face.face.substrate], window, Grain(drawn_seed(rng)))
    worked, glowing = erase(part, empty, ground, old, others, how, rng)
    fresh = [written(each, hand) for each in line]
    for drawing in fresh:
        film_of(drawing, hand, face.face.size, Grain(drawn_seed(rng))).lay_on(face.sheet)
    new = rasterise((mark for drawing in fresh for mark in drawing), window)
    return _Place(
        window,
        touched=differing(part, before),
        worked=worked > SEEN,
        glowing=glowing > SEEN,
        motif=(worked > SEEN) & (strongest(empty.glow) > GLOWING),
        old=old > INKED,
        new=new > INKED,
        alien=line[0].field.kind != "mrz" or not hand.ocr_b,
        infrared=_parted(before.infrared, others, part.infrared, new),
    )


def _parted(before: Plane, others: Coverage, after: Plane, new: Coverage) -> bool:
    """Say whether two prints differ in infrared."""
    if not (others > INKED).any() or not (new > INKED).any():
        return False
    apart = before[others > INKED].mean() - after[new > INKED].mean()
    return bool(abs(apart) > _PARTED)


def _cues(place: _Place, whole: Window, side: Side, how: Erasure, hand: Hand) -> Iterator[Cue]:
    def over(touched: Flags) -> Mask:
        return mask_of(place.window, whole, touched)

    worked = ["paper_mottled"] if how.way == "scraped" else ["solvent_stain"]
    if how.thinning > SEEN:
        worked.append("guilloche_thinned")
    yield from seen(side, "VIS", over(place.worked), *worked)
    if how.left > _SEEN_REMAINS:
        yield from seen(side, "VIS", over(place.old), "old_print_remains")
    yield from seen(side, "UV", over(place.glowing), "uv_glow_local")
    if np.count_nonzero(place.motif) > _SEEN_PIXELS:
        yield from seen(side, "UV", over(place.motif), "uv_motif_interrupted")
    written = ["font_differs"] if place.alien else []
    if hand.misplaced:
        written.append("baseline_differs")
    written += {"inkjet": ["halftone_dots"], "toner": ["toner_scatter"]}.get(hand.process, [])
    yield from seen(side, "VIS", over(place.new), *written)
    if place.infrared:
        yield from seen(side, "IR", over(place.new), "ir_ink_differs")
