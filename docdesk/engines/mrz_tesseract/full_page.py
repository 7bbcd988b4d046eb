"""Tesseract as anybody would use it: `eng` on the whole page, lines picked out by how they look.

It is measured beside docdesk's reader and reads for no inspection. The rule: one block of text (page
segmentation 6), only characters of the MRZ allowed; of the lines of at least 28 characters, blanks left out,
the last three where the last is shorter than 34, else the last two; and there must be two fillers side by
side, because with these characters alone every text looks like an MRZ. On the 15 captures in white light of
docdesk's samples this lost fewest characters of six ways (segmentation 3, 6, 11, characters bound or not).
"""

from docdesk.engines.mrz_tesseract import tesseract
from docdesk.engines.mrz_tesseract.hocr import Box, Read, lines_of
from docdesk.foundation.geometry import Quad
from docdesk.foundation.messages import Message
from docdesk.imaging.grey import grey_of
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.formats import nearest

OPTIONS = f"--psm 6 -c hocr_char_boxes=1 -c tessedit_char_whitelist={ALPHABET}"

LEAST_LENGTH = 28
"""Two short of the shortest line of Doc 9303: Tesseract often loses a filler or two at the end."""

LINES_OF_A_CARD = 34
"""A last line shorter than this is one of a card: its 30 characters and a few that were read twice."""

FILLERS = "<<"


class FullPageReader:
    """Implements `Reader` with Tesseract alone. It says of no character that it is certain."""

    def __init__(self, program: str = "tesseract") -> None:
        self._program = program

    def missing(self) -> Message | None:
        """Return what this reader lacks on this computer, or None."""
        return tesseract.missing(self._program)

    def read(self, pixels: Pixels) -> tuple[MrzReading, ...]:
        """Return the MRZ that the rule picks out of the page as it lies, none where it picks none."""
        hocr = tesseract.hocr_of(grey_of(pixels), OPTIONS, self._program)
        lines = picked(tuple(lines_of(hocr)))
        return (_reading(lines),) if lines else ()


def picked(lines: tuple[tuple[Read, ...], ...]) -> tuple[tuple[Read, ...], ...]:
    """Return the lines of the page that make the MRZ, none where there is none."""
    long = [line for line in lines if len(line) >= LEAST_LENGTH]
    if len(long) <= 1:
        return ()
    zone = tuple(long[-3:] if len(long[-1]) < LINES_OF_A_CARD else long[-2:])
    return zone if any(FILLERS in _text(line) for line in zone) else ()


def _reading(zone: tuple[tuple[Read, ...], ...]) -> MrzReading:
    lines = tuple(_text(line) for line in zone)
    characters = tuple(tuple(_quad(box) for _, box, _ in line) for line in zone)
    boxes = [box for line in zone for _, box, _ in line]
    around = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    return MrzReading(
        format=nearest(lines).name,
        lines=lines,
        proposed=lines,
        confidence=tuple(tuple(sure for _, _, sure in line) for line in zone),
        certain=tuple(tuple(False for _ in line) for line in zone),
        turned=0,
        quad=_quad(around),
        characters=characters,
    )


def _text(line: tuple[Read, ...]) -> str:
    return "".join(char for char, _, _ in line)


def _quad(box: Box) -> Quad:
    left, top, right, bottom = map(float, box)
    return (left, top), (right, top), (right, bottom), (left, bottom)
