"""Draw the sample documents: python samples/draw.py [FOLDER], by default the folder of this script."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from drawing.holders import JORIS, MIRA, NERIS, TOBIAS, card_lines, passport_lines
from drawing.identity_card import draw_back, draw_front
from drawing.lettering import FontMissing
from drawing.passport_page import draw_passport
from drawing.scanning import Light, save, scan
from drawing.sheet import Mask

LIGHTS: dict[str, Light] = {"vis": "white", "ir": "infrared", "uv": "ultraviolet"}
TRUTH_COLUMNS = (
    "file",
    "doc_type",
    "line1",
    "line2",
    "line3",
    "all_check_digits_valid",
    "verdict",
    "condition_notes",
)


def main(arguments: list[str]) -> int:
    """Draw every sample into a folder."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    try:
        for name, picture in draw_all():
            save(picture, folder / name)
            sys.stdout.write(f"{folder / name}\n")
    except FontMissing as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    write_truth(folder / "truth.csv")
    return 0


def draw_all() -> Iterator[tuple[str, Mask]]:
    """Every sample: its name below the folder, and its picture."""
    yield "utopia-passport-good.png", scan(draw_passport(MIRA), "white", margin=5, tilt=0.0, seed=11)
    yield "utopia-passport-wrong-digit.png", scan(draw_passport(TOBIAS), "white", margin=5, tilt=0.6, seed=12)
    yield "utopia-card/front.png", scan(draw_front(NERIS), "white", margin=4, tilt=0.0, seed=13)
    yield "utopia-card/back.png", scan(draw_back(NERIS), "white", margin=4, tilt=0.0, seed=14)
    page = draw_passport(JORIS)
    for seed, (name, light) in enumerate(LIGHTS.items(), 15):
        yield f"utopia-lights/{name}.png", scan(page, light, margin=2, tilt=0.0, seed=seed)


def write_truth(path: Path) -> None:
    """Write what the machine-readable zones say, character by character."""
    rows = [
        ("utopia-passport-good.png", "TD3", *passport_lines(MIRA), "", "yes", "attention", "scan, upright"),
        ("utopia-passport-wrong-digit.png", "TD3", *passport_lines(TOBIAS), "", "no", "anomaly",
         "scan, tilted by 0.6 degrees; the fifth character of the number was altered from 1 to 4"),
        ("utopia-card/back.png", "TD1", *card_lines(NERIS), "yes", "attention", "scan, upright"),
        *((f"utopia-lights/{name}.png", "TD3", *passport_lines(JORIS), "", "yes", "attention", light)
          for name, light in LIGHTS.items()),
    ]  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(TRUTH_COLUMNS)
        writer.writerows(rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
