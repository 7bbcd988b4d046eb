"""A workspace on a stage: real page, presenter and walk; decoder, reader, clock and writer stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.messages import Message
from docdesk.inspection.captures.decoding import Frame, Pixels
from docdesk.inspection.captures.names import Naming
from docdesk.inspection.captures.opening import FrameSet
from docdesk.inspection.captures.previewed import previewed
from docdesk.inspection.checks.evidence import Issuers
from docdesk.inspection.inspect import Tools, inspect
from docdesk.inspection.report.report import Report, VerdictOutcome
from docdesk.jobs.hands import Answered, Begun, Ended
from docdesk.ui.background import Background
from docdesk.ui.inspecting.document import Document
from docdesk.ui.inspecting.inspector import Task
from docdesk.ui.inspecting.report_writing import LeftOut, Told
from docdesk.ui.inspecting.services import Services
from docdesk.ui.inspecting.workspace import InspectWorkspace
from docdesk.ui.look.look import Look
from docdesk.wording.catalogue import Wording
from tests.inspection.fakes import FakeDecoder, FakeFile, FakeReader, ListTrace, a_file, reading

GOOD = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
WRONG = (GOOD[0], GOOD[1].replace("L898902C3", "L898962C3"))
DAY = date(2026, 11, 21)


class StillClock:
    """Stands still on the day of the tests."""

    def now(self) -> datetime:
        return datetime(2026, 11, 21, tzinfo=UTC)

    def today(self) -> date:
        return DAY


@dataclass
class WideFile(FakeFile):
    """A picture as wide as the places at which the fake reader reads."""

    def frame(self, number: int) -> Frame:
        pixels = np.full((60, 460), super().frame(number).pixels[0, 0], np.uint8)
        return Frame(number, pixels, turned=0, mirrored=False, ppi=100.0, ppi_known="file")


@dataclass
class FakeInspector:
    """Keeps tasks in a queue until `work` is called, which walks them for real."""

    tools: Tools
    queue: list[tuple[int, Task]] = field(default_factory=list)
    taken_back: list[int] = field(default_factory=list)
    workspace: InspectWorkspace | None = None

    def give(self, ticket: int, item: Task, /) -> None:
        self.queue.append((ticket, item))

    def prefer(self, tickets: Iterable[int], /) -> None:
        wanted = list(tickets)
        self.queue.sort(key=lambda entry: wanted.index(entry[0]) if entry[0] in wanted else len(wanted))

    def take_back(self, tickets: Iterable[int], /) -> None:
        gone = set(tickets)
        self.taken_back += sorted(gone)
        self.queue = [entry for entry in self.queue if entry[0] not in gone]

    def work(self, count: int = 1000) -> None:
        """Walk up to so many tasks and tell the workspace."""
        assert self.workspace is not None
        for _ in range(min(count, len(self.queue))):
            ticket, task = self.queue.pop(0)
            self.workspace.hear(Begun(ticket))
            for step in inspect(task.bundle, self.tools, task.on):
                answer = previewed(step) if isinstance(step, FrameSet) else step
                self.workspace.hear(Answered(ticket, answer))
            self.workspace.hear(Ended(ticket))


class FakeWriter:
    """Writes papers that say what they were asked for."""

    can_leave_out = ("thumbnails", "crops")

    def told(self, report: Report, left_out: LeftOut) -> tuple[Told, ...]:
        pictures = () if "thumbnails" in left_out else (Told(Message("personal.thumbnails"), ("pdf",)),)
        return (*pictures, Told(Message.of("personal.mrz_line", number=1, text="P<UTO"), ("pdf", "json")))

    def pdf(self, report: Report, pictures: Mapping[int, Pixels], left_out: LeftOut) -> bytes:
        return f"PDF {report.name} {sorted(pictures)} {sorted(left_out)}".encode()

    def json(self, report: Report, left_out: LeftOut) -> bytes:
        return f"JSON {report.name} {sorted(left_out)}".encode()

    def file_name(self, report: Report, ending: str) -> str:
        return f"report.{ending}"

    def page(self, pdf: bytes) -> NDArray[np.uint8]:
        return np.full((350, 248), 255, np.uint8)


@dataclass
class Stage:
    """The workspace and everything round it that a test looks at."""

    workspace: InspectWorkspace
    inspector: FakeInspector
    decoder: FakeDecoder
    reader: FakeReader
    background: Background
    folder: Path
    files: int = 0

    def file(self, name: str, *lines: str, doubtful: Sequence[tuple[int, int]] = (), frames: int = 1) -> str:
        """Put a picture into the folder on which the reader will read these lines."""
        self.files += 1
        path = self.folder / name
        path.write_bytes(f"picture {self.files}".encode())
        # The reader knows pictures by their grey value, of which there are 256.
        mark = self.files % 24 * 10
        self.decoder.files[name] = WideFile(a_file(name).sha256, mark=mark, frames=frames)
        for number in range(1, frames + 1):
            seen = (reading(*lines, doubtful=tuple(doubtful)),) if lines else ()
            self.reader.readings[mark + number] = seen
        return str(path)


def staged(folder: Path) -> Stage:
    """Return a stage; close its background at the end."""
    decoder, reader = FakeDecoder(), FakeReader()
    background, wording = Background(), Wording()
    issuers = Issuers()
    inspector = FakeInspector(Tools(decoder, reader, ListTrace(), issuers))
    services = Services(
        wording=wording,
        look=Look("light"),
        background=background,
        decoder=decoder,
        inspector=inspector,
        naming=Naming.usual(),
        sniff=lambda head: "PNG" if head.startswith(b"picture") else None,
        issuers=issuers,
        clock=StillClock(),
        seconds=lambda: 0.0,
        writer=FakeWriter(),
        samples=(),
        presets=folder / "presets",
    )
    inspector.workspace = InspectWorkspace(services)
    return Stage(inspector.workspace, inspector, decoder, reader, background, folder)


def documents(stage: Stage) -> list[Document]:
    return list(stage.workspace.presenter._documents)


def opened(stage: Stage, qtbot: Any, *paths: str, count: int | None = None) -> list[Document]:
    """Open paths and inspect them; return the documents."""
    before = len(documents(stage))
    stage.workspace.doing.open(paths)
    qtbot.waitUntil(lambda: len(documents(stage)) - before == (count or len(paths)))
    stage.inspector.work()
    return documents(stage)


def outcome(stage: Stage) -> VerdictOutcome | None:
    document = stage.workspace.presenter.current
    return None if document is None or document.report is None else document.report.verdict.outcome


def seen_lines(stage: Stage) -> tuple[str, ...]:
    document = stage.workspace.presenter.current
    assert document is not None
    assert document.evidence is not None
    assert document.evidence.mrz is not None
    return document.evidence.mrz.reading.lines
