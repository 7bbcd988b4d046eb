"""How Doc 9303 spells letters that an MRZ cannot hold (ICAO Doc 9303-3, section 6).

The preferred spelling stands first; whoever compares must accept the others too.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

Spellings = Mapping[str, tuple[str, ...]]
"""From one letter to its spellings, the preferred one first."""


def _table(*rows: str) -> Spellings:
    """Read rows of "letters=spelling|spelling", separated by blanks."""
    pairs = (entry.split("=") for row in rows for entry in row.split())
    return MappingProxyType(
        {letter: tuple(spellings.split("|")) for letters, spellings in pairs for letter in letters}
    )


LATIN: Final = _table(
    "ÀÁÂÃĀĂĄ=A Ä=AE|A Å=AA|A Æ=AE ÇĆĈĊČ=C ÐĎĐ=D ÈÉÊËĒĔĖĘĚ=E ĜĞĠĢ=G ĤĦ=H ÌÍÎÏĨĪĬĮİı=I",
    "Ĳ=IJ Ĵ=J Ķ=K ĹĻĽĿŁ=L Ñ=N|NXX ŃŅŇŊ=N ÒÓÔÕŌŎŐ=O Ö=OE|O Ø=OE Œ=OE ŔŖŘ=R ŚŜŞŠȘ=S ßẞ=SS",
    "ŢŤŦȚ=T Þ=TH ÙÚÛŨŪŬŮŰŲ=U Ü=UE|UXX|U Ŵ=W ÝŶŸ=Y ŹŻŽ=Z",
)
"""Latin letters; S and T with a comma below are spelled like those with a cedilla."""

CYRILLIC: Final = _table(
    "А=A Б=B В=V Г=G Ґ=G Д=D Е=E Ё=E Є=IE Ж=ZH З=Z И=I Й=I І=I Ї=I К=K Л=L М=M Н=N О=O П=P Р=R С=S Т=T",
    "У=U Ў=U Ф=F Х=KH Ц=TS Ч=CH Ш=SH Щ=SHCH Ъ=IE Ы=Y Ь= Э=E Ю=IU Я=IA",
    "Ѕ=DZ Ј=J Љ=LJ Њ=NJ Ќ=K Ђ=D Ћ=C|D Һ=C Џ=DZ Ѓ=G Ғ=G Ѫ=U Ѵ=Y",
)
"""Cyrillic letters where no state is named; the soft sign is not printed.

Copies of the table show D beside a glyph that may be either of the Serbian letters Dje and Tshe; so Tshe,
whose spelling in use is C, is accepted as D too.
"""

NATIONAL: Final[Mapping[str, Spellings]] = MappingProxyType(
    {
        "BLR": _table("Г=H Ё=IO"),
        "SRB": _table("Г=H Ж=Z Х=H Ц=C Ч=C Ш=S"),
        "UKR": _table("Г=H И=Y"),
        "BGR": _table("Щ=SHT"),
        "MKD": _table("Х=H Ц=C Ќ=KJ Ѓ=GJ Ғ=GJ Џ=DJ"),
    }
)
"""What single states spell otherwise, by their three-letter code."""

UKRAINIAN_INITIALS: Final = _table("Є=YE Й=Y Ї=YI Ю=YU Я=YA")
"""Spellings of Ukrainian letters at the beginning of a word only."""

ARABIC: Final = _table(
    "ء=XE آ=XAA أ=XAE ؤ=U إ=I ئ=XI ا=A ب=B ة=XTA|XAH ت=T ث=XTH ج=J ح=XH خ=XKH د=D ذ=XDH ر=R ز=Z س=S ش=XSH",
    "ص=XSS ض=XDZ ط=XTT ظ=XZZ ع=E غ=G ف=F ق=Q ك=K ل=L م=M ن=N ه=H و=W ى=XAY ي=Y",
    "پ=P ٹ=XXT چ=XC ڈ=XXD ڑ=XXR ژ=XJ ک=XKK گ=XGG ں=XNN ھ=XDO ہ=XXG ی=XYA ے=XYB",
)
"""Arabic letters in the reversible X scheme; most states print a transcription by sound instead."""

TEH_MARBUTA: Final = "ة"
"""The one Arabic letter with a spelling of its own, XAH, at the end of a word."""

SHADDA: Final = "\u0651"
"""Doubles the letter before it; other Arabic marks are short vowels and are not spelled."""
