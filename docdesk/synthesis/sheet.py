"""A sheet: what a face of a document, or a window of it, sends back under each light, in linear light."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.rasterising import Coverage, Window

_FULL = np.float32(1 / 255)


@dataclass(slots=True, eq=False)
class Sheet:
    """Planes of one window, changed in place as ink is laid; all float32.

    Attributes:
        window: where on the face the planes lie, and at which resolution.
        visible: rows x columns x 3, reflectance of white light, 0 to 1.
        infrared: rows x columns, reflectance near 900 nm, 0 to 1.
        glow: rows x columns x 3, emission under 365 nm; 1 saturates a usual exposure.
    """

    window: Window
    visible: Plane
    infrared: Plane
    glow: Plane

    def lay(self, coverage: Coverage, ink: Ink, strength: float = 1.0) -> None:
        """Lay ink where `coverage` (this window's shape) says; inks multiply as glazes do.

        Meant for what covers little, as fibres do; whole layers are printed as film.
        """
        found = cv2.findNonZero(coverage)
        if found is None or strength == 0:
            return
        columns, rows = found[:, 0, 0], found[:, 0, 1]
        cover = coverage[rows, columns] * (_FULL * np.float32(strength))
        if len(ink.colours) == 1:
            colour = np.array(ink.colours[0], np.float32)
        else:
            colour = run_of(ink, self.window, np.s_[:, :])[rows, columns]
        self.visible[rows, columns] *= 1 - cover[:, None] * (1 - colour)
        if ink.infrared:
            self.infrared[rows, columns] *= 1 - cover * np.float32(ink.infrared)
        if ink.quenching:
            self.glow[rows, columns] *= (1 - cover * np.float32(ink.quenching))[:, None]
        if any(ink.glow):
            self.glow[rows, columns] += cover[:, None] * np.array(ink.glow, np.float32)

    def cut(self, window: Window) -> "Sheet":
        """Return the part in a window that lies within this one; the planes are views of these."""
        part = window.slices_in(self.window)
        return Sheet(window, self.visible[part], self.infrared[part], self.glow[part])

    def copy(self) -> "Sheet":
        """Return a sheet of its own with the same planes."""
        return Sheet(self.window, self.visible.copy(), self.infrared.copy(), self.glow.copy())

    def resized(self, window: Window) -> "Sheet":
        """Return the sheet on a coarser grid, by averaging light; `window` is the same part of the face."""
        size = (window.columns, window.rows)
        planes = (
            np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.float32)
            for plane in (self.visible, self.infrared, self.glow)
        )
        return Sheet(window, *planes)


def run_of(ink: Ink, window: Window, part: tuple[slice, slice]) -> NDArray[np.float32]:
    """Return what an ink leaves of white light in a part of a window: one colour, or a run of several."""
    if len(ink.colours) == 1:
        return np.array(ink.colours[0], np.float32)
    angle = np.radians(ink.run_degrees)
    x, y = window.millimetres()
    along = np.cos(angle) * x[None, part[1]] + np.sin(angle) * y[part[0], None]
    corners = [
        np.cos(angle) * a + np.sin(angle) * b for a in (0, window.face[0]) for b in (0, window.face[1])
    ]
    share = (along - min(corners)) / (max(corners) - min(corners))
    stops = np.linspace(0, 1, len(ink.colours))
    table = np.column_stack([
        np.interp(np.linspace(0, 1, 1024), stops, [colour[i] for colour in ink.colours]) for i in range(3)
    ]).astype(np.float32)  # fmt: skip
    return np.asarray(table[np.clip(share * 1023, 0, 1023).astype(np.int16)], np.float32)
