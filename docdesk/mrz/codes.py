"""The codes of states, organisations and persons without nationality (ICAO Doc 9303-3, section 5)."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final, Literal

from docdesk.mrz.alphabet import FILLER, LETTERS
from docdesk.mrz.countries import COUNTRIES

CodeStatus = Literal["recognised", "deprecated", "fictitious", "pseudo", "unknown", "malformed"]
"""What a code is.

- `recognised`: in force for issuing states or nationalities;
- `deprecated`: once in force, and so in old documents;
- `fictitious`: used for specimens and training only;
- `pseudo`: used by an issuer that no state recognises;
- `unknown`: three letters that mean nothing here;
- `malformed`: not three letters, apart from the one letter of Germany with its fillers.
"""

GERMANY: Final = "D"
"""Printed `D<<`: the one code shorter than three letters."""

GERMANY_ISO: Final = "DEU"
"""What ISO 3166-1 calls Germany. Germany never prints it; some other states do, for a German."""

SPECIAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        GERMANY: "Germany",
        "GBD": "British Overseas Territories citizen",
        "GBN": "British National (Overseas)",
        "GBO": "British Overseas citizen",
        "GBP": "British protected person",
        "GBS": "British subject",
        "RKS": "Kosovo",
        "EUE": "European Union",
        "UNO": "United Nations",
        "UNA": "United Nations specialised agency",
        "UNK": "Resident of Kosovo, document of the United Nations",
        "XBA": "African Development Bank",
        "XIM": "African Export-Import Bank",
        "XCC": "Caribbean Community",
        "XCE": "Council of Europe",
        "XCO": "Common Market for Eastern and Southern Africa",
        "XEC": "Economic Community of West African States",
        "XPO": "INTERPOL",
        "XES": "Organisation of Eastern Caribbean States",
        "XMP": "Parliamentary Assembly of the Mediterranean",
        "XOM": "Sovereign Military Order of Malta",
        "XDC": "Southern African Development Community",
        "XXA": "Stateless person (1954 Convention)",
        "XXB": "Refugee (1951 Convention)",
        "XXC": "Other refugee",
        "XXX": "Person of unspecified nationality",
    }
)
"""What Doc 9303 adds to ISO 3166-1. IAO is left out: it signs the ICAO master list and issues no document."""

DEPRECATED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ANT": "Netherlands Antilles",
        "NTZ": "Neutral Zone",
        "BUR": "Burma",
        "CSK": "Czechoslovakia",
        "DDR": "German Democratic Republic",
        "ROM": "Romania",
        "SCG": "Serbia and Montenegro",
        "SUN": "Soviet Union",
        "TMP": "East Timor",
        "YUG": "Yugoslavia",
        "ZAR": "Zaire",
    }
)
"""Codes of documents that may still be shown; ANT and NTZ by Doc 9303, the others by ISO 3166-3."""

FICTITIOUS: Final[tuple[str, ...]] = ("UTO", "QNV")
"""Utopia, the state of specimens (ICAO Doc 9303-2), and Norvalia, which docdesk made up: its code is one that
ISO 3166-1 keeps for users."""

PSEUDO: Final[tuple[str, ...]] = ("WSA",)
"""World Service Authority. Whoever keeps a list of fantasy and camouflage documents passes more."""

_OTHER_NAMES: Final = {"UTO": "Utopia", "QNV": "Norvalia", "WSA": "World Service Authority"}

WITHOUT_NATIONALITY: Final = ("XXA", "XXB", "XXC", "XXX")
"""Any state may issue a document to such a person."""

_SUPRANATIONAL: Final = tuple(
    code for code in SPECIAL if code[0] in "EUX" and code not in WITHOUT_NATIONALITY
)
"""Organisations issue documents to citizens of any state."""

_TERRITORIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "GBR": "GBD GBN GBO GBP GBS GGY IMN JEY GIB AIA BMU CYM FLK MSR PCN SHN TCA VGB SGS IOT",
        GERMANY: GERMANY_ISO,
        "CHN": "HKG MAC",
        "NLD": "ABW CUW SXM BES ANT",
        "DNK": "FRO GRL",
        "FRA": "BLM GLP GUF MAF MTQ MYT NCL PYF REU SPM WLF",
        "USA": "ASM GUM MNP PRI VIR",
        "NZL": "COK NIU TKL",
        "AUS": "CCK CXR NFK",
        "FIN": "ALA",
        "NOR": "SJM",
    }
)
"""A state, and codes of its territories or of its kinds of nationals; issuer and nationality may differ."""

_SUCCESSORS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "YUG": "SRB MNE SCG HRV SVN BIH MKD RKS UNK",
        "SCG": "SRB MNE RKS UNK",
        "SRB": "RKS UNK",
        "SUN": "RUS ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA TJK TKM UKR UZB",
        "CSK": "CZE SVK",
        "DDR": "D DEU",
        "ROM": "ROU",
        "ZAR": "COD",
        "TMP": "TLS IDN",
        "BUR": "MMR",
        "NTZ": "SAU IRQ",
        "UNK": "RKS",
    }
)
"""A state that ended or from which others came; old documents and new nationality may be of two of them."""


def status(
    code: str, *, fictitious: Collection[str] = FICTITIOUS, pseudo: Collection[str] = PSEUDO
) -> CodeStatus:
    """Return what a code is, as printed (`D<<` is Germany) or without its trailing fillers.

    Args:
        code: three characters, or one for Germany.
        fictitious: codes of specimens and training.
        pseudo: codes of issuers that no state recognises.
    """
    bare = _bare(code)
    if bare is None:
        return "malformed"
    if bare in fictitious:
        return "fictitious"
    if bare in pseudo:
        return "pseudo"
    if bare in COUNTRIES or bare in SPECIAL:
        return "recognised"
    return "deprecated" if bare in DEPRECATED else "unknown"


def name(code: str) -> str | None:
    """Return the short English name of a code as printed, or None where it is not known."""
    bare = _bare(code) or ""
    tables = (COUNTRIES, SPECIAL, DEPRECATED, _OTHER_NAMES)
    return next((names[bare] for names in tables if bare in names), None)


def plausible_together(issuer: str, nationality: str) -> bool:
    """Say whether a state commonly issues travel documents to holders of a nationality.

    False is no sign of forgery: refugees, residents and aliens lawfully hold documents of other states
    (BSI TR-03135-1). Codes are as printed.
    """
    own, other = _bare(issuer), _bare(nationality)
    if own is None or other is None:
        return False
    if own == other or other in WITHOUT_NATIONALITY or own in _SUPRANATIONAL:
        return True
    one_state = any({own, other} <= {state, *rest.split()} for state, rest in _TERRITORIES.items())
    return one_state or other in _SUCCESSORS.get(own, "").split() or own in _SUCCESSORS.get(other, "").split()


def _bare(code: str) -> str | None:
    """Return a code without its fillers, or None where it has not the shape of one."""
    bare = code.rstrip(FILLER)
    if len(code) > 3 or not bare or any(char not in LETTERS for char in bare):
        return None
    return bare if len(bare) == 3 or bare == GERMANY else None
