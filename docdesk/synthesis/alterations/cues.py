"""The words for what an examiner would see, and how fine a capture must be to show each.

A sign is seen where a picture has some pixels across it. The size of each sign in mm therefore gives the
least resolution: 25.4 x pixels / mm.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from docdesk.synthesis.alterations.alteration import Cue, Mask
from docdesk.synthesis.models.model import Light, Side

ACROSS: Final = 2.5
"""Pixels across a sign that is to be noticed: a trace above the two that sampling asks for."""

TO_READ: Final = 10.0
"""Pixels in the height of a character that is to be read by a person; machines want twice as many."""

LEAST_PPI: Final = 100
"""No capture for inspection is coarser; broad signs, such as a page that glows, ask for no more."""

_STEP_PPI: Final = 5
"""Resolutions are stated in steps of this: the sizes of signs are not known better."""

_LINE_MM: Final = 0.165
"""A line of a background with the room beside it. With `ACROSS` it gives the 385 ppi that ICAO asks for in
checks of print (facts of Doc 9303-2, appendix B)."""

_MICROPRINT_MM: Final = 0.254
"""Height of microprint's capitals, under 0.25 mm by Doc 9303-1; with `TO_READ` it gives 1000 ppi."""

_STROKE_MM: Final = 0.3
"""Width of the strokes of printed data and of the MRZ."""

_BROAD_MM: Final = 1.0
"""What is seen as a patch, not as a line."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A kind of sign.

    Attributes:
        name: word of the vocabulary, as the truth writes it.
        meaning: one line for people who read the truth.
        size_mm: of what must be seen.
        pixels: across it.
    """

    name: str
    meaning: str
    size_mm: float
    pixels: float = ACROSS

    @property
    def min_ppi(self) -> int:
        """Least resolution of a capture that shows it."""
        # A hair is taken off so that 385.0000001 is 385.
        exact = 25.4 * self.pixels / self.size_mm / _STEP_PPI - 1e-3
        return max(LEAST_PPI, _STEP_PPI * math.ceil(exact))


_ALL: Final = (
    Feature("photo_edge", "The cut edge of another piece of paper runs round the portrait.", 0.25),
    Feature("photo_shadow", "A thin shadow or bright line follows the portrait's edge: it lies on top.", 0.2),
    Feature("photo_geometry", "The portrait's size, angle or corners are not those of the model.", 0.3),
    Feature("photo_process_differs", "The portrait is printed otherwise than the model says.", 0.1),
    Feature("ghost_differs", "The small second portrait shows somebody else.", _BROAD_MM),
    Feature("guilloche_interrupted", "Lines of the background or overprint stop at a border.", _LINE_MM),
    Feature("guilloche_thinned", "Lines of the background are worn away or bleached in one place.", _LINE_MM),
    Feature("paper_mottled", "The surface is rough or uneven where something was scraped off.", _LINE_MM),
    Feature("solvent_stain", "A stain with a darker rim lies where a solvent dried.", _BROAD_MM),
    Feature("old_print_remains", "Traces of what was printed before show beneath the new print.", _STROKE_MM),
    Feature("glue_halo", "Glue has crept out from under an edge.", 0.5),
    Feature("uv_motif_interrupted", "A fluorescent motif stops at a border or has a hole.", 0.5),
    Feature("uv_glow_local", "One place glows where the sheet is dull.", _BROAD_MM),
    Feature("uv_paper_bright", "The whole sheet glows blue-white, as office paper does.", _BROAD_MM),
    Feature("uv_motif_missing", "The fluorescent motif of the model is not there.", _BROAD_MM),
    Feature("fibres_missing", "There are no security fibres.", _LINE_MM),
    Feature("ir_split_missing", "Two inks that part in infrared behave alike.", _BROAD_MM),
    Feature(
        "ir_portrait_behaviour", "The portrait reacts to infrared otherwise than the model's.", _BROAD_MM
    ),
    Feature("ir_ink_differs", "Characters react to infrared otherwise than those beside them.", _STROKE_MM),
    Feature("halftone_dots", "Areas and lines that should be solid are made of dots.", 0.1),
    Feature("line_screen", "Tones are made of a screen of parallel lines.", 0.18),
    Feature("toner_scatter", "Specks of toner lie between the lines.", 0.08),
    Feature("lines_broken", "Fine lines of the background are blurred or broken up.", _LINE_MM),
    Feature("microprint_blurred", "Microprint cannot be read.", _MICROPRINT_MM, TO_READ),
    Feature("colour_missing", "What should be in colour is grey.", _BROAD_MM),
    Feature("font_differs", "Characters have another shape than those beside them.", 0.2),
    Feature("baseline_differs", "Characters stand higher, lower or aslant beside their neighbours.", 0.2),
    Feature("check_digit_wrong", "A check digit of the MRZ does not fit its field.", 2.4, 2 * TO_READ),
    Feature("viz_mrz_differ", "Printed entry and MRZ say different things.", 2.0, 2 * TO_READ),
    Feature(
        "dates_disagree", "A date does not go with the other dates or the personal number.", 2.0, 2 * TO_READ
    ),
    Feature("background_smeared", "The background behind characters is smeared or repeated.", _LINE_MM),
    Feature("noise_differs", "Characters lack the picture's own noise or blur.", 0.2),
    Feature("lights_differ", "Characters are not the same under every light.", 2.0, 2 * TO_READ),
)

FEATURES: Final[Mapping[str, Feature]] = MappingProxyType({each.name: each for each in _ALL})
"""Every feature by its name."""


def seen(side: Side, light: Light, mask: Mask, *features: str) -> Iterator[Cue]:
    """Yield the cues that one place of a side shows under a light; none where the mask is empty."""
    if mask.any():
        for name in features:
            yield Cue(name, side, light, FEATURES[name].min_ppi, mask)
