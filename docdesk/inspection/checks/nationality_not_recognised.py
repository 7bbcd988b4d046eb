"""The nationality is not one that Doc 9303 knows.

Looks for: the nationality code in the list of states, organisations and withdrawn codes.
Why it matters: an invented nationality does not come out of a state personalisation system.
Known problems: a code that was given out after the list was made is reported too.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "nationality_not_recognised",
    "mrz",
    "NationalityIcaoIncludedCheck",
    Weight.ANOMALY,
    "ICAO Doc 9303-3, 5",
    Faults(
        fields=("nationality",),
        fails={"nationality_not_recognised": "nationality_not_recognised"},
        informs={"nationality_missing": "nationality_not_recognised.missing"},
        noted={
            "nationality_deprecated": "nationality_not_recognised.deprecated",
            "nationality_spelling_unusual": "nationality_not_recognised.spelling",
        },
    ),
    needs_sure=True,
)
