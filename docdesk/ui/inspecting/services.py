"""What the workspace works with; `app` hands in the real ones."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docdesk.foundation.clock import Clock
from docdesk.inspection.captures.decoding import Decoder, Sniffer
from docdesk.inspection.captures.names import Naming
from docdesk.inspection.checks.evidence import Issuers
from docdesk.ui.background import Background
from docdesk.ui.inspecting.inspector import Inspector
from docdesk.ui.inspecting.report_writing import ReportWriter
from docdesk.ui.look.look import Look
from docdesk.wording.catalogue import Wording


@dataclass(frozen=True, eq=False)
class Services:
    """Engines, words and places for one workspace.

    `seconds` is a clock that never goes back; `samples` the pictures to try docdesk on, none where it came
    without them; `presets` the folder in which filter presets are kept.
    """

    wording: Wording
    look: Look
    background: Background
    decoder: Decoder
    inspector: Inspector
    naming: Naming
    sniff: Sniffer
    issuers: Issuers
    clock: Clock
    seconds: Callable[[], float]
    writer: ReportWriter
    samples: tuple[Path, ...]
    presets: Path
