"""A portrait as a forger prints it: by a machine at hand, and grey where the issuer's is engraved in grey."""

from dataclasses import replace
from typing import Final

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.drawing import Box
from docdesk.synthesis.materials.light import Plane, luminance
from docdesk.synthesis.models.model import Face, Field
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.printing.film import Film, Stack, lay
from docdesk.synthesis.printing.personal import picture_in
from docdesk.synthesis.processes.catalogue import PROCESSES
from docdesk.synthesis.rasterising import PRINT_DPI, Window

_GREY: Final = ("laser_engraving", "intaglio", "letterpress")
"""Processes whose portraits have no colour."""


def likeness(field: Field, portrait: Portrait, window: Window) -> Plane:
    """Return a portrait in a window as linear light, rows x columns x 3, in the colours of the issuer's."""
    picture = picture_in(replace(field, kind="portrait"), portrait, window)
    if field.process in _GREY:
        picture[:] = luminance(picture)[..., None]
    return picture


def likeness_film(
    face: Face, field: Field, portrait: Portrait, box: Box, process: str, fade: float, grain: Grain
) -> Film:
    """Return the film of a portrait in place of a field's.

    Args:
        face: of the model.
        field: that it stands for.
        portrait: whose.
        box: that it fills, in mm.
        process: name of the process that prints it.
        fade: width in mm over which its edges run out.
        grain: of the print.
    """
    window = Window.whole(face.size, PRINT_DPI).around(box)
    picture = likeness(replace(field, box=box, fade=fade), portrait, window)
    stack = Stack(window)
    lay(stack, PROCESSES[process].reproduce(picture, window, grain), window)
    return stack.developed(window)
