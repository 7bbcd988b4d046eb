"""The networks: files beside the package, run by onnxruntime on one thread."""

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.errors import EngineMissing
from docdesk.foundation.messages import Message
from docdesk.foundation.places import assets_folder

Floats = NDArray[np.float32]

FINDER, RECOGNISER = "mrz-finder.onnx", "mrz-recogniser.onnx"

Shape = tuple[int | None, ...]
"""Sides of an array, None where any number will do."""

SHAPES: Final[Mapping[str, tuple[Shape, Shape]]] = {
    FINDER: ((1, 1, None, None), (1, 4, None, None)),
    RECOGNISER: ((None, 1, 32, None), (None, 41, None)),
}
"""What each network takes and gives: one file in the place of the other is told before a picture is read."""

# onnxruntime's word for errors alone: it warns of graphics cards that it does not find, on every start.
ERRORS_ONLY = 3

NO_TELEMETRY: Final = ("ORT_DISABLE_TELEMETRY", "1")
"""A variable of the environment and its value. Without it the wheels of onnxruntime, for Linux too, keep an
identifier and a list of events in the user's folder and send them to their maker. It is read when onnxruntime
is loaded: the function that switches this off comes too late for the first of them."""


class Network(Protocol):
    """Takes one array and gives one."""

    def run(self, array: Floats) -> Floats:
        """Return what the network makes of a batch; shapes are the network's own."""
        ...


class _Port(Protocol):
    name: str
    shape: Sequence[int | str | None]
    type: str


class _Session(Protocol):
    def get_inputs(self) -> Sequence[_Port]: ...

    def get_outputs(self) -> Sequence[_Port]: ...

    def run(self, outputs: list[str], inputs: dict[str, Floats], /) -> Sequence[Floats]: ...


class OnnxNetwork:
    """A network in an ONNX file with one input and one output; implements `Network`."""

    def __init__(self, file: Path, shapes: tuple[Shape, Shape]) -> None:
        """Load the file, of a network that takes and gives arrays of these shapes.

        Raises:
            EngineMissing: it is not there, onnxruntime cannot run it, or it is another network.
        """
        lacking = missing(file)
        if lacking is not None:
            raise EngineMissing(lacking)
        self._session = _session(file)
        inputs, outputs = self._session.get_inputs(), self._session.get_outputs()
        ports = (*inputs, *outputs)
        if len(inputs) != 1 or len(outputs) != 1 or not all(map(_fits, ports, shapes)):
            raise EngineMissing(Message.of("reader.network_damaged", file=file.name))
        self._input = inputs[0].name
        self._output = outputs[0].name

    def run(self, array: Floats) -> Floats:
        """Return what the network makes of a batch; shapes are the network's own."""
        (made,) = self._session.run([self._output], {self._input: np.ascontiguousarray(array, np.float32)})
        return np.asarray(made, np.float32)


def network_file(name: str) -> Path:
    """Return where the file of a network lies that comes with docdesk."""
    return assets_folder() / "networks" / name


def missing(file: Path) -> Message | None:
    """Return what to say where the file of a network is not there, or None."""
    return None if file.is_file() else Message.of("reader.network_missing", file=file.name)


@lru_cache(maxsize=4)
def network(name: str) -> Network:
    """Return a network that comes with docdesk, loaded when it is first asked for and kept by this process.

    Raises:
        EngineMissing: its file is not there, onnxruntime cannot run it, or it is another network.
    """
    return OnnxNetwork(network_file(name), SHAPES[name])


def _fits(port: _Port, shape: Shape) -> bool:
    """Return whether this is of float32 with the sides told, and free in the others."""
    sides = tuple(side if isinstance(side, int) else None for side in port.shape)
    return port.type == "tensor(float)" and sides == shape


def _session(file: Path) -> _Session:
    variable, value = NO_TELEMETRY
    os.environ[variable] = value
    # Imported when first used: it takes 0.15 s, and most processes of docdesk never read a picture.
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as refusals

    onnxruntime.disable_telemetry_events()
    onnxruntime.set_default_logger_severity(ERRORS_ONLY)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = ERRORS_ONLY
    # Documents are what is worked on side by side; see `docdesk.engines.threads`.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    # Pictures come in all sizes: what was planned for one serves no other, and memory kept for the largest
    # would never be given back.
    options.enable_mem_pattern = False
    options.enable_cpu_mem_arena = False
    try:
        session: _Session = onnxruntime.InferenceSession(
            str(file), options, providers=["CPUExecutionProvider"]
        )
    except (
        refusals.Fail,
        refusals.InvalidArgument,
        refusals.InvalidGraph,
        refusals.InvalidProtobuf,
        refusals.NoModel,
        refusals.NoSuchFile,
        refusals.NotImplemented,
        refusals.RuntimeException,
        OSError,
    ) as error:
        raise EngineMissing(Message.of("reader.network_damaged", file=file.name)) from error
    return session
