"""What positions would suggest in place of what is printed; never goes into the lines themselves."""

# Shapes that OCR-B readers confuse, as a digit and as a letter.
AS_DIGIT = {"O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8"}
AS_LETTER = {"0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B"}
# Positions from 0 that hold only digits (or fillers) and only letters (or fillers), for each line of each
# shape: Doc 9303 parts 4 to 7.
DIGITS = {
    (3, 30): ({14}, {*range(7), *range(8, 15), 29}, set[int]()),
    (2, 44): (set[int](), {9, *range(13, 20), *range(21, 28)}),
    (2, 36): (set[int](), {9, *range(13, 20), *range(21, 28)}),
}
LETTERS = {
    (3, 30): ({0, 1, 2, 3, 4}, {7, 15, 16, 17}, set(range(30))),
    (2, 44): (set(range(44)), {10, 11, 12, 20}),
    (2, 36): (set(range(36)), {10, 11, 12, 20}),
}


def proposed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines with shapes moved to what their positions allow; unchanged for unknown shapes."""
    shape = (len(lines), len(lines[0]))
    if shape not in DIGITS:
        return lines
    return tuple(
        "".join(fitting(letter, place in digits, place in letters) for place, letter in enumerate(line))
        for line, digits, letters in zip(lines, DIGITS[shape], LETTERS[shape], strict=True)
    )


def placed(rows: tuple[tuple[tuple[str, str], ...], ...]) -> tuple[str, ...]:
    """Return the lines with ties between shapes broken by what each position allows.

    Args:
        rows: for each line and cell the character and those that the reader cannot tell from it.
    """
    lines = tuple("".join(letter for letter, _ in row) for row in rows)
    wanted = proposed(lines)
    return tuple(
        "".join(want if want in tied else letter for (letter, tied), want in zip(row, line, strict=True))
        for row, line in zip(rows, wanted, strict=True)
    )


def fitting(letter: str, digit_wanted: bool, letter_wanted: bool) -> str:  # noqa: FBT001
    """Return the letter or digit of the same shape that a position wants."""
    if digit_wanted:
        return AS_DIGIT.get(letter, letter)
    return AS_LETTER.get(letter, letter) if letter_wanted else letter
