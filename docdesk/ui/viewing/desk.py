"""The desk: the whole viewing kit for a page, from pictures to what is told below the cursor."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from docdesk.foundation.geometry import Point, Polygon
from docdesk.imaging.aligning import applied
from docdesk.imaging.tiles import Pipeline
from docdesk.ui.actions import allow, refuse
from docdesk.ui.background import Background
from docdesk.ui.look.look import Look
from docdesk.ui.viewing.aligning import Aligning
from docdesk.ui.viewing.area import Area
from docdesk.ui.viewing.commands import Commands
from docdesk.ui.viewing.comparing import Mode
from docdesk.ui.viewing.comparing_bar import ComparingBar
from docdesk.ui.viewing.cursor_words import told
from docdesk.ui.viewing.desk_presenter import DeskPresenter
from docdesk.ui.viewing.lights import GROUPS, by_light, in_group
from docdesk.ui.viewing.linking import Linking
from docdesk.ui.viewing.links import Links
from docdesk.ui.viewing.marks import Mark
from docdesk.ui.viewing.note_bar import NoteBar
from docdesk.ui.viewing.picture import Picture
from docdesk.ui.viewing.side import Side
from docdesk.ui.viewing.tiling import Tiling
from docdesk.ui.viewing.tool_row import ToolRow
from docdesk.ui.viewing.view import View
from docdesk.wording.catalogue import Wording


class ViewingDesk(QWidget):
    """Views of one or several pictures, linked, with tools to move and compare them.

    Signals: `mark_chosen(key)`, `cursor_told(sentence)` ("" when the mouse has left), `full_view_wanted`,
    `picture_shown(key)` when another picture becomes the first one, `view_added(View)` for whoever paints
    above the pictures.
    """

    mark_chosen = Signal(str)
    cursor_told = Signal(str)
    full_view_wanted = Signal()
    picture_shown = Signal(str)
    view_added = Signal(object)

    def __init__(
        self, look: Look, wording: Wording, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self._tiling = Tiling(background, self)
        linking = Linking(self)
        self._area = Area(look, wording, self._tiling, linking)
        self._aligning = Aligning(look, wording, self)
        self._presenter = DeskPresenter(self._area, linking, self._aligning, wording, self)
        self._commands = Commands(
            self,
            self._area,
            self._presenter,
            wording,
            side=self._toggle_side,
            full_view=self.full_view_wanted.emit,
        )
        self._tools = ToolRow(self._commands, wording)
        self._bar, self._note = ComparingBar(wording), NoteBar(wording)
        self._side = Side(wording.term("viewing.side"))
        self._lay_out()
        self._listen()
        self._show_state()

    # --- Pictures ---

    def set_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show these pictures, in this order; what is seen stays where keys stay the same."""
        kept = {id(picture.image) for picture in pictures}
        for before in self._presenter.pictures:
            if id(before.image) not in kept:
                self._tiling.forget(before.image)
        self._presenter.set_pictures(pictures)

    def set_picture(self, picture: Picture) -> None:
        """Add a picture among the others by its light, or show it instead of the one with its key."""
        there = self._presenter.pictures
        if any(other.key == picture.key for other in there):
            self.set_pictures([picture if other.key == picture.key else other for other in there])
        else:
            self.set_pictures(by_light((*there, picture)))

    def clear(self) -> None:
        """Show nothing."""
        self.set_pictures(())

    def show_picture(self, key: str) -> None:
        """Let a picture be seen, and be the current one."""
        self._presenter.show_picture(key)

    def show_beside(self, keys: Sequence[str]) -> None:
        """Let these pictures stand beside each other, and no others; two are then compared by every mode."""
        self._presenter.show_beside(keys)

    def tab_sections(self) -> tuple[QWidget, ...]:
        """Return the parts of the desk in the order in which they are wanted: views first, then tools."""
        return self._area, self._tools, self._bar, self._note, self._side

    def lend_blink(self, widget: QWidget) -> None:
        """Let Space blink while this widget has the keys too: one that does nothing with it itself."""
        widget.addAction(self._commands.blink)

    def set_empty_text(self, sentence: str) -> None:
        """Say this while there is no picture."""
        self._area.set_empty_text(sentence)

    def pictures(self) -> tuple[Picture, ...]:
        """Return all pictures of the desk."""
        return self._presenter.pictures

    def current(self) -> Picture | None:
        """Return the picture that the keys are meant for."""
        return self._area.active.picture

    def views(self) -> tuple[View, ...]:
        """Return the views that are seen."""
        return self._area.views

    def mode(self) -> Mode:
        """Return how pictures are shown together."""
        return self._presenter.choice.mode

    def to_mode(self, mode: Mode) -> None:
        """Show pictures in this way; the way that is on leads back to one picture."""
        self._presenter.to_mode(mode)

    def links(self) -> Links:
        """Return how the pictures lie to each other."""
        return self._presenter.links

    # --- Over and beside the pictures ---

    def set_marks(self, key: str, marks: Sequence[Mark]) -> None:
        """Show marks over a picture, whenever it is seen."""
        self._presenter.set_marks(key, marks)

    def fly_to(self, key: str, polygon: Polygon) -> None:
        """Show a picture, bring a place of it to the middle, and let the place pulse once."""
        self._presenter.show_picture(key)
        for view in self._area.views:
            if view.picture is not None and view.picture.key == key:
                view.fly_to(polygon)
                return
            if view.picture is not None and view.layer is not None and view.layer.picture.key == key:
                link = self.links().between(key, view.picture.key)
                view.fly_to(tuple(applied(link, point) for point in polygon))
                return

    def set_filters(self, filters: Pipeline | None, badge: str = "") -> None:
        """Lay filters over all pictures, None for none; the views say so with the words of `badge`."""
        self._tiling.set_filters(filters)
        self._presenter.set_badge(badge)

    def add_side(self, title: str, content: QWidget) -> None:
        """Add a section to the side, which is hidden until it is asked for."""
        self._side.add(title, content)
        self._show_state()

    def add_tools(self, tools: Sequence[QAction]) -> None:
        """Add buttons to the row of tools."""
        self._tools.add_tools(tools)

    def show_side(self, *, shown: bool) -> None:
        """Show or hide the side."""
        self._side.setVisible(shown and self._side.filled)
        self._show_state()

    # --- Within ---

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._area)
        splitter.addWidget(self._side)
        splitter.setStretchFactor(0, 1)
        splitter.setChildrenCollapsible(False)
        self._side.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self._tools, self._bar, self._note):
            column.addWidget(bar)
        column.addWidget(splitter, 1)

    def _listen(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self._show_state)
        presenter.picture_shown.connect(self.picture_shown)
        self._area.view_added.connect(self._wire)
        self._area.view_focused.connect(self._show_state)
        self._tools.picture_pressed.connect(presenter.press)
        self._bar.first_wanted.connect(presenter.show_picture)
        self._bar.second_wanted.connect(presenter.compare_with)
        self._bar.opacity_wanted.connect(self._set_opacity)
        self._bar.wipe_wanted.connect(self._set_wipe)
        self._bar.below_wanted.connect(self._set_below)
        self._bar.gain_wanted.connect(self._set_gain)
        self._note.angle_wanted.connect(presenter.turn_free_to)
        self._note.end_wanted.connect(presenter.end_note)

    @Slot(object)
    def _wire(self, view: View) -> None:
        view.mark_chosen.connect(self.mark_chosen)
        view.hovered.connect(self._tell_cursor)
        view.wiped.connect(self._set_wipe)
        view.layer_moved.connect(self._show_free_angle)
        view.frame_changed.connect(self._show_free_angle)
        self.view_added.emit(view)

    @Slot()
    def _show_state(self) -> None:
        """Let the controls show what the presenter decided."""
        presenter, commands = self._presenter, self._commands
        choice, mixing = presenter.choice, presenter.mixing
        self._tools.show_pictures(presenter.pictures, choice)
        self._bar.show_choice(choice, presenter.pictures)
        self._bar.show_settings(mixing)
        for mode, made in commands.modes.items():
            made.setChecked(mode is choice.mode)
        commands.smooth.setChecked(presenter.smooth)
        commands.free.setChecked(presenter.free_angle is not None)
        commands.align.setChecked(presenter.aligning)
        commands.side.setChecked(self._side.isVisibleTo(self))
        note = presenter.note
        end = "viewing.align.end" if presenter.aligning else "viewing.free.lock"
        if note:
            self._note.say(note, self._wording.term(end), presenter.free_angle)
        else:
            self._note.hide()
        self._show_allowed()

    def _show_allowed(self) -> None:
        """Enable what can be done, and let the rest say why it cannot."""
        presenter, commands = self._presenter, self._commands
        pictures = presenter.pictures

        def set_allowed(actions: Sequence[QAction], why: str, *, may: bool) -> None:
            for made in actions:
                if may:
                    allow(made)
                else:
                    refuse(made, self._wording.term(why))

        set_allowed(commands.need_one, "viewing.why.no_picture", may=bool(pictures))
        set_allowed(commands.need_two, "viewing.why.one_picture", may=len(pictures) > 1)
        set_allowed((commands.free,), "viewing.why.not_beside", may=presenter.may_free)
        set_allowed((commands.turn_wipe,), "viewing.why.no_wipe", may=presenter.choice.mode is Mode.WIPE)
        set_allowed((commands.side,), "viewing.why.no_side", may=self._side.filled)
        for group in GROUPS:
            made = commands.lights[group]
            set_allowed((made,), "viewing.why.no_light", may=bool(in_group(pictures, group)))

    @Slot()
    def _show_free_angle(self) -> None:
        angle = self._presenter.free_angle
        if angle is not None:
            self._note.show_angle(angle)

    @Slot(object)
    def _tell_cursor(self, point: Point | None) -> None:
        view = self.sender()
        if point is None or not isinstance(view, View) or view.picture is None:
            self.cursor_told.emit("")
            return
        pictures, links = self._presenter.pictures, self._presenter.links
        self.cursor_told.emit(told(point, view.picture, pictures, links, self._wording))

    @Slot(float)
    def _set_opacity(self, opacity: float) -> None:
        self._presenter.mix(replace(self._presenter.mixing, opacity=opacity))

    @Slot(float)
    def _set_wipe(self, at: float) -> None:
        self._presenter.mix(replace(self._presenter.mixing, wipe=at))

    @Slot(bool)
    def _set_below(self, below: bool) -> None:  # noqa: FBT001 - a check box says it so
        self._presenter.mix(replace(self._presenter.mixing, below=below))

    @Slot(int)
    def _set_gain(self, gain: int) -> None:
        self._presenter.mix(replace(self._presenter.mixing, gain=gain))

    @Slot()
    def _toggle_side(self) -> None:
        self.show_side(shown=not self._side.isVisibleTo(self))
