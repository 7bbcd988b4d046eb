"""Scenes of the viewing kit: pictures compared, aligned, measured, marked and filtered."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from docdesk.imaging.filters.background import Background
from docdesk.imaging.filters.local_contrast import LocalContrast
from docdesk.imaging.filters.sharpen import Sharpen
from docdesk.ui.viewing.marking.records import Angle, Arrow, Label, Markings, Region, Ruler
from picturing.inputs import GOOD, WRONG, corners
from picturing.stage import Ready, Stage, at_once

SPOTS = (("portrait", 0), ("number", 1), ("signature", 2))
"""Three spots that are seen under every light: something on the page, and which of its corners."""

SHIFT = 14.0
"""Between the number and the rectangle about it, px."""


def comparing(stage: Stage) -> Iterator[Ready | None]:
    """Three lights in every way of seeing them together."""
    stage.choose(GOOD)
    yield stage.shown(3)
    stage.act("view.beside")
    yield at_once
    stage.save("beside")
    stage.view().zoom_by(4, (stage.view().width() * 0.3, stage.view().height() * 0.6))
    yield at_once
    stage.save("beside-zoomed")
    stage.act("view.fit")
    for mode in ("overlay", "wipe", "difference"):
        stage.act(f"view.{mode}")
        yield at_once
        stage.save(mode)
    stage.act("view.single")
    yield at_once


def moving_alone(stage: Stage) -> Iterator[Ready | None]:
    """One of two pictures unlocked."""
    stage.act("view.overlay")
    stage.act("view.free")
    stage.view().turn(2)
    yield at_once
    stage.save("moves-alone")
    stage.act("view.free")
    stage.act("view.unalign")
    stage.act("view.single")
    yield at_once


def aligning(stage: Stage) -> Iterator[Ready | None]:
    """Three points in two pictures, the last one not set yet."""
    stage.act("view.align")
    yield at_once
    first, second = stage.workspace.desk.views()
    spots = [corners(GOOD, item)[corner] for item, corner in SPOTS]
    for view, chosen in ((first, spots), (second, spots[:2])):
        for spot in chosen:
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=stage.at(view, spot))
    yield at_once
    stage.save("align")
    stage.act("view.align")
    stage.act("view.single")
    yield at_once


def marking(stage: Stage) -> Iterator[Ready | None]:
    """Lengths, angles, arrows, labels and regions over the grid."""
    stage.choose(WRONG)
    yield stage.shown(3)
    picture = stage.view().picture
    if picture is None:
        raise LookupError("no picture is shown")
    stage.workspace.marking.set_markings(picture.key, _markings())
    stage.act("mark.grid")
    stage.act("view.side")
    yield at_once
    stage.save("markings")
    stage.act("mark.grid")
    stage.act("mark.measure")
    yield at_once
    stage.save("measuring")
    stage.act("mark.measure")
    stage.workspace.marking.set_markings(picture.key, ())
    yield at_once


def _markings() -> Markings:
    """Return what an examiner might draw on the passport whose number was altered."""
    top_left, top_right, bottom_right, bottom_left = corners(WRONG, "portrait")
    (left, top), _, (right, bottom), _ = corners(WRONG, "number")
    about = (left - SHIFT, top - SHIFT), (right + SHIFT, bottom + SHIFT)
    around = (about[0], (about[1][0], about[0][1]), about[1], (about[0][0], about[1][1]))
    return (
        Ruler("ruler-1", (top_left, top_right), "portrait"),
        Angle("angle-2", (bottom_right, bottom_left, top_left)),
        Region("region-3", around, "rectangle"),
        Arrow(
            "arrow-4", ((right + 20 * SHIFT, top + 15 * SHIFT), (right + SHIFT, bottom + SHIFT)), "altered?"
        ),
        Label("label-5", (bottom_right,), 1, "seal runs over the edge"),
    )


def filtering(stage: Stage) -> Iterator[Ready | None]:
    """A stack of filters, seen beside the picture."""
    model = stage.workspace.filters.model
    for added in (Background(), LocalContrast(), Sharpen()):
        model.add(added)
    yield at_once
    stage.save("filters")
    model.reset()
    stage.act("view.side")
    yield at_once


def full_view(stage: Stage) -> Iterator[Ready | None]:
    """The pictures in the whole window."""
    stage.act("view.full_view")
    yield at_once
    stage.save("full-view")
    stage.act("view.one_to_one")
    yield at_once
    stage.save("pixel-for-pixel")
    stage.act("view.full_view")
    stage.act("view.fit")
    yield at_once


SCENES = (comparing, moving_alone, aligning, marking, filtering, full_view)
