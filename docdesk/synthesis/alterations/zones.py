"""Masks of the zones of a face, by feature."""

from collections.abc import Iterable

import numpy as np

from docdesk.synthesis.alterations.alteration import Mask
from docdesk.synthesis.drawing import Box
from docdesk.synthesis.models.model import Face, FieldKind
from docdesk.synthesis.rasterising import SHEET_DPI, Window


def whole_face(face: Face) -> Mask:
    """Return a mask of all of a face."""
    return np.full(Window.whole(face.size, SHEET_DPI).shape, 255, np.uint8)


def zone_mask(face: Face, *features: str) -> Mask:
    """Return a mask of the zones that have one of these features; empty where a face has none."""
    return _boxes(face, (zone.box for zone in face.zones if zone.feature in features))


def fields_mask(face: Face, kind: FieldKind) -> Mask:
    """Return a mask of the boxes of fields of a kind; empty where a face has none."""
    return _boxes(face, (field.box for field in face.fields if field.kind == kind))


def _boxes(face: Face, boxes: Iterable[Box]) -> Mask:
    window = Window.whole(face.size, SHEET_DPI)
    mask = np.zeros(window.shape, np.uint8)
    for box in boxes:
        mask[window.around(box).slices_in(window)] = 255
    return mask
