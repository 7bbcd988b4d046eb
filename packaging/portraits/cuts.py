"""How hair is cut and combed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """One cut; lengths in dm.

    Attributes:
        way: fall (from a parting), whorl (as it grows), goal (tied at the back), out (away from the skin).
        count: of strands.
        length: shortest and longest, on top.
        layer: over the skin at which strands come to lie, lowest and highest.
        lift: how much a strand leaves its root along the normal, 0 to 1.
        fall: after so much of its length the weight of a strand takes over; 0 never.
        stiff: 0 to 1, how slowly a strand bends.
        curl, turns: radius of the curl, and turns on the whole length.
        clump: 0 to 1, how far strands gather into locks.
        steps: points of a strand.
        side_length: of the length on top, at the sides.
        guard: how strictly hair keeps out of the face.
    """

    way: str
    count: int
    length: tuple[float, float]
    layer: tuple[float, float]
    lift: float
    fall: float
    stiff: float
    curl: float
    turns: float
    clump: float
    steps: int = 22
    side_length: float = 1.0
    guard: float = 1.0


CUTS = {
    "long": Cut("fall", 52000, (2.3, 2.9), (0.02, 0.16), 0.12, 0.62, 0.72, 0.012, 2.0, 0.5, 30),
    "side_long": Cut("fall", 52000, (2.1, 2.7), (0.02, 0.2), 0.15, 0.66, 0.74, 0.03, 2.2, 0.55, 30),
    "wavy": Cut("fall", 50000, (2.0, 2.6), (0.03, 0.2), 0.16, 0.62, 0.74, 0.055, 3.4, 0.88, 30),
    "curly_long": Cut("fall", 46000, (1.8, 2.4), (0.04, 0.26), 0.25, 0.62, 0.74, 0.075, 7.0, 0.94, 40),
    "bob": Cut("fall", 52000, (1.65, 1.95), (0.02, 0.18), 0.15, 0.62, 0.74, 0.012, 1.2, 0.45, 26),
    "tied": Cut("goal", 46000, (1.9, 2.4), (0.01, 0.07), 0.1, 0.0, 0.55, 0.006, 2.0, 0.5, 24),
    "pixie": Cut("whorl", 46000, (0.5, 0.85), (0.03, 0.2), 0.35, 0.0, 0.76, 0.02, 1.2, 0.6, 14, 0.75),
    "short_wave": Cut("whorl", 44000, (0.6, 0.9), (0.04, 0.2), 0.4, 0.0, 0.76, 0.04, 2.0, 0.88, 20, 0.85),
    "afro": Cut("out", 60000, (0.34, 0.5), (0.15, 0.45), 0.95, 0.0, 0.9, 0.035, 6.0, 0.7, 26, 0.9, 0.0),
    "cropped_curl": Cut("out", 60000, (0.13, 0.24), (0.1, 0.2), 0.9, 0.0, 0.9, 0.022, 3.0, 0.6, 12, 0.6, 0.0),
    "crop": Cut("whorl", 48000, (0.3, 0.5), (0.03, 0.16), 0.45, 0.0, 0.8, 0.012, 1.0, 0.6, 12, 0.4, 0.0),
    "side": Cut("whorl", 48000, (0.5, 0.85), (0.03, 0.2), 0.4, 0.0, 0.76, 0.012, 1.0, 0.6, 14, 0.35, 0.0),
    "brushed": Cut("whorl", 48000, (0.45, 0.7), (0.1, 0.38), 0.75, 0.0, 0.85, 0.015, 1.0, 0.65, 14, 0.3, 0.0),
    "fringe": Cut("whorl", 48000, (0.5, 0.75), (0.03, 0.2), 0.4, 0.0, 0.76, 0.016, 1.2, 0.7, 14, 0.4, 0.0),
    "curly": Cut("whorl", 46000, (0.45, 0.7), (0.05, 0.24), 0.35, 0.0, 0.68, 0.045, 4.0, 0.93, 24, 0.5, 0.0),
    "buzz": Cut("whorl", 70000, (0.025, 0.045), (0.02, 0.03), 0.75, 0.0, 0.9, 0.0, 1.0, 0.0, 5, 0.7, 0.0),
    "receding": Cut("whorl", 42000, (0.25, 0.45), (0.02, 0.12), 0.4, 0.0, 0.8, 0.012, 1.0, 0.5, 12, 0.6, 0.0),
    "rim": Cut("whorl", 40000, (0.18, 0.3), (0.02, 0.08), 0.35, 0.0, 0.8, 0.01, 1.0, 0.5, 10, 1.0, 0.0),
    "shaven": Cut("whorl", 50000, (0.012, 0.02), (0.01, 0.02), 0.9, 0.0, 0.9, 0.0, 1.0, 0.0, 3, 1.0, 0.0),
}
