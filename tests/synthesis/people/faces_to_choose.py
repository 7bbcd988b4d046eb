"""Portraits as the list describes them, without pictures: making a holder opens none."""

from pathlib import Path

from docdesk.synthesis.people.portraits import Portrait

PORTRAITS = tuple(
    Portrait(
        name=f"p{number:02}",
        sex="F" if number % 2 else "M",
        age=19 + 5 * number,
        eyes=((300.0, 500.0), (500.0, 500.0)),
        crown=(400.0, 100.0),
        chin=(400.0, 900.0),
        picture=Path("none.jpg"),
        matte=Path("none.png"),
        picture_sha256="",
        matte_sha256="",
    )
    for number in range(10)
)
