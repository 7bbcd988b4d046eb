"""`docdesk references`: finished reference pages of document models, for checks to compare with."""

import sys
from argparse import Namespace
from pathlib import Path

from docdesk.app.plan_running import films_folder
from docdesk.app.synthesis_work import not_written
from docdesk.app.terminal_progress import TerminalProgress, no_progress
from docdesk.engines.threads import one_thread_each
from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import ExitCode, WrongUse
from docdesk.foundation.messages import Message
from docdesk.foundation.places import assets_folder
from docdesk.foundation.progress import Progress
from docdesk.settings.settings import Settings
from docdesk.synthesis.models.finding import models
from docdesk.synthesis.models.reading import read_model
from docdesk.synthesis.people.portraits import load_portraits
from docdesk.synthesis.printing.press import Press
from docdesk.synthesis.referencing import write_reference
from docdesk.wording.catalogue import Wording


def run(arguments: Namespace, _settings: Settings, wording: Wording, _clock: Clock) -> ExitCode:
    """Write the reference of every model that is there into a folder."""
    one_thread_each()
    found = models(None if arguments.models is None else Path(arguments.models))
    portraits = load_portraits(assets_folder() / "portraits")
    press = Press(films_folder())
    out = Path(arguments.out)
    progress = TerminalProgress(wording) if sys.stderr.isatty() else no_progress
    for done, (name, folder) in enumerate(found.items()):
        progress(Progress(done, len(found)))
        try:
            write_reference(read_model(folder), press, portraits, out / name)
        except OSError as error:
            raise WrongUse(not_written(error, out)) from error
    progress(Progress(len(found), len(found)))
    print(wording.say(Message.of("synthesis.references_written", count=len(found), path=str(out))))
    return ExitCode.OK
