"""What a worker decodes from: one kind of source for raster files, one for HEIC, one for PDF."""

import errno
import importlib
from typing import Protocol

from docdesk.engines.decoding.containers import demand_complete
from docdesk.engines.decoding.exchange import Measure
from docdesk.engines.decoding.limits import Limits, in_mega
from docdesk.engines.decoding.raster import RasterSource
from docdesk.engines.decoding.refusals import Refused

_CUT_SHORT = ("truncated", "Truncated", "not enough image data", "unexpected end of file")
"""Words in messages of Pillow and libheif where the bytes end too early; told apart since people can then ask
for the file again."""

_UNKNOWN_KIND = ("unknown pixel mode", "unknown data organization", "cannot handle", "Unsupported BMP")
"""Words in messages of Pillow where the file is in order and of a kind it does not read."""


class Source(Protocol):
    """An opened file inside the worker. Its methods raise what the libraries raise, or `Refused`."""

    @property
    def frames(self) -> int:
        """How many frames there are, at least 1, at most the limit."""
        ...

    def measure(self, number: int) -> Measure:
        """Return what frame `number`, from 1, will be; decodes no pixels."""
        ...

    def draw(self, number: int, target: memoryview) -> None:
        """Decode frame `number` into the target, rows packed, as `measure` announced it."""
        ...


def open_source(kind: str, untrusted_bytes: bytes, limits: Limits, pdf_ppi: int) -> Source:
    """Return the opened file.

    Raises:
        Refused: the file is cut short, damaged or beyond a limit.
    """
    demand_complete(kind, untrusted_bytes, limits)
    # These two load large libraries: only when such a file comes.
    if kind == "HEIC":
        from docdesk.engines.decoding.heic import HeicSource

        return HeicSource(untrusted_bytes, limits)
    if kind == "PDF":
        from docdesk.engines.decoding.pdf import PdfSource

        return PdfSource(untrusted_bytes, limits, pdf_ppi)
    return RasterSource(kind, untrusted_bytes, limits)


def warm_up() -> None:
    """Load what nearly every file needs."""
    for module in ("PIL.JpegImagePlugin", "PIL.PngImagePlugin"):
        importlib.import_module(module)


def refusal_of(error: Exception, limits: Limits) -> Refused:
    """Return what an error of a decoder means for the file."""
    if isinstance(error, Refused):
        return error
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return Refused("too_much_memory", limit=in_mega(limits.memory_bytes))
    said = str(error)
    if isinstance(error, EOFError) or any(words in said for words in _CUT_SHORT):
        return Refused("truncated")
    if any(words in said for words in _UNKNOWN_KIND):
        return Refused("format_not_supported", what="unusual pixel layout")
    return Refused("damaged")
