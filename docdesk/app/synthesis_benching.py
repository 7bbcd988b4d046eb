"""`docdesk bench synthesis`: CPU seconds and memory of making documents, one process, one thread."""

import json
import resource
from argparse import Namespace
from dataclasses import asdict

from docdesk.app.plan_running import films_folder
from docdesk.bench.synthesis import making_times
from docdesk.engines.threads import one_thread_each
from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import ExitCode
from docdesk.foundation.places import assets_folder
from docdesk.settings.settings import Settings
from docdesk.synthesis.alterations.catalogue import ALTERATIONS
from docdesk.synthesis.capturing.devices import DEVICES
from docdesk.synthesis.models.finding import models
from docdesk.synthesis.models.reading import read_model
from docdesk.synthesis.people.portraits import load_portraits
from docdesk.synthesis.plans.making import Studio
from docdesk.synthesis.printing.press import Press
from docdesk.synthesis.synthesise import synthesise
from docdesk.wording.catalogue import Wording


def run(arguments: Namespace, _settings: Settings, _wording: Wording, _clock: Clock) -> ExitCode:
    """Measure, and print a line for each kind as it is known."""
    one_thread_each()
    found = {name: read_model(folder) for name, folder in models(None).items()}
    portraits = load_portraits(assets_folder() / "portraits")
    studio = Studio(found, portraits, Press(films_folder()), ALTERATIONS, DEVICES)
    alterations = (None, *ALTERATIONS) if arguments.altered else (None,)
    times = []
    for one in making_times(studio, synthesise, tuple(found), alterations, arguments.documents):
        times.append(one)
        if not arguments.json:
            print(
                f"{one.model:20} {one.alteration:30} {one.sides} sides  median {one.median:5.2f} s"
                f"  greatest {one.greatest:5.2f} s",
                flush=True,
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if arguments.json:
        print(json.dumps({"documents": [asdict(one) for one in times], "peak_mb": peak}, indent=1))
    else:
        print(f"peak memory {peak} MB")
    return ExitCode.OK
