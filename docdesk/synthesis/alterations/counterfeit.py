"""A whole document scanned and printed on other stock: by inkjet, by colour laser, or copied in grey."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np

from docdesk.synthesis.alterations.alteration import Altered, Cue, Mask, Traces, Workshop
from docdesk.synthesis.alterations.blanking import without_fields
from docdesk.synthesis.alterations.cues import seen
from docdesk.synthesis.alterations.infrared import reprinted_portrait
from docdesk.synthesis.alterations.redrawing import redrawn
from docdesk.synthesis.alterations.reprinting import Printer, reprinted, scanned
from docdesk.synthesis.alterations.zones import whole_face, zone_mask
from docdesk.synthesis.chance import Grain, drawn_seed
from docdesk.synthesis.materials.catalogue import OFFICE_PAPER, PVC, SUBSTRATES
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane, luminance
from docdesk.synthesis.materials.substrates import Substrate
from docdesk.synthesis.models.model import Side
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.printing.printed import Item, PrintedCopy, PrintedFace
from docdesk.synthesis.processes.catalogue import PROCESSES
from docdesk.synthesis.processes.process import Impression
from docdesk.synthesis.rasterising import Coverage, Window

_COPIERS_BLACK: Final = Ink(((0.03, 0.03, 0.03),), infrared=0.95)
"""A hair short of the toner's full black, which is taken for text: a copier screens all that it sees."""

_RETYPED: Final = 0.5
"""Share of counterfeits that name another holder."""

_LETTERINGS: Final = (None, None, "sans", "grotesk", "grotesk_medium", "sans_semibold", "book", "geometric")
"""What data are retyped in; None where the forger has the issuer's own."""

_STOCKS: Final = {"polycarbonate": (OFFICE_PAPER, PVC)}
"""What stands for a substrate; anything else is copied on office paper. Paper for a card is laminated."""


@dataclass(frozen=True, slots=True)
class _Machine:
    """How a counterfeit is printed.

    Attributes:
        print_: prints a picture.
        signs: what gives the machine away in white light.
        paper: that it prints on.
    """

    print_: Printer
    signs: tuple[str, ...]
    paper: Substrate


def counterfeit_inkjet(copy: PrintedCopy, workshop: Workshop, rng: np.random.Generator) -> Altered:
    """Scan the document and print it by inkjet, with the holder's data or another's."""
    machine = _Machine(PROCESSES["inkjet"].reproduce, ("halftone_dots",), _paper_for(copy, rng))
    return _counterfeit(copy, workshop, rng, machine)


def counterfeit_toner(copy: PrintedCopy, workshop: Workshop, rng: np.random.Generator) -> Altered:
    """Scan the document and print it by colour laser, with the holder's data or another's."""
    machine = _Machine(PROCESSES["toner"].reproduce, ("line_screen", "toner_scatter"), _paper_for(copy, rng))
    return _counterfeit(copy, workshop, rng, machine)


def grey_copy(copy: PrintedCopy, workshop: Workshop, rng: np.random.Generator) -> Altered:
    """Copy the document in grey on a copier."""
    del workshop  # a copier is all it takes
    # A copier drops the lightest tints and closes the shadows.
    foot, top = float(rng.uniform(0.0, 0.04)), float(rng.uniform(0.9, 1.0))

    def grey(picture: Plane) -> Plane:
        light = (luminance(picture) - np.float32(foot)) / np.float32(top - foot)
        return np.asarray(np.clip(light, 0, 1), np.float32)

    signs = ("line_screen", "toner_scatter", "colour_missing")
    machine = _Machine(_black_alone, signs, OFFICE_PAPER)
    faces: list[PrintedFace] = []
    for face in copy.faces:
        own = SUBSTRATES[face.face.substrate].reflectance
        picture = grey(scanned(face.sheet.visible, own, rng))[..., None]
        faces.append(_reprint(face, picture, face.items, machine, rng))
    return _finished(copy, replace(copy, faces=tuple(faces)), machine)


def _black_alone(picture: Plane, window: Window, grain: Grain) -> Iterator[Impression]:
    tone = np.round((1 - picture[..., 0]) * 255).astype(np.uint8)
    size = (window.columns, window.rows)
    level = np.asarray(cv2.resize(tone, size, interpolation=cv2.INTER_LINEAR), np.uint8)
    yield from PROCESSES["toner"].impress(level, _COPIERS_BLACK, window, grain)


