"""The records of a reference: pages of each side under each light, and what its zones must show."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Box = tuple[float, float, float, float]
"""Left, bottom, width, height in mm, from the bottom-left corner of the side."""

Side = Literal["data", "front", "back"]
Light = Literal["VIS", "IR", "UV"]
Reaction = Literal["visible", "absorbs", "vanishes", "glows", "dull"]
"""What a zone shows: VIS `visible` or `vanishes`, IR `absorbs` or `vanishes`, UV `glows` or `dull`."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A place of a side and what a document of this kind shows there.

    Attributes:
        name: unique on its side.
        feature: word of the catalogue of features.
        box: in mm.
        expects: what it shows under each light.
        glow: colours under UV, as words: red, green, yellow, blue, white.
    """

    name: str
    feature: str
    box: Box
    expects: tuple[tuple[Light, Reaction], ...]
    glow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferencePicture:
    """A page laid flat under one light.

    Attributes:
        light: which.
        file: where it lies.
        sha256: of its bytes, as they were found.
        ppi: pixels to the inch; the page fills the picture.
    """

    light: Light
    file: Path
    sha256: str
    ppi: float


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """One side of a document of this kind, with a person who does not exist.

    Attributes:
        side: which.
        size: width and height in mm.
        corner_radius: in mm.
        pictures: one for each light.
        zones: what it must show, and where.
    """

    side: Side
    size: tuple[float, float]
    corner_radius: float
    pictures: tuple[ReferencePicture, ...]
    zones: tuple[Zone, ...]

    def picture(self, light: Light) -> ReferencePicture | None:
        """Return the page under a light, if there is one."""
        return next((picture for picture in self.pictures if picture.light == light), None)


@dataclass(frozen=True, slots=True)
class Reference:
    """All that is known of one kind of document.

    Attributes:
        name: of its folder.
        title: for people.
        state: code of the issuer.
        format: of the MRZ.
        document_code: first characters of the MRZ.
        fictitious: whether the issuer does not exist.
        pages: data page, or front and back.
        folder: where it was read.
    """

    name: str
    title: str
    state: str
    format: str
    document_code: str
    fictitious: bool
    pages: tuple[ReferencePage, ...]
    folder: Path = field(compare=False)
