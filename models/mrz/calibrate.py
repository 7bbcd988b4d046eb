"""How far the recogniser can be believed, measured on made pictures and written beside it.

    python -m models.mrz.pictures FOLDER --count 1500 --seed 7
    python -m models.mrz.calibrate FOLDER

reads every picture of FOLDER/images whose lines are in FOLDER/truth.csv, fits temperature and floor by
likelihood for prints of some sizes, chooses the confidence from which a character is certain, shows what was
said against what was so, and writes `assets/networks/mrz-calibration.json`.
"""

import argparse
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.calibration import Band, Calibration, written
from docdesk.engines.mrz_networks.posteriors import Cells, posteriors
from docdesk.engines.mrz_networks.priors import text_of
from docdesk.engines.mrz_networks.reader import CALIBRATION, Parts, zones_read
from docdesk.engines.mrz_networks.sessions import FINDER, RECOGNISER, network, network_file
from docdesk.engines.mrz_networks.telling import ties_broken
from docdesk.engines.mrz_networks.whole import LENGTH_DOUBT
from docdesk.mrz.alphabet import ALPHABET

Floats = NDArray[np.float64]

AS_SAID: Final = Calibration((Band(0.0, 1.0, 1e-5),), 1.0)
"""Before anything is measured, the network is taken at its word."""

PITCHES: Final = (0.0, 8.0, 12.0)
"""Where bands begin, in pixels of the picture: print that cannot hold all detail (a stroke of OCR-B is a
seventh of a pitch, and two pixels show one), print that just does, and all else."""

ENOUGH: Final = 5000
"""Characters that a band needs of its own; with fewer it is laid together with the one below."""

TEMPERATURES: Final = np.exp(np.linspace(np.log(0.5), np.log(4.0), 43))
FLOORS: Final = np.exp(np.linspace(np.log(1e-6), np.log(1e-2), 17))

CERTAIN_AND_WRONG: Final = 1 / 20_000
"""The part of certain characters that may be wrong: one in 230 passports."""

LEAST_CERTAIN: Final = 0.99
"""Nothing less is certain, however few pictures were measured."""

SAME_ZONE: Final = 0.6
"""A reading that shares less of its characters with the truth is of something else."""

