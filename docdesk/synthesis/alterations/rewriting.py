"""How a forger writes new characters where old ones stood: a face, a size, a place, a process and an ink."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from docdesk.synthesis.alterations.characters import Character
from docdesk.synthesis.chance import Grain
from docdesk.synthesis.drawing import Drawing, bounds, moved, scaled, turned
from docdesk.synthesis.lettering.ocr_b import CAPITAL_MM, CENTRE_MM, ocr_b_line
from docdesk.synthesis.lettering.setting import set_line
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.printing.film import Film, Pass, printed_film
from docdesk.synthesis.processes.catalogue import PROCESSES
from docdesk.synthesis.processes.process import REACH_MM
from docdesk.synthesis.rasterising import PRINT_DPI, Window

_LIGHT: Final = ("sans", "grotesk", "geometric", "book", "serif", "technical")
_HEAVY: Final = (
    "sans_semibold",
    "grotesk_medium",
    "grotesk_bold",
    "geometric_semibold",
    "serif_semibold",
    "book_bold",
)
"""What a forger finds near enough to the issuer's lettering: of the same weight, at least."""

_OCR_B_AT_HAND: Final = 0.7
"""Share of forgers who have OCR-B for the MRZ: it is on every computer that prints bank forms."""

_TELLING_MM: Final = 0.08
"""A character that is farther off than this stands out beside its neighbours (half the 0.16 mm of a pixel at
160 dpi, about what an eye sees unaided)."""

_TELLING_DEGREES: Final = 0.8
"""And one that leans more: 0.03 mm over the height of a capital, but it is read beside upright stems."""

_TELLING_SIZE: Final = 0.03
"""And one that is larger or smaller by more than this share: 0.07 mm of a capital of 2.2 mm."""


@dataclass(frozen=True, slots=True)
class Hand:
    """One forger's way of writing.

    Attributes:
        process: name of a process; offset stands for solid ink from a stamp or a pen.
        ink: black, more or less, with carbon or without.
        face: name of a face of lettering for the printed zone.
        ocr_b: whether the MRZ is written in OCR-B, else in `face`.
        size: of characters against those of the issuer.
        shift: to the right and up, in mm.
        degrees: that characters lean.
    """

    process: str
    ink: Ink
    face: str
    ocr_b: bool
    size: float
    shift: tuple[float, float]
    degrees: float

    @property
    def misplaced(self) -> bool:
        """Whether place, angle or size give it away beside its neighbours."""
        off = max(abs(v) for v in self.shift)
        return off > _TELLING_MM or abs(self.degrees) > _TELLING_DEGREES or abs(self.size - 1) > _TELLING_SIZE


def hand_of(genuine: Character, rng: np.random.Generator, processes: tuple[str, ...]) -> Hand:
    """Return a way of writing that is not the issuer's; `processes` are those at hand."""
    others = [name for name in processes if name != genuine.field.process]
    heavy = genuine.field.face.endswith(("medium", "bold"))
    faces = [name for name in (_HEAVY if heavy else _LIGHT) if name != genuine.field.face]
    dark = 0.02 + 0.06 * float(rng.random())
    tinge = (1 + 0.25 * rng.standard_normal(3)).clip(0.6, 1.5) * dark
    red, green, blue = (float(v) for v in tinge)
    # Ink of a stamp or pen is of dye, and vanishes near 900 nm, as often as of carbon.
    infrared = 0.06 if rng.random() < 0.5 else 0.9
    return Hand(
        process=others[int(rng.integers(len(others)))],
        ink=Ink(((red, green, blue),), infrared, quenching=0.8),
        face=faces[int(rng.integers(len(faces)))],
        ocr_b=bool(rng.random() < _OCR_B_AT_HAND),
        size=float(1 + 0.035 * rng.standard_normal()),
        shift=(float(0.09 * rng.standard_normal()), float(0.09 * rng.standard_normal())),
        degrees=float(0.7 * rng.standard_normal()),
    )


def written(character: Character, hand: Hand) -> Drawing:
    """Return the new character in place of the old one, as a hand sets it."""
    if character.field.kind == "mrz":
        middle = (character.middle, character.baseline)
        if hand.ocr_b:
            plain = ocr_b_line(character.new, 0.0, character.baseline)
        else:
            base = character.baseline - CENTRE_MM
            plain = set_line(character.new, (0.0, base), CAPITAL_MM, hand.face)
    else:
        cap = character.field.cap_height
        middle = (character.middle, character.baseline + cap / 2)
        plain = set_line(character.new, (0.0, character.baseline), cap, hand.face)
    box = bounds(plain)
    assert box is not None, "a digit or letter leaves ink"
    there = moved(plain, character.middle - box[0] - box[2] / 2, 0.0)
    return moved(turned(scaled(there, hand.size, middle), hand.degrees, middle), *hand.shift)


def film_of(drawing: Drawing, hand: Hand, face: tuple[float, float], grain: Grain) -> Film:
    """Return the film of a drawing as a hand prints it."""
    box = bounds(drawing)
    assert box is not None, "a digit or letter leaves ink"
    window = Window.whole(face, PRINT_DPI).around(box, REACH_MM)
    return printed_film((Pass(drawing, hand.ink, PROCESSES[hand.process]),), window, grain)
