"""The issuer is known to be no state and no recognised authority.

Looks for: issuer and nationality codes of known pseudo documents, such as WSA (World Service Authority).
Why it matters: such a document gives no right to travel, whatever its check digits say.
Known problems: the list is short and only names codes; camouflage passports use others.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "known_pseudo_issuer",
    "mrz",
    "IssuerCheck",
    Weight.ANOMALY,
    "Regulation (EU) 2020/493 (pseudo documents)",
    Faults(
        fields=("issuing_state", "nationality"),
        fails={"issuer_pseudo": "known_pseudo_issuer", "nationality_pseudo": "known_pseudo_issuer"},
    ),
    needs_sure=True,
)
