"""A document printed well from rebuilt artwork, by somebody who has neither fluorescent nor infrared inks."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np

from docdesk.synthesis.alterations.alteration import Altered, Cue, Traces, Workshop
from docdesk.synthesis.alterations.cues import seen
from docdesk.synthesis.alterations.infrared import reprinted_portrait
from docdesk.synthesis.alterations.zones import whole_face, zone_mask
from docdesk.synthesis.drawing import Point
from docdesk.synthesis.materials.inks import NONE, Ink
from docdesk.synthesis.models.model import DocumentModel, Face, Field
from docdesk.synthesis.printing.printed import PrintedCopy, PrintedFace

_ALIKE: Final = 0.05
"""Two inks whose reflectances, by their square roots, differ by no more in any of red, green and blue look
like one: an eye tells some 0.01 side by side, but a pair is printed in two runs."""

_PARTED: Final = 0.4
"""Inks of one colour that differ by so much in infrared are a pair made to part there."""

_PERSONALISING: Final = ("inkjet", "dye_sublimation", "toner")
"""Machines that a forger's shop prints data with."""

_REGISTER_MM: Final = 0.2
"""Deviation of where data come to lie, in mm; sheets are fed by hand."""


def omit_security(copy: PrintedCopy, workshop: Workshop, rng: np.random.Generator) -> Altered:
    """Print the document anew with plain inks; its artwork, words and data stay."""
    absorbing = bool(rng.integers(2))
    model = plain_model(copy.model, absorbing=absorbing)
    process = _PERSONALISING[int(rng.integers(len(_PERSONALISING)))] if rng.random() < 0.5 else None
    right, up = (float(v) for v in _REGISTER_MM * rng.standard_normal(2))
    faces = tuple(_personalised(face, process, (right, up)) for face in model.faces)
    model = replace(model, faces=faces)
    printed = workshop.printed(replace(copy, model=model), copy.holder)
    # The truth is told of the model that it pretends to be.
    faces_after = tuple(
        replace(new, face=old.face) for old, new in zip(copy.faces, printed.faces, strict=True)
    )
    after = replace(copy, faces=faces_after)
    masks = tuple((face.face.side, whole_face(face.face)) for face in after.faces)
    cues = tuple(cue for old, new in zip(copy.faces, after.faces, strict=True) for cue in _signs(old, new))
    return Altered(after, Traces(masks, cues))


def plain_models(model: DocumentModel) -> tuple[DocumentModel, DocumentModel]:
    """Return what this alteration prints from, so that a press can prepare the films beforehand."""
    return plain_model(model, absorbing=False), plain_model(model, absorbing=True)


def plain_model(model: DocumentModel, *, absorbing: bool) -> DocumentModel:
    """Return the model with inks that never glow and pairs of one colour that do not part in infrared.

    Args:
        model: of the document.
        absorbing: whether pairs then both show in infrared, or both vanish.
    """
    pick = max if absorbing else min
    plain = tuple(
        (name, replace(ink, glow=NONE, infrared=pick(each.infrared for each in _like(ink, model))))
        for name, ink in model.inks
    )
    sha256 = hashlib.sha256(f"{model.sha256} plain {absorbing}".encode()).hexdigest()
    return replace(model, inks=plain, sha256=sha256)


def is_pair(one: Ink, other: Ink) -> bool:
    """Say whether two inks look alike in white light and part in infrared."""
    if len(one.colours) != len(other.colours) or abs(one.infrared - other.infrared) < _PARTED:
        return False
    return bool(np.abs(np.sqrt(one.colours) - np.sqrt(other.colours)).max() <= _ALIKE)


def _like(ink: Ink, model: DocumentModel) -> Iterator[Ink]:
    """Yield an ink and those of the model that make a pair with it."""
    yield ink
    for _, other in model.inks:
        if is_pair(ink, other):
            yield other


def _personalised(face: Face, process: str | None, shift: Point) -> Face:
    """Return a face whose data another machine prints, and a little beside their place."""

    def changed(field: Field) -> Field:
        left, bottom, width, height = field.box
        box = (left + shift[0], bottom + shift[1], width, height)
        return replace(field, box=box, process=process or field.process)

    return replace(face, fields=tuple(changed(field) for field in face.fields))


def _signs(before: PrintedFace, after: PrintedFace) -> Iterator[Cue]:
    face = before.face
    side = face.side
    yield from seen(side, "UV", zone_mask(face, "uv_motif", "uv_overprint"), "uv_motif_missing")
    yield from seen(side, "IR", zone_mask(face, "ir_split"), "ir_split_missing")
    yield from reprinted_portrait(before, after)
