"""Decides for the part that shows one document: what is asked for, and what of it is shown."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from docdesk.foundation.messages import Message
from docdesk.synthesis.plans.choosing import order_of
from docdesk.synthesis.plans.plan import MOST_SEED, NamedDocument, Order, Plan, Sitting
from docdesk.synthesis.plans.preview import Pictured, Preview
from docdesk.ui.synthesising.one_page import OnePage
from docdesk.ui.synthesising.plan_form import usual_plan
from docdesk.ui.synthesising.previewing import Previewing
from docdesk.ui.synthesising.services import Found, Services
from docdesk.ui.synthesising.truth_marks import marks_on
from docdesk.ui.viewing.picture import Picture, Scale

AS_ISSUED = "as_issued"
NAME = "preview"
"""Of the document in its order, and of its pictures among those of the desk."""

MM_PER_INCH = 25.4


class Looking(QObject):
    """Knows the document that is shown; `runs` are named as in `synthesise.NAME`."""

    def __init__(
        self, page: OnePage, previewing: Previewing, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._previewing = previewing
        self._services = services
        self._wording = services.wording
        self._found: Found | None = None
        self._preview: Preview | None = None
        self._actions: Mapping[str, QAction] = {}
        self._made: set[str] = set()
        """Models whose artwork is printed, as far as is known here."""
        page.wanted.connect(self.ask)
        page.truth.clue_chosen.connect(self._go_to_clue)
        previewing.began.connect(self._began)
        previewing.came.connect(self._came)
        previewing.refused.connect(self._refused)
        previewing.stopped.connect(self._stopped)
        page.desk.set_empty_text(self._wording.term("synthesise.nothing_yet"))

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Take the actions that are allowed, refused and checked here."""
        self._actions = actions
        self._refresh()

    # --- What is asked for ---

    def begin(self, found: Found, kept: Mapping[str, str], seed: int | None) -> None:
        """Offer what was found, with what was chosen before, and have the first document made."""
        self._found = found
        page = self._page
        page.offer(found.titles, found.alterations, tuple(found.devices))
        choices = (("model", page.model), ("alteration", page.alteration), ("device", page.device))
        for name, choice in choices:
            page.choose(choice, kept.get(name, ""))
        if seed is not None:
            page.set_seed(seed)
        self._refresh()
        if found.titles:
            self.ask()
        else:
            page.say(self._wording.say(_why_nothing(found)), busy=False)

    def chosen(self) -> dict[str, str]:
        """Return what is chosen, by the names of the choices."""
        page = self._page
        choices = (("model", page.model), ("alteration", page.alteration), ("device", page.device))
        return {name: choice.currentData() for name, choice in choices if choice.currentData()}

    @Slot()
    def ask(self) -> None:
        """Have the document made that is chosen."""
        order = self._order()
        if order is not None:
            self._previewing.ask(order)

    def another(self) -> None:
        """Have the next one made, to be looked at first: its truth is hidden until it is asked for."""
        self._actions["truth"].setChecked(False)
        self.show_truth()
        self._page.set_seed((self._page.seed.seed + 1) % (MOST_SEED + 1))
        self._page.ask_at_once()

    def _order(self) -> Order | None:
        found, chosen = self._found, self.chosen()
        if found is None or not {"model", "alteration", "device"} <= chosen.keys():
            return None
        plan: Plan = usual_plan(found, self._services.clock.today())
        alteration = None if chosen["alteration"] == AS_ISSUED else chosen["alteration"]
        sitting = Sitting(chosen["device"], found.devices[chosen["device"]])
        named = NamedDocument(NAME, chosen["model"], alteration, sitting, self._page.seed.seed)
        return order_of(plan, named)

    # --- What comes of it ---

    @Slot(object)
    def _began(self, order: Order) -> None:
        """Say what is under way; the document before stays to be looked at, and says that it is that."""
        say, desk = self._wording.term, self._page.desk
        key = "synthesise.being_made" if order.model in self._made else "synthesise.being_made_first"
        # Where there is no picture, its place is where everybody looks.
        self._page.say(say(key if desk.pictures() else "synthesise.being_made"), busy=True)
        self._preview = None
        self._page.truth.set_preview(None)
        for picture in desk.pictures():
            desk.set_marks(picture.key, ())
        desk.set_filters(None, say("synthesise.before_this"))
        desk.set_empty_text(say(key))
        self._refresh()

    @Slot(object)
    def _came(self, preview: Preview) -> None:
        self._made.add(preview.order.model)
        self._preview = preview
        self._page.say("", busy=False)
        desk = self._page.desk
        desk.set_filters(None)
        desk.set_pictures([self._picture(number, each) for number, each in enumerate(preview.pictures)])
        self._page.truth.set_preview(preview)
        self._show_marks()
        self._refresh()

    @Slot(object)
    def _refused(self, why: Message) -> None:
        self._nothing(self._wording.say(why))

    @Slot()
    def _stopped(self) -> None:
        self._nothing(self._wording.term("synthesise.preview_stopped"))

    def _nothing(self, sentence: str) -> None:
        self._page.say(sentence, busy=False)
        desk = self._page.desk
        desk.set_filters(None)
        desk.clear()
        desk.set_empty_text(self._wording.term("synthesise.nothing_yet"))
        self._refresh()

    def _picture(self, number: int, shown: Pictured) -> Picture:
        preview = self._preview
        sides = {each.side for each in preview.pictures} if preview is not None else set()
        title: str = shown.light
        if len(sides) > 1:
            title = f"{self._wording.term(f'side.{shown.side}')} {shown.light}"
        scale = None if shown.ppi is None else Scale(shown.ppi / MM_PER_INCH, "scale.file")
        return Picture(_key(number), title, shown.image, scale, shown.light)

    # --- The truth ---

    def show_truth(self) -> None:
        """Show the truth, or hide it again, as the action says."""
        self._page.truth.show_truth(shown=self._truth_shown)
        self._show_marks()
        self._refresh()

    def step(self, by: int) -> None:
        """Go to the next clue, or to the one before."""
        self._page.truth.step(by)

    @property
    def _truth_shown(self) -> bool:
        return self._actions["truth"].isChecked()

    @Slot(int)
    def _go_to_clue(self, index: int) -> None:
        self._show_marks()
        clue = None if self._preview is None else self._preview.clues[index]
        if clue is not None and clue.capture is not None and clue.places:
            self._page.desk.fly_to(_key(clue.capture), clue.places[0])

    def _show_marks(self) -> None:
        preview = self._preview
        if preview is None:
            return
        for number in range(len(preview.pictures)):
            marks = (
                marks_on(preview, number, self._page.truth.chosen, self._wording) if self._truth_shown else ()
            )
            self._page.desk.set_marks(_key(number), marks)

    # --- What can be done ---

    def runs(self) -> dict[str, Callable[[], object]]:
        """Return what each action does, by its name."""
        return {
            "another": self.another,
            "truth": self.show_truth,
            "next_clue": lambda: self.step(1),
            "previous_clue": lambda: self.step(-1),
        }

    def _refresh(self) -> None:
        self._actions["another"].setEnabled(self._found is not None and bool(self._found.titles))
        clues = self._preview is not None and bool(self._preview.clues) and self._truth_shown
        for name in ("next_clue", "previous_clue"):
            self._actions[name].setEnabled(clues)


def _key(number: int) -> str:
    return f"{NAME}/{number}"


def _why_nothing(found: Found) -> Message:
    return found.troubles[0] if found.troubles else Message("synthesise.no_models")
