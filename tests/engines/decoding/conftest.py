"""Worker processes that the decoding tests share: starting one for each test would take most of the time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from docdesk.engines.decoding.pool import DecodingPool
from tests.engines.decoding.drawn_files import drawn_files
from tests.engines.decoding.shared_memory import segments


@pytest.fixture(scope="session")
def pool() -> Iterator[DecodingPool]:
    """A pool of one worker with the usual limits."""
    with DecodingPool(1) as pool:
        pool.warm()
        yield pool


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file of each format."""
    folder = tmp_path_factory.mktemp("drawn")
    for name, content in drawn_files().items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(autouse=True)
def _no_segment_is_left() -> Iterator[None]:
    """Whatever a test does to the decoder, no shared memory of this process has a name afterwards."""
    yield
    assert segments() == []
