"""A field of the finished picture is painted over in an image editor, and other characters typed on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.alterations.alteration import Altered, Cue, Edit, Traces, Workshop
from docdesk.synthesis.alterations.characters import Character, changed_items, changing
from docdesk.synthesis.alterations.contradictions import contradictions
from docdesk.synthesis.alterations.cues import seen
from docdesk.synthesis.alterations.revision import Where, drawn_entry, revise
from docdesk.synthesis.alterations.rewriting import hand_of, written
from docdesk.synthesis.alterations.tampering import INKED
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.drawing import Area, Box, Drawing, Mark, Stroke, bounds, curves_of, rectangle
from docdesk.synthesis.models.model import Light, Side
from docdesk.synthesis.printing.printed import PrintedCopy, PrintedFace
from docdesk.synthesis.rasterising import SHEET_DPI, Coverage, Window, rasterise

_MARGIN_MM: Final = 0.35
"""What is painted over reaches so far round the old characters."""

_SUBPIXEL_BITS: Final = 4
"""OpenCV takes the ends of lines in sixteenths of a pixel."""

_EMPTY: Final = 0.2
"""Darkest reflectance, but for a few pixels, of a place that a forger takes for empty: lines of a background
pass, print does not."""

_ABSORBS: Final = 0.45
"""Reflectance near 900 nm below which print is seen there."""

_DIMMED: Final = 0.5
"""Share of the glow beside it that print lets pass, at most, to be read under ultraviolet light."""

_WHERE: Final[Sequence[Where]] = ("printed", "printed", "both", "both", "mrz")


@dataclass(frozen=True, slots=True, eq=False)
class Retyped:
    """Characters typed over others, in mm of the face.

    Attributes:
        box: what is painted over.
        old, new: characters before and after.
        source: how far to the right and up the background is taken from; None where it is smeared over.
    """

    box: Box
    old: Drawing
    new: Drawing
    source: tuple[float, float] | None


@dataclass(frozen=True, slots=True, eq=False)
class Retyping:
    """The work of an image editor on one side.

    Attributes:
        places: in the order of work.
        soft: blur of the new characters in px; 0 for an editor's own smoothing.
        lighter: share by which they are lighter than the old ones, below 0 darker.
    """

    places: tuple[Retyped, ...]
    soft: float
    lighter: float

    def paint(self, shot: Shot) -> Shot:
        """Return the shot with the places painted over and typed on."""
        pixels = shot.pixels.copy()
        for place in self.places:
            self._retype(pixels, shot, place)
        return replace(shot, pixels=pixels)

    def _retype(self, pixels: NDArray[np.uint8], shot: Shot, place: Retyped) -> None:
        corners = np.array(shot.quad(place.box))
        part = _slices(corners, pixels.shape)
        if part is None:
            return
        corner = (part[1].start, part[0].start)
        size = (part[0].stop - part[0].start, part[1].stop - part[1].start)
        region = _drawn((Area((rectangle(place.box),)),), shot, corner, size)
        old = _drawn(place.old, shot, corner, size)
        colour = _ink_of(shot.pixels[part], old, region)
        ground = _smeared(pixels[part], old) if place.source is None else _beside(shot, place, part)
        chosen = region > 127
        pixels[part][chosen] = ground[chosen]
        new = _drawn(place.new, shot, corner, size).astype(np.float32) / 255
        if self.soft:
            new = np.asarray(cv2.GaussianBlur(new, (0, 0), self.soft), np.float32)
        share = new if pixels.ndim == 2 else new[..., None]
        under = pixels[part].astype(np.float32)
        ink = colour + self.lighter * (255 - colour)
        pixels[part] = np.clip(under + share * (ink - under) + 0.5, 0, 255).astype(np.uint8)


def retype(copy: PrintedCopy, workshop: Workshop, rng: np.random.Generator) -> Altered:
    """Type other characters over an entry of the picture, in white light alone or in infrared alike.

    The copy itself stays as it is, its items and holder say what the pictures show.
    """
    del workshop  # nothing is printed
    where = _WHERE[int(rng.integers(len(_WHERE)))]
    corrected = bool(rng.integers(2))
    entry = drawn_entry(copy.model, copy.holder, rng)
    revision = revise(copy.model, copy.holder, entry, where, rng, corrected=corrected)
    characters = changing(copy, revision)
    lights: tuple[Light, ...] = ("VIS",) if rng.random() < 0.6 else ("VIS", "IR")
    altered = changed_items(copy, revision)
    hand = replace(hand_of(characters[0], rng, ("offset",)), shift=_small(rng), degrees=0.0)
    soft, lighter = float(rng.uniform(0.0, 0.6)), float(rng.uniform(-0.06, 0.1))
    edits: list[Edit] = []
    masks = []
    cues: list[Cue] = []
    for face in copy.faces:
        here = [each for each in characters if each.side == face.face.side]
        if not here:
            continue
        cloned = bool(rng.random() < 0.65)
        places = tuple(_retyped(face, each, written(each, hand), rng, cloned=cloned) for each in here)
        edits.append(Edit(face.face.side, lights, Retyping(places, soft, lighter).paint))
        window = face.sheet.window
        mask = rasterise((Area((rectangle(place.box),)) for place in places), window)
        masks.append((face.face.side, np.where(mask > 0, 255, 0).astype(np.uint8)))
        alien = [place for place, each in zip(places, here, strict=True) if each.field.kind == "text"]
        cues += _cues(face, places, alien, lights)
    cues += contradictions(altered, revision, where, copy.holder)
    return Altered(altered, Traces(tuple(masks), tuple(cues)), tuple(edits))


def _small(rng: np.random.Generator) -> tuple[float, float]:
    """Return how far an editor's characters are off, in mm: a pixel or so."""
    right, up = 0.045 * rng.standard_normal(2)
    return float(right), float(up)


