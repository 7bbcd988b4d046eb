"""`docdesk report`: files and folders in, a page of PDF and its JSON for each document out."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from functools import reduce
from itertools import chain, count
from operator import or_
from pathlib import Path
from platform import python_version

from docdesk import __version__
from docdesk.app import inspecting, wiring
from docdesk.app.logs import LogTrace
from docdesk.engines.decoding.sniff import sniff
from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import ExitCode, WrongUse
from docdesk.foundation.files import write_whole
from docdesk.foundation.messages import Message
from docdesk.imaging.deep import Pixels, deepened, turned
from docdesk.inspection.captures.handing_in import Bundle, hand_in
from docdesk.inspection.captures.opening import FrameSet
from docdesk.inspection.checks.evidence import Evidence
from docdesk.inspection.inspect import Tools, inspect
from docdesk.inspection.readings.entering import parse_entry
from docdesk.inspection.report.report import Report
from docdesk.papers.omitting import Omit, report_file_name
from docdesk.papers.pdf.fonts import USUAL_FOLDERS, PaperFonts, fonts_in
from docdesk.papers.report_json import report_json
from docdesk.papers.report_pdf import report_pdf
from docdesk.settings.settings import Settings
from docdesk.wording.catalogue import Wording

MADE_WITH = (("docdesk", __version__), ("Python", python_version()))

OMISSIONS = {
    "thumbnails": Omit.THUMBNAILS,
    "crops": Omit.CROPS,
    "folders": Omit.FOLDERS,
    "file_names": Omit.FILE_NAMES,
}
"""What can be left out, in the order in which it is asked for."""


def omission(names: frozenset[str]) -> Omit:
    """Return what these names leave out."""
    return reduce(or_, (OMISSIONS[name] for name in names), Omit.NOTHING)


def paper_fonts() -> PaperFonts:
    """Return the fonts of the page, as this computer has them."""
    return fonts_in(Path(folder) for folder in USUAL_FOLDERS)


def run(arguments: Namespace, settings: Settings, wording: Wording, clock: Clock) -> ExitCode:
    """Write the reports on what the arguments name, and return how the command ends."""
    on = inspecting.day(arguments.date, clock)
    entries = tuple(parse_entry(text) for text in arguments.enter)
    folder, omit = Path(arguments.into), omission(frozenset(arguments.leave_out))
    if not arguments.into or not folder.is_dir():
        raise WrongUse(Message.of("program.no_folder", path=arguments.into))
    fonts = paper_fonts()
    finished: list[Report] = []
    stems: set[str] = set()
    with wiring.decoder(settings, 1) as pool:
        bundles = hand_in(arguments.paths, wiring.naming(settings), sniff).bundles
        if not bundles:
            raise WrongUse(Message.of("program.no_pictures", path=", ".join(arguments.paths)))
        if entries and len(bundles) > 1:
            raise WrongUse(Message("entering.one_document"))
        tools = wiring.tools(settings, pool, LogTrace())
        for bundle in bundles:
            for frames, evidence, found in inspecting.for_one(_walk(bundle, tools, on), entries):
                report = inspecting.corrected(found, evidence, entries, tools.issuers)
                pictures = _pictures(frames, report)
                pdf = report_pdf(report, pictures, wording, fonts, made_with=MADE_WITH, omit=omit)
                stem = _free_stem(report, stems)
                _write(folder / f"{stem}.pdf", pdf)
                _write(folder / f"{stem}.json", report_json(report, wording, omit))
                finished.append(report)
    return inspecting.exit_code(finished)


def _walk(bundle: Bundle, tools: Tools, on: date) -> Iterator[tuple[FrameSet, Evidence | None, Report]]:
    frames, evidence = FrameSet(bundle.name, ()), None
    for step in inspect(bundle, tools, on):
        if isinstance(step, FrameSet):
            frames = step
        elif isinstance(step, Evidence):
            evidence = step
        else:
            yield frames, evidence, step


def _free_stem(report: Report, taken: set[str]) -> str:
    """Return a name without ending that no other report of this run has, and note that it is taken.

    Frames of one file, copies of one picture, and files that cannot be read share the name of their content.
    """
    plain = report_file_name(report, "").removesuffix(".")
    stem = next(stem for stem in chain((plain,), (f"{plain}-{n}" for n in count(2))) if stem not in taken)
    taken.add(stem)
    return stem


def _pictures(frames: FrameSet, report: Report) -> dict[int, Pixels]:
    """Return the pictures turned as the report's captures say."""
    return {
        index: turned(deepened(entry.pixels), capture.turned - entry.capture.turned).original
        for index, (entry, capture) in enumerate(zip(frames.opened, report.captures, strict=True))
        if entry.pixels is not None
    }


def _write(path: Path, content: bytes) -> None:
    """Write a file and say where.

    Raises:
        WrongUse: it cannot be written there.
    """
    try:
        write_whole(path, content)
    except OSError as error:
        raise WrongUse(Message.of("program.not_written", path=str(path))) from error
    print(path, flush=True)
