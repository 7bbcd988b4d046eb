"""The walk from an order to a document with its captures. The file to read first."""

from docdesk.synthesis.people.making import make_holder
from docdesk.synthesis.plans.making import Made, Studio, altered, captured, edited, saved
from docdesk.synthesis.plans.plan import Order


def synthesise(order: Order, studio: Studio) -> Made:
    """Return the document that an order asks for; the same order gives the same bytes.

    Raises:
        WrongUse: the model has no room for what it must print, or nothing that the alteration changes.
    """
    model = studio.models[order.model]
    holder = make_holder(model, studio.portraits, order.number("holder"), order.on)
    issued = studio.printer.printed(model, holder, order.number("sheet"))
    now = altered(order, issued, studio)
    shots = (edited(shot, now.edits) for shot in captured(order, now.copy, studio))
    files = tuple(saved(shot, order.step) for shot in shots)
    return Made(order, studio.code_of(order), holder, now, files)
