"""A capture: one frame of an image file, one document side under one named light."""

from dataclasses import dataclass
from enum import StrEnum

from docdesk.foundation.messages import Message
from docdesk.inspection.captures.decoding import FileFormat, ResolutionKnown


class Light(StrEnum):
    """The light of a capture (the first three: BSI TR-03135-1, 4.1; ICAO Doc 9303-2, appendix B)."""

    VIS = "VIS"
    """White light, 400 to 700 nm, diffuse."""
    IR = "IR"
    """Infrared, 850 to 950 nm (B900)."""
    UV = "UV"
    """Ultraviolet at 365 nm, reflected."""
    UV254 = "UV254"
    """Ultraviolet at 254 nm."""
    UV313 = "UV313"
    """Ultraviolet at 313 nm."""
    OBL = "OBL"
    """White light from the side."""
    AX = "AX"
    """White light along the optical axis (coaxial)."""
    TRL = "TRL"
    """Transmitted light."""
    MAG = "MAG"
    """A macro picture of a part, 1000 ppi and more."""
    PHOTO = "PHOTO"
    """A hand-held photograph in whatever light there was."""


class Side(StrEnum):
    """Which side of the document a capture shows."""

    DATA = "data"
    FRONT = "front"
    BACK = "back"
    OTHER = "other"


class Known(StrEnum):
    """How a light or side is known."""

    NAMED = "named"
    """By the file's name."""
    STATED = "stated"
    """By a capture.toml beside the file."""
    ENTERED = "entered"
    """By a person who looked at it."""
    ASSUMED = "assumed"
    """By nothing: white light and the data page are taken for granted."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a frame shows: side and light, and how each is known."""

    side: Side = Side.DATA
    side_known: Known = Known.ASSUMED
    light: Light = Light.VIS
    light_known: Known = Known.ASSUMED


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file or frame is no capture: a code for programs, a message for people."""

    code: str
    message: Message


@dataclass(frozen=True, slots=True)
class Capture:
    """One frame of a file, untouched.

    `path` is what was given. `turned` counts the degrees clockwise from the stored pixels, EXIF orientation
    included; where `mirrored`, the stored pixels were flipped left to right first. `size_px` is width and
    height after turning. `ppi` is pixels per inch. A capture with an `error` has no picture.
    """

    path: str
    sha256: str | None
    format: FileFormat | None
    frame: int
    label: Label
    size_px: tuple[int, int] | None = None
    turned: int = 0
    mirrored: bool = False
    ppi: float | None = None
    ppi_known: ResolutionKnown | None = None
    error: Refusal | None = None
