"""The date of issue is no date.

Looks for: months that do not exist, on national forms that print the issue in the MRZ.
Why it matters: a date retyped by hand may not exist.
Known problems: only the old French identity card prints it.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "issue_date_invalid",
    "date",
    None,
    Weight.ANOMALY,
    "French identity card of 1988, layout of the MRZ",
    Faults(
        fields=("date_of_issue",),
        fails={"issue_date_invalid": "issue_date_invalid"},
    ),
    needs_sure=True,
    usual=False,
)
