"""The people of the samples, none of whom exists, and the machine-readable lines of their documents."""

from dataclasses import dataclass
from datetime import date

from docdesk.mrz.check_digits import check_digit
from drawing.portrait import Looks

STATE = "UTO"
LINE_LENGTHS = {"TD1": 30, "TD3": 44}
MONTHS = ("JAN/JAN", "FEB/FÉV", "MAR/MAR", "APR/AVR", "MAY/MAI", "JUN/JUIN",
          "JUL/JUIL", "AUG/AOÛT", "SEP/SEP", "OCT/OCT", "NOV/NOV", "DEC/DÉC")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holder:
    """A person and one document of theirs."""

    surname: str
    given_names: str
    sex: str
    born: date
    birthplace: str
    number: str
    issued: date
    expires: date
    looks: Looks
    personal_number: str = ""
    altered_number: str = ""
    """What the number was altered to after the check digits had been computed, if it was."""

    @property
    def printed_number(self) -> str:
        """The number as it stands on the page."""
        return self.altered_number or self.number


def passport_lines(holder: Holder) -> tuple[str, ...]:
    """The two lines of a TD3 page."""
    number = holder.number.ljust(9, "<")
    number += check_digit(number)
    birth, expiry = _dated(holder.born), _dated(holder.expires)
    personal = holder.personal_number.ljust(14, "<")
    personal += check_digit(personal)
    composite = check_digit(number + birth + expiry + personal)
    printed = holder.printed_number.ljust(9, "<") + number[9]
    second = printed + STATE + birth + holder.sex + expiry + personal + composite
    return _checked("TD3", ("P<" + STATE + _name(holder, 39), second))


def card_lines(holder: Holder) -> tuple[str, ...]:
    """The three lines of a TD1 card."""
    number = holder.number.ljust(9, "<")
    head = number + check_digit(number) + holder.personal_number.ljust(15, "<")
    birth, expiry, optional = _dated(holder.born), _dated(holder.expires), "<" * 11
    composite = check_digit(head + birth + expiry + optional)
    second = birth + holder.sex + expiry + STATE + optional + composite
    return _checked("TD1", ("I<" + STATE + head, second, _name(holder, 30)))


def printed_date(day: date) -> str:
    """A date in words as Doc 9303-3 prints it, the month in English and French."""
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year}"


def _dated(day: date) -> str:
    written = day.strftime("%y%m%d")
    return written + check_digit(written)


def _name(holder: Holder, length: int) -> str:
    return f"{holder.surname}<<{holder.given_names}".replace(" ", "<").ljust(length, "<")


def _checked(form: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    assert all(len(line) == LINE_LENGTHS[form] for line in lines), lines
    return lines


MIRA = Holder(
    surname="SOLVANG",
    given_names="MIRA HELENE",
    sex="F",
    born=date(1987, 4, 2),
    birthplace="AMAUROT",
    number="U73492618",
    issued=date(2023, 9, 14),
    expires=date(2033, 9, 13),
    personal_number="870402K4471",
    looks=Looks((0.95, 0.80, 0.70), (0.42, 0.27, 0.17), (0.23, 0.29, 0.40), "long", jaw=0.95, seed=3),
)
TOBIAS = Holder(
    surname="HALVARD",
    given_names="TOBIAS EMIL",
    sex="M",
    born=date(1979, 11, 23),
    birthplace="PORT ANYDER",
    number="U58216047",
    altered_number="U58246047",
    issued=date(2022, 6, 21),
    expires=date(2032, 6, 20),
    looks=Looks(
        (0.90, 0.73, 0.62), (0.25, 0.20, 0.17), (0.28, 0.28, 0.30), "short", jaw=1.06, beard=True, seed=5
    ),
)
NERIS = Holder(
    surname="ADEYRA",
    given_names="NERIS JOAN",
    sex="F",
    born=date(1994, 1, 30),
    birthplace="AMAUROT",
    number="N40917352",
    issued=date(2024, 11, 11),
    expires=date(2034, 11, 10),
    looks=Looks(
        skin=(0.74, 0.54, 0.42),
        hair=(0.16, 0.13, 0.12),
        cloth=(0.45, 0.22, 0.25),
        style="tied",
        jaw=0.95,
        eyes=(0.25, 0.17, 0.12),
        glasses=True,
        seed=6,
    ),
)
JORIS = Holder(
    surname="VAN DER LINDE",
    given_names="JORIS ANTON",
    sex="M",
    born=date(1991, 7, 16),
    birthplace="NEW ABRAXA",
    number="U61835704",
    issued=date(2024, 5, 2),
    expires=date(2034, 5, 1),
    looks=Looks((0.96, 0.82, 0.74), (0.72, 0.55, 0.32), (0.25, 0.36, 0.33), "short", jaw=1.02, seed=7),
)
