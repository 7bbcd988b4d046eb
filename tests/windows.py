"""What holds for every test that has a window: one look, no message of Qt's unheard, nothing left behind."""

import os
import re
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QWidget

from docdesk.ui.watchdog import Watchdog, WatchedApplication

# Pictures of windows are the same wherever the tests run: offscreen, in this font and in Qt's own style.
FONT = "DejaVu Sans"
POINTS = 10
STYLE = "Fusion"
WOULD_CHANGE_THE_LOOK = ("QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME")

OF_QT_ITSELF = {"QTipLabel"}
"""Windows that Qt keeps for a while whoever asked for them: the tooltip."""

SECONDS_TO_END = 2
"""For a thread that was told to end and has not got a turn yet."""

watchdog_key = pytest.StashKey[Watchdog]()
heard_key = pytest.StashKey[list[str]]()
failed_key = pytest.StashKey[bool]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let people look on."""
    parser.addoption("--headed", action="store_true", help="show the windows of the tests on the screen")


def pytest_configure(config: pytest.Config) -> None:
    """Choose the screen before Qt does."""
    config.stash[watchdog_key] = Watchdog()
    config.stash[heard_key] = []
    # Before any test, for pytest-qt gives way to the handler that it found.
    qInstallMessageHandler(hear_between_tests(config))
    if not config.getoption("headed"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for variable in WOULD_CHANGE_THE_LOOK:
        os.environ.pop(variable, None)


def pytest_unconfigure() -> None:
    """Let Qt speak for itself again."""
    qInstallMessageHandler(None)


# --- The application ---


class PinnedApplication(WatchedApplication):
    """The application of all tests, with a pinned look."""

    def __init__(self, arguments: list[str], watchdog: Watchdog) -> None:
        super().__init__(arguments, watchdog)
        found = QFontInfo(QFont(FONT)).family()
        if found != FONT:
            raise LookupError(f"the font {FONT} is not installed; windows would be drawn in {found}")
        self.pin()
        self.unstyled = self.palette()

    def pin(self) -> None:
        self.setStyle(STYLE)
        self.setFont(QFont(FONT, POINTS))

    def back_to_pinned(self) -> None:
        """Undo what a test changed for the whole application."""
        if self.styleSheet():
            self.setStyleSheet("")
        if (self.style().name(), self.font()) != (STYLE.lower(), QFont(FONT, POINTS)):
            self.pin()
        if self.palette() != self.unstyled:
            self.setPalette(self.unstyled)


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str], pytestconfig: pytest.Config) -> Iterator[PinnedApplication]:
    """The one application, watched."""
    application = PinnedApplication(qapp_args, pytestconfig.stash[watchdog_key])
    yield application
    application.watchdog.stop()


def hear_between_tests(config: pytest.Config) -> Any:
    """Return what hears Qt outside of the tests, where pytest-qt does not listen: windows close there."""
    harmless = [re.compile(line) for line in config.getini("qt_log_ignore")]

    def hear(kind: QtMsgType, _context: Any, message: str) -> None:
        silent = kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}
        if not silent and not any(pattern.search(message) for pattern in harmless):
            config.stash[heard_key].append(f"{kind.name}: {message}")
            print(message, file=sys.stderr)

    return hear


# --- What a test leaves behind ---


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[Any]:
    """Remember which tests failed: what they leave behind is no news."""
    report = yield
    if call.when == "call":
        item.stash[failed_key] = report.failed
    return report


@pytest.fixture(autouse=True)
def _leaves_no_window(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test after which a window or a thread for background work is still there, or Qt complains."""
    if "qapp" not in request.fixturenames:
        yield
        return
    qapp = request.getfixturevalue("qapp")
    heard = request.config.stash[heard_key]
    heard.clear()
    windows, threads = windows_there(), threads_there()
    qapp.watchdog.during = request.node.nodeid
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [f"window {type(window).__name__}" for window in windows_there(besides=windows).values()]
    left += [f"thread {thread.name}" for thread in still_running(threads_there() - threads)]
    left += [f"Qt said {message}" for message in heard]
    qapp.watchdog.during = ""
    for window in windows_there(besides=windows).values():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.back_to_pinned()
    if left and not request.node.stash.get(failed_key, False):
        pytest.fail("left behind: " + ", ".join(sorted(left)), pytrace=False)


def windows_there(besides: dict[int, QWidget] | None = None) -> dict[int, QWidget]:
    """Top-level widgets by their address, shown or not."""
    alive = {shiboken6.getCppPointer(window)[0]: window for window in QApplication.topLevelWidgets()}
    return {
        address: window
        for address, window in alive.items()
        if address not in (besides or {}) and window.metaObject().className() not in OF_QT_ITSELF
    }


def threads_there() -> set[threading.Thread]:
    """The threads that run work for windows."""
    return {thread for thread in threading.enumerate() if thread.name.startswith("background")}


def still_running(threads: set[threading.Thread]) -> list[threading.Thread]:
    """Those that do not end by themselves, as an executor's do that nobody holds any more."""
    for thread in threads:
        thread.join(SECONDS_TO_END)
    return [thread for thread in threads if thread.is_alive()]


# --- What a run says at its end ---


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say how often the tests held up the UI thread: loudly, if they did."""
    watchdog = config.stash[watchdog_key]
    if watchdog.events:
        loud = {"red": True, "bold": True} if watchdog.blocks else {}
        terminalreporter.section("UI thread", **loud)
        for number, line in enumerate(watchdog.summary()):
            terminalreporter.line(line, **loud if number == 0 else {})
