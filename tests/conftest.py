"""What holds for every test: no network, no unexpected warning in the log, and skips that are heard."""

import ipaddress
import logging
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
SHARED = CHECKOUT.parent / "shared"
LOUD = "LOUD: "

pytest_plugins = ["tests.windows"]

# No deadline: CI has two cores and other work. The same examples in each CI run: a red run can be repeated.
hypothesis.settings.register_profile("docdesk", deadline=None)
hypothesis.settings.register_profile("docdesk-ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("docdesk-ci" if os.environ.get("CI") else "docdesk")

remarks_key = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Make room for remarks."""
    config.stash[remarks_key] = []


# --- Test data by other hands ---


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder `shared` beside the checkout: real pictures and facts that are never in the repository."""
    if not SHARED.is_dir():
        pytest.skip(
            f"{LOUD}no folder 'shared' beside the checkout: nothing was tested on pictures by other hands"
        )
    return SHARED


# --- What a run says at its end ---


@pytest.fixture
def remark(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Say something at the end of the run that is worth a look but fails nothing."""
    return request.config.stash[remarks_key].append


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Repeat what must not be overlooked: loud skips, each reason once, and remarks."""
    skips = terminalreporter.stats.get("skipped", [])
    reasons = [
        report.longrepr[2].removeprefix("Skipped: ") for report in skips if isinstance(report.longrepr, tuple)
    ]
    loud = [reason.removeprefix(LOUD) for reason in reasons if reason.startswith(LOUD)]
    if loud:
        terminalreporter.section("NOT TESTED", red=True, bold=True)
        for reason in sorted(set(loud)):
            terminalreporter.line(f"{loud.count(reason)} skipped: {reason}", red=True)
    if config.stash[remarks_key]:
        terminalreporter.section("worth a look")
        for line in config.stash[remarks_key]:
            terminalreporter.line(line)


# --- The log ---


class _Overheard(logging.Handler):
    """Keeps what was logged at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.levelname}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _unexpected_warnings_fail(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that logs a warning or worse, unless it is marked `expects_log` or looks at `caplog`."""
    if request.node.get_closest_marker("expects_log") or "caplog" in request.fixturenames:
        yield
        return
    overheard = _Overheard()
    root = logging.getLogger()
    root.addHandler(overheard)
    try:
        yield
    finally:
        root.removeHandler(overheard)
    if overheard.lines:
        pytest.fail("unexpected in the log:\n" + "\n".join(overheard.lines), pytrace=False)


# --- The network ---


def _stays_here(family: int, address: Any) -> bool:
    """Whether the address is on this computer: a Unix socket or a loopback address."""
    if family not in {socket.AF_INET, socket.AF_INET6}:
        return family == getattr(socket, "AF_UNIX", None)
    host = address[0] if isinstance(address, tuple) and address else ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Let no test of this process reach another computer: docdesk works offline, and so do its tests."""

    def guarded(reach: Callable[..., Any]) -> Callable[..., Any]:
        def reach_here_only(self: socket.socket, *args: Any) -> Any:
            if not _stays_here(self.family, args[-1]):
                raise ConnectionRefusedError(
                    f"a test tried to reach {args[-1]!r}; tests stay on this computer"
                )
            return reach(self, *args)

        return reach_here_only

    def look_up_here_only(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None and not _stays_here(socket.AF_INET, (name,)):
            raise ConnectionRefusedError(f"a test tried to look up {name!r}; tests stay on this computer")
        return look_up(host, *args, **kwargs)

    look_up = socket.getaddrinfo
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", look_up_here_only)
        yield
