"""The steps by which an order becomes a document: an alteration, shots, edits, the last step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docdesk.synthesis.alterations.alteration import Alteration, Altered, Edit, Traces
from docdesk.synthesis.capturing.devices import Device
from docdesk.synthesis.capturing.last_step import LastStep, finish
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.models.model import DocumentModel, Side
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.plans.plan import Order, Sides
from docdesk.synthesis.plans.workshop import OrderWorkshop, Printer
from docdesk.synthesis.printing.printed import PrintedCopy


@dataclass(frozen=True, slots=True)
class Studio:
    """All that documents are made with.

    Attributes:
        models: by name.
        portraits: of the people on the documents.
        printer: prints copies.
        alterations, devices: by name.
    """

    models: Mapping[str, DocumentModel]
    portraits: Sequence[Portrait]
    printer: Printer
    alterations: Mapping[str, Alteration]
    devices: Mapping[str, Device]

    def code_of(self, order: Order) -> str | None:
        """Return the code of the fraud that an order asks for, None for none."""
        return None if order.alteration is None else self.alterations[order.alteration].code


@dataclass(frozen=True, slots=True, eq=False)
class CaptureFile:
    """A capture as it is handed on: the bytes of its file, and the shot that the file shows."""

    content: bytes
    shot: Shot


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A document that was made.

    Attributes:
        order: what was asked for.
        code: of the fraud, None for none.
        issued_to: the holder as the document was issued.
        altered: the copy as it is now, and what an alteration left.
        captures: its files.
    """

    order: Order
    code: str | None
    issued_to: Holder
    altered: Altered
    captures: tuple[CaptureFile, ...]


def altered(order: Order, copy: PrintedCopy, studio: Studio) -> Altered:
    """Return a copy after the alteration that the order asks for; as it is, without one."""
    if order.alteration is None:
        return Altered(copy, Traces((), ()))
    workshop = OrderWorkshop(order, studio.printer, studio.portraits)
    return studio.alterations[order.alteration].alter(copy, workshop, order.dice("alteration"))


def captured(order: Order, copy: PrintedCopy, studio: Studio) -> Iterator[Shot]:
    """Yield the shots of each side that the order asks for, side by side, light by light."""
    device = studio.devices[order.sitting.device]
    for side in sides_of(copy.model, order.sitting.sides):
        yield from device.capture(copy, side, order.sitting.lights, order.dice("capture", side))


def edited(shot: Shot, edits: Sequence[Edit]) -> Shot:
    """Return a shot after the digital edits that concern it."""
    for edit in edits:
        if edit.side == shot.side and shot.light in edit.lights:
            shot = edit.paint(shot)
    return shot


def saved(shot: Shot, step: LastStep) -> CaptureFile:
    """Return a shot after the last step."""
    return CaptureFile(*finish(shot, step))


def sides_of(model: DocumentModel, wanted: Sides) -> tuple[Side, ...]:
    """Return the sides of a document that are captured; one side is captured whatever is wanted."""
    sides = tuple(face.side for face in model.faces)
    return sides if wanted == "all" or len(sides) == 1 else tuple(side for side in sides if side == wanted)
