"""What can be done with markings, by button, key and command palette."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from docdesk.ui.actions import action
from docdesk.ui.look.icons import icon
from docdesk.ui.viewing.marking.plans import ANGLE, ARROW, LABEL, OUTLINE, REGION, RULER, Plan
from docdesk.wording.catalogue import Wording


@dataclass(frozen=True, slots=True)
class ToolKind:
    """A tool: its name, its key, its icon, and what it draws; the one that chooses draws nothing."""

    name: str
    key: str
    icon: str
    plan: Plan | None


TOOLS = (
    ToolKind("choose", "V", "pointer", None),
    ToolKind("measure", "M", "measure", RULER),
    ToolKind("angle", "Shift+M", "angle", ANGLE),
    ToolKind("arrow", "A", "arrow", ARROW),
    ToolKind("label", "Shift+A", "label", LABEL),
    ToolKind("region", "E", "region", REGION),
    ToolKind("outline", "Shift+E", "outline", OUTLINE),
)


def tool_actions(owner: QWidget, wording: Wording, take: Callable[[ToolKind], None]) -> Mapping[str, QAction]:
    """Return an action for each tool that takes it in hand, or puts it away; keys act in the whole window."""
    return {
        kind.name: action(
            owner,
            wording,
            f"mark.{kind.name}",
            partial(take, kind),
            keys=(kind.key,),
            icon=icon(kind.icon),
            checkable=True,
            everywhere=True,
        )
        for kind in TOOLS
    }