STEPS: Final = (0.0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999, 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """A zone: for each line what the network said, its pitch in the picture, and what is printed."""

    cells: tuple[Cells, ...]
    pitches: tuple[float, ...]
    lines: tuple[str, ...]

    def shares(self, calibration: Calibration) -> tuple[Floats, ...]:
        """Return the probabilities of characters by shape, line by line."""
        pairs = zip(self.cells, self.pitches, strict=True)
        return tuple(posteriors(cells, calibration, pitch) for cells, pitch in pairs)


def gathered(folder: Path) -> Iterator[Sample]:
    """Yield the zones of a folder that were read with as many characters as are printed.

    Those whose lines may have another length are left out: the reader is certain of nothing in them.
    """
    parts = Parts(network(FINDER), network(RECOGNISER), AS_SAID)
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        lines = tuple(row[f"line{number}"] for number in (1, 2, 3) if row[f"line{number}"])
        grey = cv2.imread(str(folder / "images" / row["file"]), cv2.IMREAD_GRAYSCALE)
        if grey is None or not lines:
            continue
        for read in zones_read(np.asarray(grey, np.uint8), parts):
            seen = read.seen
            if max(line.grid.length_doubt for line in seen) > LENGTH_DOUBT:
                continue
            sample = Sample(tuple(line.cells for line in seen), tuple(line.pitch for line in seen), lines)
            if [len(line) for line in seen] == [len(line) for line in lines] and _alike(sample):
                yield sample


def fitted(samples: Sequence[Sample]) -> Calibration:
    """Return the calibration under which what is printed is most probable, and `certain` by it."""
    bands: list[Band] = []
    for number, least in enumerate(PITCHES):
        most = PITCHES[number + 1] if number + 1 < len(PITCHES) else np.inf
        lines = [
            (cells, line)
            for sample in samples
            for cells, pitch, line in zip(sample.cells, sample.pitches, sample.lines, strict=True)
            if least <= pitch < most
        ]
        if not bands or sum(len(line) for _, line in lines) >= ENOUGH:
            bands.append(_band(least, lines) if lines else replace(AS_SAID.bands[0], pitch=least))
    calibration = Calibration(tuple(bands), 1.0)
    return replace(calibration, certain=_certain(*said_and_so(samples, calibration)))


def said_and_so(samples: Sequence[Sample], calibration: Calibration) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the confidence in each character that was read, places considered, and whether it is printed."""
    said: list[Floats] = []
    so: list[bool] = []
    for sample in samples:
        for shares, line in zip(ties_broken(sample.shares(calibration)), sample.lines, strict=True):
            said.append(shares.max(axis=1))
            so += [read == char for read, char in zip(text_of(shares), line, strict=True)]
    return np.concatenate(said), np.array(so)


def table(said: Floats, so: NDArray[np.bool_]) -> str:
    """Return what was said against what was so, as lines of text."""
    rows = [f"{'confidence':>16} {'characters':>11} {'said wrong':>11} {'is wrong':>11}"]
    for low, high in pairwise(STEPS):
        inside = (said >= low) & ((said < high) | (high == 1.0))
        if inside.any():
            wrong, told = 1 - so[inside].mean(), 1 - said[inside].mean()
            rows.append(f"{low:>8} {high:>7} {inside.sum():>11} {told:>11.5f} {wrong:>11.5f}")
    return "\n".join(rows)


def _band(least: float, lines: Sequence[tuple[Cells, str]]) -> Band:
    logs = np.concatenate([cells.logs for cells, _ in lines])
    blank = np.concatenate([cells.blank for cells, _ in lines])
    printed = np.array([ALPHABET.index(char) for _, line in lines for char in line])
    every: list[tuple[float, float, float]] = []
    for temperature in TEMPERATURES:
        cooled = logs / temperature
        own = np.exp(cooled[np.arange(len(printed)), printed] - np.logaddexp.reduce(cooled, axis=1))
        every += [(_surprise(own, blank, floor), float(temperature), float(floor)) for floor in FLOORS]
    _, temperature, floor = min(every)
    return Band(least, round(temperature, 3), float(f"{floor:.2g}"))


def _surprise(own: Floats, blank: Floats, floor: float) -> float:
    """Return the mean of -ln of the probability of what is printed, `own` by what the network says."""
    flat = 1 - (1 - floor) * (1 - blank)
    return float(-np.log((1 - flat) * own + flat / len(ALPHABET)).mean())


def _certain(said: Floats, so: NDArray[np.bool_]) -> float:
    """Return the least confidence from which few enough characters are wrong, from it on up."""
    order = np.argsort(-said)
    wrong = np.cumsum(~so[order])
    good = np.flatnonzero(wrong <= CERTAIN_AND_WRONG * np.arange(1, len(order) + 1))
    # A tie with the first that is wrong would let that one in.
    least = float(said[order][good[-1]]) if len(good) else 1.0
    bad = said[~so & (said <= least)]
    return max(LEAST_CERTAIN, float(np.nextafter(bad.max(), 2)) if len(bad) and bad.max() == least else least)


def _alike(sample: Sample) -> bool:
    pairs = [
        read == char
        for shares, line in zip(sample.shares(AS_SAID), sample.lines, strict=True)
        for read, char in zip(text_of(shares), line, strict=True)
    ]
    return float(np.mean(pairs)) >= SAME_ZONE


def main() -> None:
    """Measure and write from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args()
    cv2.setNumThreads(1)
    samples = list(gathered(chosen.folder))
    calibration = fitted(samples)
    said, so = said_and_so(samples, calibration)
    print(table(said, so))
    certain = said >= calibration.certain
    print(f"{len(samples)} zones; certain {certain.mean():.4f}, of them wrong {int((~so[certain]).sum())}")
    print(text := written(calibration))
    network_file(CALIBRATION).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
