"""The document is marked as a specimen or comes from a state that does not exist.

Looks for: issuers of documents marked fictitious (UTO) and names such as SPECIMEN or MUSTERMANN.
Why it matters: a specimen is a true document that nobody may travel with.
Known problems: a person may bear such a name; that is why it is attention and no anomaly.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "specimen_marker",
    "mrz",
    None,
    Weight.ATTENTION,
    "ICAO Doc 9303-2, C.14",
    Faults(
        fields=("issuing_state", "nationality", "primary_identifier", "secondary_identifier"),
        fails={
            "issuer_fictitious": "specimen_marker.fictitious",
            "nationality_fictitious": "specimen_marker.fictitious",
            "specimen_name": "specimen_marker",
        },
    ),
)
