"""What markings are called and what they measure: in mm where the scale is known, in px where not."""

from docdesk.foundation.geometry import area
from docdesk.foundation.messages import Message
from docdesk.ui.viewing.marking.measuring import distance, opening
from docdesk.ui.viewing.marking.records import Angle, Label, Marking, Region, Ruler
from docdesk.ui.viewing.picture import Scale
from docdesk.wording.catalogue import Wording

FINE_SCALE = 50.0
"""From this many px per mm on (1270 ppi) a pixel is 0.02 mm, and a second digit after the point means
something."""


def name(marking: Marking, wording: Wording) -> str:
    """Return what a marking is called: "Label 3", "Ruler"."""
    if isinstance(marking, Label):
        return wording.say(Message.of("marking.label_number", number=marking.number))
    return wording.term(f"marking.{marking.kind}")


def measured(marking: Marking, scale: Scale | None, wording: Wording) -> str:
    """Return what a marking measures, always with its unit; "" for one that measures nothing."""
    if isinstance(marking, Ruler):
        return wording.say(
            Message.of(f"marking.{_unit(scale)}", value=_length(distance(*marking.points), scale))
        )
    if isinstance(marking, Angle):
        return wording.say(Message.of("marking.degrees", value=f"{opening(marking):.1f}"))
    if isinstance(marking, Region):
        if marking.shape == "rectangle":
            a, b, c, _ = marking.points
            sides = {"width": _length(distance(a, b), scale), "height": _length(distance(b, c), scale)}
            return wording.say(Message.of(f"marking.sides_{_unit(scale)}", **sides))
        return wording.say(Message.of(f"marking.area_{_unit(scale)}", value=_area(marking, scale)))
    return ""


def tag(marking: Marking, scale: Scale | None, wording: Wording) -> str:
    """Return what stands beside a marking on the picture: its text and what it measures."""
    return " · ".join(part for part in (marking.text, measured(marking, scale, wording)) if part)


def _unit(scale: Scale | None) -> str:
    return "px" if scale is None else "mm"


def _length(px: float, scale: Scale | None) -> str:
    if scale is None:
        return f"{px:.0f}" if px >= 100 else f"{px:.1f}"
    return f"{px / scale.px_per_mm:.{2 if scale.px_per_mm >= FINE_SCALE else 1}f}"


def _area(region: Region, scale: Scale | None) -> str:
    px = area(region.points)
    if scale is None:
        return f"{px:.0f}"
    mm = px / scale.px_per_mm**2
    return f"{mm:.0f}" if mm >= 100 else f"{mm:.1f}"
