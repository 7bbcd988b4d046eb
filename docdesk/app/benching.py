"""`docdesk bench`: figures about docdesk, each with the data it was measured on."""

import json
import os
import sys
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from docdesk.app import wiring
from docdesk.bench.captures import run_mutations
from docdesk.bench.mrz import Scored, score, summarise
from docdesk.bench.nuisance import NUISANCES, separations
from docdesk.bench.synthesised import measured_captures
from docdesk.bench.truth import read_truth
from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import EngineMissing, ExitCode, WrongUse
from docdesk.foundation.messages import Message
from docdesk.settings.settings import Settings
from docdesk.wording.catalogue import Wording


def cpu_seconds() -> float:
    """Return the CPU seconds of this process and of its children that have ended."""
    return sum(os.times()[:4])


def mrz(arguments: Namespace, settings: Settings, wording: Wording, _clock: Clock) -> ExitCode:
    """Score the MRZ reader on a folder of pictures."""
    folder = Path(arguments.folder)
    if not folder.is_dir():
        raise WrongUse(Message.of("program.no_folder", path=arguments.folder))
    truths = read_truth(folder)
    scored = []
    with wiring.decoder(settings, 1) as decoder:
        reader = wiring.reader()
        lacking = reader.missing()
        if lacking is not None:
            raise EngineMissing(lacking)
        for entry in score(folder, truths, decoder, reader, cpu_seconds):
            scored.append(entry)
            if sys.stderr.isatty():
                said = Message.of("program.progress", done=len(scored), total=len(truths))
                print(f"\r{wording.say(said)}", end="", file=sys.stderr, flush=True)
    if not scored:
        raise WrongUse(Message.of("program.bad_truth", path=arguments.folder, where="scored"))
    figures = asdict(summarise(tuple(scored)))
    if arguments.json:
        print(json.dumps({"summary": figures, "pictures": [_as_json(entry) for entry in scored]}, indent=1))
        return ExitCode.OK
    if arguments.each:
        for entry in scored:
            _tell(entry)
    for name, value in figures.items():
        print(f"{name:24} {value:.4f}" if isinstance(value, float) else f"{name:24} {value}")
    return ExitCode.OK


def captures(arguments: Namespace, settings: Settings, _wording: Wording, _clock: Clock) -> ExitCode:
    """Decode mutated files of all kinds; fail if anything but a refusal came of one."""
    with wiring.decoder(settings, 1) as decoder:
        outcome = run_mutations(arguments.mutations, arguments.seed, decoder)
    figures = asdict(outcome)
    if arguments.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, value in figures.items():
            print(f"{name:24} {value}")
    return ExitCode.UNREADABLE if outcome.exceptions or outcome.hangs else ExitCode.OK


def nuisance(arguments: Namespace, settings: Settings, wording: Wording, _clock: Clock) -> ExitCode:
    """Tell how well trivial properties of pictures separate altered from genuine documents: they must not."""
    folder = Path(arguments.folder)
    measured = []
    with wiring.decoder(settings, 1) as decoder:
        for one in measured_captures(folder, decoder):
            measured.append(one)
            if sys.stderr.isatty():
                said = Message.of("program.progress", done=len(measured), total=len(measured))
                print(f"\r{wording.say(said)}", end="", file=sys.stderr, flush=True)
    found = separations(measured)
    if not found:
        raise WrongUse(Message.of("program.no_truth", path=arguments.folder))
    if arguments.json:
        print(json.dumps([asdict(one) for one in found], indent=1))
        return ExitCode.OK
    print(f"{'alteration':32} {'light':5} {'altered':>7} " + " ".join(f"{name:>11}" for name in NUISANCES))
    for first in range(0, len(found), len(NUISANCES)):
        row = found[first : first + len(NUISANCES)]
        figures = " ".join(f"{one.auc:6.2f}±{one.chance:.2f}" for one in row)
        print(f"{row[0].alteration:32} {row[0].light:5} {row[0].altered:7} {figures}")
    return ExitCode.OK


def _as_json(entry: Scored) -> dict[str, object]:
    return {**asdict(entry), "exact": entry.exact}


def _tell(entry: Scored) -> None:
    if entry.exact:
        return
    sure = ", certain" if entry.certain and entry.read else ""
    print(f"{entry.truth.file} ({entry.truth.doc_type}): {entry.errors} errors{sure} {entry.failure or ''}")
    for printed in entry.truth.lines:
        print(f"  printed {printed}")
    for read in entry.read:
        print(f"  read    {read}")
