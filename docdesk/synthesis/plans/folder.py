"""The folder of a plan: who made it is written down, so that nothing else is mixed into it."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.files import write_whole
from docdesk.foundation.messages import Message
from docdesk.synthesis.plans.plan import Order, Plan, told
from docdesk.synthesis.plans.truth import Edition
from docdesk.synthesis.plans.writing import truth_path

PLAN: Final = "plan.json"
SCHEMA: Final = "docdesk:plan-of-folder"

_MOST_BYTES: Final = 16 << 20
"""Of plan.json, which spells out what the plan's file says in up to 1 MiB."""


def claim(folder: Path, plan: Plan, edition: Edition) -> None:
    """Make a folder the one of a plan, or find that it is so already.

    Raises:
        WrongUse: it was made by another plan, program or model, or holds something else.
        OSError: it cannot be made, read or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / PLAN
    if file.exists():
        _refuse_another(folder, _kept(file), edition)
        return
    if any(not entry.name.startswith(".docdesk-") for entry in folder.iterdir()):
        raise WrongUse(Message.of("synthesis.folder_not_ours", path=str(folder)))
    kept = {
        "schema": SCHEMA,
        "docdesk": edition.docdesk,
        "plan_sha256": edition.plan_sha256,
        "models": dict(edition.models),
        "plan": told(plan),
    }
    write_whole(file, (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode())


def missing(folder: Path, orders: Iterable[Order]) -> tuple[Order, ...]:
    """Return the orders whose documents are not in a folder, or not completely."""
    return tuple(order for order in orders if not truth_path(folder, order.id).exists())


def _kept(file: Path) -> Any:  # noqa: ANN401 - JSON that nobody has looked at
    with file.open("rb") as stream:
        untrusted = stream.read(_MOST_BYTES + 1)
    try:
        return json.loads(untrusted)
    except (ValueError, RecursionError):
        return None


def _refuse_another(folder: Path, untrusted: object, edition: Edition) -> None:
    path = str(folder)
    if not isinstance(untrusted, dict) or untrusted.get("schema") != SCHEMA:
        raise WrongUse(Message.of("synthesis.folder_not_ours", path=path))
    if untrusted.get("plan_sha256") != edition.plan_sha256:
        raise WrongUse(Message.of("synthesis.folder_other_plan", path=path))
    found = str(untrusted.get("docdesk"))[:40]
    if found != edition.docdesk:
        raise WrongUse(
            Message.of("synthesis.folder_other_edition", path=path, found=found, here=edition.docdesk)
        )
    models = untrusted.get("models")
    for name, sha256 in edition.models:
        if not isinstance(models, dict) or models.get(name) != sha256:
            raise WrongUse(Message.of("synthesis.folder_other_models", path=path, model=name))
