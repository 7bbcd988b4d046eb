"""PDF pages, rendered by PDFium without scripts, forms or network."""

import ctypes
import math

import pypdfium2
import pypdfium2.raw as pdfium

from docdesk.engines.decoding.exchange import Measure
from docdesk.engines.decoding.limits import MEGA, Limits
from docdesk.engines.decoding.refusals import Refused

_POINTS_PER_INCH = 72.0
_PAGE_PIXELS = 40 * MEGA
"""Of one rendered page: A4 at 300 ppi has 8.7 million, at 600 ppi 35; larger pages get a lower resolution."""

_SANE_POINTS = (1.0, 100_000.0)
"""Sides of a page: from 0.35 mm to 35 m; PDF readers stop at 5 m."""


class PdfSource:
    """A PDF file; each page is a frame, RGB over white, with what a reader would show (annotations too).

    No form environment is made, so neither form scripts nor XFA run, and PDFium itself opens no connection.
    """

    def __init__(self, untrusted_bytes: bytes, limits: Limits, ppi: int) -> None:
        """Read the page tree.

        Raises:
            Refused: the file asks for a password or has no page, or too many.
        """
        self._ppi = float(ppi)
        try:
            self._document = pypdfium2.PdfDocument(untrusted_bytes)
        except pypdfium2.PdfiumError as error:
            if error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
                raise Refused("encrypted") from error
            raise
        self.frames = len(self._document)
        if self.frames < 1:
            raise Refused("damaged")
        if self.frames > limits.frames:
            raise Refused("too_many_frames", limit=limits.frames)

    def measure(self, number: int) -> Measure:
        """Return the size of the rendered page and the resolution it will really have."""
        width, height = self._document.get_page_size(number - 1)
        least, most = _SANE_POINTS
        if not (least <= width <= most and least <= height <= most):  # not a number fails this too
            raise Refused("damaged")
        fitting = math.sqrt(_PAGE_PIXELS / (width * height)) * _POINTS_PER_INCH
        # Whole numbers of pixels per inch where the page is lowered, so that a report can state it exactly.
        ppi = self._ppi if self._ppi <= fitting else max(1.0, float(math.floor(fitting)))
        scale = ppi / _POINTS_PER_INCH
        return Measure(
            max(1, round(width * scale)),
            max(1, round(height * scale)),
            3,
            8,
            ppi=ppi,
            known="rendered",
        )

    def draw(self, number: int, target: memoryview) -> None:
        """Render the page straight into the target."""
        measure = self.measure(number)
        page = self._document[number - 1]
        pixels = (ctypes.c_ubyte * measure.bytes).from_buffer(target)
        bitmap = pypdfium2.PdfBitmap.new_native(
            measure.width, measure.height, pdfium.FPDFBitmap_BGR, rev_byteorder=True, buffer=pixels
        )
        try:
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, measure.width, measure.height)
            flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, measure.width, measure.height, 0, flags)
        finally:
            bitmap.close()
            page.close()
