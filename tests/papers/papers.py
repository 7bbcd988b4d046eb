"""Reports to be written, and what can be read on a written page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pypdfium2

from docdesk.foundation.messages import Message
from docdesk.imaging.deep import Pixels
from docdesk.inspection.captures.capture import Capture, Known, Label, Light, Refusal, Side
from docdesk.inspection.captures.handing_in import Bundle
from docdesk.inspection.readings.mrz_reading import Entered, MrzReading
from docdesk.inspection.report.report import Report
from docdesk.papers.omitting import Omit
from docdesk.papers.pdf.fonts import BUILT_IN, USUAL_FOLDERS, PaperFonts, fonts_in
from docdesk.papers.report_pdf import report_pdf
from docdesk.wording.catalogue import Wording
from tests.inspection.checks.test_checks import LINE_1, changed, line_2
from tests.inspection.fakes import FakeDecoder, FakeReader, a_file, reading
from tests.inspection.test_inspect import member, walk

MADE_WITH = (("docdesk", "9.8.7"), ("Reader", "6.5"))
WRONG = (LINE_1, changed(line_2(optional="ZE184226B"), 3, "9"))


@dataclass(frozen=True)
class Page:
    """What can be read on the only page of a PDF: text without white space, and where it stands (points)."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    pictures: int

    def says(self, text: str) -> bool:
        return squeezed(text) in self.text


class Talkative(Wording):
    """A language in which everything takes many times as many words."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self._times = times

    def say(self, message: Message) -> str:
        return " ".join([super().say(message)] * self._times)

    def term(self, key: str) -> str:
        return " ".join([super().term(key)] * self._times)


def report(*lines: str, name: str = "a", doubtful: tuple[tuple[int, int], ...] = ()) -> Report:
    return report_of(reading(*(lines or WRONG), doubtful=doubtful), name=name)


def report_of(*readings: MrzReading, name: str = "a", file: str = "a.png") -> Report:
    decoder = FakeDecoder({file: a_file(file)})
    (made, *_) = walk(Bundle(name, (member(file),)), decoder, FakeReader({1: readings}))
    return made


def with_captures(made: Report, *paths: str) -> Report:
    """Return the report with one capture more for each path, each under another light."""
    lights = (Light.IR, Light.UV, Light.OBL, Light.TRL)
    more = tuple(
        replace(
            made.captures[0],
            path=path,
            sha256=f"{number:x}".rjust(64, "c"),
            label=Label(Side.FRONT, Known.NAMED, lights[number % len(lights)], Known.STATED),
        )
        for number, path in enumerate(paths)
    )
    return replace(made, captures=(*made.captures, *more))


def refused(path: str) -> Capture:
    return Capture(path, None, None, 1, Label(), error=Refusal("not_found", Message("capture.not_found")))


def entered(made: Report, *entries: Entered) -> Report:
    assert made.mrz is not None
    return replace(made, mrz=replace(made.mrz, reading=replace(made.mrz.reading, entered=entries)))


def a_picture() -> Pixels:
    return np.random.default_rng(3).integers(0, 256, (40, 440, 3), np.uint8)


def found_fonts() -> PaperFonts:
    return fonts_in(Path(folder) for folder in USUAL_FOLDERS)


def pdf(
    made: Report,
    pictures: Mapping[int, Pixels] | None = None,
    fonts: PaperFonts = BUILT_IN,
    omit: Omit = Omit.NOTHING,
    wording: Wording | None = None,
) -> bytes:
    at_hand = {0: a_picture()} if pictures is None else pictures
    return report_pdf(made, at_hand, wording or Wording(), fonts, made_with=MADE_WITH, omit=omit)


def page(data: bytes) -> Page:
    """Read the page; it is the only one."""
    document = pypdfium2.PdfDocument(data)
    try:
        assert len(document) == 1
        sheet = document[0]
        text = sheet.get_textpage()
        boxes = [
            text.get_charbox(index)
            for index in range(text.count_chars())
            if text.get_text_range(index, 1).strip()
        ]
        pictures = sum(1 for _ in sheet.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
        left, bottom, right, top = zip(*boxes, strict=True)
        return Page(squeezed(text.get_text_range()), min(left), min(bottom), max(right), max(top), pictures)
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Return the text without white space; a hyphen at the end of a line is read as U+FFFE."""
    return "".join(text.replace("\ufffe", "-").split())
