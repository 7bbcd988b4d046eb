"""The last resort: what nobody foresaw ends in a sentence and an exit code of its own, not in a verdict."""

import os
import sys
import traceback
from collections.abc import Callable

from docdesk.foundation.errors import ExitCode

SAID = "docdesk: failed for a reason that nobody foresaw, or could not write its output.\n"
"""Not in the catalogue of sentences: whatever broke may have been that."""


def guarded(run: Callable[[], int]) -> int:
    """Run the program and return its exit code; an interruption or a fault of docdesk has one of its own."""
    try:
        return run()
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - an exit code of 1 would be read as an anomaly
        # What an exception says may quote a document: only its type and where it arose are told.
        where = "".join(traceback.format_tb(error.__traceback__))
        tell(f"{SAID}{where}{type(error).__name__}")
        if isinstance(error, OSError):
            silence_output()
        return ExitCode.FAULT


def tell(text: str) -> None:
    """Say something beside the reports, on standard error; that nobody can hear it changes nothing."""
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def silence_output() -> None:
    """Let what cannot be written any more go nowhere, or Python complains of it on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
