"""The substrates by name.

Reflectances are those of a sheet against the white tile of a scanner (1.0); glow is set against office paper,
which saturates blue in a usual exposure under 365 nm. Where nothing else is said, values are general
knowledge of papers and cards, not measurements of ours.
"""

from collections.abc import Mapping
from types import MappingProxyType

from docdesk.synthesis.materials.substrates import Substrate

SECURITY_PAPER = Substrate(
    "security_paper",
    reflectance=(0.865, 0.855, 0.815),  # cotton without brighteners is a little yellow
    infrared=0.88,
    glow=(0.014, 0.015, 0.020),  # dull: no optical brighteners (Reg. (EC) 2252/2004, Annex)
    mottle=0.012,  # the cloud of a mould-made sheet, seen as formation
    mottle_mm=2.4,
    grain=0.016,
    fibres=3.0,
    gloss=0.05,
)
"""Paper of passport pages; also under a laminate."""

VISA_PAPER = Substrate(
    "visa_paper",
    reflectance=(0.875, 0.870, 0.845),  # coated face of a sticker: whiter and smoother than a page
    infrared=0.88,
    glow=(0.016, 0.017, 0.022),
    mottle=0.006,
    mottle_mm=1.6,
    grain=0.009,
    fibres=2.0,
    gloss=0.12,
)
"""Self-adhesive paper of visa stickers."""

POLYCARBONATE = Substrate(
    "polycarbonate",
    reflectance=(0.845, 0.850, 0.840),  # white core seen through clear overlay
    infrared=0.86,
    glow=(0.010, 0.012, 0.018),  # dull (facts/security_features.md section 2)
    mottle=0.003,
    mottle_mm=4.0,
    grain=0.004,
    gloss=0.55,
)
"""Card of fused layers, or the stiff data page of a passport."""

PVC = Substrate(
    "pvc",
    reflectance=(0.895, 0.895, 0.900),
    infrared=0.90,
    glow=(0.12, 0.17, 0.36),  # brighter than any document card, well below office paper
    mottle=0.003,
    mottle_mm=3.0,
    grain=0.003,
    gloss=0.65,
)
"""Blank card from any shop."""

OFFICE_PAPER = Substrate(
    "office_paper",
    reflectance=(0.870, 0.880, 0.925),  # brighteners add blue in daylight too
    infrared=0.86,
    glow=(0.34, 0.52, 0.97),  # luma near 190 of 255: the white patch of the UV check reads about 200
    mottle=0.014,  # short wood fibres: a cloudier sheet
    mottle_mm=3.2,
    grain=0.020,
    gloss=0.02,
)
"""Copier paper of 80 g."""

PHOTO_PAPER = Substrate(
    "photo_paper",
    reflectance=(0.900, 0.900, 0.915),
    infrared=0.89,
    glow=(0.20, 0.31, 0.64),  # brightened base under a coating that holds some UV back
    mottle=0.002,
    mottle_mm=2.0,
    grain=0.004,
    gloss=0.75,
)
"""Resin-coated paper: portraits of an inkjet or a minilab."""

SUBSTRATES: Mapping[str, Substrate] = MappingProxyType({
    each.name: each
    for each in (SECURITY_PAPER, VISA_PAPER, POLYCARBONATE, PVC, OFFICE_PAPER, PHOTO_PAPER)
})  # fmt: skip
"""Every substrate by its name."""


def substrate(name: str) -> Substrate:
    """Return the substrate of this name.

    Raises:
        KeyError: there is none.
    """
    return SUBSTRATES[name]
