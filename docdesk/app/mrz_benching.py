"""`docdesk bench mrz`: how readers do on pictures whose MRZ is known."""

import json
import os
import platform
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from docdesk import __version__
from docdesk.app import wiring
from docdesk.app.benching import cpu_seconds
from docdesk.app.crash import tell
from docdesk.app.terminal_progress import TerminalProgress, no_progress
from docdesk.bench.mrz.failures import crop_of
from docdesk.bench.mrz.finding import truths_in
from docdesk.bench.mrz.page import page
from docdesk.bench.mrz.run import Measured, Run, as_json, summaries
from docdesk.bench.mrz.scoring import Course, Scored, score
from docdesk.bench.mrz.truth import Truth
from docdesk.engines.mrz_tesseract.full_page import FullPageReader
from docdesk.engines.threads import one_thread_each
from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import EngineMissing, ExitCode, WrongUse
from docdesk.foundation.files import write_whole
from docdesk.foundation.messages import Message
from docdesk.foundation.places import assets_folder
from docdesk.foundation.progress import Progress
from docdesk.inspection.captures.decoding import Decoder
from docdesk.inspection.readings.mrz_reading import Reader
from docdesk.settings.settings import Settings
from docdesk.wording.catalogue import Wording, printable

STANDARD_OUTPUT = "-"
MODELS_OF_DOCDESK = "networks/mrz-*.onnx"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A reader that can be measured: how it is made, and the bytes of its models where they are known."""

    make: Callable[[], Reader]
    model_bytes: Callable[[], int | None]


def _bytes_of_docdesk() -> int | None:
    """Return the size of docdesk's networks for the MRZ, None where there are none."""
    return sum(file.stat().st_size for file in assets_folder().glob(MODELS_OF_DOCDESK)) or None


def _kinds() -> Mapping[str, _Kind]:
    return {
        "docdesk": _Kind(wiring.reader, _bytes_of_docdesk),
        "tesseract": _Kind(FullPageReader, lambda: None),
    }


def run(arguments: Namespace, settings: Settings, wording: Wording, clock: Clock) -> ExitCode:
    """Score readers on a folder of pictures; an interruption leaves the figures of what was read.

    Figures that leave out pictures which could not be read do not end as if all was well.
    """
    folder = Path(arguments.folder)
    if not folder.is_dir():
        raise WrongUse(Message.of("program.no_folder", path=arguments.folder))
    names = tuple(name for name in (arguments.reader, arguments.beside) if name is not None)
    if len(set(names)) < len(names):
        raise WrongUse(Message.of("bench.same_reader", reader=arguments.reader))
    truths = truths_in(folder)
    _demand_writable(arguments)
    one_thread_each()
    with ExitStack() as stack:
        decoder = stack.enter_context(wiring.decoder(settings, 1))
        readers = tuple(_reader(name) for name in names)
        course = Course(folder, decoder, readers, cpu_seconds, arguments.told)
        scored, complete = _scored(course, truths, wording)
        if scored:
            made = _run(arguments, names, scored, len(truths), clock)
            _give(made, arguments, decoder, wording)
    if not complete:
        return ExitCode.INTERRUPTED
    unread = any(one.failure is not None for entry in scored for one in entry)
    return ExitCode.UNREADABLE if unread else ExitCode.OK


def _reader(name: str) -> Reader:
    reader = _kinds()[name].make()
    lacking = reader.missing()
    if lacking is not None:
        raise EngineMissing(lacking)
    return reader


def _scored(
    course: Course, truths: Sequence[Truth], wording: Wording
) -> tuple[list[tuple[Scored, ...]], bool]:
    """Return the scores of each picture, and whether none is missing."""
    progress = TerminalProgress(wording) if sys.stderr.isatty() else no_progress
    scored: list[tuple[Scored, ...]] = []
    try:
        for entry in score(course, truths):
            scored.append(entry)
            progress(Progress(len(scored), len(truths)))
    except KeyboardInterrupt:
        tell(wording.term("program.interrupted"))
        return scored, False
    return scored, True


def _run(
    arguments: Namespace, names: Sequence[str], scored: list[tuple[Scored, ...]], total: int, clock: Clock
) -> Run:
    kinds = _kinds()
    columns = zip(*scored, strict=True)
    return Run(
        version=__version__,
        on=clock.today().isoformat(),
        machine=f"{platform.machine()}, {os.cpu_count()} x CPU, Python {platform.python_version()}",
        folder=Path(arguments.folder).resolve().name,
        told=arguments.told,
        pictures=total,
        readers=tuple(
            Measured(name, kinds[name].model_bytes(), tuple(column))
            for name, column in zip(names, columns, strict=True)
        ),
    )


def _give(made: Run, arguments: Namespace, decoder: Decoder, wording: Wording) -> None:
    """Write what was asked for, and show the figures."""
    if arguments.html is not None:
        folder = Path(arguments.folder)
        text = page(made, lambda entry: crop_of(entry, folder, decoder), wording)
        _write(Path(arguments.html), text.encode("utf-8"))
    if arguments.json is not None:
        text = json.dumps(as_json(made), indent=1)
        if arguments.json == STANDARD_OUTPUT:
            print(text)
            return
        _write(Path(arguments.json), f"{text}\n".encode())
    if arguments.each:
        for entry in made.readers[0].scored:
            _tell(entry)
    _table(made)


def _demand_writable(arguments: Namespace) -> None:
    """Refuse, before anything is measured, a file in a folder that is not there."""
    for given in (arguments.json, arguments.html):
        if given not in {None, STANDARD_OUTPUT} and not Path(given).parent.is_dir():
            raise WrongUse(Message.of("program.not_written", path=given))


def _write(path: Path, content: bytes) -> None:
    try:
        write_whole(path, content)
    except OSError as error:
        raise WrongUse(Message.of("program.not_written", path=str(path))) from error


def _table(made: Run) -> None:
    figures = summaries(made)
    print(f"{'':26}" + "".join(f" {name:>10}" for name in figures))
    for name in next(iter(figures.values())):
        print(f"{name:26}" + "".join(f" {_cell(values[name]):>10}" for values in figures.values()))


def _cell(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def _tell(entry: Scored) -> None:
    if entry.exact:
        return
    sure = ", certain" if entry.certain else ""
    print(
        f"{printable(entry.truth.file)} ({printable(entry.truth.doc_type)}): "
        f"{entry.errors} errors{sure} {entry.failure or ''}"
    )
    for printed, read in zip_longest(entry.truth.lines, entry.read):
        print(f"  printed {'' if printed is None else printable(printed)}")
        print(f"  read    {'' if read is None else printable(read)}")
