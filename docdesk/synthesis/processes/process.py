"""What every process can do; one file of this room for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.rasterising import Coverage, Window

REACH_MM = 0.5
"""No process spreads ink farther than this: parts of a face are printed with this margin and cut."""


@dataclass(frozen=True, slots=True, eq=False)
class Impression:
    """One ink as it lies on the sheet: `coverage` has the shape of the window it was asked for."""

    coverage: Coverage
    ink: Ink


class Process(Protocol):
    """A way of printing, at `PRINT_DPI`."""

    @property
    def name(self) -> str:
        """Key of the catalogue."""
        ...

    def impress(self, coverage: Coverage, ink: Ink, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield what lands on the sheet where artwork of one ink is meant to lie.

        A process that has no such ink (inkjet, toner, dye-sublimation, engraving) prints the ink's colour
        with its own colourants.
        """
        ...

    def reproduce(self, picture: Plane, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield what lands on the sheet where a picture of continuous tone is meant to lie.

        `picture` is rows x columns x 3, linear reflectance wanted on white, 0 to 1; 1 is no ink. It has the
        window's shape, or half its rows and columns (that of a scan at `SHEET_DPI`).
        """
        ...
