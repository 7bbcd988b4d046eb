"""The emblem of Utopia, made for these samples: a lighthouse in the bay of an island, waves, two branches."""

import numpy as np

from drawing.sheet import Curve, Mask, Point, Sheet

LANTERN = (0.0, 0.30)


def draw_emblem(sheet: Sheet, mask: Mask, centre: Point, radius: float, line: int) -> None:
    """Draw the whole emblem into a mask."""
    filled = [island(), *lighthouse(), *beams(), *branches()]
    sheet.fill(mask, (_place(outline, centre, radius) for outline in filled))
    drawn = [circle(1.0), circle(0.94), circle(0.64), *sea()]
    sheet.stroke(mask, (_place(curve, centre, radius) for curve in drawn), line)


def draw_island(sheet: Sheet, mask: Mask, centre: Point, radius: float) -> None:
    """Draw the island and its lighthouse alone."""
    sheet.fill(mask, (_place(outline, centre, radius) for outline in (island(), *lighthouse())))


def draw_beams(sheet: Sheet, mask: Mask, centre: Point, radius: float) -> None:
    """Draw the light of the lighthouse alone."""
    sheet.fill(mask, (_place(outline, centre, radius) for outline in beams()))


def draw_star(sheet: Sheet, mask: Mask, centre: Point, radius: float) -> None:
    """Draw one five-pointed star."""
    angle = np.pi / 2 + np.pi * np.arange(10) / 5
    reach = np.where(np.arange(10) % 2 == 0, radius, 0.4 * radius)
    sheet.fill(
        mask, [np.column_stack((centre[0] + reach * np.cos(angle), centre[1] + reach * np.sin(angle)))]
    )


def island() -> Curve:
    """A crescent that opens to the top, its inner shore indented."""
    outer = np.radians(np.linspace(148, 392, 140))
    shore = np.column_stack((0.53 * np.cos(outer), 0.50 * np.sin(outer) - 0.02))
    inner = outer[::-1]
    thick = 0.245 * np.sin(np.linspace(0, np.pi, inner.size)) ** 0.8
    reach = 1 - thick * (1 + 0.16 * np.sin(11 * inner + 0.8)) / 0.5
    bay = np.column_stack((0.53 * reach * np.cos(inner), 0.50 * reach * np.sin(inner) - 0.02))
    return np.vstack((shore, bay))


def lighthouse() -> list[Curve]:
    """A tower on a rock: base, shaft in two pieces, gallery, lantern and roof."""
    outlines = [
        [(-0.19, -0.33), (0.19, -0.33), (0.10, -0.185), (-0.11, -0.175)],
        [(-0.082, -0.18), (0.082, -0.18), (0.068, 0.01), (-0.068, 0.01)],
        [(-0.066, 0.035), (0.066, 0.035), (0.052, 0.20), (-0.052, 0.20)],
        [(-0.09, 0.215), (0.09, 0.215), (0.09, 0.24), (-0.09, 0.24)],
        [(-0.04, 0.255), (0.04, 0.255), (0.04, 0.345), (-0.04, 0.345)],
        [(-0.062, 0.355), (0.062, 0.355), (0.0, 0.425)],
    ]
    return [np.array(outline) for outline in outlines]


def beams() -> list[Curve]:
    """Five narrow beams from the lantern to each side."""
    outlines = []
    for side in (-1, 1):
        for degrees in (-16, 4, 24, 44, 64):
            edges = []
            for angle, reach in ((degrees, 0.12), (degrees + 3.4, 0.40), (degrees - 3.4, 0.40)):
                turn = np.radians(angle)
                near = min(reach, _reach_to_ring(turn))
                edges.append((side * near * np.cos(turn), LANTERN[1] + near * np.sin(turn)))
            outlines.append(np.array(edges))
    return outlines


def _reach_to_ring(angle: float) -> float:
    rise = LANTERN[1] * np.sin(angle)
    return float(-rise + np.sqrt(rise**2 - LANTERN[1] ** 2 + 0.59**2))


def sea() -> list[Curve]:
    """Three waves under the island, cut to the inner ring."""
    curves = []
    for y in (-0.38, -0.455, -0.53):
        half = np.sqrt(0.6**2 - y**2)
        x = np.linspace(-half, half, 120)
        curves.append(np.column_stack((x, y + 0.022 * np.sin(x * 26 + y * 30))))
    return curves


def branches() -> list[Curve]:
    """Leaves in pairs along the ring, left and right, open at the top."""
    leaves = []
    turn = np.linspace(0, 2 * np.pi, 28)
    for side in (-1, 1):
        for degrees in np.linspace(-78, 58, 12):
            for lean, reach in ((28, 0.735), (-28, 0.845)):
                angle = np.radians(degrees)
                heading = angle + np.pi / 2 + np.radians(lean)
                along, across = 0.082 * np.cos(turn), 0.027 * np.sin(turn)
                x = reach * np.cos(angle) + along * np.cos(heading) - across * np.sin(heading)
                y = reach * np.sin(angle) + along * np.sin(heading) + across * np.cos(heading)
                leaves.append(np.column_stack((side * x, y)))
    return leaves


def circle(radius: float) -> Curve:
    """A circle about the origin."""
    angle = np.linspace(0, 2 * np.pi, 240)
    return np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))


def _place(curve: Curve, centre: Point, radius: float) -> Curve:
    placed: Curve = curve * radius + np.array(centre)
    return placed
