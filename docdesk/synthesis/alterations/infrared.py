"""Whether portraits part near 900 nm: dyes pass such light, carbon and char take it."""

from collections.abc import Iterator
from typing import Final

from docdesk.synthesis.alterations.alteration import Cue
from docdesk.synthesis.alterations.cues import seen
from docdesk.synthesis.alterations.tampering import Flags
from docdesk.synthesis.alterations.zones import fields_mask
from docdesk.synthesis.printing.printed import PrintedFace
from docdesk.synthesis.sheet import Sheet

_PARTED: Final = 0.06
"""Mean reflectances of portraits that differ by this near 900 nm are told apart: three times the spread from
face to face of one process (by our own portraits)."""


def portraits_part(before: Sheet, after: Sheet, there: Flags) -> bool:
    """Say whether two portraits, which lie at the same places of two sheets, differ in infrared."""
    return bool(abs(before.infrared[there].mean() - after.infrared[there].mean()) > _PARTED)


def reprinted_portrait(before: PrintedFace, after: PrintedFace) -> Iterator[Cue]:
    """Yield the cue of a face's portrait that was printed anew and then parts from the issuer's."""
    portrait = fields_mask(before.face, "portrait")
    there = portrait > 0
    if there.any() and portraits_part(before.sheet, after.sheet, there):
        yield from seen(before.face.side, "IR", portrait, "ir_portrait_behaviour")
