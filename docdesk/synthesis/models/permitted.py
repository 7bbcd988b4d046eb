"""What makes a model useless to a forger: its state does not exist, by its code and by every word printed."""

import re
from typing import Final

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.mrz.codes import DEPRECATED, PSEUDO, SPECIAL
from docdesk.synthesis.models.model import DocumentModel

UTOPIA: Final = "UTO"
"""The state of specimens (ICAO Doc 9303-2)."""

USER_ASSIGNED: Final = re.compile(r"AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]")
"""What ISO 3166-1 keeps free for users, and so for no state."""


def refuse_real(model: DocumentModel) -> None:
    """Refuse a model that bears the code of a real state or body.

    Raises:
        WrongUse: it does.
    """
    if not permitted_code(model.state.code):
        raise WrongUse(Message.of("synthesis.real_code", model=model.name, code=model.state.code))


def permitted_code(code: str) -> bool:
    """Say whether a code can only be that of a state that does not exist."""
    taken = code in SPECIAL or code in DEPRECATED or code in PSEUDO
    return code == UTOPIA or (bool(USER_ASSIGNED.fullmatch(code)) and not taken)
