"""What pictures show in the tests of the bench of MRZ readers."""

from docdesk.bench.mrz.truth import Truth
from tests.inspection.checks.test_checks import LINE_1, changed, line_2

LINES = (LINE_1, line_2())
WRONG = (LINE_1, changed(line_2(), 3, "9"))
"""With a number whose check digit does not fit, so that the composite does not either."""


def truth(
    file: str, *lines: str, digits: bool | None = True, group: str = "", difficulty: str = "", notes: str = ""
) -> Truth:
    kind = "TD3" if lines else "NONE"
    return Truth(file, file, kind, lines, group or file, digits, difficulty, notes)
