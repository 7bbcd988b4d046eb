"""What a desk decides: which pictures are seen how, what is linked, what moves alone, what is aligned."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot

from docdesk.foundation.messages import Message
from docdesk.imaging.aligning import Affine
from docdesk.ui.viewing.aligning import Aligning
from docdesk.ui.viewing.area import Area
from docdesk.ui.viewing.comparing import IN_ONE, Choice, Mode
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.lights import next_in_group
from docdesk.ui.viewing.linking import Linking
from docdesk.ui.viewing.links import Links
from docdesk.ui.viewing.marks import Mark
from docdesk.ui.viewing.mixing import Mixing, fitting_gain
from docdesk.ui.viewing.picture import Picture
from docdesk.ui.viewing.rendering import Layer
from docdesk.ui.viewing.view import View
from docdesk.wording.catalogue import Wording

BLINK_MS = 250
"""The least time between two blinks, so that holding the key shows each picture twice a second: the rate at
which a difference jumps to the eye, and below the three flashes a second that WCAG 2.3.1 allows."""


class DeskPresenter(QObject):
    """Decides for one desk. `changed` tells that its controls have something new to show.

    Blinking is done by hand: each press shows the other picture, holding the key goes on twice a second.
    Nothing moves by itself, and the eye stays on the spot that it doubts.
    """

    changed = Signal()
    picture_shown = Signal(str)

    def __init__(
        self, area: Area, linking: Linking, aligning: Aligning, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._area, self._linking, self._aligning, self._wording = area, linking, aligning, wording
        self._pictures: tuple[Picture, ...] = ()
        self._marks: dict[str, tuple[Mark, ...]] = {}
        self._choice, self._mixing = Choice(), Mixing()
        self._before_aligning: Choice | None = None
        self._note = ""
        self._filters_badge = ""
        self._smooth = True
        self._blinked = QElapsedTimer()
        aligning.told.connect(self._say)
        aligning.found.connect(self._place)
        aligning.ended.connect(self._aligned)

    # --- What there is ---

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All pictures of the desk."""
        return self._pictures

    @property
    def choice(self) -> Choice:
        """What is shown."""
        return self._choice

    @property
    def mixing(self) -> Mixing:
        """How two pictures in one view are put together."""
        return self._mixing

    @property
    def links(self) -> Links:
        """How the pictures lie to each other."""
        return self._linking.links

    @property
    def note(self) -> str:
        """The sentence that says what is going on, "" where nothing is."""
        free = self._picture(self._linking.free)
        if free is not None:
            return self._wording.say(Message.of("viewing.free.moves", title=free.title))
        return self._note

    @property
    def free_angle(self) -> float | None:
        """By how many degrees the picture that moves alone is turned, None where none does."""
        frame = self._free_frame()
        return None if frame is None else frame.angle

    @property
    def aligning(self) -> bool:
        """Whether points are being set."""
        return self._aligning.running

    @property
    def smooth(self) -> bool:
        """Whether enlarged pixels are interpolated."""
        return self._smooth

    @property
    def may_free(self) -> bool:
        """Whether a picture can move alone as things are shown now."""
        return len(self._choice.shown) > 1 and not self.aligning

    # --- Pictures ---

    def set_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show these pictures; what is seen stays where keys stay the same."""
        keys = tuple(picture.key for picture in pictures)
        self.end_note()
        if not any(picture.key in keys for picture in self._pictures):
            self._choice = replace(self._choice, picked=False)
            self._linking.links = Links()
            self._linking.lead(None)
        sizes = {picture.key: picture.image.size for picture in self._pictures}
        resized = {each.key for each in pictures if sizes.get(each.key, each.image.size) != each.image.size}
        self._linking.links = self._linking.links.without(resized)
        self._pictures = tuple(pictures)
        self._marks = {key: marks for key, marks in self._marks.items() if key in keys}
        self._linking.links = self._linking.links.linking(self._pictures)
        self._choose(self._choice.among(keys))

    def show_picture(self, key: str) -> None:
        """Let a picture be seen, and be the current one."""
        if self._picture(key) is not None:
            self._choose(self._choice.showing(key))

    def show_beside(self, keys: Sequence[str]) -> None:
        """Let these pictures of the desk stand beside each other, and no others."""
        known = tuple(key for key in keys if self._picture(key) is not None)
        if len(known) > 1:
            self._choose(self._choice.together(known))

    def press(self, key: str) -> None:
        """The button of a picture was pressed."""
        self._choose(self._choice.pressed(key))

    def compare_with(self, key: str) -> None:
        """Take another second picture."""
        self._choose(self._choice.compared_with(key))

    def mix(self, mixing: Mixing) -> None:
        """Put two pictures in one view together in another way."""
        self._mixing = mixing
        self._show()

    def set_marks(self, key: str, marks: Sequence[Mark]) -> None:
        """Show marks over a picture, whenever it is seen."""
        self._marks[key] = tuple(marks)
        for view in self._area.views:
            if view.picture is not None and view.picture.key == key:
                view.set_marks(marks)

    def set_badge(self, badge: str) -> None:
        """Let all views say this of their pictures."""
        self._filters_badge = badge
        self._show()

    # --- Commands (see `Commanded`) ---

    def active_view(self) -> View:
        """Return the view that has the keys."""
        return self._area.active

    def show_light(self, group: str) -> None:
        """Show the picture under this light; pressed again, the next one of several."""
        picture = next_in_group(self._pictures, group, self._choice.first)
        if picture is not None:
            self.press(picture.key)

    def to_mode(self, mode: Mode) -> None:
        """Show pictures in this way; the way that is on leads back to one picture."""
        self._choose(self._choice.to(mode))

    def blink(self) -> None:
        """Show the other one of two pictures."""
        if self._blinked.isValid() and self._blinked.elapsed() < BLINK_MS:
            return
        self._blinked.start()
        self._choose(replace(self._choice.swapped(), mode=Mode.SINGLE))

    def turn_wipe(self) -> None:
        """Wipe in the other direction."""
        self.mix(replace(self._mixing, below=not self._mixing.below))

    def toggle_smooth(self) -> None:
        """Interpolate enlarged pixels, or show them as squares, in all views."""
        self._smooth = not self._smooth
        self._show()

    def toggle_free(self) -> None:
        """Let one picture move alone, or lock it again as it lies."""
        if self._linking.free:
            self._linking.lock()
        elif self._choice.mode in IN_ONE:
            self._linking.unlock(self._choice.second)
        elif self._area.active.picture is not None:
            self._linking.unlock(self._area.active.picture.key)
        self._show()

    def turn_free_to(self, angle: float) -> None:
        """Turn the picture that moves alone to an angle in degrees."""
        frame = self._free_frame()
        view = self._free_view()
        if frame is not None and view is not None:
            view.turn(angle - frame.angle)

    def align(self) -> None:
        """Begin to align two pictures by three points, or give up."""
        if self._aligning.running:
            self._aligning.stop()
            return
        before = self._choice
        self._choose(replace(before, mode=Mode.BESIDE, beside=(before.first, before.second)))
        self._before_aligning = before
        self._aligning.start(*self._area.views)
        self.changed.emit()

    def unalign(self) -> None:
        """Lay all pictures as they lay before anybody moved them."""
        self.end_note()
        self._linking.links = Links().linking(self._pictures)
        self._linking.follow()
        self._show()

    def end_note(self) -> None:
        """End what the note is about: give up aligning, lock what moves alone."""
        self._aligning.stop()
        if self._linking.free:
            self._linking.lock()
            self._show()

    # --- Within ---

    def _picture(self, key: str) -> Picture | None:
        return next((picture for picture in self._pictures if picture.key == key), None)

    def _choose(self, choice: Choice) -> None:
        before = self._choice
        new = (before.mode, before.shown) != (choice.mode, choice.shown)
        if new:
            self.end_note()
        self._choice = choice
        first, second = self._picture(choice.first), self._picture(choice.second)
        if choice.mode is Mode.DIFFERENCE and first is not None and second is not None and new:
            gain = fitting_gain(first, second, self.links.between(second.key, first.key))
            self._mixing = replace(self._mixing, gain=gain)
        self._show()
        if choice.first != before.first and choice.first:
            self.picture_shown.emit(choice.first)

    def _show(self) -> None:
        """Bring the views to what was chosen, and tell the controls."""
        choice = self._choice
        keys = choice.beside if choice.mode is Mode.BESIDE else (choice.first,)
        pictures = [picture for key in keys if (picture := self._picture(key)) is not None]
        self._area.arrange(pictures)
        for view in self._area.views:
            self._dress(view)
        self.changed.emit()

    def _dress(self, view: View) -> None:
        if view.picture is None:
            return
        key = view.picture.key
        view.set_marks(self._marks.get(key, ()))
        view.set_smooth(smooth=self._smooth)
        second = self._picture(self._choice.second) if self._choice.mode in IN_ONE else None
        if second is None:
            view.set_layer(None)
        else:
            frame = self._linking.layer_frame(view, second)
            layer = Layer(second, frame, self._mixing.composition(self._choice.mode))
            view.set_layer(layer, free=second.key == self._linking.free)
        alone = self._linking.free in {key, second.key if second else ""} and bool(self._linking.free)
        free = self._wording.term("viewing.badge.free") if alone else ""
        view.set_badges([badge for badge in (self._filters_badge, free) if badge])

    def _free_view(self) -> View | None:
        free = self._linking.free
        for view in self._area.views:
            shows = view.picture is not None and view.picture.key == free
            lays = view.layer is not None and view.layer.picture.key == free
            if free and (shows or lays):
                return view
        return None

    def _free_frame(self) -> Frame | None:
        view = self._free_view()
        if view is None:
            return None
        return view.layer.frame if view.layer is not None else view.frame

    @Slot(str)
    def _say(self, sentence: str) -> None:
        self._note = sentence
        self.changed.emit()

    @Slot(str, str, object)
    def _place(self, first: str, second: str, mapping: Affine) -> None:
        self._linking.links = self.links.placed(second, first, mapping)
        self._linking.follow()
        if self._before_aligning is not None and self._before_aligning.mode is Mode.SINGLE:
            # Beside each other it is seen that they move as one now; one alone would show nothing new.
            self._before_aligning = None

    @Slot()
    def _aligned(self) -> None:
        self._note = ""
        before, self._before_aligning = self._before_aligning, None
        if before is not None:
            self._choose(before)
        else:
            self._show()
