"""What the walk asks of whatever decodes image files.

Files are hostile until decoded within limits; `engines.decoding` does that in other processes.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8] | NDArray[np.uint16]
"""Rows x columns (grey) or rows x columns x 3 (RGB); grey with over 8 bits is uint16, all else uint8."""

ResolutionKnown = Literal["file", "rendered"]
"""`file`: stated by the file; `rendered`: docdesk rendered the page of a PDF at this resolution."""

FileFormat = Literal["PNG", "JPEG", "TIFF", "BMP", "WEBP", "JPEG2000", "HEIC", "PDF"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One decoded picture of a file, upright by its EXIF orientation.

    `pixels` may live in memory that is released when the file is closed: copy what must outlive it.
    `turned` (0, 90, 180, 270) counts the degrees clockwise from the stored pixels; where `mirrored`, the
    stored pixels were flipped left to right before turning. `ppi` is pixels per inch, None where the file
    does not state one that makes sense.
    """

    number: int
    pixels: Pixels
    turned: int
    mirrored: bool
    ppi: float | None
    ppi_known: ResolutionKnown | None


class OpenFile(Protocol):
    """A file whose header has been read within limits."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file's bytes, in lower-case hex."""
        ...

    @property
    def format(self) -> FileFormat:
        """What the content is, whatever the name says."""
        ...

    @property
    def frames(self) -> int:
        """How many frames the file holds, at least 1."""
        ...

    def frame(self, number: int) -> Frame:
        """Decode the frame with this number, from 1.

        Raises:
            CaptureError: the frame cannot be decoded within the limits.
        """
        ...


class Decoder(Protocol):
    """Opens image files, and pictures that are in memory only."""

    def open(self, path: Path) -> AbstractContextManager[OpenFile]:
        """Open the file and read its header.

        Raises:
            CaptureError: the file cannot be read, is no picture, or breaks a limit. Its attribute
                `sha256` is the digest of the bytes where they could be read, else None.
        """
        ...

    def open_bytes(self, untrusted: bytes) -> AbstractContextManager[OpenFile]:
        """Open what is in memory and in no file, within the same limits.

        Raises:
            CaptureError: the bytes are no picture, or break a limit; its attribute `sha256` is their digest
                where they are not too many.
        """
        ...


Sniffer = Callable[[bytes], FileFormat | None]
"""Tells the format from a file's first 64 bytes or more, None where they belong to no picture."""
