"""What is printed for one holder: text, MRZ, portraits, signature."""

import math
from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.mrz.geometry import GEOMETRY, PITCH_MM
from docdesk.synthesis.chance import Grain
from docdesk.synthesis.drawing import Drawing, bounds
from docdesk.synthesis.lettering.ocr_b import ocr_b_line
from docdesk.synthesis.lettering.setting import set_line
from docdesk.synthesis.lettering.signature import signature
from docdesk.synthesis.materials.light import Plane, decoded, luminance
from docdesk.synthesis.models.model import DocumentModel, Face, Field
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.people.portraits import Portrait, matte, pixels
from docdesk.synthesis.printing.film import Film, Pass, Stack, lay, printed_film
from docdesk.synthesis.printing.printed import Item
from docdesk.synthesis.processes.catalogue import PROCESSES
from docdesk.synthesis.processes.process import REACH_MM
from docdesk.synthesis.rasterising import PRINT_DPI, SHEET_DPI, Window

_HEAD = 128
"""Of a matte: what shows more of the person than of the background."""

_TONES = (2, 98)
"""Percentiles of a head that become the darkest and palest tone of its ghost, glints left out."""

_PALEST = 0.95
_FLAT = 0.1
"""The palest skin of a ghost still has ink; tones nearer each other than this are not spread farther."""


_MIDDLE = 0.45
"""Least middle tone of a head, as square root of its light: below, engraving and background close up into one
black."""

_MOST_LIFT = 0.55
"""Exponent of the strongest lift; beyond it skin would look like ash."""


def personal_films(
    model: DocumentModel, face: Face, holder: Holder, grain: Grain
) -> Iterator[tuple[Film, tuple[Item, ...]]]:
    """Yield what each field of a face prints, in order, and what then stands where."""
    for field in face.fields:
        if field.kind in ("portrait", "ghost"):
            yield (
                picture_film(model, face, field, holder.portrait, grain),
                (Item(field.name, field.kind, field.box),),
            )
        else:
            drawings = field_drawings(model, face, field, holder)
            if drawings:
                together = tuple(mark for drawing, _ in drawings for mark in drawing)
                yield drawing_film(model, face, field, together, grain), tuple(item for _, item in drawings)


def field_drawings(
    model: DocumentModel, face: Face, field: Field, holder: Holder
) -> tuple[tuple[Drawing, Item], ...]:
    """Return what a field of characters draws: one drawing and its item for each line of print."""
    if field.kind == "mrz":
        zone = GEOMETRY[model.format]
        left = zone.left[0]
        drawn = [
            (ocr_b_line(line, left, centre, PITCH_MM), line)
            for line, centre in zip(holder.mrz, zone.centres, strict=True)
        ]
    elif field.kind == "signature":
        text = holder.text("surname")
        drawn = [(signature(text, holder.signature_seed, field.box), text)]
    else:
        text = holder.text(field.name)
        drawn = [(text_drawing(field, text), text)]
    return tuple(
        (drawing, Item(field.name, field.kind, box, text))
        for drawing, text in drawn
        if (box := bounds(drawing)) is not None
    )


def text_drawing(field: Field, text: str) -> Drawing:
    """Return a text set into its field: on its baseline, aligned, narrowed where it is too long."""
    left, bottom, width, _ = field.box
    start = {"left": left, "centre": left + width / 2, "right": left + width}[field.align]
    return set_line(text, (start, bottom), field.cap_height, field.face, align=field.align, max_width=width)


def drawing_film(model: DocumentModel, face: Face, field: Field, drawing: Drawing, grain: Grain) -> Film:
    """Return the film of a drawing printed as a field prints."""
    box = bounds(drawing)
    window = Window.whole(face.size, PRINT_DPI).around(box or field.box, REACH_MM)
    one = Pass(drawing, model.ink(field.ink), PROCESSES[field.process], field.strength)
    return printed_film((one,), window, grain)


