"""`docdesk window`: the window, wired to real engines."""

import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from docdesk.app import wiring
from docdesk.app.inspection_work import inspecting
from docdesk.app.report_writer import PaperWriter
from docdesk.app.screen import looking_for_a_screen
from docdesk.app.signals import ending_by_signal
from docdesk.app.synthesis_window import synthesis_workspace
from docdesk.engines.decoding.pool import DecodingPool
from docdesk.engines.decoding.sniff import sniff
from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import ExitCode
from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Cancellation
from docdesk.jobs.hands import Hands, Told
from docdesk.settings.file import usual_path as usual_settings
from docdesk.settings.settings import THEME, WATCHED_FOLDER, Settings
from docdesk.settings.store import SettingsStore
from docdesk.ui.background import Background
from docdesk.ui.inspecting.inspector import Seen, Task
from docdesk.ui.inspecting.services import Services
from docdesk.ui.inspecting.workspace import InspectWorkspace
from docdesk.ui.look.look import Look
from docdesk.ui.shell.crash_hook import CrashHook
from docdesk.ui.shell.main_window import MainWindow
from docdesk.ui.shell.window_state import StateFile
from docdesk.ui.shell.window_state import usual_path as usual_state
from docdesk.ui.synthesising.workspace import SynthesisWorkspace
from docdesk.wording.catalogue import Wording, languages

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "documents" / "captures"
"""Beside the package in a checkout; an installed docdesk may come without them."""

TRIED_FIRST = (
    "digit-altered",
    "utopia-passport",
    "norvalia-card",
    "photo-pasted",
    "retyped",
    "by-telephone",
)
"""What a newcomer sees: an altered digit, a page as issued, a card of two sides, a photo that glows under
ultraviolet light, a picture that its infrared belies, one taken by hand."""

SHOWN_PICTURES = 2
"""Files open at the same time to be shown; those that are inspected have decoders of their own."""

SETTLED_MS = 250
"""After the first verdict: until pictures and crops have been painted too."""


def run(arguments: Namespace, settings: Settings, wording: Wording, clock: Clock) -> ExitCode:
    """Open the window, and return how the program ends when it is closed."""
    with looking_for_a_screen(wording):
        application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError(type(application))
    application.setApplicationName("docdesk")
    application.setStyle("Fusion")
    path = Path(arguments.settings) if arguments.settings is not None else usual_settings()
    store = SettingsStore(path, settings)
    with opened(store, wording, clock) as (window, workspace):
        window.show_as_left()
        workspace.doing.open(arguments.paths)

        def end() -> None:
            # Not `quit`, which asks the window, which asks a user, who may not be there.
            window.close_at_once()
            application.exit()

        def painted() -> None:
            window.repaint()  # all of it, now: what is measured must have been seen
            end()

        if arguments.until == "paint":
            QTimer.singleShot(0, painted)
        elif arguments.until == "verdict":
            workspace.verdict_shown.connect(lambda _ident: QTimer.singleShot(SETTLED_MS, end))
        with ending_by_signal(end, window):
            application.exec()
    return ExitCode.OK


@contextmanager
def opened(
    store: SettingsStore, wording: Wording, clock: Clock, state: Path | None = None
) -> Iterator[tuple[MainWindow, InspectWorkspace]]:
    """Give the window and its workspace with everything that works behind them; end it all afterwards.

    `state` is the file that the window's state is kept in, the usual one if not given.
    """
    settings = store.settings
    look = Look(settings[THEME])
    look.apply()
    background = Background()
    crashes = CrashHook()
    crashes.install()
    with (
        wiring.decoder(settings, SHOWN_PICTURES) as decoder,
        synthesis_workspace(settings, wording, look, clock, background) as synthesis,
    ):
        relay = _Relay(background)
        hands = Hands(partial(inspecting, settings), wiring.workers(settings, None), relay.hear)
        try:
            papers, wording = wording, wording.beside_picture()
            writer = PaperWriter(papers, decoder)
            services = _services(settings, wording, clock, look, background, decoder, hands, writer)
            workspace = relay.workspace = InspectWorkspace(services)
            window = _main_window((workspace, synthesis), look, wording, background, store, state)
            _hand_over(synthesis, window, workspace)
            crashes.happened.connect(window.show_fault)
            _follow_settings(window, workspace, store, background)
            _tell_lacking(workspace, background, wording)
            yield window, workspace
            window.hide()
        finally:
            hands.close()
            # First, for work in the background may wait for a picture of 100 megapixels.
            decoder.close()
            background.close()
            crashes.remove()
    window.deleteLater()
    QApplication.sendPostedEvents()


def _main_window(
    pages: tuple[InspectWorkspace, SynthesisWorkspace],
    look: Look,
    wording: Wording,
    background: Background,
    store: SettingsStore,
    state: Path | None,
) -> MainWindow:
    return MainWindow(
        pages[:1],
        apart=pages[1:],
        look=look,
        wording=wording,
        background=background,
        settings=store,
        state_file=StateFile(state or usual_state()),
        languages=languages(),
    )


class _Relay:
    """Brings what the hands tell from their threads to the workspace on the UI thread."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self.workspace: InspectWorkspace | None = None

    def hear(self, told: Told) -> None:
        self._background.post(partial(self._deliver, told))

    def _deliver(self, told: Told) -> None:
        if self.workspace is not None:
            self.workspace.hear(told)


def _services(
    settings: Settings,
    wording: Wording,
    clock: Clock,
    look: Look,
    background: Background,
    decoder: DecodingPool,
    hands: Hands[Task, Seen],
    writer: PaperWriter,
) -> Services:
    return Services(
        wording=wording,
        look=look,
        background=background,
        decoder=decoder,
        inspector=hands,
        naming=wiring.naming(settings),
        sniff=sniff,
        issuers=wiring.issuers(settings),
        clock=clock,
        seconds=time.monotonic,
        writer=writer,
        samples=samples(),
        presets=user_data_path("docdesk", appauthor=False) / "filters",
    )


def samples() -> tuple[Path, ...]:
    """Return the samples that are here, in the order in which they teach."""
    return tuple(path for name in TRIED_FIRST if (path := SAMPLES / name).exists())


def _hand_over(synthesis: SynthesisWorkspace, window: MainWindow, workspace: InspectWorkspace) -> None:
    """Let the documents that were made be inspected."""

    def inspect(folder: str) -> None:
        window.open_workspace(0)
        workspace.doing.open((folder,))

    synthesis.inspect_wanted.connect(inspect)


def _follow_settings(
    window: MainWindow, workspace: InspectWorkspace, store: SettingsStore, background: Background
) -> None:
    """Watch the folder that the settings name, and keep the one that the workspace asks for."""

    def keep(folder: str) -> None:
        changed = store.settings.with_value(WATCHED_FOLDER, folder)

        def work(_cancellation: Cancellation) -> None:
            store.keep(changed)

        background.run(work, done=lambda _none: workspace.watch(folder), to_the_end=True)

    workspace.watch_wanted.connect(keep)
    window.settings_changed.connect(lambda changed: workspace.watch(changed[WATCHED_FOLDER]))
    if store.settings[WATCHED_FOLDER]:
        workspace.watch(store.settings[WATCHED_FOLDER])


def _tell_lacking(workspace: InspectWorkspace, background: Background, wording: Wording) -> None:
    """Say, as soon as it is known, what this computer lacks to read an MRZ."""

    def work(_cancellation: Cancellation) -> Message | None:
        return wiring.lacking()

    def known(lacking: Message | None) -> None:
        if lacking is not None:
            workspace.tell_lacking(wording.say(lacking))

    background.run(work, done=known)
