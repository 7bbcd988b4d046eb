"""A reading follows its picture when that is turned."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from docdesk.foundation.geometry import Quad
from docdesk.imaging.turning import turned_points
from docdesk.inspection.readings.mrz_reading import MrzReading


def turned_to(reading: MrzReading, turn: int, size: tuple[int, int]) -> MrzReading:
    """Return the reading with its places on the frame turned by `turn` degrees instead of its own.

    The corners of a quadrilateral keep their order, which follows the text.

    Args:
        reading: any reading.
        turn: 0, 90, 180 or 270 degrees clockwise from the frame as it was decoded.
        size: width and height of the frame so turned.
    """
    further = (turn - reading.turned) % 360
    before = size if further % 180 == 0 else (size[1], size[0])

    def moved(quad: Quad) -> Quad:
        a, b, c, d = _pairs(turned_points(np.array(quad, np.float64), further, before).tolist())
        return (a, b, c, d)

    return replace(
        reading,
        turned=turn,
        quad=moved(reading.quad),
        characters=tuple(tuple(moved(quad) for quad in row) for row in reading.characters),
    )


def _pairs(points: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    return [(x, y) for x, y in points]
