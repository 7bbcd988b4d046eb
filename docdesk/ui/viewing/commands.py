"""What can be done at a desk, by button, key and command palette."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from docdesk.ui.actions import action
from docdesk.ui.look.icons import icon as drawn
from docdesk.ui.viewing.comparing import Mode
from docdesk.ui.viewing.gestures import PER_NOTCH
from docdesk.ui.viewing.lights import GROUPS
from docdesk.ui.viewing.view import View
from docdesk.wording.catalogue import Wording

LITTLE = 0.5
"""Degrees by which Ctrl+R turns: a document laid on a scanner by hand is off by one or two."""

MODE_KEYS = {
    Mode.SINGLE: (),
    Mode.BESIDE: ("B",),
    Mode.OVERLAY: ("O",),
    Mode.WIPE: ("W",),
    Mode.DIFFERENCE: ("D",),
}
"""The key of the mode that is on leads back to one picture."""

Run = Callable[[], object]


class Commanded(Protocol):
    """What the commands need of a desk."""

    def show_light(self, group: str) -> None:
        """Show the picture under this light, or the next one of several."""
        ...

    def to_mode(self, mode: Mode) -> None:
        """Show pictures in this way."""
        ...

    def blink(self) -> None:
        """Show the other one of two pictures."""
        ...

    def turn_wipe(self) -> None:
        """Wipe in the other direction."""
        ...

    def toggle_smooth(self) -> None:
        """Interpolate enlarged pixels, or not."""
        ...

    def toggle_free(self) -> None:
        """Let one picture move alone, or lock it again."""
        ...

    def align(self) -> None:
        """Begin to align two pictures by three points, or give up."""
        ...

    def unalign(self) -> None:
        """Lay all pictures as they lay before anybody moved them."""
        ...

    def active_view(self) -> View:
        """Return the view that has the keys."""
        ...


class Commands:
    """The actions of a desk. Space is the key of the `area` of the views alone: elsewhere it presses
    buttons."""

    def __init__(
        self, desk: QWidget, area: QWidget, does: Commanded, wording: Wording, *, side: Run, full_view: Run
    ) -> None:
        self._owner, self._wording = desk, wording
        self.lights = {
            group: self._made(f"show_{group}", self._lit(does, group), str(number))
            for number, group in enumerate(GROUPS, 1)
        }
        self.modes = {
            mode: self._made(mode.value, self._moded(does, mode), *keys, icon=mode.value, checkable=True)
            for mode, keys in MODE_KEYS.items()
        }
        self.blink = action(area, wording, "view.blink", does.blink, keys=("Space",), icon=drawn("blink"))
        self.turn_wipe = self._made("turn_wipe", does.turn_wipe, "Shift+W")
        view = does.active_view
        self.zoom_in = self._made("zoom_in", lambda: view().zoom_by(PER_NOTCH), "+", "=", icon="zoom_in")
        self.zoom_out = self._made("zoom_out", lambda: view().zoom_by(1 / PER_NOTCH), "-", icon="zoom_out")
        self.fit = self._made("fit", lambda: view().fit(), "0", icon="fit")
        self.one_to_one = self._made("one_to_one", lambda: view().one_to_one(), "9", icon="one_to_one")
        self.turn = self._made("turn", lambda: view().turn(90), "R", icon="rotate")
        self.turn_back = self._made("turn_back", lambda: view().turn(-90), "Shift+R")
        self.turn_little = self._made("turn_little", lambda: view().turn(LITTLE), "Ctrl+R")
        self.turn_little_back = self._made("turn_little_back", lambda: view().turn(-LITTLE), "Ctrl+Shift+R")
        self.smooth = self._made("smooth", does.toggle_smooth, "S", checkable=True)
        self.free = self._made("free", does.toggle_free, "L", icon="unlock", checkable=True)
        self.align = self._made("align", does.align, "T", icon="align", checkable=True)
        self.unalign = self._made("unalign", does.unalign, "Shift+T")
        self.side = self._made("side", side, "P", icon="filter", checkable=True)
        self.full_view = self._made("full_view", full_view, "F", icon="full_view")

    @property
    def need_two(self) -> tuple[QAction, ...]:
        """What can only be done with two pictures."""
        modes = (self.modes[mode] for mode in Mode if mode is not Mode.SINGLE)
        return (*modes, self.blink, self.align, self.unalign)

    @property
    def need_one(self) -> tuple[QAction, ...]:
        """What can only be done with a picture."""
        zooms = (self.zoom_in, self.zoom_out, self.fit, self.one_to_one)
        turns = (self.turn, self.turn_back, self.turn_little, self.turn_little_back)
        return (self.modes[Mode.SINGLE], *zooms, *turns, self.smooth, self.full_view)

    def _made(
        self, name: str, run: Run, *keys: str, icon: str | None = None, checkable: bool = False
    ) -> QAction:
        return action(
            self._owner,
            self._wording,
            f"view.{name}",
            run,
            keys=keys,
            icon=None if icon is None else drawn(icon),
            checkable=checkable,
            everywhere=True,
        )

    @staticmethod
    def _lit(does: Commanded, group: str) -> Run:
        return lambda: does.show_light(group)

    @staticmethod
    def _moded(does: Commanded, mode: Mode) -> Run:
        return lambda: does.to_mode(mode)
