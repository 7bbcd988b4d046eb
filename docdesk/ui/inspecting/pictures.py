"""Pictures of captures for the window: decoded beside it, turned as they were read, kept within a budget."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docdesk.foundation.errors import CaptureError
from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Cancellation
from docdesk.imaging.deep import DeepImage, deepened, turned
from docdesk.inspection.captures.capture import Capture
from docdesk.inspection.captures.decoding import Decoder
from docdesk.inspection.captures.handing_in import Bundle, Member
from docdesk.ui.background import Background, Job

KEPT_BYTES = 600_000_000
"""Pictures that are not on screen are kept up to this, on a computer of 4 GB: one of 100 megapixels, or
the last thirty usual scans."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One picture: which capture, where its bytes are, and how it is to be turned."""

    capture: Capture
    member: Member

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells this picture from all others: digest, frame, and how it is turned."""
        return self.capture.sha256 or "", self.capture.frame, self.capture.turned


def wanted(capture: Capture, bundle: Bundle) -> Wanted | None:
    """Return what to decode for a capture, None where it has no picture."""
    member = next((member for member in bundle.members if member.given == capture.path), None)
    return None if member is None or capture.error is not None else Wanted(capture, member)


class Pictures:
    """Decodes what is wanted on background threads; what is there already comes at once."""

    def __init__(self, decoder: Decoder, background: Background) -> None:
        self._decoder = decoder
        self._background = background
        self._kept: OrderedDict[tuple[str, int, int], DeepImage] = OrderedDict()

    def have(self, what: Wanted) -> DeepImage | None:
        """Return the picture if it is here."""
        image = self._kept.get(what.key)
        if image is not None:
            self._kept.move_to_end(what.key)
        return image

    def want(
        self, what: Wanted, *, done: Callable[[DeepImage], None], failed: Callable[[Message], None]
    ) -> Job | None:
        """Give the picture to `done`: now where it is here, else when it is decoded; or say why not."""
        here = self.have(what)
        if here is not None:
            done(here)
            return None

        def work(cancellation: Cancellation) -> DeepImage:
            return decoded(self._decoder, what, cancellation)

        def keep(image: DeepImage) -> None:
            self._keep(what, image)
            done(image)

        def refuse(error: Exception) -> None:
            if not isinstance(error, CaptureError):
                raise error
            failed(error.message)

        return self._background.run(work, done=keep, failed=refuse)

    def _keep(self, what: Wanted, image: DeepImage) -> None:
        self._kept[what.key] = image
        while len(self._kept) > 1 and sum(_bytes_of(kept) for kept in self._kept.values()) > KEPT_BYTES:
            self._kept.popitem(last=False)


def decoded(decoder: Decoder, what: Wanted, cancellation: Cancellation) -> DeepImage:
    """Return the picture of a capture, turned as the capture says.

    Raises:
        CaptureError: it cannot be decoded (any more), or the file is not the one that was inspected.
        Cancelled: nobody wants it any more.
    """
    member = what.member
    opening = (
        decoder.open(Path(member.path)) if member.content is None else decoder.open_bytes(member.content)
    )
    with opening as file:
        if file.sha256 != what.capture.sha256:
            raise CaptureError("changed", sha256=file.sha256)
        cancellation.check()
        frame = file.frame(what.capture.frame)
    cancellation.check()
    degrees = (what.capture.turned - frame.turned) % 360
    return turned(deepened(frame.pixels, cancellation), degrees)


def _bytes_of(image: DeepImage) -> int:
    levels = sum(level.nbytes for level in image.levels if level is not image.original)
    return image.original.nbytes + levels
