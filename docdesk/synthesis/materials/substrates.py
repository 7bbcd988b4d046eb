"""Substrates: what lies under the ink."""

from dataclasses import dataclass

from docdesk.synthesis.materials.inks import NONE, Colour


@dataclass(frozen=True, slots=True)
class Substrate:
    """A bare sheet.

    Attributes:
        name: key of the catalogue.
        reflectance: of white light, linear.
        infrared: reflectance near 900 nm.
        glow: what its whole surface emits under 365 nm: nearly nothing, or the blue-white of brighteners.
        mottle: how uneven the sheet is to the eye, as a share of its reflectance (paper cloud, grain).
        mottle_mm: size of the unevenness.
        grain: how uneven it is from pixel to pixel (fibres, structure of the surface), as a share.
        fibres: security fibres to the square cm, visible and invisible together; 0 for none.
        gloss: how much of a light it throws back as glare, 0 matt to 1 laminate.
    """

    name: str
    reflectance: Colour
    infrared: float
    glow: Colour = NONE
    mottle: float = 0.0
    mottle_mm: float = 1.0
    grain: float = 0.0
    fibres: float = 0.0
    gloss: float = 0.0
