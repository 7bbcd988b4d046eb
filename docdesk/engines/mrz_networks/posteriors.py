"""What each character of a line may be, from the columns round its middle."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.calibration import Calibration
from docdesk.engines.mrz_networks.lattice import Path
from docdesk.engines.mrz_networks.recognising import CHARACTERS, Columns

Floats = NDArray[np.float64]

# Columns within 0.3 of a pitch, 1.5 columns, of the middle belong to a character: so it was trained.
_REACH: Final = 1.5


@dataclass(frozen=True, slots=True)
class Cells:
    """What the recogniser says of the characters of one line, N of them.

    `logs` [N, 37] is the logarithm of what each may be, `blank` [N] the probability that none is printed
    there; both as the network says, not calibrated. `dy` and `height` [N] are rows of the strip. `ocr_b` is
    the probability that the line is printed in OCR-B.
    """

    logs: Floats
    blank: Floats
    dy: Floats
    height: Floats
    ocr_b: float

    def __len__(self) -> int:
        return len(self.blank)


def cells_of(columns: Columns, path: Path) -> Cells:
    """Return what the columns round each centre say together."""
    at = np.floor(path.centres).astype(np.intp)[:, None] + np.arange(-1, 3)
    weights = np.maximum(_REACH - np.abs(at - path.centres[:, None]), 0.0)
    weights *= (at >= 0) & (at < len(columns))
    weights = np.where(weights.sum(axis=1, keepdims=True) > 0, weights, 1.0)
    weights /= weights.sum(axis=1, keepdims=True)
    at = np.clip(at, 0, len(columns) - 1)
    logs = (weights[:, :, None] * columns.characters[at]).sum(axis=1)
    blank = (weights * columns.blank[at]).sum(axis=1)
    printed = np.logaddexp.reduce(logs, axis=1)
    shares = 1 / (1 + np.exp(printed - blank))
    seen = float(
        ((weights * columns.ocr_b[at]).sum(axis=1) * (1 - shares)).sum() / max((1 - shares).sum(), 1.0)
    )
    return Cells(
        logs=np.asarray(logs - printed[:, None]),
        blank=np.asarray(shares),
        dy=np.asarray((weights * columns.dy[at]).sum(axis=1)),
        height=np.asarray((weights * columns.height[at]).sum(axis=1)),
        ocr_b=float(1 / (1 + np.exp(-seen))),
    )


def together(passes: Sequence[Cells]) -> Cells:
    """Return what several looks at the same characters say together.

    They are looks at one print and not independent, so their logarithms are averaged and not added. Place and
    size are those of the last look.
    """
    logs = np.mean([cells.logs for cells in passes], axis=0)
    return Cells(
        logs=np.asarray(logs - np.logaddexp.reduce(logs, axis=1)[:, None]),
        blank=np.asarray(np.mean([cells.blank for cells in passes], axis=0)),
        dy=passes[-1].dy,
        height=passes[-1].height,
        ocr_b=float(np.mean([cells.ocr_b for cells in passes])),
    )


def posteriors(cells: Cells, calibration: Calibration, pitch: float) -> Floats:
    """Return the probability of each character, [N, 37], by shape alone.

    What may be covered, and what the calibration keeps back, is spread over all characters.

    Args:
        cells: what the recogniser says.
        calibration: how far that can be believed.
        pitch: of the line in the picture, in its pixels.
    """
    band = calibration.band(pitch)
    logs = cells.logs / band.temperature
    shares = np.exp(logs - np.logaddexp.reduce(logs, axis=1)[:, None])
    flat = 1 - (1 - band.floor) * (1 - cells.blank[:, None])
    return np.asarray((1 - flat) * shares + flat / CHARACTERS)
