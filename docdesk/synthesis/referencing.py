"""Reference pages: each side of a model under each light, finished, with its zones in mm."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.files import write_whole
from docdesk.reference.page import Light
from docdesk.reference.reading import FILE, SCHEMA
from docdesk.synthesis.materials.light import encoded
from docdesk.synthesis.models.model import DocumentModel
from docdesk.synthesis.people.making import make_holder
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.printing.press import Press
from docdesk.synthesis.printing.printed import PrintedCopy, PrintedFace
from docdesk.synthesis.rasterising import Window
from docdesk.synthesis.sheet import Sheet

PPI = 400
"""What a document reader gives, and above the 385 that Doc 9303-2 asks of print checks."""

QUALITY = 92
"""JPEG, colour not thinned out: a microprint line stays a line, a page stays under a megabyte."""

SEED = 9303
"""Of the specimen person and of the sheet."""

ON = dt.date(2026, 1, 1)
"""The day as of which the specimen document is valid."""

UV_LEAK = 0.05
"""Share of visible light that comes with the UV lamp: paper is dark, and yet print on it can be made out."""


def write_reference(model: DocumentModel, press: Press, portraits: Sequence[Portrait], folder: Path) -> None:
    """Write the reference of a model, with a person who does not exist, into a folder of its own.

    Raises:
        OSError: it cannot be written.
    """
    written_reference(press.printed(model, make_holder(model, portraits, SEED, ON), SEED), folder)


def written_reference(copy: PrintedCopy, folder: Path) -> None:
    """Write a printed copy as the reference of its model; the list last, so that it names what is there.

    Raises:
        OSError: it cannot be written.
    """
    model = copy.model
    folder.mkdir(parents=True, exist_ok=True)
    told = {
        "schema": SCHEMA,
        "name": model.name,
        "title": model.title,
        "state": model.state.code,
        "format": model.format,
        "document_code": model.document_code,
        "fictitious": True,
        "pages": [_page(face, folder) for face in copy.faces],
    }
    write_whole(folder / FILE, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def views(sheet: Sheet) -> Mapping[Light, NDArray[np.uint8]]:
    """Return a sheet as each light shows it to a perfect eye: RGB, but grey in the infrared."""
    glow = sheet.glow + sheet.visible * np.float32(UV_LEAK)
    return {"VIS": encoded(sheet.visible), "IR": encoded(sheet.infrared), "UV": encoded(glow)}


def _page(printed: PrintedFace, folder: Path) -> dict[str, Any]:
    face = printed.face
    pictures = []
    for light, pixels in views(printed.sheet.resized(Window.whole(face.size, PPI))).items():
        file = folder / f"{face.side}-{light.lower()}.jpg"
        content = _jpeg(pixels)
        write_whole(file, content)
        digest = hashlib.sha256(content).hexdigest()
        pictures.append({"light": light, "file": file.name, "sha256": digest, "ppi": PPI})
    return {
        "side": face.side,
        "size_mm": face.size,
        "corner_radius_mm": face.corner_radius,
        "pictures": pictures,
        "zones": [
            {
                "name": zone.name,
                "feature": zone.feature,
                "box_mm": zone.box,
                "expects": dict(zone.expects),
                **({"glow": zone.glow} if zone.glow else {}),
            }
            for zone in face.zones
        ],
    }


def _jpeg(pixels: NDArray[np.uint8]) -> bytes:
    ordered = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
    full_colour = (cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444)
    _, content = cv2.imencode(".jpg", ordered, (cv2.IMWRITE_JPEG_QUALITY, QUALITY, *full_colour))
    return content.tobytes()
