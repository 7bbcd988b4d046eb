"""`docdesk bench`: figures about docdesk, each with the data it was measured on."""

import json
import os
import sys
import time
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from docdesk.app import wiring
from docdesk.bench.captures import run_mutations
from docdesk.bench.nuisance import NUISANCES, separations
from docdesk.bench.synthesised import measured_captures
from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import ExitCode, WrongUse
from docdesk.foundation.messages import Message
from docdesk.settings.settings import Settings
from docdesk.wording.catalogue import Wording


def cpu_seconds() -> float:
    """Return the CPU seconds of this process and of its children that have ended."""
    # The system counts children in hundredths of a second only; a picture may take a tenth of this process.
    return time.process_time() + sum(os.times()[2:4])


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
