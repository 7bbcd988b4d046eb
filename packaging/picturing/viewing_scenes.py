"""Scenes of the viewing kit: pictures compared, aligned, measured, marked and filtered."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from docdesk.imaging.filters.background import Background
from docdesk.imaging.filters.local_contrast import LocalContrast
from docdesk.imaging.filters.sharpen import Sharpen
from docdesk.ui.viewing.marking.records import Angle, Arrow, Label, Markings, Region, Ruler
from picturing.inputs import LIGHTS, WRONG
from picturing.stage import Ready, Stage, at_once

SPOTS = ((120.0, 160.0), (1380.0, 160.0), (760.0, 900.0))
"""Three spots that are seen under every light, px of the samples."""

MARKINGS: Markings = (
    Ruler("ruler-1", ((118.0, 302.0), (531.0, 302.0)), "portrait"),
    Angle("angle-2", ((531.0, 770.0), (118.0, 770.0), (118.0, 302.0))),
    Region("region-3", ((980.0, 208.0), (1330.0, 208.0), (1330.0, 262.0), (980.0, 262.0)), "rectangle"),
    Arrow("arrow-4", ((1330.0, 420.0), (1120.0, 245.0)), "altered?"),
    Label("label-5", ((440.0, 735.0),), 1, "seal runs over the edge"),
)
"""On the passport with the wrong digit, px."""


def comparing(stage: Stage) -> Iterator[Ready | None]:
    """Three lights in every way of seeing them together."""
    stage.choose(LIGHTS)
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
    for view, spots in ((first, SPOTS), (second, SPOTS[:2])):
        for spot in spots:
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=stage.at(view, spot))
    yield at_once
    stage.save("align")
    stage.act("view.align")
    stage.act("view.single")
    yield at_once


def marking(stage: Stage) -> Iterator[Ready | None]:
    """Lengths, angles, arrows, labels and regions over the grid."""
    stage.choose(WRONG)
    yield stage.shown(1)
    picture = stage.view().picture
    if picture is None:
        raise LookupError("no picture is shown")
    stage.workspace.marking.set_markings(picture.key, MARKINGS)
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
