"""Trains both networks, fits the calibration, writes the manifest; goes on where it stopped.

python -m models.mrz.train
"""

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Final

from models.mrz.manifest import write_manifest

TO_CALIBRATE: Final = ("--count", "1500", "--seed", "7")
"""Pages for fitting the calibration: some 100,000 characters."""


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path, default=Path(__file__).with_name(".work"))
    folder = parser.parse_args().folder
    trainings = [
        _started(f"models.mrz.{name}_training", "--folder", str(folder)) for name in ("recogniser", "finder")
    ]
    stopped = [training.wait() for training in trainings]
    if any(stopped):
        raise SystemExit("A training stopped; the same command goes on from where it stood.")
    pages = folder / "calibration"
    for command in (("pictures", str(pages), *TO_CALIBRATE), ("calibrate", str(pages))):
        if _started(f"models.mrz.{command[0]}", *command[1:]).wait():
            raise SystemExit(f"{command[0]} stopped.")
    write_manifest(folder)


def _started(module: str, *words: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", module, *words])


if __name__ == "__main__":
    main()
