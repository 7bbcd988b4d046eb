"""Filters and stacks of any parameters, for property tests."""

from typing import Any

from hypothesis import strategies as st

from docdesk.imaging.filters.filter import Choice, Filter, Number, Parameter
from docdesk.imaging.filters.kinds import KINDS
from docdesk.imaging.filters.stack import Entry, Stack


def value(parameter: Parameter) -> st.SearchStrategy[Any]:
    if isinstance(parameter, Number):
        steps = round((parameter.most - parameter.least) / parameter.step)
        return st.integers(0, steps).map(lambda n: min(parameter.least + n * parameter.step, parameter.most))
    if isinstance(parameter, Choice):
        return st.sampled_from(parameter.choices)
    return st.booleans()


def filters() -> st.SearchStrategy[Filter]:
    return st.one_of(
        [
            st.fixed_dictionaries({each.name: value(each) for each in kind.parameters}).map(
                lambda values, kind=kind: kind(**values)
            )
            for kind in KINDS
        ]
    )


def stacks() -> st.SearchStrategy[Stack]:
    return st.lists(st.builds(Entry, filters(), st.booleans()), max_size=3).map(
        lambda entries: Stack(tuple(entries))
    )
