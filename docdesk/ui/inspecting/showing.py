"""Shows one document on the page: what is known at once, pictures and crops as they come."""

from collections.abc import Sequence, Set
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from docdesk.foundation.geometry import Polygon
from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Cancellation
from docdesk.imaging.crops import crop
from docdesk.imaging.deep import DeepImage
from docdesk.inspection.captures.capture import Capture
from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.ui.background import Background, Job
from docdesk.ui.inspecting.companions import Companions
from docdesk.ui.inspecting.document import Document, State
from docdesk.ui.inspecting.marks import marks_on
from docdesk.ui.inspecting.mrz_pictures import line_pictures
from docdesk.ui.inspecting.page import InspectPage
from docdesk.ui.inspecting.pictures import Pictures, wanted
from docdesk.ui.inspecting.shown_picture import capture_of, key_of, shown_picture
from docdesk.wording.catalogue import Wording

CROP_MARGIN = 0.6
"""Of the region's height, all round: the neighbours of a character, so that a difference in print shows."""

Lines = tuple[NDArray[np.uint8], ...]


class Showing(QObject):
    """Keeps the page in step with the current document."""

    compared = Signal(bool)
    """Whether pictures of other documents stand beside those of the current one from now on."""

    def __init__(
        self,
        page: InspectPage,
        pictures: Pictures,
        background: Background,
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._pictures = pictures
        self._background = background
        self._wording = wording
        self._companions = Companions(page.desk, pictures, wording)
        self._document: Document | None = None
        self._jobs: list[Job] = []
        self._images: dict[int, DeepImage] = {}
        self._refused: set[int] = set()
        self._lines: tuple[MrzReading, Lines] | None = None

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self._document

    @property
    def images(self) -> dict[int, DeepImage]:
        """The pictures that are here, by the index of their capture, turned as the captures say."""
        return dict(self._images)

    @property
    def comparing(self) -> bool:
        """Whether pictures of other documents stand beside those of the one that is shown."""
        return bool(self._companions.documents)

    def compare(self, others: Sequence[Document]) -> None:
        """Show the pictures of other documents beside those of the one that is shown; without any, alone."""
        document = self._document
        if document is None:
            return
        self._companions.invite(others)
        self._put_up(document)
        self.compared.emit(self.comparing)

    def part_from(self, idents: Set[int]) -> None:
        """Compare no more with documents of which one is put away."""
        if any(document.ident in idents for document in self._companions.documents):
            self.compare(())

    def capture(self, key: str) -> Capture | None:
        """Return the capture whose picture has this key, None where it is not shown."""
        ident, index = capture_of(key)
        for document in (self._document, *self._companions.documents):
            if document is not None and document.ident == ident and index < len(document.captures):
                return document.captures[index]
        return None

    def nothing(self) -> None:
        """Show the empty page."""
        self._leave()
        self._document = None
        self._page.show_empty()

    def show(self, document: Document) -> None:
        """Show a document, or what has changed of the one that is shown."""
        before = self._document
        if before is None or before.ident != document.ident:
            self._leave()
            before = None
        self._document = document
        self._show_words(document, before)
        if before is None or before.captures != document.captures:
            self._show_pictures(document)
        elif before.report != document.report or before.evidence != document.evidence:
            # With the MRZ the scale may become known too.
            self._put_up(document)

    def _leave(self) -> None:
        """Let go of what is still under way for the document shown before."""
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()
        self._images.clear()
        self._refused.clear()
        self._lines = None
        self._companions.leave()
        self.compared.emit(self.comparing)
        self._page.desk.clear()

    def _show_words(self, document: Document, before: Document | None) -> None:
        """Show verdict, MRZ, fields and findings as far as they are known."""
        page, seen = self._page, _mrz_of(document)
        page.show_state(document)
        if seen is None:
            page.mrz.clear(self._why_no_mrz(document))
        elif before is None or before.evidence != document.evidence:
            page.mrz.show_mrz(seen, self._lines_of(seen))
        if document.report is None or seen is None:
            page.fields.clear()
        elif before is None or before.report != document.report:
            page.fields.show_fields(seen, document.report.findings, document.report.on)
        if document.report is None:
            page.findings.clear()
        elif before is None or before.report != document.report:
            page.findings.show_findings(document.report)

    def _why_no_mrz(self, document: Document) -> str:
        if document.evidence is not None and document.evidence.no_mrz is not None:
            return self._wording.say(document.evidence.no_mrz)
        if document.state is State.RUNNING:
            return self._wording.term("inspect.reading")
        return self._wording.term("inspect.waiting" if document.state is State.WAITING else "inspect.no_mrz")

    # --- Pictures ---

    def _show_pictures(self, document: Document) -> None:
        self._images = {
            index: image for index, image in self._images.items() if self._still_right(document, index)
        }
        for index, capture in enumerate(document.captures):
            what = wanted(capture, document.bundle)
            if what is None:
                continue
            job = self._pictures.want(
                what,
                done=partial(self._picture_came, document.ident, index, capture),
                failed=partial(self._picture_failed, document.ident, index, capture),
            )
            if job is not None:
                self._jobs.append(job)

    def _still_right(self, document: Document, index: int) -> bool:
        what = wanted(document.captures[index], document.bundle) if index < len(document.captures) else None
        return what is not None and self._pictures.have(what) is self._images[index]

    def _picture_came(self, ident: int, index: int, capture: Capture, image: DeepImage) -> None:
        document = self._document
        if document is None or document.ident != ident or document.captures[index] != capture:
            return
        self._images[index] = image
        self._put_up(document)

    def _picture_failed(self, ident: int, index: int, capture: Capture, why: Message) -> None:
        document = self._document
        if document is None or document.ident != ident:
            return
        self._refused.add(index)
        self._page.say(f"{capture.path}: {self._wording.say(why)}")
        self._put_up(document)

    def _put_up(self, document: Document) -> None:
        """Put up the pictures that are here in the order of the captures: white light is to be seen first."""
        up = {picture.key: picture for picture in self._page.desk.pictures()}
        for index, capture in enumerate(document.captures):
            image = self._images.get(index)
            if image is None and index not in self._refused and capture.error is None:
                break
            if image is None:
                continue
            picture = shown_picture(document, index, image, self._wording, named=self.comparing)
            if up.get(picture.key) != picture:
                self._page.desk.set_picture(picture)
        else:
            self._companions.bring(document.ident, self._page.say)
        self._show_places()

    # --- Places on the pictures ---

    def _show_places(self) -> None:
        """Draw marks, cut crops and straighten the MRZ, where the pictures for it are here."""
        document = self._document
        if document is None:
            return
        for index in self._images:
            self._page.desk.set_marks(key_of(document, index), marks_on(document, index, self._wording))
        self._cut_lines(document)
        self._cut_crops(document)

    def _lines_of(self, seen: MrzEvidence) -> Lines | None:
        """Return the straightened lines, if they are of a reading with its characters in the same places."""
        if self._lines is None or self._lines[0].characters != seen.reading.characters:
            return None
        return self._lines[1]

    def _cut_lines(self, document: Document) -> None:
        seen = _mrz_of(document)
        image = None if seen is None else self._images.get(seen.capture)
        if seen is None or image is None or self._lines_of(seen) is not None:
            return
        reading = seen.reading

        def work(_cancellation: Cancellation) -> Lines:
            return line_pictures(image.original, reading)

        self._jobs.append(self._background.run(work, done=partial(self._lines_came, document.ident, reading)))

    def _lines_came(self, ident: int, reading: MrzReading, lines: Lines) -> None:
        self._lines = (reading, lines)
        document = self._document
        seen = None if document is None or document.ident != ident else _mrz_of(document)
        if seen is not None:
            self._page.mrz.show_mrz(seen, self._lines_of(seen))

    def _cut_crops(self, document: Document) -> None:
        if document.report is None:
            return
        report = document.report
        cuts: list[tuple[int, DeepImage, Polygon]] = [
            (number, self._images[finding.capture], finding.region)
            for number, finding in enumerate(report.findings)
            if finding.region is not None and finding.capture is not None and finding.capture in self._images
        ]

        def work(cancellation: Cancellation) -> list[tuple[int, NDArray[np.uint8]]]:
            made = []
            for number, image, region in cuts:
                cancellation.check()
                made.append((number, _crop(image, region)))
            return made

        def came(crops: list[tuple[int, NDArray[np.uint8]]]) -> None:
            if self._document is not None and self._document.report is report:
                for number, cut in crops:
                    self._page.findings.set_crop(number, cut)

        if cuts:
            self._jobs.append(self._background.run(work, done=came))


def _crop(image: DeepImage, region: Polygon) -> NDArray[np.uint8]:
    down = [point[1] for point in region]
    return np.asarray(crop(image.levels[0], region, CROP_MARGIN * (max(down) - min(down))), np.uint8)


def _mrz_of(document: Document) -> MrzEvidence | None:
    return None if document.evidence is None else document.evidence.mrz
