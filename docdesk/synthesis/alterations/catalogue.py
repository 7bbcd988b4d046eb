"""The alterations by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from docdesk.synthesis.alterations.alteration import Alteration
from docdesk.synthesis.alterations.counterfeit import counterfeit_inkjet, counterfeit_toner, grey_copy
from docdesk.synthesis.alterations.data_alteration import alter_data, alter_data_corrected
from docdesk.synthesis.alterations.missing_security import omit_security, plain_models
from docdesk.synthesis.alterations.photo_substitution import blend_photo, paste_photo
from docdesk.synthesis.alterations.retyping import retype

_ALL: Final = (
    Alteration("photo_substitution_pasted", "FO-PH", paste_photo),
    Alteration("photo_substitution_blended", "FO-PH", blend_photo),
    Alteration("data_alteration", "FO-DA", alter_data),
    Alteration("data_alteration_corrected", "FO-DA", alter_data_corrected),
    Alteration("counterfeit_inkjet", "CF", counterfeit_inkjet),
    Alteration("counterfeit_toner", "CF", counterfeit_toner),
    Alteration("missing_security", "CF", omit_security, plain_models),
    Alteration("digital_retyping", "FO-DA", retype),
    Alteration("grey_copy", "CF", grey_copy),
)

ALTERATIONS: Final[Mapping[str, Alteration]] = MappingProxyType({each.name: each for each in _ALL})
"""Every alteration by its name."""
