"""The log: set up once, at start-up; it names things by digest and never quotes a document."""

import logging
import sys

from docdesk.custody.trace import Event


def set_up(*, verbose: bool) -> None:
    """Send warnings, or with `verbose` everything, to standard error."""
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.DEBUG if verbose else logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    # Libraries tell of every file they open; names of files may name people.
    for library in ("PIL", "pytesseract"):
        logging.getLogger(library).setLevel(logging.WARNING)


class LogTrace:
    """Tells the trace to the log, until a store keeps it."""

    def __init__(self) -> None:
        self._log = logging.getLogger("docdesk.trace")

    def note(self, event: Event) -> None:
        """Log the event."""
        self._log.info("%s %s %s", event.kind, event.subject, dict(event.values))
