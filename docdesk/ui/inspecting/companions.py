"""Other documents whose pictures stand beside those of the one that is looked at, to be compared."""

from collections.abc import Callable, Sequence
from functools import partial

from docdesk.foundation.messages import Message
from docdesk.imaging.deep import DeepImage
from docdesk.ui.background import Job
from docdesk.ui.inspecting.document import Document
from docdesk.ui.inspecting.pictures import Pictures, wanted
from docdesk.ui.inspecting.shown_picture import key_of, shown_picture
from docdesk.ui.viewing.comparing import MOST_BESIDE
from docdesk.ui.viewing.desk import ViewingDesk
from docdesk.ui.viewing.lights import group_of_light
from docdesk.ui.viewing.picture import Picture
from docdesk.wording.catalogue import Wording


class Companions:
    """Brings their pictures to the desk, and takes them away again. They are only looked at: verdict, MRZ and
    findings remain those of the document that is looked at."""

    def __init__(self, desk: ViewingDesk, pictures: Pictures, wording: Wording) -> None:
        self._desk, self._pictures, self._wording = desk, pictures, wording
        self._documents: tuple[Document, ...] = ()
        self._beside: int | None = None
        self._coming: set[str] = set()
        self._jobs: list[Job] = []

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that are compared with the one that is looked at."""
        return self._documents

    def invite(self, documents: Sequence[Document]) -> None:
        """Compare with these documents from now on."""
        self.leave()
        self._documents = tuple(documents[: MOST_BESIDE - 1])

    def bring(self, ident: int, said: Callable[[str], None]) -> None:
        """Put their pictures up behind those of the document `ident`, which are there; once is enough.

        When all have come, those under the light that is looked at stand beside each other. `said` is told
        why one does not come.
        """
        if self._beside is not None or not self._documents:
            return
        self._beside = ident
        wishes = [
            (document, index, what)
            for document in self._documents
            for index, capture in enumerate(document.captures)
            if (what := wanted(capture, document.bundle)) is not None
        ]
        self._coming = {key_of(document, index) for document, index, _ in wishes}
        for document, index, what in wishes:
            job = self._pictures.want(
                what,
                done=partial(self._came, document, index),
                failed=partial(self._failed, document, index, said),
            )
            if job is not None:
                self._jobs.append(job)

    def leave(self) -> None:
        """Take their pictures away."""
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()
        self._coming.clear()
        self._beside = None
        gone = {str(document.ident) for document in self._documents}
        self._documents = ()
        if gone:
            self._desk.set_pictures([each for each in self._desk.pictures() if each.document not in gone])

    def _came(self, document: Document, index: int, image: DeepImage) -> None:
        if document in self._documents:
            self._desk.set_picture(shown_picture(document, index, image, self._wording, named=True))
            self._settled(key_of(document, index))

    def _failed(self, document: Document, index: int, said: Callable[[str], None], why: Message) -> None:
        if document in self._documents:
            said(f"{document.captures[index].path}: {self._wording.say(why)}")
            self._settled(key_of(document, index))

    def _settled(self, key: str) -> None:
        self._coming.discard(key)
        there = self._desk.pictures()
        own = [picture for picture in there if picture.document == str(self._beside)]
        if self._coming or not own:
            return
        looked_at = self._desk.current()
        current = looked_at if looked_at is not None and looked_at in own else own[0]
        beside = [current.key]
        for document in self._documents:
            theirs = [picture for picture in there if picture.document == str(document.ident)]
            if theirs:
                beside.append(_like(current, theirs).key)
        self._desk.show_beside(beside)


def _like(current: Picture, pictures: Sequence[Picture]) -> Picture:
    """Return the picture under the same light, or the first."""
    group = group_of_light(current.light)
    return next((each for each in pictures if group_of_light(each.light) == group), pictures[0])
