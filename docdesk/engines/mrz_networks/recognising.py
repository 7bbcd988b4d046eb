"""From straightened strips to what the recogniser says of every column of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.sessions import Network
from docdesk.mrz.alphabet import ALPHABET

Floats = NDArray[np.float32]

CHARACTERS: Final = len(ALPHABET)
PITCH: Final = 5.0
"""The nominal pitch of a strip in columns: 20 pixels, four to the column, as the recogniser was trained."""
COLUMN_PIXELS: Final = 4
FIRST_COLUMN_PIXEL: Final = 1.5
"""Where column 0 is centred, in pixels of the strip."""
CAPITAL_ROWS: Final = 19.0
"""Height of a capital of nominal size, in rows of the strip."""
# Grey values are normalised and bounded as in training.
_SPREAD: Final = 4.0


@dataclass(frozen=True, slots=True)
class Columns:
    """What the recogniser says of one strip of T columns.

    `characters` [T, 37] and `blank` [T] are log-probabilities that sum to 1 over all 38: the column belongs
    to the middle of this character, or to the middle of none. `ocr_b` [T] is the logit that the print is
    OCR-B; `dy` [T] how many rows the middle of the character lies below row 15.5; `height` [T] the height of
    a capital, in rows.
    """

    characters: Floats
    blank: Floats
    ocr_b: Floats
    dy: Floats
    height: Floats

    def __len__(self) -> int:
        return len(self.blank)


def recognised(strips: Sequence[Floats], network: Network) -> tuple[Columns, ...]:
    """Return the columns of each strip [32, W], recognised in one batch."""
    if not strips:
        return ()
    widths = [strip.shape[1] // COLUMN_PIXELS for strip in strips]
    batch = np.zeros((len(strips), 1, strips[0].shape[0], max(widths) * COLUMN_PIXELS), np.float32)
    for row, strip, width in zip(batch, strips, widths, strict=True):
        row[0, :, : width * COLUMN_PIXELS] = _normalised(strip[:, : width * COLUMN_PIXELS])
    said = network.run(batch)
    return tuple(_columns(rows[:, :width].T) for rows, width in zip(said, widths, strict=True))


def _normalised(strip: Floats) -> Floats:
    spread = (strip - strip.mean()) / (strip.std() + 1.0)
    return np.asarray(np.clip(spread, -_SPREAD, _SPREAD), np.float32)


def _columns(said: Floats) -> Columns:
    """Split the channels of one strip, [T, 41]."""
    logits = said[:, : CHARACTERS + 1] - said[:, : CHARACTERS + 1].max(axis=1, keepdims=True)
    logs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    ocr_b, dy, size = said[:, CHARACTERS + 1 :].T
    return Columns(
        characters=np.asarray(logs[:, :CHARACTERS], np.float32),
        blank=np.asarray(logs[:, CHARACTERS], np.float32),
        ocr_b=np.asarray(ocr_b, np.float32),
        dy=np.asarray(dy, np.float32),
        height=np.asarray(CAPITAL_ROWS * np.exp(size), np.float32),
    )
