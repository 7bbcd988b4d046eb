"""What a forger finds in docdesk's workshop: the press that prints, and other people's documents."""

from collections.abc import Sequence
from typing import Protocol

from docdesk.synthesis.models.model import DocumentModel
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.people.making import make_holder
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.plans.plan import Order
from docdesk.synthesis.printing.printed import PrintedCopy


class Printer(Protocol):
    """What prints copies: the press."""

    def printed(self, model: DocumentModel, holder: Holder, sheet_seed: int) -> PrintedCopy:
        """Return a copy for a holder on the sheets of this seed."""
        ...


class OrderWorkshop:
    """The workshop as one order finds it: whatever is asked of it follows from the order's seed."""

    def __init__(self, order: Order, printer: Printer, portraits: Sequence[Portrait]) -> None:
        self._order = order
        self._printer = printer
        self._portraits = portraits

    def printed(self, copy: PrintedCopy, holder: Holder) -> PrintedCopy:
        """Return a copy of the same model as it was issued, for a holder, on the order's sheets."""
        return self._printer.printed(copy.model, holder, self._order.number("sheet"))

    def another_holder(self, copy: PrintedCopy) -> Holder:
        """Return somebody else, whose portrait shows the same sex, with a document issued like this one."""
        shown = copy.holder.portrait
        others = [each for each in self._portraits if each.sex == shown.sex and each.name != shown.name]
        return make_holder(copy.model, others, self._order.number("another holder"), self._order.on)
