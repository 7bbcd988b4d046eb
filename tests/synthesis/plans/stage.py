"""A stage for plans without the cost of printing: a small model, a press and a device of paper and string."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from docdesk.synthesis.alterations.alteration import Alteration, Altered, Cue, Edit, Mask, Traces, Workshop
from docdesk.synthesis.capturing.devices import Device
from docdesk.synthesis.capturing.last_step import USUAL, LastStepLimits, draw_last_step
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.models.model import DocumentModel, Face, Light, Side, State
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.plans.making import Studio
from docdesk.synthesis.plans.plan import Order, Plan, Sitting
from docdesk.synthesis.plans.truth import Edition
from docdesk.synthesis.printing.printed import Item, PrintedCopy, PrintedFace
from docdesk.synthesis.rasterising import SHEET_DPI, Window
from docdesk.synthesis.sheet import Sheet

SIZE = (30.0, 20.0)
PER_MM = 8.0
DAY = dt.date(2026, 1, 1)
BOX = (5.0, 4.0, 10.0, 3.0)
"""Where the fake press prints the surname, and the fake forger scratches."""

STATE = State("UTO", "UTOPIA", "UTOPIAN", ("PORT OF SPIN", "LEEWARD"), "utopian")


def model(*sides: Side, name: str = "small") -> DocumentModel:
    faces = tuple(Face(side, SIZE, 0.0, "security_paper", (), (), ()) for side in sides or ("data",))
    return DocumentModel(
        name, "Small", STATE, "TD3", "P", 10, (), faces, "ab" * 32, Path("nowhere"), "@########"
    )


def portraits() -> tuple[Portrait, ...]:
    nowhere = Path("nowhere")
    return tuple(
        Portrait(f"p{number}", sex, 40, ((1, 1), (2, 1)), (1, 0), (1, 3), nowhere, nowhere, "", "")
        for number, sex in enumerate("FMFM")
    )


class FakePress:
    """Prints nothing but the grain of the sheet's seed."""

    def printed(self, model: DocumentModel, holder: Holder, sheet_seed: int) -> PrintedCopy:
        faces = tuple(self._face(face, holder, sheet_seed) for face in model.faces)
        return PrintedCopy(model, holder, faces)

    def _face(self, face: Face, holder: Holder, sheet_seed: int) -> PrintedFace:
        window = Window.whole(face.size, SHEET_DPI)
        level = np.float32(0.2 + sheet_seed % 997 / 2000)
        sheet = Sheet(
            window,
            np.full((*window.shape, 3), level, np.float32),
            np.full(window.shape, level, np.float32),
            np.zeros((*window.shape, 3), np.float32),
        )
        mrz = holder.mrz if face.side != "front" else ()
        lines = tuple(Item("mrz", "mrz", (1, 2.0 - n, 28, 0.5), line) for n, line in enumerate(mrz))
        return PrintedFace(face, sheet, (Item("surname", "text", BOX, holder.text("surname")), *lines))


def mask(face: Face) -> Mask:
    """Return a mask of `BOX`."""
    window = Window.whole(face.size, SHEET_DPI)
    found = np.zeros(window.shape, np.uint8)
    found[window.around(BOX).slices_in(window)] = 255
    return found


def scratch(copy: PrintedCopy, workshop: Workshop, rng: np.random.Generator) -> Altered:
    """Put another person's surname in the place of the holder's, and darken it in the white picture too."""
    other = workshop.another_holder(copy)
    first = copy.faces[0]
    items = (Item("surname", "text", BOX, other.text("surname")), *first.items[1:])
    now = replace(
        copy,
        holder=copy.holder.with_texts(surname=other.text("surname")),
        faces=(replace(first, items=items), *copy.faces[1:]),
    )
    where = mask(first.face)
    side = first.face.side
    whole = np.full_like(where, 255)
    cues = (
        Cue("paper_mottled", side, "VIS", 385, where),
        Cue("uv_glow_local", side, "UV", 100, where),
        Cue("uv_paper_bright", side, "UV", 100, whole),
    )
    darken = Edit(side, ("VIS",), lambda shot: replace(shot, pixels=shot.pixels // 2))
    return Altered(now, Traces(((side, where),), cues), (darken,))


def snap(
    copy: PrintedCopy, side: Side, lights: Sequence[Light], rng: np.random.Generator
) -> tuple[Shot, ...]:
    """Return shots of 8 px to the mm with a margin of 2 mm."""
    face = copy.printed(side).face
    rows, columns = (round((length + 4) * PER_MM) for length in reversed(face.size))
    level = int(copy.printed(side).sheet.visible[0, 0, 0] * 255)
    grain = rng.integers(0, 9, (rows, columns, 3), np.uint8)
    homography = np.array([[PER_MM, 0, 2 * PER_MM], [0, -PER_MM, (2 + face.size[1]) * PER_MM], [0, 0, 1.0]])
    return tuple(
        Shot(
            np.asarray(grain + level if light != "IR" else grain[..., 0] + level, np.uint8),
            side,
            light,
            "reader",
            PER_MM * 25.4,
            face.size,
            homography,
        )
        for light in lights
    )


def photograph(
    copy: PrintedCopy, side: Side, lights: Sequence[Light], rng: np.random.Generator
) -> tuple[Shot, ...]:
    return tuple(replace(shot, device="telephone", ppi=None) for shot in snap(copy, side, ("VIS",), rng))


def studio(*models: DocumentModel) -> Studio:
    kinds = models or (model(),)
    return Studio(
        {each.name: each for each in kinds},
        portraits(),
        FakePress(),
        {"scratched": Alteration("scratched", "FO-DA", scratch)},
        {
            "reader": Device("reader", ("VIS", "IR", "UV"), snap),
            "telephone": Device("telephone", ("VIS",), photograph),
        },
    )


READER = Sitting("reader", ("VIS", "IR", "UV"))

WHOLE = LastStepLimits(whole=1.0, png=1.0)
"""Nothing is lost or made smaller."""


def order(
    alteration: str | None = None,
    sitting: Sitting = READER,
    limits: LastStepLimits = WHOLE,
    seed: int = 11,
) -> Order:
    step = draw_last_step(np.random.default_rng(seed), limits)
    return Order("000001", seed, DAY, "small", alteration, sitting, step)


def plan() -> Plan:
    return Plan(3, DAY, 0, 0.0, (), (), (), USUAL, ())


EDITION = Edition("0.1.0", "cd" * 32, (("small", "ab" * 32),))
