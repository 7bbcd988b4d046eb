"""Progress on the terminal: one line that is kept up to date."""

import sys

from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Progress
from docdesk.wording.catalogue import Wording


class TerminalProgress:
    """Says how far the work is, by the sentence of a key that takes `done` and `total`."""

    def __init__(self, wording: Wording, key: str = "program.progress") -> None:
        self._wording = wording
        self._key = key

    def __call__(self, progress: Progress) -> None:
        """Say it in place of what was said before."""
        said = self._wording.say(Message.of(self._key, done=progress.done, total=progress.total))
        end = "\n" if progress.done == progress.total else ""
        print(f"\r{said}", end=end, file=sys.stderr, flush=True)


def no_progress(_progress: Progress) -> None:
    """Say nothing: nobody looks, or there is nothing to wait for."""
