"""The desk of markings: it gives views their tools, and keeps what is drawn for each picture."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from docdesk.ui.actions import action, allow, refuse
from docdesk.ui.look.icons import icon
from docdesk.ui.undo import UndoStack
from docdesk.ui.viewing.marking.choosing_tool import ChoosingTool
from docdesk.ui.viewing.marking.commands import TOOLS, ToolKind, tool_actions
from docdesk.ui.viewing.marking.drawing_tool import DrawingTool
from docdesk.ui.viewing.marking.grid import Grid
from docdesk.ui.viewing.marking.hand import Hand, Surface
from docdesk.ui.viewing.marking.painter import MarkingPainter
from docdesk.ui.viewing.marking.panel import MarkingPanel
from docdesk.ui.viewing.marking.records import Marking, Markings
from docdesk.ui.viewing.marking.store import MarkingStore
from docdesk.ui.viewing.marking.writing import Writing
from docdesk.ui.viewing.picture import Picture
from docdesk.ui.viewing.view import View
from docdesk.wording.catalogue import Wording

InHand = DrawingTool | ChoosingTool


class MarkingDesk(QObject):
    """Markings, measuring and the grid for all views of a desk.

    Markings are kept by the key of their picture for as long as the desk lives, and nowhere else.

    Signals:
        told(str): how the tool in hand is used, "" where there is none.
    """

    told = Signal(str)

    def __init__(self, owner: QWidget, wording: Wording, undo: UndoStack) -> None:
        """Make the desk.

        Args:
            owner: the widget that the views are in; the keys are its own.
            wording: says everything.
            undo: takes every step; its undo and redo are somebody else's keys.
        """
        super().__init__(owner)
        self._owner = owner
        self._wording = wording
        self._store = MarkingStore(wording, undo, self)
        self._painter = MarkingPainter(self._store, wording)
        self._grid = Grid(wording)
        self._writing = Writing(self._store, wording, self)
        self._hand = Hand(self._store, wording, self._drawn, self._edit, self.leave)
        self._views: list[View] = []
        self._tools: dict[View, InHand] = {}
        self._current: View | None = None
        self._taken: ToolKind | None = None
        self._make_actions(owner)
        self.panel = MarkingPanel(wording, self.actions, owner)
        self._listen()
        self._show()

    # --- For the page ---

    @property
    def actions(self) -> tuple[QAction, ...]:
        """Everything that can be done, in the order of the buttons."""
        return (*self._tool_actions.values(), self._grid_action, self._text_action, self._delete_action)

    def attach(self, view: View) -> None:
        """Paint above the pictures of a view, and let tools work in it."""
        if view in self._views:
            return
        self._views.append(view)
        view.above.extend((self._grid, self._painter))
        view.picture_changed.connect(partial(self._picture_changed, view))
        view.focused.connect(partial(self._look_at, view))
        view.frame_changed.connect(self._writing.place)
        if self._current is None or view.picture is not None:
            self._look_at(view)
        self._give(view)
        self._show()

    def markings(self, picture: str) -> Markings:
        """Return the markings of the picture with this key, in the order in which they were drawn."""
        return self._store.markings(picture)

    def set_markings(self, picture: str, markings: Markings) -> None:
        """Take over markings of a picture from elsewhere; that is no step that can be taken back."""
        self._store.set_markings(picture, markings)

    def leave(self) -> None:
        """Put the tool in hand away, unless the views are lent out to something else meanwhile."""
        if self._lent_out():
            return
        self._taken = None
        for view, tool in self._tools.items():
            if view.tool is tool:
                view.set_tool(None)
        self._tools.clear()
        self._show_tool()

    # --- Making ---

    def _make_actions(self, owner: QWidget) -> None:
        wording = self._wording
        self._tool_actions = tool_actions(owner, wording, self._take)
        self._grid_action = action(
            owner,
            wording,
            "mark.grid",
            self._toggle_grid,
            keys=("G",),
            icon=icon("grid"),
            checkable=True,
            everywhere=True,
        )
        self._text_action = action(
            owner, wording, "mark.text", self._write_chosen, keys=("F2",), icon=icon("keys")
        )
        self._delete_action = action(
            owner, wording, "mark.delete", self._delete_chosen, keys=("Del",), icon=icon("delete")
        )

    def _listen(self) -> None:
        self._store.changed.connect(self._show)
        self._store.choice_changed.connect(self._show)
        self.panel.chosen.connect(self._choose)
        self.panel.sought.connect(self._fly_to)
        self.panel.written.connect(self._written)
        self.panel.left.connect(self.leave)
        self.told.connect(self.panel.tell)

    # --- What a person does ---

    def _take(self, kind: ToolKind) -> None:
        """Take a tool in hand, or put it away where it is in hand already."""
        taken = self._taken
        self.leave()
        if self._taken is not None or taken is kind or self._lent_out():
            return
        self._taken = kind
        for view in self._views:
            self._give(view)
        if self._current is not None:
            self._current.setFocus()
        self._show_tool()

    def _lent_out(self) -> bool:
        """Return whether a view has another's tool, which is to be finished first, and say so."""
        lent = any(view.tool is not None and view.tool is not self._tools.get(view) for view in self._views)
        if lent:
            self._show_tool()
            self.told.emit(self._wording.term("marking.busy"))
        return lent

    def _give(self, view: View) -> None:
        """Give a view the tool in hand, if it shows a picture and has no other."""
        if self._taken is None or view.picture is None or view.tool is not None:
            return
        plan = self._taken.plan
        tool = ChoosingTool(view, self._hand) if plan is None else DrawingTool(plan, view, self._hand)
        self._tools[view] = tool
        view.set_tool(tool)

    def _drawn(self, surface: Surface, marking: Marking) -> None:
        if self._taken is not None and self._taken.plan is not None and self._taken.plan.writes:
            self._edit(surface, marking)

    def _toggle_grid(self) -> None:
        self._grid.on = not self._grid.on
        self._grid_action.setChecked(self._grid.on)
        self._update_views()

    def _delete_chosen(self) -> None:
        chosen = self._store.chosen
        if chosen is not None:
            self._store.remove(chosen.picture, chosen.marking)

    def _choose(self, key: str) -> None:
        if self._picture is not None:
            self._store.choose(self._picture.key, key)

    def _fly_to(self, key: str) -> None:
        if self._picture is None or self._current is None:
            return
        marking = self._store.find(self._picture.key, key)
        if marking is not None:
            self._current.fly_to(marking.points)

    # --- Texts ---

    def _write_chosen(self) -> None:
        """Let the text of what is chosen be written: in the list if the focus is there, else over it."""
        if self.panel.isAncestorOf(QApplication.focusWidget() or self._owner):
            self.panel.write_chosen()
            return
        marking = None if self._picture is None else self._store.chosen_in(self._picture.key)
        if marking is not None and self._current is not None:
            self._edit(self._current, marking)

    def _edit(self, surface: Surface, marking: Marking) -> None:
        view = next((each for each in self._views if each is surface), None)
        if view is not None:
            self._writing.begin(view, marking)

    def _written(self, key: str, text: str) -> None:
        if self._picture is not None:
            self._store.write(self._picture.key, key, text)

    # --- What is shown ---

    @property
    def _picture(self) -> Picture | None:
        return None if self._current is None else self._current.picture

    def _look_at(self, view: View) -> None:
        if view is not self._current:
            self._current = view
            self._show()

    def _picture_changed(self, view: View, picture: Picture | None) -> None:
        tool = self._tools.get(view)
        if tool is not None:
            tool.drop()
        self._writing.drop(view)
        if picture is not None and (self._current is None or self._current.picture is None):
            self._current = view
        self._give(view)
        self._show()

    def _show(self) -> None:
        """Show the markings of the picture that is looked at, everywhere."""
        picture = self._picture
        chosen = None if picture is None else self._store.chosen_in(picture.key)
        markings = () if picture is None else self._store.markings(picture.key)
        self.panel.show_markings(picture, markings, None if chosen is None else chosen.key)
        for made in (*self._tool_actions.values(), self._grid_action):
            _permit(made, None if picture is not None else self._wording.term("marking.no_picture"))
        for made in (self._text_action, self._delete_action):
            _permit(made, None if chosen is not None else self._wording.term("marking.none_chosen"))
        self._update_views()

    def _show_tool(self) -> None:
        taken = self._taken
        for kind in TOOLS:
            self._tool_actions[kind.name].setChecked(kind is taken)
        self.told.emit("" if taken is None else self._wording.term(f"marking_hint.{taken.name}"))
        self._update_views()

    def _update_views(self) -> None:
        for view in self._views:
            view.update()


def _permit(made: QAction, why_not: str | None) -> None:
    if why_not is None:
        allow(made)
    else:
        refuse(made, why_not)
