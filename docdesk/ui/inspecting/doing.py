"""What the commands of the workspace do."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from docdesk.foundation.messages import Message
from docdesk.inspection.captures.handing_in import PICTURE_SUFFIXES, Bundle
from docdesk.inspection.captures.joining import split
from docdesk.ui.inspecting.document import Document
from docdesk.ui.inspecting.intake import Intake, paths_of
from docdesk.ui.inspecting.join_dialog import JoinDialog
from docdesk.ui.inspecting.page import InspectPage
from docdesk.ui.inspecting.presenter import InspectPresenter
from docdesk.ui.inspecting.report_dialog import ReportDialog
from docdesk.ui.inspecting.services import Services
from docdesk.ui.inspecting.showing import Showing
from docdesk.ui.inspecting.watching import Watching


class Doing(QObject):
    """Opens, watches, joins, reports: asks where it must, and leaves the rest to the presenter."""

    watch_wanted = Signal(str)
    """The folder that shall be watched from now on, "" for none."""
    opened = Signal(tuple)
    """Paths that were opened by hand."""

    def __init__(
        self,
        page: InspectPage,
        presenter: InspectPresenter,
        showing: Showing,
        intake: Intake,
        watching: Watching,
        services: Services,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.folder = Path.home()
        self._page = page
        self._presenter = presenter
        self._showing = showing
        self._intake = intake
        self._watching = watching
        self._services = services
        self._wording = services.wording

    def runs(self) -> Mapping[str, Callable[[], object]]:
        """Return what each action does, by its name."""
        page = self._page
        return {
            "open": self.ask_for_files,
            "folder": self.ask_for_folder,
            "paste": self.paste,
            "watch": self.toggle_watch,
            "join": self.ask_to_join,
            "split": self.split,
            "report": self.show_report,
            "put_away": self.put_away,
            "anew": self._presenter.inspect_anew,
            "previous": partial(page.strip.step, -1),
            "next": partial(page.strip.step, 1),
            "previous_finding": partial(page.findings.step, -1),
            "next_finding": partial(page.findings.step, 1),
            "compare": self.toggle_compare,
            "digest": self.copy_digest,
            "sample": self.open_samples,
        }

    # --- Documents in ---

    def open(self, paths: Sequence[str]) -> None:
        """Open files and folders."""
        if paths:
            self.folder = Path(paths[-1]).parent
            self._intake.open(paths)
            self.opened.emit(tuple(paths))

    def ask_for_files(self) -> QFileDialog:
        """Ask which pictures to open."""
        dialog = self._ask("command.inspect.open", QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in sorted(PICTURE_SUFFIXES))
        pictures = f"{self._wording.term('inspect.pictures_only')} ({patterns})"
        dialog.setNameFilters([pictures, f"{self._wording.term('inspect.every_file')} (*)"])
        dialog.filesSelected.connect(self.open)
        return dialog

    def ask_for_folder(self) -> QFileDialog:
        """Ask which folder to open."""
        dialog = self._ask("command.inspect.folder", QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self.open)
        return dialog

    def open_samples(self) -> None:
        """Open the samples that docdesk came with."""
        if self._services.samples:
            self._intake.open([str(path) for path in self._services.samples])

    def paste(self) -> None:
        """Take what lies in the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is None or not self.take(mime):
            self._page.say(self._wording.term("inspect.nothing_to_paste"))

    @Slot(object)
    def take(self, mime: QMimeData) -> bool:
        """Take what was dropped or pasted; return whether there was anything."""
        paths = paths_of(mime)
        if paths:
            self.opened.emit(paths)
        return self._intake.take(mime)

    def toggle_watch(self) -> QFileDialog | None:
        """Ask which folder to watch, or stop watching."""
        if self._watching.folder is not None:
            self.watch_wanted.emit("")
            return None
        dialog = self._ask("command.inspect.watch", QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._watch_first)
        return dialog

    @Slot(list)
    def _watch_first(self, paths: list[str]) -> None:
        self.watch_wanted.emit(paths[0])

    def _ask(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._page, self._wording.term(title).removesuffix("…"), str(self.folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.open()
        return dialog

    # --- Documents joined, split, put away ---

    def ask_to_join(self) -> JoinDialog | None:
        """Ask which side and light the chosen pictures show, and join them."""
        chosen = self._page.strip.selected()
        if not chosen:
            return None
        dialog = JoinDialog(chosen, self._wording, self._page)
        dialog.made.connect(partial(self._join, chosen))
        dialog.open()
        return dialog

    def _join(self, chosen: Sequence[Document], bundle: Bundle) -> None:
        self._presenter.replace(chosen, (bundle,), self._wording.term("undo.join"))

    def split(self) -> None:
        """Take the document that is looked at apart into its pictures."""
        document = self._presenter.current
        if document is None:
            return
        parts = split(document.bundle)
        if len(parts) > 1:
            self._presenter.replace((document,), parts, self._wording.term("undo.split"))

    def put_away(self) -> None:
        """Put the chosen documents away; undo brings them back."""
        chosen = self._page.strip.selected()
        if chosen:
            self._presenter.replace(chosen, (), self._wording.term("undo.put_away"))

    def toggle_compare(self) -> None:
        """Show the pictures of the chosen documents beside each other, or again those of one."""
        document = self._presenter.current
        if document is None or self._showing.comparing:
            self._showing.compare(())
            self._page.say("")
            return
        others = [other for other in self._page.strip.selected() if other.ident != document.ident]
        with_pictures = [other for other in others if other.captures]
        self._showing.compare(with_pictures)
        if with_pictures:
            names = ", ".join(other.name for other in with_pictures)
            self._page.say(
                self._wording.say(Message.of("inspect.comparing", name=document.name, names=names))
            )
        else:
            self._page.say(self._wording.term("inspect.compare_waits" if others else "inspect.compare_how"))

    # --- Out ---

    def show_report(self) -> ReportDialog | None:
        """Show the report of the document that is looked at."""
        document = self._presenter.current
        if document is None or document.report is None:
            return None
        pictures = {index: image.original for index, image in self._showing.images.items()}
        services = self._services
        dialog = ReportDialog(
            document.report,
            pictures,
            services.writer,
            services.background,
            self._wording,
            self.folder,
            self._page,
        )
        dialog.open()
        return dialog

    def copy_digest(self) -> None:
        """Copy the SHA-256 of the picture that is looked at."""
        picture = self._page.desk.current()
        capture = None if picture is None else self._showing.capture(picture.key)
        digest = None if capture is None else capture.sha256
        if digest is not None:
            QGuiApplication.clipboard().setText(digest)
            self._page.say(self._wording.term("inspect.digest_copied"))

    def say_watched(self, folder: str) -> None:
        """Say which folder is watched, or that none is any more."""
        if folder:
            self._page.say(self._wording.say(Message.of("inspect.watching", path=folder)))
        else:
            self._page.say(self._wording.term("inspect.not_watching"))
