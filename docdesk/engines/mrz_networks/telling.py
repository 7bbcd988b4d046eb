"""A zone that was read, as the record that the walks know: characters, what else each may be, and where."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.acceptance import ZoneRead
from docdesk.engines.mrz_networks.calibration import Calibration
from docdesk.engines.mrz_networks.looking import SeenLine
from docdesk.engines.mrz_networks.priors import TIE, log_odds, priors_of, text_of, weighed
from docdesk.engines.mrz_networks.proposing import proposed
from docdesk.engines.mrz_networks.recognising import COLUMN_PIXELS
from docdesk.engines.mrz_networks.whole import has_margin, is_whole
from docdesk.foundation.geometry import Quad
from docdesk.imaging.turning import turned_points
from docdesk.inspection.readings.mrz_reading import Alternative, Alternatives, MrzReading
from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.formats import nearest

Floats = NDArray[np.float64]

# What is less probable is not told: a hundred such characters change no answer of 1 in 1,000.
_LEAST_TOLD: Final = 1e-6
# The highest confidence in a reading that may be cut off or out of step: well below what is certain. The rest
# goes to all characters alike, since behind a shift any of them may stand in any place: shapes that exclude
# each other, as M and all digits do, must not make a wrong check digit of it.
_IN_PART: Final = 0.5
_ANY: Final = (1 - _IN_PART) / (len(ALPHABET) - 1)


def reading_of(read: ZoneRead, calibration: Calibration, size: tuple[int, int]) -> MrzReading:
    """Return the record of a zone.

    Args:
        read: the zone.
        calibration: from what confidence on the reader stands by a character.
        size: width and height of the frame.
    """
    raw = tuple(text_of(row) for row in read.shares)
    shares = ties_broken(read.shares)
    lines = tuple(text_of(row) for row in shares)
    clear = tuple(tuple((row.max(axis=1) >= calibration.certain).tolist()) for row in shares)
    doubts = [line.grid.length_doubt for line in read.seen]
    certain, spread = clear, 0.0
    if not is_whole(lines, clear, doubts) or not has_margin(read.middles(), size):
        certain, spread = tuple(tuple(False for _ in row) for row in clear), _ANY
        shares = tuple(_ANY + (_IN_PART - _ANY) * row for row in shares)
    turned = read.zone.turned()
    quads = tuple(_turned(_quads(line), turned, size) for line in read.seen)
    return MrzReading(
        format=nearest(lines).name,
        lines=lines,
        proposed=proposed(lines, read.shares, certain),
        confidence=tuple(tuple(row.max(axis=1).tolist()) for row in shares),
        certain=certain,
        turned=turned,
        quad=(quads[0][0][0], quads[0][-1][1], quads[-1][-1][2], quads[-1][0][3]),
        characters=quads,
        raw=raw,
        alternatives=tuple(_alternatives(row, spread) for row in shares),
        ocr_b=tuple(line.cells.ocr_b for line in read.seen),
    )


def ties_broken(shares: Sequence[Floats]) -> tuple[Floats, ...]:
    """Return for each line what its characters may be, [N, 37], after their places broke ties of shape."""
    raw = tuple(text_of(row) for row in shares)
    tables = log_odds(priors_of(raw, nearest(raw)), [len(row) for row in raw], TIE)
    return tuple(weighed(*pair) for pair in zip(shares, tables, strict=True))


def _alternatives(cells: Floats, spread: float) -> tuple[Alternatives, ...]:
    """Return what else each character of a line may be, as far as likelier than all others are."""
    order = cells.argsort(axis=1)[:, ::-1]
    shares = np.take_along_axis(cells, order, axis=1)
    told = (shares[:, 1:] >= spread + _LEAST_TOLD).sum(axis=1).tolist()
    return tuple(
        tuple(
            Alternative(ALPHABET[at], share)
            for at, share in zip(which[1 : count + 1], row[1 : count + 1], strict=True)
        )
        for which, row, count in zip(order.tolist(), shares.tolist(), told, strict=True)
    )


def _quads(line: SeenLine) -> tuple[Quad, ...]:
    """Return the corners of a line's characters; heights are the line's own, for one alone is a guess."""
    cells = line.cells
    height = np.full(len(cells), float(np.median(cells.height)))
    width = np.full(len(cells), line.grid.path.pitch * COLUMN_PIXELS)
    return line.strip.quads(line.centres, cells.dy, width, height)


def _turned(quads: Sequence[Quad], degrees: int, size: tuple[int, int]) -> tuple[Quad, ...]:
    points = turned_points(np.array(quads, np.float64), degrees, size)
    return tuple(
        ((ax, ay), (bx, by), (cx, cy), (dx, dy)) for (ax, ay), (bx, by), (cx, cy), (dx, dy) in points.tolist()
    )
