"""Inks: what a layer shows in white light, near 900 nm and under 365 nm."""

from dataclasses import dataclass

Colour = tuple[float, float, float]
"""Red, green, blue: linear reflectance or emission, 0 to 1."""

NONE: Colour = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Ink:
    """An ink at full coverage on white.

    Attributes:
        colours: what is left of white light, linear; several run into one another (rainbow printing).
        infrared: share of light near 900 nm that it absorbs, 0 (vanishes) to 1 (black).
        glow: what it emits under 365 nm, linear, 1 being what saturates a usual exposure.
        quenching: share of the glow beneath it that it keeps back.
        run_degrees: direction of the run of a rainbow, 0 from left to right, 90 from the bottom up.
    """

    colours: tuple[Colour, ...]
    infrared: float
    glow: Colour = NONE
    quenching: float = 0.0
    run_degrees: float = 0.0


def linear(code: str) -> Colour:
    """Return a colour written as six hexadecimal digits of sRGB, with or without #, as linear light.

    Raises:
        ValueError: it is not written so.
    """
    digits = code.removeprefix("#")
    if len(digits) != 6:
        raise ValueError(code)
    encoded = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in encoded)
    return red, green, blue
