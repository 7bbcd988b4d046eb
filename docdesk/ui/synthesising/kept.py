"""How the page was left: choices, folder and plan. Nothing of a document."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docdesk.synthesis.plans.plan import MOST_SEED

LONGEST = 4096
"""Characters of a path or a name that is taken for one."""

CHOICES = ("model", "alteration", "device")


@dataclass(frozen=True, slots=True)
class Kept:
    """The state of the page between two runs.

    Attributes:
        part: that was shown.
        choices: of the document that was looked at, by name.
        seed: of it, None where none is known.
        folder: for documents, "" for none.
        plan: as `plans.plan.told` tells it; whether it is one is found out when models are known.
    """

    part: int = 0
    choices: Mapping[str, str] = field(default_factory=dict)
    seed: int | None = None
    folder: str = ""
    plan: object = None

    def as_json(self) -> dict[str, object]:
        """Return it as JSON can hold it."""
        return {
            "part": self.part,
            "choices": dict(self.choices),
            "seed": self.seed,
            "folder": self.folder,
            "plan": self.plan,
        }


def understood(untrusted: Mapping[str, object]) -> Kept:
    """Return the state that a file holds; what does not fit is left out."""
    choices = untrusted.get("choices")
    named = choices if isinstance(choices, dict) else {}
    return Kept(
        part=1 if untrusted.get("part") == 1 else 0,
        choices={key: _text(named.get(key)) for key in CHOICES},
        seed=_seed(untrusted.get("seed")),
        folder=_text(untrusted.get("folder")),
        plan=untrusted.get("plan"),
    )


def _text(untrusted: object) -> str:
    fits = isinstance(untrusted, str) and len(untrusted) <= LONGEST and "\0" not in untrusted
    return str(untrusted) if fits else ""


def _seed(untrusted: object) -> int | None:
    if isinstance(untrusted, int) and not isinstance(untrusted, bool) and 0 <= untrusted <= MOST_SEED:
        return untrusted
    return None
