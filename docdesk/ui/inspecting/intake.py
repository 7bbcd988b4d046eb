"""What the user hands in becomes bundles: files and folders, a drop, the clipboard, a watched folder."""

from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal, SignalInstance
from PySide6.QtGui import QImage, QPixmap

from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Cancellation
from docdesk.inspection.captures.decoding import Sniffer
from docdesk.inspection.captures.handing_in import Bundle, HandedIn, hand_in, pasted
from docdesk.inspection.captures.names import Naming
from docdesk.ui.background import Background, Job
from docdesk.wording.catalogue import Wording

PNG_HEAD = 8
"""Bytes before the first chunk."""

PNG_WRAPPING = 12
"""Bytes of a chunk beside what it holds: how much that is, its kind before it, a check sum behind it."""


class Intake(QObject):
    """Takes what is handed in and tells of the bundles; disks are touched on background threads only."""

    handed_in = Signal(tuple)
    """Bundles, in order."""
    came_in = Signal(tuple)
    """Bundles of a watched folder, which nobody handed in just now."""
    said = Signal(str)
    """A sentence for the user: what was passed over, or why nothing came of it."""
    looking = Signal()
    """Files and folders are being looked through: on a slow share that takes its time."""
    looked = Signal()
    """Nothing is being looked through any more."""

    def __init__(
        self,
        background: Background,
        naming: Naming,
        sniff: Sniffer,
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._naming = naming
        self._sniff = sniff
        self._wording = wording
        self._pasted = count(1)
        self._jobs: set[Job] = set()

    def open(self, paths: Sequence[str]) -> None:
        """Take files and folders that the user names."""
        self._look_into(tuple(paths), self.handed_in)

    def open_arrived(self, paths: Sequence[str]) -> None:
        """Take files that arrived in a watched folder."""
        self._look_into(tuple(paths), self.came_in)

    def take(self, mime: QMimeData) -> bool:
        """Take what was dropped or lies in the clipboard; return whether there was anything to take."""
        paths = paths_of(mime)
        if paths:
            self.open(paths)
            return True
        image = image_of(mime)
        if image is None:
            return False
        self._paste(image)
        return True

    def _paste(self, image: QImage) -> None:
        """Take a picture that has no file; it stays in memory."""
        number = next(self._pasted)

        def work(_cancellation: Cancellation) -> Bundle:
            return pasted(png_of(image), number)

        self._background.run(work, done=lambda bundle: self.handed_in.emit((bundle,)))

    def _look_into(self, wanted: tuple[str, ...], told: SignalInstance) -> None:
        def work(cancellation: Cancellation) -> HandedIn:
            return hand_in(wanted, self._naming, self._sniff, cancellation)

        def done(found: HandedIn) -> None:
            self._ended(job)
            self._found(found, wanted, told)

        if wanted:
            job = self._background.run(work, done=done)
            self._jobs.add(job)
            self.looking.emit()

    def stop(self) -> None:
        """Look through nothing more; nothing comes of what was being looked through."""
        for job in tuple(self._jobs):
            job.cancel()
            self._ended(job)

    def _ended(self, job: Job) -> None:
        self._jobs.discard(job)
        if not self._jobs:
            self.looked.emit()

    def _found(self, found: HandedIn, wanted: tuple[str, ...], told: SignalInstance) -> None:
        if found.passed_over:
            self.said.emit(self._wording.say(Message.of("program.passed_over", count=found.passed_over)))
        if found.bundles:
            told.emit(found.bundles)
        else:
            self.said.emit(self._wording.say(Message.of("program.no_pictures", path=", ".join(wanted))))


def paths_of(mime: QMimeData) -> tuple[str, ...]:
    """Return the files on this computer that a drop or the clipboard names."""
    local = (url.toLocalFile() for url in mime.urls() if url.isLocalFile()) if mime.hasUrls() else ()
    return tuple(path for path in local if path)


def image_of(mime: QMimeData) -> QImage | None:
    """Return the picture that a drop or the clipboard holds; another program may call anything so."""
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QPixmap):
        image = image.toImage()
    return image if isinstance(image, QImage) and not image.isNull() else None


def takes(mime: QMimeData) -> bool:
    """Return whether there is anything to take."""
    return bool(paths_of(mime)) or mime.hasImage()


def png_of(image: QImage) -> bytes:
    """Return an image as the bytes of a PNG file, with the resolution that it states, if it states any.

    Qt gives an image that states none the resolution of the screen, which tells nothing of the document.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # PySide takes text here; its stubs say bytes.
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    content = bytes(buffer.data().data())
    silent = QImage(1, 1, image.format())
    same = (image.dotsPerMeterX(), image.dotsPerMeterY()) == (silent.dotsPerMeterX(), silent.dotsPerMeterY())
    return without_resolution(content) if same else content


def without_resolution(png: bytes) -> bytes:
    """Return a whole PNG file without the chunk that states its resolution."""
    kept, at = [png[:PNG_HEAD]], PNG_HEAD
    while at < len(png):
        end = at + PNG_WRAPPING + int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] != b"pHYs":
            kept.append(png[at:end])
        at = end
    return b"".join(kept)
