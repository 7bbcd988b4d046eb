"""Only regular files are read, within the limit, and each obstacle has its code."""

import hashlib
import os
import socket
from pathlib import Path

import pytest

from docdesk.engines.decoding.limits import Limits
from docdesk.engines.decoding.reading import read_file
from docdesk.foundation.errors import CaptureError

SMALL = Limits(file_bytes=2_500_000)


def code(path: Path, limits: Limits = SMALL) -> str:
    """Why the path is not read."""
    with pytest.raises(CaptureError) as raised:
        read_file(path, limits)
    return raised.value.code


def test_bytes_come_with_their_digest(tmp_path: Path) -> None:
    content = os.urandom(2_400_000)
    (tmp_path / "file").write_bytes(content)
    read = read_file(tmp_path / "file", SMALL)
    assert read.untrusted_bytes == content
    assert read.sha256 == hashlib.sha256(content).hexdigest()


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert read_file(tmp_path / "link", SMALL).untrusted_bytes == b"x"


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for path in ("nothing", "dangling", "circle", "file/below", "n" * 5000, "nul\x00"):
        assert code(tmp_path / path) == "not_found"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert code(tmp_path) == "not_a_file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="LOUD: no pipes with names on this system")
def test_pipes_sockets_and_devices_are_no_files_and_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
    for path in (
        tmp_path / "pipe",
        tmp_path / "socket",
        Path("/dev/null"),
        Path("/dev/zero"),
        Path("/dev/tty"),
    ):
        assert code(path) == "not_a_file"


def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    (tmp_path / "locked").write_bytes(b"x")
    (tmp_path / "locked").chmod(0)
    if os.access(tmp_path / "locked", os.R_OK):
        pytest.skip("LOUD: this user may read everything: a locked file was not tested")
    assert code(tmp_path / "locked") == "no_permission"


def test_an_empty_file_is_told_with_its_digest(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(CaptureError) as raised:
        read_file(tmp_path / "empty", SMALL)
    assert raised.value.code == "empty_file"
    assert raised.value.sha256 == hashlib.sha256().hexdigest()


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(1 << 40)  # takes no room on the disk
    with pytest.raises(CaptureError) as raised:
        read_file(tmp_path / "huge", SMALL)
    assert raised.value.code == "too_many_bytes"
    assert dict(raised.value.message.values) == {"found": 1_099_512, "limit": 3}


def test_a_file_that_lies_about_its_size_is_read_within_the_limit(tmp_path: Path) -> None:
    source = Path("/proc/self/maps")  # states 0 bytes, holds thousands
    if not source.is_file():
        pytest.skip("LOUD: no /proc: a file that lies about its size was not tested")
    assert len(read_file(source, SMALL).untrusted_bytes) > 1000
    assert code(source, Limits(file_bytes=100)) == "too_many_bytes"
