"""Real engines, made by the settings and handed to the walks."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from docdesk.custody.trace import Trace
from docdesk.engines.decoding.limits import MEGA, Limits
from docdesk.engines.decoding.pool import DecodingPool
from docdesk.engines.mrz_networks.reader import NetworkMrzReader, not_there
from docdesk.engines.mrz_tesseract.opinion import TesseractOpinion
from docdesk.engines.threads import one_thread_each
from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.names import Naming
from docdesk.inspection.checks.evidence import Issuers
from docdesk.inspection.inspect import Tools
from docdesk.inspection.readings.mrz_reading import Reader
from docdesk.settings import settings as names
from docdesk.settings.settings import Settings


def naming(settings: Settings) -> Naming:
    """Return the tokens of lights and sides, the user's among them."""
    return Naming.usual().with_aliases(settings[names.LIGHT_ALIASES], settings[names.SIDE_ALIASES])


MOST_AT_ONCE = 64
"""More documents at a time than any desk computer has cores."""


def workers(settings: Settings, asked: int | None) -> int:
    """Return how many documents are inspected at the same time."""
    wanted = settings[names.JOBS] if asked is None else asked
    if not 0 <= wanted <= MOST_AT_ONCE:
        raise WrongUse(Message.of("program.bad_jobs", found=wanted))
    return wanted or os.cpu_count() or 1


@contextmanager
def decoder(settings: Settings, at_once: int) -> Iterator[DecodingPool]:
    """Give a decoder with this many processes, the first of them on its way."""
    limits = Limits(
        file_bytes=settings[names.MAX_FILE_MB] * MEGA,
        pixels=settings[names.MAX_MEGAPIXELS] * MEGA,
        frames=settings[names.MAX_FRAMES],
        seconds=settings[names.DECODE_SECONDS],
        memory_bytes=settings[names.DECODE_MB] * MEGA,
    )
    with DecodingPool(workers=at_once, limits=limits, pdf_ppi=settings[names.PDF_PPI]) as pool:
        pool.warm()
        yield pool


def lacking() -> Message | None:
    """Return what is not there to read MRZs with, or None; a file that is there but damaged is told later."""
    return not_there()


def reader() -> Reader:
    """Return what reads MRZs, with Tesseract's opinion on what is in doubt, where that is installed."""
    one_thread_each()
    return NetworkMrzReader(opinion=TesseractOpinion())


def issuers(settings: Settings) -> Issuers:
    """Return which issuers are fictitious and which are known pseudo issuers, the user's among them."""
    usual = Issuers()
    pseudo: tuple[str, ...] = settings[names.PSEUDO_ISSUERS]
    return Issuers(usual.fictitious, usual.pseudo.union(pseudo))


def tools(settings: Settings, pool: DecodingPool, trace: Trace) -> Tools:
    """Return what inspections work with."""
    return Tools(pool, reader(), trace, issuers(settings))
