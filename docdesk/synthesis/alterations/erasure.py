"""How old print is taken off: scraped with a blade or rubber, or washed off with a solvent."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from docdesk.synthesis.alterations.tampering import (
    blend,
    grown,
    ragged,
    rim,
    roughen,
    shine,
    tint,
)
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.rasterising import Coverage
from docdesk.synthesis.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Erasure:
    """One way of taking print off.

    Attributes:
        way: with a blade, or with a solvent.
        margin_mm: how far round the characters it reaches.
        remains: share of the old print that is left.
        thinning: share of the background's print that goes with it.
        roughness: of the surface afterwards.
        stain: how strongly the place is coloured.
        glow: what it adds under UV where it is strongest; below 0 it dulls.
    """

    way: Literal["scraped", "washed"]
    margin_mm: float
    remains: float
    thinning: float
    roughness: float
    stain: float
    glow: float

    @property
    def left(self) -> float:
        """Share of the old print that is to be seen in the end: what thins the background thins it too."""
        return self.remains * (1 - self.thinning)


def erasure(rng: np.random.Generator) -> Erasure:
    """Return a way of erasing, more or less careful."""
    if rng.random() < 0.6:
        return Erasure(
            "scraped",
            margin_mm=float(rng.uniform(0.15, 0.5)),
            remains=float(rng.uniform(0.0, 0.07)),
            thinning=float(rng.uniform(0.35, 0.85)),
            roughness=float(rng.uniform(0.025, 0.06)),
            stain=0.0,
            glow=float(rng.uniform(0.05, 0.16)),
        )
    return Erasure(
        "washed",
        margin_mm=float(rng.uniform(0.5, 1.2)),
        remains=float(rng.uniform(0.02, 0.1)),
        thinning=float(rng.uniform(0.25, 0.6)),
        roughness=float(rng.uniform(0.0, 0.012)),
        stain=float(rng.uniform(0.25, 0.8)),
        glow=float(rng.uniform(0.07, 0.22)),
    )


def erase(
    sheet: Sheet,
    blank: Sheet,
    bare: Sheet,
    old: Coverage,
    others: Coverage,
    how: Erasure,
    rng: np.random.Generator,
) -> tuple[Plane, Plane]:
    """Erase print from a window of a sheet, in place.

    Args:
        sheet: of the copy.
        blank: the same window without the entry.
        bare: the same window of the substrate alone.
        old: what is to go.
        others: print beside it, which is spared.
        how: the way.
        rng: draws edges and unevenness.

    Returns:
        Where the surface was worked on, and where the place glows: shares, 0 to 1.
    """
    window = sheet.window
    share = ragged(grown(old, window, how.margin_mm), window, 0.25, 0.3, rng)
    share *= 1 - grown(others, window, 0.06).astype(np.float32) / 255
    # A stroke is followed closely however ragged the rubbing about it.
    gone = np.maximum(share, np.minimum(grown(old, window, 0.06), 255 - others).astype(np.float32) / 255)
    blend(sheet, blank, gone * np.float32(1 - how.remains))
    blend(sheet, bare, share * np.float32(how.thinning))
    if how.roughness:
        roughen(sheet, share, how.roughness, rng)
    if how.way == "scraped":
        shine(sheet, share, (0.55 * how.glow, 0.75 * how.glow, how.glow))
        return gone, share
    return gone, _washed(sheet, share, old, how, rng)


def _washed(sheet: Sheet, share: Plane, old: Coverage, how: Erasure, rng: np.random.Generator) -> Plane:
    """Stain what the solvent wetted: more than was meant, with a rim where it dried."""
    window = sheet.window
    wet = ragged(grown(old, window, 1.7 * how.margin_mm), window, 0.5, 0.25, rng)
    wet = np.maximum(wet, share)
    tint(sheet, wet * np.float32(how.stain), (0.965, 0.945, 0.885))
    tint(sheet, rim(wet, window, 0.25) * wet * np.float32(how.stain), (0.95, 0.925, 0.86), 0.985)
    # Dissolved vehicle and brightener gather where it dried; yellowish, unlike paper.
    gathered = np.clip(0.6 * wet + 0.8 * rim(wet, window, 0.3) * wet, 0, 1)
    shine(sheet, gathered, (0.75 * how.glow, 0.9 * how.glow, 0.55 * how.glow))
    return wet
