"""The command line: what can be asked, and how it ends."""

import argparse
import importlib
import io
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from docdesk import __version__
from docdesk.app import benching, inspecting, logs, reporting
from docdesk.app.crash import guarded, silence_output, tell
from docdesk.foundation.clock import Clock, SystemClock
from docdesk.foundation.errors import DocdeskError, EngineMissing, ExitCode, WrongUse
from docdesk.foundation.messages import Message
from docdesk.settings.file import load, usual_path
from docdesk.settings.settings import LANGUAGE, Settings
from docdesk.wording.catalogue import Wording

ENDS = """exit codes:
  0  no anomaly found in any document
  1  an anomaly, or something that calls for attention
  2  wrong use
  3  something could not be decided or inspected
  4  a file could not be read
  70 docdesk itself failed
"""


def main(arguments: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Do what the arguments ask and return the exit code."""
    _open_streams()
    return int(guarded(lambda: _main(_parser().parse_args(arguments), clock or SystemClock())))


def _main(asked: argparse.Namespace, clock: Clock) -> int:
    logs.set_up(verbose=asked.verbose)
    # Whoever asks the program to end gets what an interruption gives: work stops, nothing is left behind.
    signal.signal(signal.SIGTERM, _interrupted_once)
    wording = Wording()
    try:
        named = asked.settings is not None
        settings = load(Path(asked.settings) if named else usual_path(), must_exist=named)
        wording = Wording(settings[LANGUAGE])
        code = int(asked.run(asked, settings, wording, clock))
        sys.stdout.flush()
    except DocdeskError as error:
        tell(f"docdesk: {wording.say(error.message)}")
        return int(error.exit_code)
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        silence_output()
        return int(ExitCode.INTERRUPTED)
    return code


def _interrupted_once(_number: int, _frame: FrameType | None) -> None:
    """Interrupt the program, and let nothing interrupt how it ends."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


def _open_streams() -> None:
    """Give closed standard streams somewhere to go, so that no other file takes their numbers."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    # Python sets a stream that was closed at its start to None; these live as long as the program.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - see above
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - see above
    # A terminal that cannot show a symbol shows a question mark, and the report goes on.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="docdesk",
        description="Reads, checks and explains identity and travel documents, offline.",
        epilog=ENDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"docdesk {__version__}")
    parser.add_argument("--verbose", action="store_true", help="tell what is done on standard error")
    parser.add_argument("--settings", metavar="FILE", help="use this settings file")
    # Whoever starts docdesk by its name alone wants the window.
    parser.set_defaults(run=_open_window, paths=(), until=None)
    commands = parser.add_subparsers(metavar="COMMAND")
    _inspect(commands)
    _report(commands)
    _window(commands)
    _synthesise(commands)
    _references(commands)
    _bench(commands)
    return parser


def _open_window(asked: argparse.Namespace, settings: Settings, wording: Wording, clock: Clock) -> ExitCode:
    """Open the window where there is a screen. Qt is loaded here: a terminal need not have it."""
    _demand_screen()
    try:
        window = importlib.import_module("docdesk.app.window")
    except ImportError as error:
        raise EngineMissing(Message.of("program.no_qt", what=error.msg)) from error
    return ExitCode(window.run(asked, settings, wording, clock))


def _demand_screen() -> None:
    if sys.platform in {"win32", "darwin"}:
        return
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise WrongUse(Message("program.no_screen"))


def _day_and_entries(command: argparse.ArgumentParser) -> None:
    command.add_argument("--date", metavar="YYYY-MM-DD", help="inspect as of this day; today if not given")
    command.add_argument(
        "--enter",
        action="append",
        default=[],
        metavar="LINE:POSITION=CHARACTER",
        help="a character that you saw on the picture, counted from 1, say 2:5=0; may be given again",
    )


def _report(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "report", help="inspect documents and write a page of PDF and its JSON for each", epilog=ENDS
    )
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    command.add_argument("paths", nargs="+", metavar="PATH", help="a picture, a PDF, or a folder of them")
    command.add_argument("--into", required=True, metavar="FOLDER", help="where the reports are written")
    command.add_argument(
        "--leave-out",
        action="append",
        default=[],
        choices=tuple(reporting.OMISSIONS),
        help="what the reports shall not carry; may be given again",
    )
    _day_and_entries(command)
    command.set_defaults(run=reporting.run)


def _window(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("window", help="open the window, and these files or folders in it")
    command.add_argument("paths", nargs="*", metavar="PATH", help="a picture, a PDF, or a folder of them")
    command.add_argument(
        "--until",
        choices=("paint", "verdict"),
        help="close the window again when it is painted, or shows its first verdict",
    )
    command.set_defaults(run=_open_window)


def _inspect(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "inspect",
        help="inspect the documents that files or folders show",
        epilog=ENDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("paths", nargs="+", metavar="PATH", help="a picture, a PDF, or a folder of them")
    form = command.add_mutually_exclusive_group()
    form.add_argument(
        "--json", dest="form", action="store_const", const="json", default="text", help="one JSON object"
    )
    form.add_argument(
        "--json-lines",
        dest="form",
        action="store_const",
        const="json-lines",
        help="a JSON object on a line for each inspection, as it ends",
    )
    _day_and_entries(command)
    command.add_argument("--jobs", type=int, metavar="N", help="inspect N documents at a time")
    command.add_argument("--verbose", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    command.set_defaults(run=inspecting.run)


def _synthesise(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "synthesise", help="make documents of states that do not exist, with the truth about each"
    )
    command.add_argument("--plan", required=True, metavar="FILE", help="which documents, as TOML")
    to_do = command.add_mutually_exclusive_group(required=True)
    to_do.add_argument("--out", metavar="DIR", help="where they are written; what is there already is kept")
    to_do.add_argument(
        "--check-plan",
        action="store_true",
        help="check the plan and its models, say how many it makes, and make nothing",
    )
    command.add_argument("--models", metavar="FOLDER", help="a folder of document models of your own")
    command.add_argument("--jobs", type=int, metavar="N", help="make N documents at a time")
    command.set_defaults(run=_run_synthesise)


def _references(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "references", help="write finished pages of document models, with their zones, to compare with"
    )
    command.add_argument("--out", required=True, metavar="DIR", help="a folder for each model is made in it")
    command.add_argument("--models", metavar="FOLDER", help="document models of your own, one folder each")
    command.set_defaults(run=_run_references)


def _bench(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    benches = commands.add_parser("bench", help="measure docdesk against data").add_subparsers(
        required=True, metavar="WHAT"
    )
    _bench_of_mrz(benches)
    captures = benches.add_parser("captures", help="decode mutated files; nothing may crash or hang")
    captures.add_argument("--mutations", type=_count, default=10_000, metavar="N")
    captures.add_argument("--seed", type=int, default=1)
    captures.add_argument("--json", action="store_true")
    captures.set_defaults(run=benching.captures)
    synthesis = benches.add_parser("synthesis", help="time documents from their order to their captures")
    synthesis.add_argument("--documents", type=_count, default=10, metavar="N", help="of each kind")
    synthesis.add_argument("--altered", action="store_true", help="with every alteration too")
    synthesis.add_argument("--json", action="store_true")
    synthesis.set_defaults(run=_bench_synthesis)
    nuisance = benches.add_parser(
        "nuisance", help="tell whether trivial properties give altered documents of a plan away"
    )
    nuisance.add_argument("folder", metavar="DIR", help="what “docdesk synthesise” made")
    nuisance.add_argument("--json", action="store_true")
    nuisance.set_defaults(run=benching.nuisance)
    window = benches.add_parser("window", help="time repainting, or the window while a folder is inspected")
    window.add_argument(
        "--megapixels", type=float, default=100.0, metavar="N", help="of each of two pictures"
    )
    window.add_argument("--frames", type=_count, default=200, metavar="N", help="for each way of seeing them")
    window.add_argument("--files", type=_count, metavar="N", help="inspect a folder of N files instead")
    window.add_argument("--seconds", type=float, default=60.0, metavar="S", help="how long, with --files")
    window.add_argument("--json", action="store_true")
    window.set_defaults(run=_bench_window)


def _bench_of_mrz(benches: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    mrz = benches.add_parser(
        "mrz",
        help="score the MRZ reader on images/ and truth.csv in DIR, or on what “docdesk synthesise” made",
    )
    mrz.add_argument("folder", metavar="DIR")
    readers = ("docdesk", "tesseract")
    mrz.add_argument("--reader", choices=readers, default="docdesk", help="which is scored")
    mrz.add_argument("--beside", choices=readers, help="another, scored on the same pictures in the same run")
    mrz.add_argument(
        "--no-priors",
        dest="told",
        action="store_const",
        const="raw",
        default="lines",
        help="score shapes alone, without what positions in an MRZ say of them",
    )
    mrz.add_argument("--json", metavar="FILE", help="write figures and every picture as JSON; - shows it")
    mrz.add_argument("--html", metavar="FILE", help="write a page to look at, with each failure")
    mrz.add_argument(
        "--each", action="store_true", help="show what was read on each picture that is not exact"
    )
    mrz.set_defaults(run=_bench_mrz)


def _bench_mrz(asked: argparse.Namespace, settings: Settings, wording: Wording, clock: Clock) -> ExitCode:
    """Score the MRZ reader. The bench is loaded here: who inspects a document does not wait for it."""
    mrz_benching = importlib.import_module("docdesk.app.mrz_benching")
    return ExitCode(mrz_benching.run(asked, settings, wording, clock))


def _bench_window(asked: argparse.Namespace, settings: Settings, wording: Wording, clock: Clock) -> ExitCode:
    """Load Qt and measure the window."""
    _demand_screen()
    benching_window = importlib.import_module("docdesk.app.window_benching")
    return ExitCode(benching_window.run(asked, settings, wording, clock))


def _run_synthesise(
    asked: argparse.Namespace, settings: Settings, wording: Wording, clock: Clock
) -> ExitCode:
    """Make documents. The generator is loaded here: who inspects a document does not wait for it."""
    synthesising = importlib.import_module("docdesk.app.synthesising")
    return ExitCode(synthesising.run(asked, settings, wording, clock))


def _run_references(
    asked: argparse.Namespace, settings: Settings, wording: Wording, clock: Clock
) -> ExitCode:
    references = importlib.import_module("docdesk.app.references")
    return ExitCode(references.run(asked, settings, wording, clock))


def _bench_synthesis(
    asked: argparse.Namespace, settings: Settings, wording: Wording, clock: Clock
) -> ExitCode:
    """Measure the generator."""
    benching_synthesis = importlib.import_module("docdesk.app.synthesis_benching")
    return ExitCode(benching_synthesis.run(asked, settings, wording, clock))


def _count(text: str) -> int:
    """Accept a number of files, at least 1."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
