"""The reliability diagram, as SVG that stands in a page: error told against error made, both on a log scale.

On a plain scale from 0 to 1 everything that matters to a check, from 0.99 on, would be one point.
"""

from collections.abc import Sequence
from html import escape
from math import log10

from docdesk.bench.mrz.reliability import Bin
from docdesk.wording.catalogue import Wording

DECADES = 4
"""From 1 down to 1 in 10,000: fewer errors than that take more characters than a run has to be seen."""

SIDE, LEFT, BOTTOM = 300, 64, 44
"""Pixels: the square that is plotted in, and the room for what is written at its left and below."""

SHAPES = ("circle", "square")
"""Of the points of each reader in turn, so that they differ by more than colour."""

RADIUS = 4


def diagram(readers: Sequence[tuple[str, Sequence[Bin]]], wording: Wording) -> str:
    """Return the diagram of the bins of each reader, by its name."""
    width, height = LEFT + SIDE + 24, SIDE + BOTTOM + 16
    parts = [
        f'<svg class="diagram" role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        f"<title>{escape(wording.term('bench.reliability'))}</title>",
        *_axes(wording),
    ]
    for number, (_, bins) in enumerate(readers):
        parts += [_point(each, number) for each in bins]
    return "".join([*parts, "</svg>"])


def key(readers: Sequence[tuple[str, Sequence[Bin]]]) -> str:
    """Return which shape stands for which reader, as HTML."""
    entries = (
        f'<li><svg width="14" height="14">{_shape(7, 7, number)}</svg> {escape(name)}</li>'
        for number, (name, _) in enumerate(readers)
    )
    return f'<ul class="key">{"".join(entries)}</ul>'


def _axes(wording: Wording) -> list[str]:
    parts = [f'<path class="line" d="M{LEFT} {16 + SIDE}L{LEFT + SIDE} 16"/>']
    for decade in range(DECADES + 1):
        at = 10.0**-decade
        x, y, said = _across(at), _down(at), f"{at * 100:g} %"
        parts += [
            f'<path class="grid" d="M{x:.1f} 16V{16 + SIDE}M{LEFT} {y:.1f}H{LEFT + SIDE}"/>',
            f'<text x="{x:.1f}" y="{SIDE + 32}" text-anchor="middle">{said}</text>',
            f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{said}</text>',
        ]
    expected = escape(wording.term("bench.reliability.expected"))
    observed = escape(wording.term("bench.reliability.observed"))
    middle = LEFT + SIDE / 2
    parts += [
        f'<text x="{middle}" y="{SIDE + 52}" text-anchor="middle">{expected}</text>',
        f'<text transform="translate(12 {16 + SIDE / 2}) rotate(-90)" text-anchor="middle">{observed}</text>',
    ]
    return parts


def _point(each: Bin, number: int) -> str:
    x = _across(1 - each.confidence)
    bar = f'<path class="bar s{number}" d="M{x:.1f} {_down(1 - each.low):.1f}V{_down(1 - each.high):.1f}"/>'
    if each.right == each.characters:
        # Where no error was seen, the log scale has no place for one: only how many there may be is known.
        y = _down(1 - each.low)
        return f'{bar}<path class="s{number}" d="M{x - 5:.1f} {y:.1f}h10l-5 8z"/>'
    return bar + _shape(x, _down(1 - each.share), number)


def _shape(x: float, y: float, number: int) -> str:
    if SHAPES[number % len(SHAPES)] == "circle":
        return f'<circle class="s{number}" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS}"/>'
    side = 2 * RADIUS
    return (
        f'<rect class="s{number}" x="{x - RADIUS:.1f}" y="{y - RADIUS:.1f}" width="{side}" height="{side}"/>'
    )


def _share_of_axis(error: float) -> float:
    """Return where an error lies on an axis, from 0 at 1 in 10,000 to 1 at 1."""
    return 1 + max(log10(max(error, 1e-12)), -DECADES) / DECADES


def _across(error: float) -> float:
    return LEFT + SIDE * _share_of_axis(error)


def _down(error: float) -> float:
    return 16 + SIDE * (1 - _share_of_axis(error))
