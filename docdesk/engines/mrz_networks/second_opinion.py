"""A second opinion on characters in doubt: when it is asked for, and what is shown for it.

Another program is shown the characters one by one, without the fillers that are beyond doubt: in long runs of
them such programs lose count. What it says never changes a character or how sure the reader is of it, for
nobody knows how far it can be believed. It is told beside, for a person to weigh.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.acceptance import ZoneRead
from docdesk.engines.mrz_networks.calibration import Calibration
from docdesk.engines.mrz_networks.looking import SeenLine
from docdesk.engines.mrz_networks.recognising import COLUMN_PIXELS
from docdesk.engines.mrz_networks.straightening import PITCH, ROWS
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.mrz.alphabet import ALPHABET, FILLER

Floats = NDArray[np.float32]

_FILLER_AT: Final = ALPHABET.index(FILLER)


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line laid straight, its N characters cut out and put side by side.

    `cells` [rows, N * pitch] are grey values, 0 to 255, each character in the middle of its own `pitch`
    columns. `left_out` tells for each of them whether it needs no opinion.
    """

    cells: Floats
    left_out: tuple[bool, ...]


class SecondOpinion(Protocol):
    """Says what else reads in lines of which some characters are in doubt."""

    def lines_of(self, shown: Sequence[ShownLine]) -> tuple[str, ...] | None:
        """Return a character for each place of each line, None where no opinion is to be had.

        Where a place was left out or nothing clear is read in it, a blank stands.
        """
        ...


def with_opinion(
    reading: MrzReading, read: ZoneRead, calibration: Calibration, opinion: SecondOpinion | None
) -> MrzReading:
    """Return the reading with a second opinion, if a character is in doubt and an opinion is to be had."""
    if opinion is None or all(map(all, reading.certain)):
        return reading
    told = opinion.lines_of(
        [
            ShownLine(_cells(line), _sure_fillers(shares, calibration))
            for line, shares in zip(read.seen, read.shares, strict=True)
        ]
    )
    return reading if told is None else replace(reading, second_opinion=told)


def _sure_fillers(shares: NDArray[np.float64], calibration: Calibration) -> tuple[bool, ...]:
    return tuple((shares[:, _FILLER_AT] >= calibration.certain).tolist())


def _cells(line: SeenLine) -> Floats:
    """Return the characters of a line side by side, each moved to the middle of its cell."""
    step = line.grid.path.pitch * COLUMN_PIXELS / PITCH
    offsets = (np.arange(PITCH) - (PITCH - 1) / 2) * step
    columns = (line.centres[:, None] + offsets[None]).ravel()
    rows = np.arange(ROWS)[:, None] + np.repeat(line.cells.dy, PITCH)[None]
    across = np.broadcast_to(columns[None], rows.shape)
    taken = cv2.remap(
        line.strip.values,
        np.ascontiguousarray(across, np.float32),
        np.ascontiguousarray(rows, np.float32),
        cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(np.clip(taken, 0, 255), np.float32)
