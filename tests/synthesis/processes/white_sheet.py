"""A white sheet for the tests of processes, and what a process leaves on it."""

import numpy as np

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.drawing import Area, Drawing, Stroke
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.processes.catalogue import PROCESSES
from docdesk.synthesis.rasterising import PRINT_DPI, Window, rasterise
from docdesk.synthesis.sheet import Sheet

FACE = (20.0, 12.0)
BLACK = Ink(((0.04, 0.04, 0.04),), infrared=0.9, quenching=0.9)
RED = Ink(((0.70, 0.10, 0.12),), infrared=0.1, quenching=0.5)
RAINBOW = Ink(((0.2, 0.5, 0.6), (0.8, 0.6, 0.3)), infrared=0.1)


def window(dpi: int = PRINT_DPI) -> Window:
    return Window.whole(FACE, dpi)


def drawing() -> Drawing:
    """A bar, a thin line and a slanting one."""
    bar = np.array([[3.0, 3.0], [8.0, 3.0], [8.0, 6.0], [3.0, 6.0]])
    return (
        Area((bar,)),
        Stroke(np.array([[2.0, 9.0], [18.0, 9.0]]), 0.1),
        Stroke(np.array([[9.0, 2.0], [18.0, 8.0]]), 0.3),
    )


def white() -> Sheet:
    shape = window().shape
    return Sheet(
        window(),
        np.ones((*shape, 3), np.float32),
        np.ones(shape, np.float32),
        np.ones((*shape, 3), np.float32),
    )


def impressed(name: str, ink: Ink, seed: int = 1) -> Sheet:
    sheet = white()
    for impression in PROCESSES[name].impress(rasterise(drawing(), window()), ink, window(), Grain(seed)):
        sheet.lay(impression.coverage, impression.ink)
    return sheet


def reproduced(name: str, colour: tuple[float, float, float], seed: int = 1) -> Sheet:
    sheet = white()
    picture = np.empty((*window().shape, 3), np.float32)
    picture[:] = colour
    for impression in PROCESSES[name].reproduce(picture, window(), Grain(seed)):
        sheet.lay(impression.coverage, impression.ink)
    return sheet


def bar(sheet: Sheet) -> tuple[slice, slice]:
    """The inside of the bar, half a mm from its edges."""
    return sheet.window.around((3.5, 3.5, 4.0, 2.0)).slices_in(sheet.window)
