"""Text from outside, such as names of files, shown so that it cannot pass for something else."""

import re

from PySide6.QtGui import Qt

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, breaks of lines, marks that turn the order of writing round (`exe.png` can be made to
look like `gnp.exe`), and bytes that are no text. Joiners stay: some scripts are not legible without them."""

_STANDS_FOR_IT = "\N{REPLACEMENT CHARACTER}"


def one_line(text: str) -> str:
    """Return the text with a mark in the place of whatever cannot be seen or changes how the rest is seen."""
    return _UNSEEN.sub(_STANDS_FOR_IT, text)


def tip(text: str) -> str:
    """Return the text for a tool tip, which would take a name with `<b>` in it for HTML."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text
