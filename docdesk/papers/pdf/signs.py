"""The signs of the wording, drawn: no font need have them, and they differ in shape where colour is lost."""

from dataclasses import dataclass
from math import cos, pi, sin

from docdesk.papers.pdf.sheet import Sheet
from docdesk.wording.signs import Sign

COLOURS = {
    Sign.ANOMALY: "#A81C16",
    Sign.ATTENTION: "#154FA8",
    Sign.NO_ANOMALY: "#1A6A36",
    Sign.UNDECIDED: "#845000",
    Sign.NOT_CHECKED: "#505863",
    Sign.ABORTED: "#000000",
    Sign.NOTED: "#505863",
}
"""Each has a contrast over 6:1 on white, so that it stays dark in a black-and-white print."""

STROKE = 0.17
"""Width of a stroke, of the sign's size: strokes of a bold letter."""


@dataclass(frozen=True, slots=True)
class DrawnSign:
    """A block that draws a sign in a square of `size` points, `down` points below the top."""

    sign: Sign
    size: float
    down: float = 0.0

    def height(self, width: float) -> float:
        """Return the square's height."""
        return self.down + self.size

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw the sign."""
        colour, wide = COLOURS[self.sign], STROKE * self.size

        def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
            return [(left + x * self.size, top + self.down + y * self.size) for x, y in points]

        match self.sign:
            case Sign.ANOMALY:
                sheet.strokes(at((0.14, 0.14), (0.86, 0.86)), wide, colour)
                sheet.strokes(at((0.86, 0.14), (0.14, 0.86)), wide, colour)
            case Sign.ATTENTION:
                sheet.area(at((0.5, 0.06), (0.98, 0.92), (0.02, 0.92)), colour)
            case Sign.NO_ANOMALY:
                sheet.strokes(at((0.1, 0.55), (0.38, 0.84), (0.9, 0.16)), wide, colour)
            case Sign.UNDECIDED:
                sheet.area(at((0.38, 0.04), (0.62, 0.04), (0.57, 0.66), (0.43, 0.66)), colour)
                sheet.area(at(*_disc((0.5, 0.86), 0.12)), colour)
            case Sign.NOT_CHECKED:
                (middle,) = at((0.5, 0.5))
                sheet.ring(middle, 0.4 * self.size, wide * 0.8, colour)
            case Sign.ABORTED:
                sheet.area(at((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)), colour)
            case Sign.NOTED:
                (middle,) = at((0.5, 0.5))
                sheet.ring(middle, 0.46 * self.size, wide * 0.5, colour)
                sheet.area(at(*_disc((0.5, 0.29), 0.08)), colour)
                sheet.strokes(at((0.5, 0.48), (0.5, 0.73)), wide * 0.7, colour)


def _disc(middle: tuple[float, float], radius: float) -> list[tuple[float, float]]:
    angles = [number * pi / 12 for number in range(24)]
    return [(middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)) for angle in angles]
