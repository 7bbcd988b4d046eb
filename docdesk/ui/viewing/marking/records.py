"""Markings: what a person drew on a picture. Points are in px of the picture; nothing here knows Qt."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from docdesk.foundation.geometry import Point, Polygon

Shape = Literal["rectangle", "polygon", "outline"]


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow: its tail, then its tip."""

    kind: ClassVar[str] = "arrow"

    key: str
    points: tuple[Point, Point]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A number at a place; numbers count up within a picture and are not given again."""

    kind: ClassVar[str] = "label"

    key: str
    points: tuple[Point]
    number: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the picture: at least three corners in order, not closed.

    A rectangle has four, and stays a parallelogram when one is moved; an outline was drawn freehand.
    """

    kind: ClassVar[str] = "region"

    key: str
    points: Polygon
    shape: Shape = "polygon"
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ruler:
    """A length: its two ends."""

    kind: ClassVar[str] = "ruler"

    key: str
    points: tuple[Point, Point]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Angle:
    """An angle: the end of one side, the corner, the end of the other side."""

    kind: ClassVar[str] = "angle"

    key: str
    points: tuple[Point, Point, Point]
    text: str = ""


Marking = Arrow | Label | Region | Ruler | Angle
Markings = tuple[Marking, ...]
"""The markings of one picture, in the order in which they were drawn; the last lies on top."""
