"""Fences that do worse than the files: they make a worker misbehave, as a file that took it over could."""

import ctypes
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from docdesk.engines.decoding import worker
from docdesk.engines.decoding.exchange import pack
from docdesk.engines.decoding.limits import Limits


@dataclass(frozen=True, slots=True)
class SayingFence:
    """From then on, the worker answers requests of this kind with these bytes."""

    do: str
    answer: bytes

    def enter(self, limits: Limits) -> None:
        before = worker._serve

        def serve(pipe: Any, desk: Any) -> None:
            before(_Parrot(pipe, self.do, self.answer), desk)

        worker._serve = serve


class _Parrot:
    """A pipe that replaces the answer to one kind of request."""

    def __init__(self, pipe: "Connection[bytes, bytes]", do: str, answer: bytes) -> None:
        self._pipe = pipe
        self._do = pack({"do": do})[:-1]
        self._answer = answer
        self._now = False

    def recv_bytes(self, limit: int) -> bytes:
        request = self._pipe.recv_bytes(limit)
        self._now = request.startswith(self._do)
        return request

    def send_bytes(self, message: bytes) -> None:
        if self._now and self._answer == b"HALF":
            os.write(self._pipe.fileno(), b"\x00\x00\x00\x40half a message")
            time.sleep(600)
        self._pipe.send_bytes(self._answer if self._now else message)


@dataclass(frozen=True, slots=True)
class DyingFence:
    """From then on, the worker ends so at the first request to decode: `segfault`, `abort`, `exit`, `hang`.

    Each worker that starts leaves a letter in the file `roll`.
    """

    how: str
    roll: str = os.devnull

    def enter(self, limits: Limits) -> None:
        with Path(self.roll).open("a") as roll:
            roll.write("x")
        deaths: dict[str, Callable[[], object]] = {
            "segfault": lambda: ctypes.string_at(0),
            "abort": os.abort,
            "exit": lambda: os._exit(0),
            "hang": lambda: time.sleep(600),
        }
        die = deaths[self.how]
        before = worker._Desk.answer

        def answer(desk: Any, request: Mapping[str, Any]) -> Mapping[str, object]:
            if request["do"] == "decode":
                die()
            return before(desk, request)

        worker._Desk.answer = answer
