"""How far apart two texts are."""


def edit_distance(read: str, printed: str) -> int:
    """Return how many characters must be changed, left out or put in to make one text the other."""
    row = list(range(len(printed) + 1))
    for above, left in enumerate(read, 1):
        diagonal, row[0] = row[0], above
        for index, right in enumerate(printed, 1):
            diagonal, row[index] = (
                row[index],
                min(row[index] + 1, row[index - 1] + 1, diagonal + (left != right)),
            )
    return row[-1]
