"""In which order the Tab key goes through a page: section by section, within one by where things stand."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from docdesk.ui.look.style import STEP


def next_in_order(
    page: QWidget, sections: Sequence[QWidget], focused: QWidget | None, by: int
) -> QWidget | None:
    """Return what the Tab key leads to (`by` 1) or led from (-1); None where it leaves the page.

    Widgets come and go with the documents; an order set once would put those that come later last.
    """
    stops = [stop for section in sections for stop in _stops(section)]
    places = [number for number, stop in enumerate(stops) if stop is focused]
    if not places:
        return None
    place = places[0] + by
    return stops[place] if 0 <= place < len(stops) else _outside(page, stops[places[0]], by)


def _stops(section: QWidget) -> list[QWidget]:
    """Return what takes the focus by Tab within a section, row by row; the section itself too."""
    inside = [section, *section.findChildren(QWidget)]
    found = [widget for widget in inside if _takes_focus(widget)]
    return sorted(found, key=_row_and_column)


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return by_tab and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _row_and_column(widget: QWidget) -> tuple[int, int]:
    # Middles, since what stands in one row is not equally high.
    middle = widget.mapTo(widget.window(), QPoint(widget.width() // 2, widget.height() // 2))
    return middle.y() // (2 * STEP), middle.x()


def _outside(page: QWidget, last: QWidget, by: int) -> QWidget | None:
    """Return the next widget of the window that is not on the page."""
    widget: QWidget | None = last
    while widget is not None:
        widget = widget.nextInFocusChain() if by > 0 else widget.previousInFocusChain()
        if widget is None or widget is last:
            break
        if widget.window() is page.window() and _takes_focus(widget) and not page.isAncestorOf(widget):
            return widget
    return None
