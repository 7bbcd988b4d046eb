"""Networks from files: run when they are sound, one sentence when not."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from docdesk.engines.mrz_networks.sessions import (
    FINDER,
    NO_TELEMETRY,
    RECOGNISER,
    SHAPES,
    OnnxNetwork,
    Shape,
    missing,
    network,
    network_file,
)
from docdesk.foundation.errors import EngineMissing
from docdesk.foundation.messages import Message
from docdesk.foundation.places import assets_folder

MATRICES: tuple[Shape, Shape] = ((None, None), (None, None))


def field(number: int, content: bytes | int) -> bytes:
    """One field of a protocol buffer; short contents only."""
    if isinstance(content, int):
        return bytes([number << 3, content])
    return bytes([number << 3 | 2, len(content)]) + content


def tensor(name: bytes) -> bytes:
    """A matrix of float32 of any size, as inputs and outputs are told."""
    shape = field(1, field(2, b"rows")) + field(1, field(2, b"columns"))
    return field(1, name) + field(2, field(1, field(1, 1) + field(2, shape)))


def doubling(inputs: tuple[bytes, ...] = (b"x", b"x")) -> bytes:
    """An ONNX network that adds up its inputs; given one of them twice, it doubles it."""
    node = b"".join(field(1, name) for name in inputs) + field(2, b"y") + field(4, b"Add")
    told = b"".join(field(11, tensor(name)) for name in sorted(set(inputs)))
    graph = field(1, node) + field(2, b"graph") + told + field(12, tensor(b"y"))
    return field(1, 8) + field(7, graph) + field(8, field(2, 17))


def test_a_network_makes_of_any_size_what_it_makes(tmp_path: Path) -> None:
    (tmp_path / "n.onnx").write_bytes(doubling())
    loaded = OnnxNetwork(tmp_path / "n.onnx", MATRICES)
    for columns in (3, 7):
        array = np.arange(2 * columns, dtype=np.float32).reshape(2, columns)
        assert np.array_equal(loaded.run(array), 2 * array)


def test_arrays_that_lie_otherwise_in_memory_are_taken(tmp_path: Path) -> None:
    (tmp_path / "n.onnx").write_bytes(doubling())
    array = np.arange(12, dtype=np.float64).reshape(3, 4).T[::-1]
    assert np.array_equal(OnnxNetwork(tmp_path / "n.onnx", MATRICES).run(array.astype(np.float32)), 2 * array)


def test_a_missing_file_is_one_sentence_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(EngineMissing) as refusal:
        OnnxNetwork(tmp_path / "mrz-finder.onnx", SHAPES[FINDER])
    assert refusal.value.message == missing(tmp_path / "mrz-finder.onnx")
    assert refusal.value.message.key == "reader.network_missing"


@pytest.mark.parametrize(
    "damaged",
    [b"", b"no network", doubling()[:-20], doubling().replace(b"Add", b"Odd"), doubling((b"x", b"z"))],
)
def test_a_damaged_file_or_one_of_another_kind_is_one_sentence(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "n.onnx").write_bytes(damaged)
    with pytest.raises(EngineMissing) as refusal:
        OnnxNetwork(tmp_path / "n.onnx", MATRICES)
    assert refusal.value.message.key == "reader.network_damaged"


@pytest.mark.parametrize(("named", "is_in_fact"), [(FINDER, RECOGNISER), (RECOGNISER, FINDER)])
def test_a_network_in_the_place_of_another_is_told_before_it_runs(named: str, is_in_fact: str) -> None:
    network(named)
    with pytest.raises(EngineMissing) as refusal:
        OnnxNetwork(network_file(is_in_fact), SHAPES[named])
    assert refusal.value.message == Message.of("reader.network_damaged", file=is_in_fact)


@pytest.mark.parametrize("shapes", [((None, 3), (None, None)), ((None, None), (None,))])
def test_a_network_of_other_shapes_is_of_another_kind(tmp_path: Path, shapes: tuple[Shape, Shape]) -> None:
    (tmp_path / "n.onnx").write_bytes(doubling())
    with pytest.raises(EngineMissing):
        OnnxNetwork(tmp_path / "n.onnx", shapes)


def test_networks_lie_beside_the_other_data_of_docdesk() -> None:
    assert network_file("mrz-finder.onnx").is_relative_to(assets_folder())


def test_a_process_that_loads_a_network_leaves_nothing_in_the_users_folder(tmp_path: Path) -> None:
    """onnxruntime would keep an identifier and a list of events there, and send them to its maker."""
    own = {name: value for name, value in os.environ.items() if name != NO_TELEMETRY[0]}
    code = f"from docdesk.engines.mrz_networks.sessions import network; network({FINDER!r})"
    subprocess.run(
        [sys.executable, "-c", code],
        env={**own, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")},
        check=True,
    )
    assert list(tmp_path.rglob("*")) == []
