"""Where a window opens: as it was left, on a screen that exists."""

from collections.abc import Sequence

from docdesk.ui.shell.window_state import Rect

TITLE_HEIGHT = 40
"""px from the top of a window by which it can be taken hold of: its frame and the first row in it."""

TO_TAKE_HOLD = 120
"""px of the title's width that must be seen so that a mouse can move the window."""


def placed(wanted: Rect, screens: Sequence[Rect]) -> Rect | None:
    """Return the rectangle brought within the screen that shows most of its title, None if none shows any.

    `screens` are the parts of the screens that windows may use.
    """
    best = max(screens, key=lambda screen: _title_seen(wanted, screen), default=None)
    if best is None or _title_seen(wanted, best) < min(TO_TAKE_HOLD, wanted[2]):
        return None
    width, height = min(wanted[2], best[2]), min(wanted[3], best[3])
    x = min(max(wanted[0], best[0]), best[0] + best[2] - width)
    y = min(max(wanted[1], best[1]), best[1] + best[3] - height)
    return x, y, width, height


def _title_seen(window: Rect, screen: Rect) -> int:
    """Return how much of the title's width the screen shows, in px; 0 where the title lies above or below."""
    x, y, width, _ = window
    left, top, screen_width, screen_height = screen
    if not top - TITLE_HEIGHT < y < top + screen_height - TITLE_HEIGHT:
        return 0
    return max(0, min(x + width, left + screen_width) - max(x, left))