def _retyped(
    face: PrintedFace, character: Character, new: Drawing, rng: np.random.Generator, *, cloned: bool
) -> Retyped:
    box = bounds((*character.drawing, *new))
    assert box is not None, "characters leave ink"
    left, bottom, width, height = box
    # No farther than half way to the next character.
    side = min(_MARGIN_MM, _room(box, character.others) / 2)
    wide = (left - side, bottom - _MARGIN_MM, width + 2 * side, height + 2 * _MARGIN_MM)
    source = _cleanest(face, wide, rng) if cloned else None
    return Retyped(wide, character.drawing, new, source)


def _room(box: Box, others: Drawing) -> float:
    """Return how far the nearest other character stands from a box, sideways."""
    gaps = [_MARGIN_MM * 2]
    for mark in others:
        there = bounds((mark,))
        if there is not None:
            gap = max(there[0] - box[0] - box[2], box[0] - there[0] - there[2])
            gaps.append(max(0.1, gap))
    return min(gaps)


def _cleanest(face: PrintedFace, box: Box, rng: np.random.Generator) -> tuple[float, float] | None:
    """Return how far off a place lies that looks empty, to copy it from; None where there is none near."""
    window = face.sheet.window
    left, bottom, width, height = box
    found: list[tuple[float, tuple[float, float]]] = []
    for right in (0.0, -1.5, 1.5, -3.0, 3.0, -4.5, 4.5):
        for up in (0.0, -0.6, 0.6, -1.2, 1.2, -2.0, 2.0, -3.0, 3.0):
            moved = (left + right, bottom + up, width, height)
            there = window.around(moved)
            clear = abs(right) > width or abs(up) > height
            inside = min(moved[:2]) > 0.5 and moved[1] + height < window.face[1] - 0.5
            if clear and inside and there.columns and moved[0] + width < window.face[0] - 0.5:
                light = face.sheet.visible[there.slices_in(window)].min(axis=2)
                found.append((float(np.percentile(light, 3)), (right, up)))
    if not found:
        return None
    best = max(found)[0]
    near = [shift for light, shift in found if light > 0.9 * best and light > _EMPTY]
    return near[int(rng.integers(len(near)))] if near else None


def _cues(
    face: PrintedFace, places: Sequence[Retyped], alien: Sequence[Retyped], lights: Sequence[Light]
) -> Iterator[Cue]:
    side: Side = face.face.side
    window = Window.whole(face.face.size, SHEET_DPI)
    ground = rasterise((Area((rectangle(place.box),)) for place in places), window)
    new = rasterise((mark for place in places for mark in place.new), window)
    odd = rasterise((mark for place in alien for mark in place.new), window)
    for light in lights:
        yield from seen(side, light, ground, "background_smeared")
        yield from seen(side, light, new, "noise_differs")
        yield from seen(side, light, odd, "font_differs")
    old = rasterise((mark for place in places for mark in place.old), window)
    for light in _still_shown(face, old, ground):
        if light not in lights:
            yield from seen(side, light, old, "lights_differ")


