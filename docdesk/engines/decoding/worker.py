"""The worker process: reads requests, decodes, writes pixels into the parent's memory. Sees no paths.

Reused for many files, so a file that takes the worker over could also change what later files look like; the
fence bounds what it can use up, not what it can tell.
"""

import contextlib
import json
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Mapping
from multiprocessing.connection import Connection, wait
from typing import Any

from docdesk.engines.decoding.exchange import MESSAGE_BYTES, pack, pack_measure
from docdesk.engines.decoding.fence import Fence
from docdesk.engines.decoding.limits import Limits
from docdesk.engines.decoding.memory import attached
from docdesk.engines.decoding.refusals import Refused, demand_pixels
from docdesk.engines.decoding.sources import Source, open_source, refusal_of, warm_up

_WATCH_STACK = 256 * 1024
"""Bytes of stack for the thread that only waits: the usual 8 MB would count against the memory limit."""


def main(pipe: "Connection[bytes, bytes]", limits: Limits, fence: Fence, pdf_ppi: int) -> None:
    """Serve requests until the parent closes the pipe or dies."""
    _fall_silent()
    _end_with_parent()
    warm_up()
    fence.enter(limits)
    with contextlib.suppress(EOFError, OSError):  # the parent is gone
        pipe.send_bytes(pack({"ok": {}}))
        _serve(pipe, _Desk(limits, pdf_ppi))


class _Desk:
    """The one file on the worker's desk."""

    def __init__(self, limits: Limits, pdf_ppi: int) -> None:
        self.limits = limits
        self._pdf_ppi = pdf_ppi
        self._source: Source | None = None

    def answer(self, request: Mapping[str, Any]) -> Mapping[str, object]:
        """Do what is asked; errors of any kind come from the file."""
        do = request["do"]
        if do == "open":
            return {"frames": self._open(request)}
        if do == "close":
            self._source = None
            return {}
        if self._source is None:
            raise Refused("damaged")
        if do == "measure":
            measure = self._source.measure(request["number"])
            demand_pixels((measure.width, measure.height), self.limits)
            return pack_measure(measure)
        with attached(request["name"], request["bytes"]) as target:
            self._source.draw(request["number"], target)
        return {}

    def _open(self, request: Mapping[str, Any]) -> int:
        self._source = None
        with attached(request["name"], request["bytes"]) as view:
            untrusted_bytes = bytes(view)
        self._source = open_source(request["format"], untrusted_bytes, self.limits, self._pdf_ppi)
        return self._source.frames


def _serve(pipe: "Connection[bytes, bytes]", desk: _Desk) -> None:
    while True:
        request = json.loads(pipe.recv_bytes(MESSAGE_BYTES))
        reply: Mapping[str, object]
        try:
            reply = {"ok": desk.answer(request)}
        # The outermost border of the worker: what decoders raise on hostile bytes is not a closed set
        # (Pillow lets struct, zlib, index and many other errors through), and all of it means the file.
        except Exception as error:  # noqa: BLE001 - see above
            refused = refusal_of(error, desk.limits)
            reply = {"refused": refused.code, "values": refused.values}
        pipe.send_bytes(pack(reply))


def _fall_silent() -> None:
    """Keep the libraries' warnings about hostile files off the command line, and Ctrl-C off the worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.dont_write_bytecode = True  # the fence forbids to write files
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    os.close(null)


def _end_with_parent() -> None:
    """End this process when the parent dies, even in the middle of a decode."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    before = threading.stack_size(_WATCH_STACK)
    threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()
    threading.stack_size(before)


def _watch(sentinel: int) -> None:
    wait([sentinel])
    os._exit(0)
