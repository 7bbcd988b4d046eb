"""The devices by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from docdesk.synthesis.capturing.flatbed import scan
from docdesk.synthesis.capturing.reader import read
from docdesk.synthesis.capturing.screen import recapture
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.capturing.telephone import photograph
from docdesk.synthesis.models.model import Light, Side
from docdesk.synthesis.printing.printed import PrintedCopy


@dataclass(frozen=True, slots=True)
class Device:
    """Something that makes pictures of documents.

    Attributes:
        name: of the device, also in its shots.
        lights: that it has.
        capture: makes a shot of a side of a copy under each of some lights; a light that the device does not
            have gives none. The same generator state gives the same pixels, and the shot under one light does
            not depend on which others are asked for.
    """

    name: str
    lights: tuple[Light, ...]
    capture: Callable[[PrintedCopy, Side, Sequence[Light], np.random.Generator], tuple[Shot, ...]]


DEVICES: Mapping[str, Device] = MappingProxyType({
    each.name: each
    for each in (
        Device("reader", ("VIS", "IR", "UV"), read),
        Device("flatbed", ("VIS",), scan),
        Device("telephone", ("VIS",), photograph),
        Device("screen", ("VIS",), recapture),
    )
})  # fmt: skip
