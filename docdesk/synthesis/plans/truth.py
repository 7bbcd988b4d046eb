"""The truth of a document: what it is, what was done to it, and where everything is on its captures.

The contract is `docs/schemas/truth.schema.json`. Lengths are in mm from the bottom-left corner of a side,
places on captures in px from their top-left corner.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from docdesk.foundation.geometry import Quad
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.plans.making import CaptureFile, Made
from docdesk.synthesis.printing.printed import Item, PrintedCopy

SCHEMA: Final = "docdesk:truth"

_MM: Final = 3
_PX: Final = 2
"""Decimals: a thousandth of a mm and a hundredth of a px; nothing printed or captured is as fine."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a folder of documents was made with.

    Attributes:
        docdesk: version of the program.
        plan_sha256: digest of the plan.
        models: SHA-256 of each document model, by name.
    """

    docdesk: str
    plan_sha256: str
    models: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MaskFiles:
    """Where the masks of a document lie, relative to the folder of all.

    Attributes:
        sides: of an alteration, by side.
        cues: of each cue, in the order of the cues.
        captures: of an alteration as a capture shows it; None where it has none.
    """

    sides: tuple[tuple[str, str], ...]
    cues: tuple[str, ...]
    captures: tuple[str | None, ...]


def truth(made: Made, files: Sequence[str], masks: MaskFiles, edition: Edition) -> dict[str, Any]:
    """Return the truth of a document as JSON has it.

    Args:
        made: the document.
        files: of its captures, in their order, relative to the folder of all.
        masks: where its masks lie.
        edition: what it was made with.
    """
    order, copy = made.order, made.altered.copy
    genuine = order.alteration is None
    return {
        "schema": SCHEMA,
        "docdesk": edition.docdesk,
        "plan_sha256": edition.plan_sha256,
        "id": order.id,
        "seed": order.seed,
        "on": order.on.isoformat(),
        "model": order.model,
        "model_sha256": dict(edition.models)[order.model],
        "state": copy.model.state.code,
        "format": copy.model.format,
        "genuine": genuine,
        "device": order.sitting.device,
        "holder": _holder(copy.holder),
        "mrz": _mrz(copy),
        **({} if genuine else _original(made.issued_to)),
        "alterations": [] if genuine else [_alteration(made, masks)],
        "captures": [
            {**_capture(each, made), "file": file, **({} if mask is None else {"mask": mask})}
            for each, file, mask in zip(made.captures, files, masks.captures, strict=True)
        ],
    }


def _original(holder: Holder) -> dict[str, Any]:
    return {"holder_original": _holder(holder), "mrz_original": list(holder.mrz)}


def _holder(holder: Holder) -> dict[str, Any]:
    return {
        "portrait": holder.portrait.name,
        "sex": holder.sex,
        "birth": holder.birth.isoformat(),
        "issue": holder.issue.isoformat(),
        "expiry": holder.expiry.isoformat(),
        "number": holder.number,
        "texts": dict(holder.texts),
    }


def _mrz(copy: PrintedCopy) -> list[str]:
    """Return the lines of the MRZ as they stand on the document."""
    return [item.text for face in copy.faces for item in face.items if item.kind == "mrz"]


def _alteration(made: Made, masks: MaskFiles) -> dict[str, Any]:
    return {
        "name": made.order.alteration,
        "code": made.code,
        "masks": [{"side": side, "file": file} for side, file in masks.sides],
        "cues": [
            {
                "feature": cue.feature,
                "side": cue.side,
                "light": cue.light,
                "min_ppi": cue.min_ppi,
                "mask": file,
            }
            for cue, file in zip(made.altered.traces.cues, masks.cues, strict=True)
        ],
    }


def _capture(capture: CaptureFile, made: Made) -> dict[str, Any]:
    shot = capture.shot
    rows, columns = shot.pixels.shape[:2]
    return {
        "sha256": hashlib.sha256(capture.content).hexdigest(),
        "side": shot.side,
        "light": shot.light,
        "device": shot.device,
        "ppi": shot.ppi,
        "size_px": [columns, rows],
        "size_mm": list(shot.face),
        "corners_px": _quad(shot.quad((0.0, 0.0, *shot.face))),
        "homography": [[float(value) for value in row] for row in shot.homography],
        "distortion": shot.distortion,
        "last_step": asdict(made.order.step),
        "items": [_item(item, shot) for item in made.altered.copy.printed(shot.side).items],
    }


def _item(item: Item, shot: Shot) -> Mapping[str, Any]:
    return {
        "name": item.name,
        "kind": item.kind,
        **({"text": item.text} if item.text else {}),
        "box_mm": _rounded(item.box, _MM),
        "quad_px": _quad(shot.quad(item.box)),
    }


def _quad(quad: Quad) -> list[list[float]]:
    return [_rounded(point, _PX) for point in quad]


def _rounded(values: Iterable[float], decimals: int) -> list[float]:
    # Adding 0 makes a zero of what rounding left as a zero below nothing.
    return [round(float(value), decimals) + 0.0 for value in values]