def picture_film(model: DocumentModel, face: Face, field: Field, portrait: Portrait, grain: Grain) -> Film:
    """Return the film of a portrait as a field prints it: in colour, or as a ghost in the field's ink."""
    window = Window.whole(face.size, PRINT_DPI).around(field.box)
    process = PROCESSES[field.process]
    picture = picture_in(field, portrait, window)
    if field.kind == "ghost":
        tone = np.clip((1 - luminance(picture)) * 255, 0, 255).astype(np.uint8)
        impressions = process.impress(tone, model.ink(field.ink), window, grain)
    else:
        impressions = process.reproduce(picture, window, grain)
    stack = Stack(window)
    lay(stack, impressions, window, field.strength)
    return stack.developed(window)


def picture_in(field: Field, portrait: Portrait, window: Window) -> Plane:
    """Return a portrait in a window as linear light: white outside its box and towards faded edges.

    The portrait keeps its proportions: what does not fit the box is cut off evenly. A ghost is the head
    alone.
    """
    small = window.at(SHEET_DPI)
    left, bottom, width, height = field.box
    columns, rows = round(width * small.per_mm), round(height * small.per_mm)
    light = decoded(_fitted(pixels(portrait), columns, rows))
    near = _nearness(rows, columns, field.fade * small.per_mm)
    head = _fitted(matte(portrait), columns, rows)
    if field.kind == "ghost":
        near = near * head / np.float32(255)
        light = _spread(light, head)
    else:
        light = _exposed(light, head)
    light = 1 - near[..., None] * (1 - light)
    whole = np.ones((*small.shape, 3), np.float32)
    across = max(0, round(left * small.per_mm) - small.column)
    down = max(0, round((small.face[1] - bottom - height) * small.per_mm) - small.row)
    target = whole[down : down + rows, across : across + columns]
    target[:] = light[: target.shape[0], : target.shape[1]]
    # The portraits have the sheet's resolution: nothing is lost by placing them at that one.
    size = (window.columns, window.rows)
    return np.clip(cv2.resize(whole, size, interpolation=cv2.INTER_LINEAR), 0, 1)


def _exposed(light: Plane, head: NDArray[np.uint8]) -> Plane:
    """Return a portrait exposed for its head: a dark face is lifted until its features print, white stays."""
    middle = float(np.median(np.sqrt(luminance(light))[head > _HEAD]))
    if middle >= _MIDDLE:
        return light
    return np.asarray(np.power(light, max(_MOST_LIFT, math.log(_MIDDLE) / math.log(middle))), np.float32)


def _spread(light: Plane, head: NDArray[np.uint8]) -> Plane:
    """Return a head in greys over the whole range: one ink has to show a dark face as well as a fair one."""
    tone = np.sqrt(luminance(light))
    low, high = np.percentile(tone[head > _HEAD], _TONES)
    grey = _PALEST * np.clip((tone - low) / max(high - low, _FLAT), 0, 1)
    return np.repeat(grey[..., None], 3, axis=2).astype(np.float32)


def _fitted(shown: NDArray[np.uint8], columns: int, rows: int) -> NDArray[np.uint8]:
    scale = max(columns / shown.shape[1], rows / shown.shape[0])
    size = max(columns, round(shown.shape[1] * scale)), max(rows, round(shown.shape[0] * scale))
    fitted = cv2.resize(shown, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    down, across = (fitted.shape[0] - rows) // 2, (fitted.shape[1] - columns) // 2
    return np.asarray(fitted[down : down + rows, across : across + columns], np.uint8)


def _nearness(rows: int, columns: int, edge: float) -> Plane:
    """Return 1 within a picture, falling smoothly to 0 at its border over `edge` pixels."""
    if edge == 0:
        return np.ones((rows, columns), np.float32)
    y, x = (np.minimum(np.arange(n), np.arange(n)[::-1]).astype(np.float32) for n in (rows, columns))
    near = np.clip(np.minimum(x[None, :], y[:, None]) / np.float32(edge), 0, 1)
    return np.asarray(near * near * (3 - 2 * near), np.float32)
