"""Where the parts of a finding's card stand, in device-independent pixels from the card's top-left corner."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from docdesk.ui.inspecting.finding_cards import Card, Kind
from docdesk.ui.inspecting.wrapped_text import WrappedText
from docdesk.ui.look.style import STEP

SMALL = 0.88
"""Size of what explains, to that of the sentence."""

FLAT = 4.0
"""Places flatter than this, such as a line of the MRZ, take the whole width; the reference stands below."""

LEAST_CROP, MOST_CROP = 20, 64
"""Height of a crop: a line of print can be read in it, and several cards still fit a screen."""

BAR_WIDTH, BAR_HEIGHT = 88, 10
"""Of the bar that shows a margin."""

GAP = STEP // 2


@dataclass(frozen=True, slots=True)
class CardLayout:
    """Where the parts stand, None for what the card lacks; `height` is that of the whole card."""

    sign: QRect
    text: QRect
    crop: QRect | None
    reference: QRect | None
    bar: QRect | None
    foot: QRect | None
    expert: QRect | None
    height: int


def small(font: QFont) -> QFont:
    """Return the font of what explains."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made


def lay_out(card: Card, width: int, font: QFont, *, expert: bool) -> CardLayout:
    """Return where the parts of the card stand in this width."""
    line, foot_line = QFontMetrics(font).height(), QFontMetrics(small(font)).height()
    left = STEP + line + STEP
    inner = max(width - left - STEP, 1)
    text = QRect(left, STEP, inner, max(WrappedText(card.text, font, inner).height, line))
    below = text.bottom() + 1
    crop, reference, below = _pictures(card, left, below, inner, foot_line)
    bar = foot = names = None
    if card.measured:
        bar = QRect(left, below + GAP, inner, max(BAR_HEIGHT, foot_line))
        below = bar.bottom() + 1
    if card.light or card.source:
        foot = QRect(left, below + GAP, inner, foot_line)
        below = foot.bottom() + 1
    if expert and card.expert:
        needed = WrappedText(card.expert, small(font), inner).height
        names = QRect(left, below + 2, inner, needed)
        below = names.bottom() + 1
    sign = QRect(STEP, STEP, line, line)
    pad = GAP if card.kind is Kind.FURTHER else STEP
    return CardLayout(sign, text, crop, reference, bar, foot, names, below + pad)


def _pictures(
    card: Card, left: int, top: int, inner: int, foot_line: int
) -> tuple[QRect | None, QRect | None, int]:
    """Return the places of crop and reference, and where they end. Room is kept before the crop is there."""
    if card.aspect is None:
        return None, None, top
    half = (inner - STEP) // 2
    flat = card.aspect > FLAT
    width = inner if flat else half
    height = min(max(round(width / card.aspect), LEAST_CROP), MOST_CROP)
    crop = QRect(left, top + GAP, width, height)
    if flat:
        reference = QRect(left, crop.bottom() + 1 + 2, inner, foot_line)
        return crop, reference, reference.bottom() + 1
    reference = QRect(left + half + STEP, top + GAP, half, height)
    return crop, reference, crop.bottom() + 1
