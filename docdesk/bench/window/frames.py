"""Frame times: a real desk of real views is moved as a hand moves it, and every repaint is timed."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import cos, pi, sin
from statistics import median

from PySide6.QtCore import QObject, QTimer, Slot

from docdesk.bench.window.big_pictures import big_picture
from docdesk.imaging.deep import deepened
from docdesk.ui.viewing.comparing import Mode
from docdesk.ui.viewing.desk import ViewingDesk
from docdesk.ui.viewing.picture import Picture, Scale

MODES = (Mode.SINGLE, Mode.BESIDE, Mode.OVERLAY, Mode.WIPE, Mode.DIFFERENCE)

PX_PER_MM = 40.0
"""Of a scan at about 1,000 ppi, so that everything that is told in mm is worked out too."""


@dataclass(frozen=True, slots=True)
class FrameTimes:
    """How long repainting took in one way of seeing two pictures, in ms; CPU seconds of the whole process."""

    mode: str
    frames: int
    median_ms: float
    p95_ms: float
    worst_ms: float
    cpu_seconds: float


def two_pictures(megapixels: float) -> tuple[Picture, Picture]:
    """Return two pictures of one document under two lights."""
    scale = Scale(PX_PER_MM, "scale.file")
    first, second = (
        Picture(f"bench/{number}", light, deepened(big_picture(megapixels, number)), scale, light)
        for number, light in enumerate(("VIS", "UV"))
    )
    return first, second


class Moving(QObject):
    """Moves a desk step by step from the event loop, so that a watchdog sees each step as an event."""

    def __init__(
        self,
        desk: ViewingDesk,
        steps: int,
        cpu_seconds: Callable[[], float],
        finished: Callable[[tuple[FrameTimes, ...]], None],
        step_began: Callable[[str], None],
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._steps = steps
        self._cpu_seconds = cpu_seconds
        self._finished = finished
        self._step_began = step_began
        self._times: list[FrameTimes] = []
        self._way = self._all_modes()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin."""
        self._timer.start(0)

    @Slot()
    def _next(self) -> None:
        if next(self._way, None) is None:
            self._timer.stop()
            self._finished(tuple(self._times))

    def _all_modes(self) -> Iterator[bool]:
        for mode in MODES:
            self._step_began(f"moving, {mode.value}")
            self._desk.to_mode(mode)
            yield True
            began, taken = self._cpu_seconds(), []
            for step in range(self._steps):
                since = time.perf_counter()
                self._move(step)
                for view in self._desk.views():
                    view.repaint()
                taken.append((time.perf_counter() - since) * 1000)
                yield True
            self._times.append(times_of(mode.value, taken, self._cpu_seconds() - began))

    def _move(self, step: int) -> None:
        """Move as a hand does: into the picture, about in it, turned a little, and out again."""
        view = self._desk.views()[0]
        share = step / self._steps
        if step == 0:
            view.fit()
        elif share < 0.3 or share >= 0.9:
            view.zoom_by(1.12 if share < 0.3 else 1 / 1.2, (view.width() * 0.4, view.height() * 0.6))
        elif share < 0.7:
            view.pan((24 * cos(share * 8 * pi), 24 * sin(share * 8 * pi)))
        else:
            view.turn(0.5)


def times_of(mode: str, taken_ms: list[float], cpu_seconds: float) -> FrameTimes:
    """Return the figures of some frames."""
    ordered = sorted(taken_ms)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return FrameTimes(
        mode=mode,
        frames=len(ordered),
        median_ms=round(median(ordered), 2),
        p95_ms=round(p95, 2),
        worst_ms=round(ordered[-1], 2),
        cpu_seconds=round(cpu_seconds, 2),
    )
