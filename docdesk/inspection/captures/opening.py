"""Bundles become sets of frames: hashed, decoded within limits, labelled.

A file that cannot be opened, or a frame that cannot be decoded, becomes a capture with an error; the rest of
the bundle and of the batch goes on.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from docdesk.custody.trace import Event, Trace
from docdesk.foundation.errors import CaptureError
from docdesk.inspection.captures.capture import Capture, Refusal
from docdesk.inspection.captures.decoding import Decoder, OpenFile, Pixels
from docdesk.inspection.captures.handing_in import Bundle, Member


@dataclass(frozen=True, slots=True)
class Opened:
    """A capture and its picture, None where it has an error."""

    capture: Capture
    pixels: Pixels | None


@dataclass(frozen=True, slots=True)
class FrameSet:
    """The captures of one document, from one or more files."""

    name: str
    opened: tuple[Opened, ...]

    @property
    def captures(self) -> tuple[Capture, ...]:
        """The captures without their pictures."""
        return tuple(entry.capture for entry in self.opened)


def open_bundle(bundle: Bundle, decoder: Decoder, trace: Trace) -> Iterator[FrameSet]:
    """Yield the sets of frames that the bundle's files hold; a set for each frame where none is stated."""
    if bundle.fault is not None:
        member = bundle.members[0]
        yield FrameSet(bundle.name, (_refused(member, bundle.fault, trace),))
    elif len(bundle.members) == 1 and bundle.members[0].frame is None:
        yield from _every_frame(bundle, decoder, trace)
    else:
        yield from _together(bundle, decoder, trace)


def _every_frame(bundle: Bundle, decoder: Decoder, trace: Trace) -> Iterator[FrameSet]:
    """Yield each frame of the one file as a set of its own; the file stays open meanwhile."""
    member = bundle.members[0]
    try:
        with _opened(member, decoder) as file:
            for number in range(1, file.frames + 1):
                if number in member.without:
                    continue
                name = bundle.name if file.frames == 1 else f"{bundle.name} #{number}"
                yield FrameSet(name, (_frame(member, file, number, trace),))
    except CaptureError as error:
        # What a capture.toml names of a file that cannot be opened was refused there already.
        if not member.without:
            yield FrameSet(bundle.name, (_refused(member, error, trace),))


def _together(bundle: Bundle, decoder: Decoder, trace: Trace) -> Iterator[FrameSet]:
    """Yield the frames of several files that belong together, number by number.

    Files are opened one at a time, so that one bundle never holds more than one of the decoder's workers.
    """
    number, last = 1, 1
    while number <= last:
        opened = []
        for member in bundle.members:
            try:
                with _opened(member, decoder) as file:
                    if member.frame is None:
                        last = max(last, file.frames)
                        if number > file.frames or number in member.without:
                            continue
                    opened.append(_frame(member, file, member.frame or number, trace))
            except CaptureError as error:
                if number == 1:
                    opened.append(_refused(member, error, trace))
        if opened:
            yield FrameSet(bundle.name if last == 1 else f"{bundle.name} #{number}", tuple(opened))
        number += 1


def _opened(member: Member, decoder: Decoder) -> AbstractContextManager[OpenFile]:
    return decoder.open(member.path) if member.content is None else decoder.open_bytes(member.content)


def _frame(member: Member, file: OpenFile, number: int, trace: Trace) -> Opened:
    try:
        frame = file.frame(number)
    except CaptureError as error:
        return _refused(member, error, trace, number, file)
    height, width = frame.pixels.shape[:2]
    trace.note(Event("capture_opened", file.sha256, (("frame", number),)))
    capture = Capture(
        path=member.given,
        sha256=file.sha256,
        format=file.format,
        frame=number,
        label=member.label,
        size_px=(width, height),
        turned=frame.turned,
        mirrored=frame.mirrored,
        ppi=frame.ppi,
        ppi_known=frame.ppi_known,
    )
    # The decoder's memory goes when the file is closed.
    return Opened(capture, frame.pixels.copy())


def _refused(
    member: Member, error: CaptureError, trace: Trace, number: int | None = None, file: OpenFile | None = None
) -> Opened:
    sha256 = error.sha256 if file is None else file.sha256
    trace.note(Event("capture_refused", sha256 or "", (("code", error.code),)))
    capture = Capture(
        path=member.given,
        sha256=sha256,
        format=None if file is None else file.format,
        frame=number or member.frame or 1,
        label=member.label,
        error=Refusal(error.code, error.message),
    )
    return Opened(capture, None)
