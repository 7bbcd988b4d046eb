"""Filters over pictures, worked out beside the window, which shows what there is and hears of more."""

from collections.abc import Hashable
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from docdesk.foundation.progress import Cancellation
from docdesk.imaging.deep import DeepImage
from docdesk.imaging.showing import Cut, Sight
from docdesk.imaging.tiles import FilteredTiles, Pipeline, TileAt, base_tile, worked_out
from docdesk.ui.background import Background, Job

AT_ONCE = 4
"""Tiles worked out in one go: about a quarter of what a view shows, so that it fills in a few visible
steps."""

Worked = tuple[tuple[TileAt, NDArray[np.uint8]], ...]


class Tiling(QObject):
    """The filters in force for all views of a desk, and the filtered tiles that are ready.

    Filters that were just changed take over from those before as soon as there is something to show of them:
    while a slider is dragged the picture does not fall back to unfiltered.
    """

    ready = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._tiles = FilteredTiles()
        self._wanted: Pipeline | None = None
        self._in_use: WeakKeyDictionary[DeepImage, Hashable] = WeakKeyDictionary()
        self._job: Job | None = None

    @property
    def filters(self) -> Pipeline | None:
        """The filters that were last asked for."""
        return self._wanted

    def set_filters(self, filters: Pipeline | None) -> None:
        """Lay these filters over all pictures from now on."""
        self._wanted = filters
        self._stop()
        if filters is None:
            self._in_use.clear()
        self.ready.emit()

    def forget(self, image: DeepImage) -> None:
        """Give up what was worked out of a picture that is shown no more, and what is being worked out."""
        self._stop()
        self._tiles.forget(image)
        self._in_use.pop(image, None)

    def cut(self, image: DeepImage, seen: Sight) -> Cut | None:
        """Return where this sight's pixels come from, None for the picture as it is; have the rest made."""
        if self._wanted is None:
            return None
        wanted = self._wanted.key
        missing = self._tiles.missing(image, wanted, seen)
        if missing:
            self._work_out(missing, self._wanted)
        if self._tiles.has(base_tile(image, wanted)):
            self._in_use[image] = wanted
        used = self._in_use.get(image)
        if used is None or not self._tiles.has(base_tile(image, used)):
            return None
        return lambda level, box: self._tiles.cut(image, used, level, box)

    def _work_out(self, missing: tuple[TileAt, ...], filters: Pipeline) -> None:
        if self._job is not None:
            return
        # The base alone first: with it the whole view is filtered, if coarsely.
        base = base_tile(missing[0].image, filters.key)
        batch = missing[:1] if missing[0] == base else missing[:AT_ONCE]

        def work(cancellation: Cancellation) -> Worked:
            done = []
            for tile in batch:
                cancellation.check()
                done.append((tile, worked_out(tile, filters)))
            return tuple(done)

        self._job = self._background.run(work, done=self._keep, failed=self._give_up)

    def _keep(self, worked: Worked) -> None:
        self._job = None
        for tile, pixels in worked:
            self._tiles.keep(tile, pixels)
        self.ready.emit()

    def _give_up(self, error: Exception) -> None:
        """Show the picture as it is: filters that fail on one tile would fail on each repaint again."""
        self._job = None
        self._wanted = None
        self._in_use.clear()
        self.ready.emit()
        raise error

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
