"""What checks are asked about: captures, readings, and what is known on the day of the inspection."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docdesk.foundation.geometry import Polygon
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Capture, Light
from docdesk.inspection.readings.digit_certainty import agrees_by_chance
from docdesk.inspection.readings.mrz_on_set import Sighting
from docdesk.inspection.readings.mrz_reading import Entered, MrzReading
from docdesk.inspection.readings.places import Place, outline, places, quoted
from docdesk.mrz.codes import FICTITIOUS, PSEUDO
from docdesk.mrz.formats import FORMATS
from docdesk.mrz.parsing import Mrz
from docdesk.mrz.spans import Span
from docdesk.mrz.validation import Fault, validate


@dataclass(frozen=True, slots=True)
class Issuers:
    """Codes of document models marked fictitious, and of known pseudo issuers."""

    fictitious: frozenset[str] = frozenset(FICTITIOUS)
    pseudo: frozenset[str] = frozenset(PSEUDO)


def faults_in(mrz: Mrz, on: date, issuers: Issuers) -> tuple[Fault, ...]:
    """Return the faults of an MRZ on a day, for these issuers."""
    return validate(mrz, on, fictitious=issuers.fictitious, pseudo=issuers.pseudo)


@dataclass(frozen=True, slots=True)
class MrzEvidence:
    """An MRZ as read, and what its characters mean.

    `mrz` is None where the lines have the shape of no format; `faults` are those of
    `docdesk.mrz.validation` on the day of the inspection, with these `issuers`. `others`, `blank` and
    `unclear` tell what other captures of the document show, see `FoundMrz`; all places are pixels of the
    captures as the evidence has them turned.
    """

    reading: MrzReading
    capture: int
    mrz: Mrz | None
    faults: tuple[Fault, ...]
    others: tuple[Sighting, ...] = ()
    blank: tuple[int, ...] = ()
    unclear: tuple[int, ...] = ()
    issuers: Issuers = Issuers()

    @property
    def verified(self) -> bool:
        """Whether the format is known well enough for a verdict; its faults are empty where it is not."""
        return self.mrz is not None and FORMATS[self.mrz.format].verified

    def faults_of(self, *kinds: str) -> tuple[Fault, ...]:
        """Return the faults of these kinds."""
        return tuple(fault for fault in self.faults if fault.kind in kinds)

    def spans_of(self, *fields: str) -> tuple[Span, ...]:
        """Return where these fields stand."""
        if self.mrz is None:
            return ()
        found = (self.mrz.field(name) for name in fields)
        return tuple(span for field in found if field is not None for span in field.spans)

    def doubtful(self, spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
        """Return line and position, from 0, of the characters there that the reader does not stand by."""
        return tuple(place for place in places(spans) if not self.reading.certain[place[0]][place[1]])

    def entered(self, spans: Sequence[Span]) -> tuple[Entered, ...]:
        """Return what a person entered there."""
        there = frozenset(places(spans))
        return tuple(entry for entry in self.reading.entered if (entry.line, entry.index) in there)

    @property
    def backed(self) -> frozenset[tuple[int, int]]:
        """Line and position of the characters for which a field's own check digit speaks, not by chance."""
        if self.mrz is None:
            return frozenset()
        return frozenset(
            place
            for digit in self.mrz.digits
            if digit.agrees and digit.name != "composite" and not agrees_by_chance(self.reading, digit)
            for place in places((*digit.covers, digit.span))
        )

    def weakest(self, spans: Sequence[Span]) -> float | None:
        """Return the lowest confidence of the characters there, None without any."""
        return min((self.reading.confidence[line][index] for line, index in places(spans)), default=None)

    def elsewhere(self, place: Place) -> tuple[tuple[Light, str], ...]:
        """Return what other captures show for certain in this place instead, and under which light."""
        line, index = place
        lengths = list(map(len, self.reading.lines))
        alike = (other for other in self.others if list(map(len, other.reading.lines)) == lengths)
        shown = (
            (other.light, other.reading.lines[line][index])
            for other in alike
            if other.reading.certain[line][index]
        )
        return tuple(dict.fromkeys(each for each in shown if each[1] != self.reading.lines[line][index]))

    def least_sure(self, spans: Sequence[Span]) -> tuple[Place, ...]:
        """Return the place there that the reader is least sure of, none without any."""
        return self._by_confidence(tuple(places(spans)))[:1]

    def weakest_first(self, spans: Sequence[Span]) -> tuple[Place, ...]:
        """Return the places there that are in doubt, the weakest first; the least sure one where none is."""
        return self._by_confidence(self.doubtful(spans)) or self.least_sure(spans)

    def _by_confidence(self, where: tuple[Place, ...]) -> tuple[Place, ...]:
        return tuple(sorted(where, key=lambda place: self.reading.confidence[place[0]][place[1]]))

    def region(self, spans: Sequence[Span]) -> Polygon | None:
        """Return the outline of the characters from the first to the last of the first span's line."""
        return outline(self.reading, spans)

    def quoted(self, spans: Sequence[Span]) -> str:
        """Return the characters there, as printed."""
        return quoted(self.reading, spans)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that is known of one document when its checks begin.

    Without `mrz`, `no_mrz` says why there is none; `mrz_aborted` tells that a reader broke off. While
    `partial`, further captures are still to be read, and what counts may change.
    """

    captures: tuple[Capture, ...]
    on: date
    mrz: MrzEvidence | None
    no_mrz: Message | None = None
    mrz_aborted: bool = False
    partial: bool = False

    @property
    def pictured(self) -> bool:
        """Whether there is any picture to put questions to."""
        return any(capture.error is None for capture in self.captures)
