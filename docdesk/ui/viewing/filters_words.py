"""What filters are called, and how a view says that it does not show the picture as it is."""

from docdesk.foundation.messages import Message
from docdesk.imaging.filters.filter import Filter, Parameter
from docdesk.imaging.filters.stack import Stack
from docdesk.wording.catalogue import Wording


def badge(stack: Stack, wording: Wording) -> str:
    """Return what a view says while filters change what it shows; "" where it shows the picture as it is."""
    if not stack.at_work:
        return ""
    names = ", ".join(filter_name(each, wording) for each in stack.at_work)
    return wording.say(Message.of("filter.badge", filters=names))


def filter_name(named: Filter | type[Filter], wording: Wording) -> str:
    """Return what a filter is called."""
    return wording.term(f"filter.{named.name}")


def parameter_name(of: Filter, parameter: Parameter, wording: Wording) -> str:
    """Return what a parameter of a filter is called."""
    return wording.term(f"filter_parameter.{of.name}.{parameter.name}")


def choice_name(of: Filter, parameter: Parameter, choice: str, wording: Wording) -> str:
    """Return what one choice of a parameter is called."""
    return wording.term(f"filter_choice.{of.name}.{parameter.name}.{choice}")