def _still_shown(face: PrintedFace, old: Coverage, ground: Coverage) -> Iterator[Light]:
    """Yield the lights, but for white, under which the old characters can be read on a picture."""
    inked = old > INKED
    beside = (ground > 0) & (old == 0)
    if not inked.any() or not beside.any():
        return
    if face.sheet.infrared[inked].mean() < _ABSORBS:
        yield "IR"
    # Half of the pixels: a motif that crosses one of the characters neither hides nor shows the others.
    if np.median(face.sheet.glow[inked]) < _DIMMED * np.median(face.sheet.glow[beside]):
        yield "UV"


def _drawn(
    drawing: Sequence[Mark], shot: Shot, corner: tuple[int, int], size: tuple[int, int]
) -> NDArray[np.uint8]:
    """Return the coverage of a drawing in a part of a picture, smoothed as an editor does."""
    mask = np.zeros(size, np.uint8)
    for mark in drawing:
        curves = [
            np.round((shot.to_pixels(curve) - corner - 0.5) * (1 << _SUBPIXEL_BITS)).astype(np.int32)
            for curve in curves_of(mark)
        ]
        if isinstance(mark, Stroke):
            thick = max(1, round(mark.width * _scale(shot, mark.curve)))
            cv2.polylines(mask, curves, False, 255, thick, cv2.LINE_AA, _SUBPIXEL_BITS)  # noqa: FBT003 - OpenCV takes no name for it
        else:
            cv2.fillPoly(mask, curves, 255, cv2.LINE_AA, _SUBPIXEL_BITS)
    return mask


def _scale(shot: Shot, curve: NDArray[np.float64]) -> float:
    """Return px to the mm at a curve."""
    x, y = curve[0]
    square = shot.to_pixels(np.array([(x, y), (x + 1, y), (x, y + 1)]))
    return float(np.sqrt(abs(np.linalg.det(square[1:] - square[0]))))


def _slices(corners: NDArray[np.float64], shape: tuple[int, ...]) -> tuple[slice, slice] | None:
    """Return the part of a picture round corners; None where it lies outside."""
    left, top = np.maximum(np.floor(corners.min(axis=0)).astype(int) - 2, 0)
    right, bottom = np.minimum(np.ceil(corners.max(axis=0)).astype(int) + 2, (shape[1], shape[0]))
    return (slice(top, bottom), slice(left, right)) if top < bottom and left < right else None


def _ink_of(
    part: NDArray[np.uint8], old: NDArray[np.uint8], region: NDArray[np.uint8]
) -> NDArray[np.float32]:
    """Return the colour that an editor's pipette takes from the old characters: their darker half."""
    inked = part[old > INKED] if (old > INKED).any() else part[region > 127]
    if len(inked) == 0:
        return np.zeros(part.shape[2:], np.float32)
    dark = inked if inked.ndim == 1 else inked.sum(axis=1, dtype=np.int32)
    half = inked[dark <= np.median(dark)]
    return np.asarray(half.mean(axis=0), np.float32)


def _smeared(part: NDArray[np.uint8], old: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a part of a picture with the old characters filled from round about them."""
    size = 5
    wide = cv2.dilate(old, np.ones((size, size), np.uint8))
    hole = np.where(wide > 20, 255, 0).astype(np.uint8)
    return np.asarray(cv2.inpaint(np.ascontiguousarray(part), hole, 4, cv2.INPAINT_TELEA), np.uint8)


def _beside(shot: Shot, place: Retyped, part: tuple[slice, slice]) -> NDArray[np.uint8]:
    """Return what lies beside a part of a picture, as far off as the source says, in whole pixels."""
    assert place.source is not None
    left, bottom, width, height = place.box
    middle = np.array([(left + width / 2, bottom + height / 2)])
    off = np.round(shot.to_pixels(middle + place.source) - shot.to_pixels(middle))[0].astype(int)
    rows = np.clip(np.arange(part[0].start, part[0].stop) + off[1], 0, shot.pixels.shape[0] - 1)
    columns = np.clip(np.arange(part[1].start, part[1].stop) + off[0], 0, shot.pixels.shape[1] - 1)
    return np.asarray(shot.pixels[rows[:, None], columns[None]], np.uint8)
