"""Charges by name; all of them are docdesk's own and belong to no state."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from docdesk.synthesis.artwork.charges.buildings import bridge, key, lighthouse, ship, tower, wheel
from docdesk.synthesis.artwork.charges.creatures import bird, fish
from docdesk.synthesis.artwork.charges.land import flower, island, mountains, sea, sun, tree
from docdesk.synthesis.artwork.charges.north import crystal, spruce, whale
from docdesk.synthesis.artwork.charges.ornaments import compass, laurel, star, wheat
from docdesk.synthesis.artwork.engraving import Painter

ChargeName = Literal[
    "bird", "bridge", "compass", "crystal", "fish", "flower", "island", "key", "laurel", "lighthouse",
    "mountains", "sea", "ship", "spruce", "star", "sun", "tower", "tree", "whale", "wheat", "wheel",
]  # fmt: skip

CHARGES: Mapping[ChargeName, Painter] = MappingProxyType({
    "bird": bird,
    "bridge": bridge,
    "compass": compass,
    "crystal": crystal,
    "fish": fish,
    "flower": flower,
    "island": island,
    "key": key,
    "laurel": laurel,
    "lighthouse": lighthouse,
    "mountains": mountains,
    "sea": sea,
    "ship": ship,
    "spruce": spruce,
    "star": star,
    "sun": sun,
    "tower": tower,
    "tree": tree,
    "whale": whale,
    "wheat": wheat,
    "wheel": wheel,
})  # fmt: skip
