"""A run of the benchmark as a record for programs."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from docdesk.bench.mrz.reliability import reliability
from docdesk.bench.mrz.scoring import Scored, Told
from docdesk.bench.mrz.summary import by_difficulty, by_type, summarise
from docdesk.foundation.geometry import Quad
from docdesk.inspection.readings.mrz_reading import MrzReading

SCHEMA = "docdesk:mrz-benchmark"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one reader did: its name, the bytes of its models (None where unknown), its scores."""

    name: str
    model_bytes: int | None
    scored: tuple[Scored, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Readers measured on the same pictures, the first of them the one in question.

    `version` is docdesk's, `on` the day (YYYY-MM-DD), `machine` what it ran on. `pictures` counts those that
    the folder holds; an interrupted run has scored fewer.
    """

    version: str
    on: str
    machine: str
    folder: str
    told: Told
    pictures: int
    readers: tuple[Measured, ...]

    @property
    def complete(self) -> bool:
        """Whether every picture was scored."""
        return all(len(reader.scored) == self.pictures for reader in self.readers)


def as_json(run: Run) -> dict[str, Any]:
    """Return the record that `docs/schemas/mrz-benchmark.schema.json` describes."""
    return {
        "schema": SCHEMA,
        "docdesk": run.version,
        "on": run.on,
        "machine": run.machine,
        "folder": run.folder,
        "scored": run.told,
        "pictures": run.pictures,
        "complete": run.complete,
        "readers": [_reader(reader) for reader in run.readers],
    }


def _reader(reader: Measured) -> dict[str, Any]:
    return {
        "name": reader.name,
        "model_bytes": reader.model_bytes,
        "summary": asdict(summarise(reader.scored)),
        "by_type": {name: asdict(figures) for name, figures in by_type(reader.scored).items()},
        "by_difficulty": {name: asdict(figures) for name, figures in by_difficulty(reader.scored).items()},
        "reliability": [{**asdict(each), "share": each.share} for each in reliability(reader.scored)],
        "pictures": [_picture(entry) for entry in reader.scored],
    }


def _picture(entry: Scored) -> dict[str, Any]:
    wrong_digits = entry.wrong_digits
    return {
        "file": entry.truth.file,
        "type": entry.truth.doc_type,
        "difficulty": entry.truth.difficulty,
        "document": entry.truth.group,
        "printed": list(entry.truth.lines),
        "digits_valid": entry.truth.digits_valid,
        "failure": entry.failure,
        "exact": entry.exact,
        "errors": entry.errors,
        "certain": entry.certain,
        "any_certain_wrong": entry.any_certain_wrong,
        "digits_agree": entry.digits_agree,
        "further_mrz": entry.further,
        "check_digits": {name: outcome.value for name, outcome in entry.outcomes.items()},
        "wrong_digits": None if wrong_digits is None else wrong_digits.value,
        "accused": list(entry.accused),
        "cpu_s": round(entry.cpu_s, 4),
        "wall_s": round(entry.wall_s, 4),
        "differing": [asdict(place) for place in entry.wrong],
        "reading": None if entry.reading is None else _reading(entry.reading),
    }


def _reading(reading: MrzReading) -> dict[str, Any]:
    """Return all that the reader told; numbers of confidence to six places, so that 1 in 100,000 is kept."""
    return {
        "format": reading.format,
        "lines": list(reading.lines),
        "raw": list(reading.raw),
        "proposed": list(reading.proposed),
        "confidence": [_rounded(row, 6) for row in reading.confidence],
        "certain": [list(row) for row in reading.certain],
        "alternatives": [
            [{other.char: round(other.probability, 6) for other in place} for place in row]
            for row in reading.alternatives
        ],
        "ocr_b": _rounded(reading.ocr_b, 6),
        "second_opinion": list(reading.second_opinion),
        "turned": reading.turned,
        "quad": _corners(reading.quad),
        "characters": [[_corners(quad) for quad in row] for row in reading.characters],
    }


def _corners(quad: Quad) -> list[list[float]]:
    return [_rounded(corner, 2) for corner in quad]


def _rounded(values: Sequence[float], places: int) -> list[float]:
    return [round(value, places) for value in values]


def summaries(run: Run) -> Mapping[str, dict[str, Any]]:
    """Return the figures of each reader by its name, with the size of its models: what a terminal shows."""
    return {
        reader.name: {**asdict(summarise(reader.scored)), "model_bytes": reader.model_bytes}
        for reader in run.readers
    }
