"""`docdesk bench window`: frame times at any size, and the window while a folder is being inspected."""

import json
import resource
import shutil
import sys
import tempfile
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QTimer

from docdesk.app.benching import cpu_seconds
from docdesk.app.screen import looking_for_a_screen
from docdesk.app.window import opened, samples
from docdesk.bench.window.frames import FrameTimes, Moving, two_pictures
from docdesk.bench.window.hand import RestlessHand
from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import ExitCode
from docdesk.settings.settings import Settings
from docdesk.settings.store import SettingsStore
from docdesk.ui.background import Background
from docdesk.ui.look.look import Look
from docdesk.ui.viewing.desk import ViewingDesk
from docdesk.ui.watchdog import Watchdog, WatchedApplication
from docdesk.wording.catalogue import Wording

SIZE = 1366, 680
"""The desk on a screen of 1366 x 768: two views beside each other have some 680 x 600 pixels each."""

WINDOW = 1366, 740
"""The window on such a screen, less the panel of the desktop."""


def run(arguments: Namespace, settings: Settings, wording: Wording, clock: Clock) -> ExitCode:
    """Measure, and print the figures."""
    watchdog = Watchdog()
    with looking_for_a_screen(wording):
        application = WatchedApplication(sys.argv[:1], watchdog)
    application.setStyle("Fusion")
    figures: dict[str, object] = {"platform": application.platformName()}
    if arguments.files:
        figures["folder"] = _folder(arguments, settings, wording, clock, watchdog, application)
    else:
        figures["frames"] = _frames(arguments, wording, watchdog, application)
    figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    watchdog.stop()
    figures["events"], figures["blocks_over_50_ms"] = watchdog.events, watchdog.blocks
    figures["longest"] = [line for block in watchdog.worst for line in block.lines()]
    print(json.dumps(figures, indent=1) if arguments.json else _as_text(figures))
    return ExitCode.OK


def _frames(
    arguments: Namespace, wording: Wording, watchdog: Watchdog, application: WatchedApplication
) -> list[Mapping[str, object]]:
    """Move two pictures about in every way of seeing them together."""
    background, look = Background(), Look("light")
    look.apply()
    desk = ViewingDesk(look, wording, background)
    desk.resize(*SIZE)
    desk.set_pictures(two_pictures(arguments.megapixels))
    desk.show()
    measured: list[FrameTimes] = []

    def finished(times: tuple[FrameTimes, ...]) -> None:
        measured.extend(times)
        application.quit()

    def began(step: str) -> None:
        watchdog.during = step

    moving = Moving(desk, arguments.frames, cpu_seconds, finished, began)
    QTimer.singleShot(0, moving.start)
    application.exec()
    desk.close()
    background.close()
    return [asdict(times) for times in measured]


def _folder(
    arguments: Namespace,
    settings: Settings,
    wording: Wording,
    clock: Clock,
    watchdog: Watchdog,
    application: WatchedApplication,
) -> Mapping[str, object]:
    """Inspect a folder of many files in the window while a hand does not rest."""
    told: dict[str, object] = {"files": arguments.files, "seconds": arguments.seconds}

    def began(deed: str) -> None:
        watchdog.during = deed

    with tempfile.TemporaryDirectory(prefix="docdesk-bench-") as folder:
        _fill(Path(folder), arguments.files)
        store = SettingsStore(Path(folder) / "settings.json", settings)
        with opened(store, wording, clock, Path(folder) / "window.json") as (window, workspace):

            def finished(deeds: int) -> None:
                told["deeds"] = deeds
                told["inspected"] = workspace.finished
                workspace.stop()
                application.quit()

            hand = RestlessHand(workspace, arguments.seconds, began, finished)
            window.resize(*WINDOW)
            window.show()
            workspace.doing.open([folder])
            workspace.verdict_shown.connect(hand.start)
            application.exec()
    return told


def _fill(folder: Path, files: int) -> None:
    """Put copies of samples into a folder, each a document of one picture in white light."""
    pictures = [picture for sample in samples() for picture in sorted(sample.glob("data-vis.*"))]
    for number in range(files):
        source = pictures[number % len(pictures)]
        shutil.copy(source, folder / f"{number:05}{source.suffix}")


def _as_text(figures: Mapping[str, object]) -> str:
    lines = []
    for name, value in figures.items():
        if name == "frames" and isinstance(value, list):
            lines += [_row(list(value[0]))] if value else []
            lines += [_row(list(entry.values())) for entry in value]
        elif isinstance(value, list):
            lines += [str(entry) for entry in value]
        elif isinstance(value, Mapping):
            lines += [f"{key:24} {entry}" for key, entry in value.items()]
        else:
            lines.append(f"{name:24} {value}")
    return "\n".join(lines)


def _row(cells: list[object]) -> str:
    return "".join(f"{cell!s:>13}" for cell in cells)
