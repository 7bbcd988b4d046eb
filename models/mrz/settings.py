"""What the generator may do: one record for training, one held out, which training never sees."""

from dataclasses import dataclass
from typing import Final, Literal

Mechanism = Literal["trained", "held_out"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Ranges of the generator; lengths are parts of the pitch, levels are of 255.

    `mechanism` chooses among ways of degrading: `trained` blurs by a bell curve and by straight motion, adds
    normal noise, compresses as JPEG; `held_out` blurs by a disk and by shaken motion, adds shot noise,
    smooths as telephones do, compresses as WebP, and sets other fonts. `valid` is the share of zones that say
    what Doc 9303 allows, with right check digits; networks learn from none, for they shall read shapes.
    """

    mechanism: Mechanism
    other_fonts: float
    pitch: tuple[float, float]
    blur: float
    noise: float
    contrast: tuple[float, float]
    spoilt: float
    valid: float


TRAINED: Final = Settings("trained", 0.22, (5.0, 44.0), 0.20, 14.0, (28.0, 235.0), 0.35, 0.0)

HELD_OUT: Final = Settings("held_out", 0.15, (6.0, 40.0), 0.15, 12.0, (40.0, 230.0), 0.25, 0.85)

HELD_OUT_OCR_B: Final = Settings("held_out", 0.0, (7.5, 40.0), 0.13, 10.0, (50.0, 230.0), 0.1, 0.85)
