"""A sheet of A4 paper to draw on. Points (1/72 inch) from its top-left corner, x to the right, y down."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from docdesk.papers.pdf.fonts import Face, PaperFonts

WIDTH, HEIGHT = float(A4[0]), float(A4[1])

MARGIN = 36.0
"""Points (12.7 mm): what printers of all makes can print up to, and a hole punch leaves."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the file says of itself; `keywords` also make its identifier, so they should tell its content."""

    title: str
    subject: str
    keywords: str
    producer: str
    language: str
    on: date


class Sheet:
    """One page, drawn upon in the order in which it is read."""

    def __init__(self, fonts: PaperFonts, imprint: Imprint) -> None:
        self._fonts = fonts
        self._written = BytesIO()
        self._canvas = Canvas(
            self._written, pagesize=A4, pageCompression=1, invariant=1, lang=imprint.language
        )
        self._canvas.setTitle(imprint.title)
        self._canvas.setSubject(imprint.subject)
        self._canvas.setKeywords(imprint.keywords)
        self._canvas.setAuthor("docdesk")
        self._canvas.setCreator("docdesk")
        self._canvas.setProducer(imprint.producer)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        # The day of the inspection: the moment of writing would make each copy another file.
        self._canvas.setDateFormatter(lambda *_moment: f"D:{imprint.on:%Y%m%d}")

    @contextmanager
    def smaller(self, factor: float) -> Iterator[None]:
        """Draw everything meanwhile smaller by the factor, about the top-left corner."""
        self._canvas.saveState()
        self._canvas.translate(0, HEIGHT * (1 - factor))
        self._canvas.scale(factor, factor)
        yield
        self._canvas.restoreState()

    def text(self, at: tuple[float, float], text: str, face: Face, size: float, colour: str) -> None:
        """Write a line whose baseline begins there."""
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.setFont(self._fonts.name(face), size)
        self._canvas.drawString(at[0], HEIGHT - at[1], text)

    def spaced(self, at: tuple[float, float], text: str, size: float, pitch: float) -> None:
        """Write a monospaced line with one character every `pitch` points; it is still copied as one word."""
        # Character spacing outlives a text in PDF; only a restored state ends it.
        self._canvas.saveState()
        self._canvas.setFillColor(HexColor("#000000"))
        line = self._canvas.beginText(at[0], HEIGHT - at[1])
        line.setFont(self._fonts.mono, size)
        line.setCharSpace(pitch - self._fonts.width("0", Face.MONO, size))
        line.textOut(text)
        self._canvas.drawText(line)
        self._canvas.restoreState()

    def strokes(
        self, points: Sequence[tuple[float, float]], width: float, colour: str, *, closed: bool = False
    ) -> None:
        """Draw a line through the points."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(width)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        self._canvas.drawPath(self._path(points, closed=closed), stroke=1, fill=0)

    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """Fill the polygon."""
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.drawPath(self._path(points, closed=True), stroke=0, fill=1)

    def ring(self, middle: tuple[float, float], radius: float, width: float, colour: str) -> None:
        """Draw a circle's outline."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(width)
        self._canvas.circle(middle[0], HEIGHT - middle[1], radius, stroke=1, fill=0)

    def picture(self, png: bytes, left: float, top: float, size: tuple[float, float]) -> None:
        """Place a picture, its size in points."""
        self._canvas.drawImage(ImageReader(BytesIO(png)), left, HEIGHT - top - size[1], *size)

    def finished(self) -> bytes:
        """Return the PDF file's bytes; nothing can be drawn afterwards."""
        self._canvas.showPage()
        self._canvas.save()
        return self._written.getvalue()

    def _path(self, points: Sequence[tuple[float, float]], *, closed: bool) -> PDFPathObject:
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], HEIGHT - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, HEIGHT - y)
        if closed:
            path.close()
        return path
