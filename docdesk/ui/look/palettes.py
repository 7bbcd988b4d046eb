"""Colours: a light and a dark palette, and one colour for each sign.

Text and signs keep a contrast of 4.5:1 and more to the surfaces they stand on (WCAG 2.2 AA, 1.4.3), lines
that mean something 3:1 (1.4.11); `tests/ui/look` computes them.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from docdesk.wording.signs import Sign


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, as #RRGGBB.

    `window` lies behind everything, `surface` behind text and lists, `stage` behind pictures; `line` draws
    borders of controls, `hairline` separates without meaning; `accent` is for what is chosen or has the
    focus, `chosen` lies behind the text of what is chosen.
    """

    name: str
    window: str
    surface: str
    stage: str
    text: str
    faint: str
    line: str
    hairline: str
    accent: str
    on_accent: str
    chosen: str
    signs: tuple[tuple[Sign, str], ...]

    def sign(self, sign: Sign) -> str:
        """Return the colour of a sign."""
        return dict(self.signs)[sign]


LIGHT = Theme(
    name="light",
    window="#F1F3F5",
    surface="#FFFFFF",
    stage="#D5D9DE",
    text="#1A1D21",
    faint="#565E69",
    line="#7F8894",
    hairline="#D3D8DE",
    accent="#1C5BB5",
    on_accent="#FFFFFF",
    chosen="#D8E5F8",
    signs=(
        (Sign.ANOMALY, "#B3201A"),
        (Sign.ATTENTION, "#1656B8"),
        (Sign.NO_ANOMALY, "#1A6A36"),
        (Sign.UNDECIDED, "#8A5300"),
        (Sign.NOT_CHECKED, "#565E69"),
        (Sign.ABORTED, "#000000"),
        (Sign.NOTED, "#565E69"),
    ),
)

DARK = Theme(
    name="dark",
    window="#1D2024",
    surface="#15171A",
    stage="#0E1012",
    text="#E7E9EC",
    faint="#A8B0BA",
    line="#757E89",
    hairline="#343A41",
    accent="#7DB0FF",
    on_accent="#0D1117",
    chosen="#24406B",
    signs=(
        (Sign.ANOMALY, "#FF8A80"),
        (Sign.ATTENTION, "#8AB8FF"),
        (Sign.NO_ANOMALY, "#7DD491"),
        (Sign.UNDECIDED, "#F0BE55"),
        (Sign.NOT_CHECKED, "#A8B0BA"),
        (Sign.ABORTED, "#FFFFFF"),
        (Sign.NOTED, "#A8B0BA"),
    ),
)


def palette(theme: Theme) -> QPalette:
    """Return the theme as Qt's palette."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, theme.window),
        (roles.WindowText, theme.text),
        (roles.Base, theme.surface),
        (roles.AlternateBase, theme.window),
        (roles.Text, theme.text),
        (roles.Button, theme.window),
        (roles.ButtonText, theme.text),
        (roles.BrightText, theme.on_accent),
        (roles.ToolTipBase, theme.surface),
        (roles.ToolTipText, theme.text),
        (roles.PlaceholderText, theme.faint),
        (roles.Highlight, theme.accent),
        (roles.HighlightedText, theme.on_accent),
        (roles.Accent, theme.accent),
        (roles.Link, theme.accent),
        (roles.LinkVisited, theme.accent),
        (roles.Light, theme.surface),
        (roles.Midlight, theme.hairline),
        (roles.Mid, theme.hairline),
        (roles.Dark, theme.line),
        (roles.Shadow, theme.line),
    ):
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.line))
    made.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(theme.hairline))
    return made


EDGED = ("QCheckBox", "QRadioButton", "QAbstractSpinBox", "QComboBox", "QSlider", "QProgressBar")
"""Controls whose edges Fusion draws in a darker shade of the window: too pale in light, unseen in dark."""

DARKER = 140
"""By how many hundredths Fusion darkens the window's colour for them (QFusionStyle, `outline`)."""


def edged(theme: Theme) -> QPalette:
    """Return the palette for `EDGED`, with a window colour out of which Fusion makes the theme's `line`."""
    made = palette(theme)
    made.setColor(QPalette.ColorRole.Window, QColor(theme.line).lighter(DARKER))
    return made
