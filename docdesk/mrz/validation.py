"""Everything that is wrong or worth knowing in a parsed MRZ, in the order in which it is read."""

from collections.abc import Collection
from datetime import date

from docdesk.mrz.code_faults import document_code_fault, state_faults
from docdesk.mrz.codes import FICTITIOUS, PSEUDO
from docdesk.mrz.date_faults import date_faults
from docdesk.mrz.errors import MrzError
from docdesk.mrz.faults import FAULT_KINDS, KINDS, Fault, FaultKind
from docdesk.mrz.field_faults import character_faults, digit_faults, number_faults, sex_faults
from docdesk.mrz.formats import FORMATS
from docdesk.mrz.name_faults import name_faults
from docdesk.mrz.records import Mrz

__all__ = ["FAULT_KINDS", "KINDS", "Fault", "FaultKind", "validate"]


def validate(
    mrz: Mrz,
    on: date,
    *,
    fictitious: Collection[str] = FICTITIOUS,
    pseudo: Collection[str] = PSEUDO,
    birth_century: int | None = None,
) -> tuple[Fault, ...]:
    """Return every fault of an MRZ; none where its format is not known well enough for a verdict.

    Ask `FORMATS[mrz.format].verified` first: no fault of a format that is not verified means that nothing
    was looked at, not that nothing is wrong.

    Args:
        mrz: what was parsed.
        on: the day of the inspection.
        fictitious: codes of states for specimens and training.
        pseudo: codes of issuers that no state recognises.
        birth_century: 19 for 19YY, where the printed zone or signed data state the full year of birth.

    Raises:
        MrzError: `no_such_format` or `no_such_place`, the record was not made by `parse`.
    """
    if mrz.format not in FORMATS:
        raise MrzError("no_such_format")
    if not FORMATS[mrz.format].verified:
        return ()
    return (
        *document_code_fault(mrz, on),
        *state_faults(mrz, fictitious, pseudo),
        *name_faults(mrz),
        *number_faults(mrz),
        *date_faults(mrz, on, birth_century),
        *sex_faults(mrz),
        *character_faults(mrz),
        *digit_faults(mrz),
    )
