"""What a desk shows: which pictures, alone, beside each other or two in one."""

from dataclasses import dataclass, replace
from enum import StrEnum

MOST_BESIDE = 9
"""Three by three views on a screen of 1366 x 768 are as small as a view can be and still show a document."""

BESIDE_AT_FIRST = 4
"""So many pictures stand beside each other before anybody chooses: the usual three lights and one more."""


class Mode(StrEnum):
    """How pictures are shown together."""

    SINGLE = "single"
    BESIDE = "beside"
    OVERLAY = "overlay"
    WIPE = "wipe"
    DIFFERENCE = "difference"


IN_ONE = frozenset({Mode.OVERLAY, Mode.WIPE, Mode.DIFFERENCE})
"""Modes that show two pictures in one view."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown, by the keys of pictures: `first` alone or with `second`, or all of `beside`.

    `picked` tells that a person or the page chose a picture; until then the first of the desk is shown.
    """

    mode: Mode = Mode.SINGLE
    first: str = ""
    second: str = ""
    beside: tuple[str, ...] = ()
    picked: bool = False

    @property
    def shown(self) -> tuple[str, ...]:
        """The pictures that are seen now."""
        if self.mode is Mode.BESIDE:
            return self.beside
        if self.mode in IN_ONE:
            return self.first, self.second
        return (self.first,) if self.first else ()

    def among(self, keys: tuple[str, ...]) -> "Choice":
        """Return the choice when these are the pictures that there are."""
        if not keys:
            return Choice(mode=Mode.BESIDE if self.mode is Mode.BESIDE else Mode.SINGLE)
        first = self.first if self.first in keys and self.picked else keys[0]
        others = tuple(key for key in keys if key != first)
        second = self.second if self.second in others else next(iter(others), "")
        beside = tuple(key for key in keys if key in self.beside)
        if not self.picked or len(beside) < 2:
            beside = keys[:BESIDE_AT_FIRST]
        mode = self.mode if second else Mode.SINGLE
        return replace(self, mode=mode, first=first, second=second, beside=beside)

    def to(self, mode: Mode) -> "Choice":
        """Return the choice in a mode; asked for the mode it is in, it goes back to one picture."""
        if mode is not Mode.SINGLE and (mode is self.mode or not self.second):
            return replace(self, mode=Mode.SINGLE)
        return replace(self, mode=mode)

    def pressed(self, key: str) -> "Choice":
        """Return the choice after the button of a picture: beside each other it shows or hides, else it
        shows."""
        if self.mode is not Mode.BESIDE:
            return self.showing(key)
        if key not in self.beside:
            return replace(self, beside=(*self.beside, key)[-MOST_BESIDE:], picked=True)
        rest = tuple(each for each in self.beside if each != key)
        return replace(self, beside=rest or self.beside, picked=True)

    def showing(self, key: str) -> "Choice":
        """Return the choice in which a picture is seen, and is the first one."""
        if self.mode is Mode.BESIDE:
            beside = self.beside if key in self.beside else (*self.beside, key)[-MOST_BESIDE:]
            return replace(self, beside=beside, picked=True)
        if key == self.first:
            return replace(self, picked=True)
        # The picture that was first until now is what the new one is compared with.
        second = self.first if self.mode is Mode.SINGLE or key == self.second else self.second
        return replace(self, first=key, second=second, picked=True)

    def together(self, keys: tuple[str, ...]) -> "Choice":
        """Return the choice in which these pictures, two or more, stand beside each other; the first of them
        is then compared with the second."""
        beside = keys[:MOST_BESIDE]
        return replace(self, mode=Mode.BESIDE, first=beside[0], second=beside[1], beside=beside, picked=True)

    def compared_with(self, key: str) -> "Choice":
        """Return the choice with another second picture; the first one for it swaps the two."""
        return self.swapped() if key == self.first else replace(self, second=key, picked=True)

    def swapped(self) -> "Choice":
        """Return the choice with the two pictures the other way round; blinking is doing so."""
        if not self.second:
            return self
        return replace(self, first=self.second, second=self.first, picked=True)
