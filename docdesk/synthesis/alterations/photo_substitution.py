"""Another person's photo takes the place of the holder's: pasted over it, or printed in its place."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import cv2
import numpy as np

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.synthesis.alterations.alteration import Altered, Cue, Mask, Traces, Workshop
from docdesk.synthesis.alterations.cues import seen
from docdesk.synthesis.alterations.infrared import portraits_part
from docdesk.synthesis.alterations.likeness import likeness_film
from docdesk.synthesis.alterations.pasting import REACH_MM, paste, photo_for
from docdesk.synthesis.alterations.tampering import (
    GLOWING,
    SEEN,
    Flags,
    blend,
    differing,
    mask_of,
    ragged,
    roughen,
    shine,
    strongest,
)
from docdesk.synthesis.chance import Grain, drawn_seed
from docdesk.synthesis.drawing import Area, Box, rectangle
from docdesk.synthesis.materials.catalogue import SUBSTRATES
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.models.model import Field, Light, Side
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.printing.printed import PrintedCopy, PrintedFace
from docdesk.synthesis.rasterising import Window, rasterise
from docdesk.synthesis.sheet import Sheet
from docdesk.synthesis.surface import bare

_SEEN_PIXELS: Final = 500
"""Of a sheet: about a square mm of a motif must be gone before it is missed."""

_BESIDE_MM: Final = 0.8
"""How far on either side of a border the eye follows a line."""


def paste_photo(copy: PrintedCopy, workshop: Workshop, rng: np.random.Generator) -> Altered:
    """Glue another person's photo, cut out of photo paper, over the portrait."""
    face, field = _portrait(copy)
    person = workshop.another_holder(copy).portrait
    photo = photo_for(field, rng)
    window = face.sheet.window.around(photo.box, REACH_MM)
    before = face.sheet.cut(window).copy()
    part, share, glue = paste(face, field, person, photo, rng)
    place = _Place(face, part, before)
    lies = share > SEEN
    border = _border(share, window)
    cues = [
        *place.seen("VIS", border, "photo_edge", "photo_shadow", "guilloche_interrupted"),
        *(place.seen("VIS", border, "photo_geometry") if photo.askew or photo.border else ()),
        *place.seen("VIS", glue > 0.25, "glue_halo"),
        *place.seen("VIS", lies, "photo_process_differs"),
        *(place.seen("VIS", lies, "halftone_dots") if photo.process == "inkjet" else ()),
        *place.under_other_lights(lies, glue > 0.25),
        *_ghosts(copy),
    ]
    return _altered(copy, person, place, tuple(cues))


def blend_photo(copy: PrintedCopy, workshop: Workshop, rng: np.random.Generator) -> Altered:
    """Rub the portrait off and print another person's in its place by inkjet, with edges that run out."""
    face, field = _portrait(copy)
    person = workshop.another_holder(copy).portrait
    soft = float(rng.uniform(0.8, 2.2))
    window = face.sheet.window.around(field.box, 2.0)
    part = face.sheet.cut(window)
    before = part.copy()
    rubbed = _rub_off(face, part, field.box, soft, rng)
    process = "inkjet" if field.process != "inkjet" else "toner"
    grain = Grain(drawn_seed(rng))
    fade = max(soft, field.fade)
    likeness_film(face.face, field, person, field.box, process, fade, grain).lay_on(face.sheet)
    place = _Place(face, part, before)
    lies = rubbed > SEEN
    dots = "halftone_dots" if process == "inkjet" else "line_screen"
    cues = [
        *place.seen("VIS", _border(rubbed, window), "guilloche_interrupted"),
        *place.seen("VIS", lies, "photo_process_differs", dots, "paper_mottled"),
        *place.under_other_lights(lies, lies),
        *_ghosts(copy),
    ]
    return _altered(copy, person, place, tuple(cues))


class _Place:
    """The window of a face that was worked on, as it is and as it was."""

    def __init__(self, face: PrintedFace, part: Sheet, before: Sheet) -> None:
        self._face, self._part, self._before = face, part, before

    @property
    def side(self) -> Side:
        return self._face.face.side

    def touched(self) -> Mask:
        return self._mask(differing(self._part, self._before))

    def seen(self, light: Light, flags: Flags, *features: str) -> Iterator[Cue]:
        return seen(self.side, light, self._mask(flags), *features)

    def under_other_lights(self, lies: Flags, beside: Flags) -> Iterator[Cue]:
        """Yield what infrared and UV show: compared with what was there before."""
        was, now = self._before, self._part
        if portraits_part(was, now, lies):
            yield from self.seen("IR", lies, "ir_portrait_behaviour")
        change = now.glow - was.glow
        motif = lies & (strongest(was.glow) > GLOWING) & (strongest(np.abs(change)) > GLOWING / 2)
        if np.count_nonzero(motif) > _SEEN_PIXELS:
            yield from self.seen("UV", motif, "uv_motif_interrupted")
        brighter = (lies | beside) & (strongest(change) > GLOWING / 4)
        yield from self.seen("UV", brighter, "uv_glow_local")

    def _mask(self, flags: Flags) -> Mask:
        return mask_of(self._part.window, self._face.sheet.window, flags)


def _portrait(copy: PrintedCopy) -> tuple[PrintedFace, Field]:
    """Return the portrait's field, and the face that bears it.

    Raises:
        WrongUse: the document has none.
    """
    for face in copy.faces:
        for field in face.face.fields:
            if field.kind == "portrait":
                return face, field
    raise WrongUse(Message.of("synthesis.no_portrait_to_replace", model=copy.model.name))


def _altered(copy: PrintedCopy, person: Portrait, place: _Place, cues: tuple[Cue, ...]) -> Altered:
    shown = replace(copy, holder=replace(copy.holder, portrait=person))
    return Altered(shown, Traces(((place.side, place.touched()),), cues))


def _rub_off(face: PrintedFace, part: Sheet, box: Box, soft: float, rng: np.random.Generator) -> Plane:
    """Rub print off a sheet down to the substrate, in place; return how far, as a share."""
    window = part.window
    inner = rasterise((Area((rectangle(box, -0.55 * soft),)),), window)
    share = ragged(inner, window, soft, 0.07, rng)
    ground = bare(SUBSTRATES[face.face.substrate], window, Grain(drawn_seed(rng)))
    blend(part, ground, share * np.float32(rng.uniform(0.88, 0.97)))
    roughen(part, share, float(rng.uniform(0.012, 0.03)), rng)
    glow = float(rng.uniform(0.05, 0.13))
    shine(part, share, (0.5 * glow, 0.75 * glow, glow))
    return share


def _ghosts(copy: PrintedCopy) -> Iterator[Cue]:
    """Yield the second portraits, which still show the holder."""
    for face in copy.faces:
        ghosts = tuple(Area((rectangle(field.box),)) for field in face.face.fields if field.kind == "ghost")
        yield from seen(face.face.side, "VIS", rasterise(ghosts, face.sheet.window), "ghost_differs")


def _border(share: Plane, window: Window) -> Flags:
    """Return a band along the border of a share."""
    inside = np.where(share > 0.5, 255, 0).astype(np.uint8)
    size = 2 * round(_BESIDE_MM * window.per_mm) + 1
    near = cv2.blur(inside, (size, size))
    return np.asarray((near > 0) & (near < 255), np.bool_)
