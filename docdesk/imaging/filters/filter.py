"""What a display filter is: a frozen record of its parameters that can be laid over any part of a picture."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

Part = NDArray[np.uint8]
"""A part of a picture, or of a smaller copy of it: rows x columns (grey) or rows x columns x 3 (RGB)."""


@dataclass(frozen=True, slots=True)
class Number:
    """A parameter that is a number from `least` to `most`; `step` is what one press of a key changes.

    `unit` is what is written behind it ("px", "%"), `decimals` how many of its digits are shown.
    """

    name: str
    least: float
    most: float
    default: float
    step: float
    unit: str = ""
    decimals: int = 0

    def accepts(self, value: object) -> bool:
        """Return whether the parameter can have this value."""
        if not isinstance(value, int | float) or isinstance(value, bool):
            return False
        # A whole number of a thousand digits is no float, so the range is looked at first.
        return self.least <= value <= self.most and isfinite(value)


@dataclass(frozen=True, slots=True)
class Choice:
    """A parameter that is one of several words."""

    name: str
    choices: tuple[str, ...]
    default: str

    def accepts(self, value: object) -> bool:
        """Return whether the parameter can have this value."""
        return isinstance(value, str) and value in self.choices


@dataclass(frozen=True, slots=True)
class Switch:
    """A parameter that is on or off."""

    name: str
    default: bool

    def accepts(self, value: object) -> bool:
        """Return whether the parameter can have this value."""
        return isinstance(value, bool)


Parameter = Number | Choice | Switch


class Filter(ABC):
    """A display filter. What inherits is a frozen dataclass with one field for each of its `parameters`.

    A filter gives each pixel the same value whichever part it is asked for, if the part reaches `margin`
    pixels further than what is wanted or ends where the picture ends. So tiles show no seams.
    """

    __slots__ = ()

    name: ClassVar[str]
    parameters: ClassVar[tuple[Parameter, ...]]

    def __post_init__(self) -> None:
        for parameter in self.parameters:
            if not parameter.accepts(getattr(self, parameter.name)):
                raise ValueError(f"{self.name}.{parameter.name}: {getattr(self, parameter.name)!r:.50}")

    @property
    @abstractmethod
    def changes_nothing(self) -> bool:
        """Whether every picture stays as it is under these parameters."""

    @abstractmethod
    def apply(self, part: Part, scale: float) -> Part:
        """Return the part as the filter shows it: of the same shape; what was handed in is left alone.

        Args:
            part: a part of the picture, or of a smaller copy of it.
            scale: pixels of the part per pixel of the picture; 1 for the picture itself, less for a copy.
        """

    def margin(self, scale: float) -> int:
        """Return how many pixels beyond itself the part at this scale has to reach."""
        return 0

    def values(self) -> dict[str, Any]:
        """Return the value of each parameter by its name."""
        return {parameter.name: getattr(self, parameter.name) for parameter in self.parameters}

    def with_values(self, values: Mapping[str, Any]) -> Self:
        """Return the filter with other values of some parameters.

        Raises:
            ValueError: a parameter cannot have its value.
        """
        return type(self)(**{**self.values(), **values})


def rounded(values: NDArray[np.floating[Any]]) -> Part:
    """Return real values as 8-bit ones, what lies outside put to black or white."""
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)