def _counterfeit(
    copy: PrintedCopy, workshop: Workshop, rng: np.random.Generator, machine: _Machine
) -> Altered:
    retyped = bool(rng.random() < _RETYPED)
    holder = workshop.another_holder(copy) if retyped else copy.holder
    faces: list[PrintedFace] = []
    alien: list[Coverage] = []
    for face in copy.faces:
        if retyped:
            picture, items, other = _retyped(copy, face, holder, workshop, machine, rng)
            alien.append(other)
        else:
            picture, items = _scan(face, face.sheet.visible, machine, rng), face.items
        faces.append(_reprint(face, picture, items, machine, rng))
    return _finished(copy, replace(copy, holder=holder, faces=tuple(faces)), machine, alien)


def _paper_for(copy: PrintedCopy, rng: np.random.Generator) -> Substrate:
    stocks = _STOCKS.get(copy.faces[0].face.substrate, (OFFICE_PAPER,))
    return stocks[int(rng.integers(len(stocks)))]


def _scan(face: PrintedFace, visible: Plane, machine: _Machine, rng: np.random.Generator) -> Plane:
    """Return a scan whose levels are set between the document's white and that of the paper to be printed on.

    By the first the paper is left blank, by the second the print comes out in the document's own shade.
    """
    share = rng.uniform(0.3, 1.0)
    own, new = SUBSTRATES[face.face.substrate].reflectance, machine.paper.reflectance
    red, green, blue = (float(a + share * (b - a)) for a, b in zip(own, new, strict=True))
    return scanned(visible, (red, green, blue), rng)


def _retyped(
    copy: PrintedCopy,
    face: PrintedFace,
    holder: Holder,
    workshop: Workshop,
    machine: _Machine,
    rng: np.random.Generator,
) -> tuple[Plane, tuple[Item, ...], Coverage]:
    """Return the scan of a face with its data removed and another's set, in a lettering at hand."""
    blank = replace(copy, model=without_fields(copy.model, face.face))
    empty = workshop.printed(blank, copy.holder).faces[0].sheet
    picture = _scan(face, empty.visible, machine, rng)
    lettering = _LETTERINGS[int(rng.integers(len(_LETTERINGS)))]
    items, alien = redrawn(copy.model, face.face, holder, picture, face.sheet.window, lettering)
    return picture, items, alien


def _reprint(
    face: PrintedFace, picture: Plane, items: tuple[Item, ...], machine: _Machine, rng: np.random.Generator
) -> PrintedFace:
    grain = Grain(drawn_seed(rng))
    sheet = reprinted(picture, face.sheet.window, machine.paper, machine.print_, grain)
    return replace(face, sheet=sheet, items=items, gloss=machine.paper.gloss)


def _finished(
    before: PrintedCopy, after: PrintedCopy, machine: _Machine, alien: Sequence[Coverage] = ()
) -> Altered:
    """Return the counterfeit with what gives it away on every face."""
    masks: list[tuple[Side, Mask]] = []
    cues: list[Cue] = []
    for old, new in zip(before.faces, after.faces, strict=True):
        masks.append((new.face.side, whole_face(new.face)))
        cues += _signs(old, new, machine)
    for face, lettering in zip(after.faces, alien, strict=False):
        other = np.where(lettering > 127, 255, 0).astype(np.uint8)
        cues += seen(face.face.side, "VIS", other, "font_differs")
    return Altered(after, Traces(tuple(masks), tuple(cues)))


def _signs(before: PrintedFace, after: PrintedFace, machine: _Machine) -> Iterator[Cue]:
    face = before.face
    side, whole = face.side, whole_face(face)
    yield from seen(side, "VIS", whole, *machine.signs)
    yield from seen(side, "VIS", zone_mask(face, "guilloche", "rainbow"), "lines_broken")
    yield from seen(side, "VIS", zone_mask(face, "microprint"), "microprint_blurred")
    yield from seen(side, "UV", whole, "uv_paper_bright")
    yield from seen(side, "UV", zone_mask(face, "uv_motif", "uv_overprint"), "uv_motif_missing")
    if SUBSTRATES[face.substrate].fibres:
        yield from seen(side, "UV", whole, "fibres_missing")
    yield from seen(side, "IR", zone_mask(face, "ir_split"), "ir_split_missing")
    yield from reprinted_portrait(before, after)
