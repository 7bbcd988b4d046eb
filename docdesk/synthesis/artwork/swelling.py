"""Lines that swell and taper, as a graver cuts them: columns x, y and width in one array."""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.artwork.curves import parallels, turn
from docdesk.synthesis.artwork.cutting import Inside, runs
from docdesk.synthesis.drawing import Area, Box, Curve, Drawing, Mark, Stroke

Swell = Curve
"""Points of a line, one (x, y, width) to a row."""

Tone = Callable[[Curve], NDArray[np.float64]]
"""Darkness wanted at points, 0 to 1."""

_PALEST = 0.06
"""Below this tone an engraver leaves the paper bare: the line would be thinner than ink can hold."""


def swollen(line: Swell) -> Mark:
    """Return the mark of a line: a stroke where its width is constant, else an area."""
    curve, widths = line[:, :2], line[:, 2]
    if np.ptp(widths) < 1e-6:
        return Stroke(curve, float(widths[0]))
    ahead = np.gradient(curve, axis=0)
    ahead = ahead / (np.hypot(*ahead.T)[:, None] + 1e-12)
    aside = np.column_stack((-ahead[:, 1], ahead[:, 0])) * (widths / 2)[:, None]
    return Area((np.vstack((curve + aside, (curve - aside)[::-1])),))


def tinted(lines: Iterable[Curve], spacing: float, tone: Tone) -> Iterator[Swell]:
    """Yield lines that lie so far apart, each as wide as the tone asks where it runs."""
    for line in lines:
        tones = np.clip(tone(line), 0, 1)
        dark = tones > _PALEST
        if not dark.any():
            continue
        edges = np.flatnonzero(np.diff(np.concatenate(([0], dark.astype(np.int8), [0]))))
        for begin, end in edges.reshape(-1, 2):
            if end - begin > 1:
                yield np.column_stack((line[begin:end], spacing * tones[begin:end]))


def hatching(box: Box, spacing: float, degrees: float, step: float, bend: float = 0.0) -> Iterator[Curve]:
    """Yield parallel lines across a box with points `step` apart, all bowed by `bend` over its diagonal."""
    middle = (box[0] + box[2] / 2, box[1] + box[3] / 2)
    along, across = parallels(box, spacing, degrees)
    reach = float(along[-1])
    at = np.linspace(-reach, reach, max(8, int(2 * reach / step)))
    bow = bend * reach * (1 - (at / max(reach, 1e-9)) ** 2)
    for rest in across:
        yield turn(np.column_stack((at, rest + bow)) + middle, degrees, middle)


def cut(lines: Iterable[Swell], inside: Inside) -> Iterator[Swell]:
    """Yield the parts of lines that lie inside a shape."""
    for line in lines:
        yield from (part for part in runs(line, inside) if len(part) > 1)


def inked(lines: Iterable[Swell]) -> Drawing:
    """Return lines as a drawing."""
    return tuple(swollen(line) for line in lines)
