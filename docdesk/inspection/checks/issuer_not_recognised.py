"""The issuing state is not one that Doc 9303 knows.

Looks for: the issuer code in the list of states, organisations and withdrawn codes.
Why it matters: invented issuers are the mark of pseudo documents.
Known problems: a code that was given out after the list was made is reported too.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "issuer_not_recognised",
    "mrz",
    "IssuerIcaoIncludedCheck",
    Weight.ANOMALY,
    "ICAO Doc 9303-3, 5",
    Faults(
        fields=("issuing_state",),
        fails={"issuer_not_recognised": "issuer_not_recognised"},
        noted={"issuer_deprecated": "issuer_not_recognised.deprecated"},
    ),
    needs_sure=True,
)
