"""What a working process does for a plan: it makes documents and writes them into the folder."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from docdesk.engines.threads import one_thread_each
from docdesk.foundation.errors import DocdeskError
from docdesk.foundation.messages import Message
from docdesk.synthesis.alterations.catalogue import ALTERATIONS
from docdesk.synthesis.capturing.devices import DEVICES
from docdesk.synthesis.models.model import DocumentModel
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.plans.making import Studio
from docdesk.synthesis.plans.plan import Order
from docdesk.synthesis.plans.truth import Edition
from docdesk.synthesis.plans.writing import write
from docdesk.synthesis.printing.press import Press
from docdesk.synthesis.synthesise import synthesise


@dataclass(frozen=True, slots=True)
class Site:
    """Where and with what a plan is carried out.

    Attributes:
        folder: of the documents.
        films: folder of artwork that was printed for models, shared by all processes and runs.
        models: that the plan names.
        portraits: of the people.
        edition: what is written into every truth.
    """

    folder: Path
    films: Path
    models: tuple[DocumentModel, ...]
    portraits: tuple[Portrait, ...]
    edition: Edition


@dataclass(frozen=True, slots=True)
class Films:
    """The wish to print the artwork of a model, so that no two processes print the same.

    Attributes:
        model: name of the model.
        alteration: name of an alteration, for whose variants of the model film is wanted; None for itself.
    """

    model: str
    alteration: str | None = None


Task = Films | Order


@contextmanager
def synthesising(site: Site) -> Iterator[Callable[[Task], Iterator[Message]]]:
    """Give what carries out tasks; it answers nothing, or why a task cannot be carried out."""
    logging.basicConfig(level=logging.WARNING)
    one_thread_each()
    press = Press(site.films)
    models = {model.name: model for model in site.models}
    studio = Studio(models, site.portraits, press, ALTERATIONS, DEVICES)

    def work(task: Task) -> Iterator[Message]:
        try:
            if isinstance(task, Films):
                for model in _wanted(models[task.model], task.alteration):
                    press.prepare(model)
            else:
                write(synthesise(task, studio), site.folder, site.edition)
        except DocdeskError as error:
            yield error.message
        except OSError as error:
            yield not_written(error, site.folder)

    yield work


def _wanted(model: DocumentModel, alteration: str | None) -> tuple[DocumentModel, ...]:
    return (model,) if alteration is None else ALTERATIONS[alteration].variants(model)


def not_written(error: OSError, folder: Path) -> Message:
    """Return the sentence on what the system refused."""
    path, reason = str(error.filename or folder), error.strerror or type(error).__name__
    return Message.of("synthesis.not_written", path=path, reason=reason)
