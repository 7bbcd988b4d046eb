"""The processes by name."""

from collections.abc import Mapping
from types import MappingProxyType

from docdesk.synthesis.processes.dye_sublimation import DyeSublimation
from docdesk.synthesis.processes.inkjet import Inkjet
from docdesk.synthesis.processes.intaglio import Intaglio
from docdesk.synthesis.processes.laser_engraving import LaserEngraving
from docdesk.synthesis.processes.letterpress import Letterpress
from docdesk.synthesis.processes.offset import Offset
from docdesk.synthesis.processes.process import Process
from docdesk.synthesis.processes.toner import Toner

_ALL: tuple[Process, ...] = (
    Offset(),
    Intaglio(),
    Letterpress(),
    Inkjet(),
    Toner(),
    DyeSublimation(),
    LaserEngraving(),
)

PROCESSES: Mapping[str, Process] = MappingProxyType({each.name: each for each in _ALL})
"""Every process by its name."""


def process(name: str) -> Process:
    """Return the process of this name.

    Raises:
        KeyError: there is none.
    """
    return PROCESSES[name]
