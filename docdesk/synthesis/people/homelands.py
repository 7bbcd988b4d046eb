"""The two states that come with docdesk, as far as their people carry them abroad: on visas of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from docdesk.synthesis.models.model import State


@dataclass(frozen=True, slots=True)
class Homeland:
    """A state and what its passports are numbered by (see `DocumentModel.number_pattern`)."""

    state: State
    passport_pattern: str


UTOPIA: Final = State(
    code="UTO",
    name="UTOPIA",
    adjective="UTOPIAN",
    places=(
        "AMAUROT", "PORT ANYDER", "NEW ABRAXA", "CELTHIS", "ORPHEVAR", "LOWER TALMONDE", "ÇANDIRA",
        "MÔRENSE", "QUENDAL", "XANTHERY", "UMBRALON", "ELYRIS BAY", "RHODEVAL", "UPPER HYTHE",
    ),
    names="utopian",
)  # fmt: skip

NORVALIA: Final = State(
    code="QNV",
    name="NORVALIA",
    adjective="NORVALIAN",
    places=(
        "ŠORNHAVN", "KRÖNVOLD", "DÆGRMOND", "ŽYLOVAR", "ÅSKVÆR", "ØRSKDUN", "TJARNØY", "ÐALGSUND",
        "VÆLMSTAD", "HVÆSBORG", "ČELØY", "NÅVHELM", "ÞORVDUN", "STRÆULÐ",
    ),
    names="norvalian",
    date_style="dots",
)  # fmt: skip

HOMELANDS: Final[Mapping[str, Homeland]] = MappingProxyType(
    {"UTO": Homeland(UTOPIA, "U########"), "QNV": Homeland(NORVALIA, "@@#######")}
)
"""By code."""
