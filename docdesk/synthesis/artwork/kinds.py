"""Every kind of art by the name that a model's file calls it.

All are parametric. None takes outlines, paths or pictures from a file, so that nobody can trace real arms.
"""

from collections.abc import Mapping
from types import MappingProxyType

from docdesk.synthesis.artwork.aurora import Aurora
from docdesk.synthesis.artwork.bands import Braid, Frame
from docdesk.synthesis.artwork.charge import Charge
from docdesk.synthesis.artwork.contours import Contours
from docdesk.synthesis.artwork.dovid import Dovid
from docdesk.synthesis.artwork.emblem import Emblem
from docdesk.synthesis.artwork.gratings import Lattice, Rays, Ripples, Stripes
from docdesk.synthesis.artwork.microprinting import MicroprintArc, MicroprintField, MicroprintWave
from docdesk.synthesis.artwork.ranges import Kind
from docdesk.synthesis.artwork.register import Register
from docdesk.synthesis.artwork.relief import Relief
from docdesk.synthesis.artwork.rosettes import Rosette, Spirograph
from docdesk.synthesis.artwork.scenery import Scenery
from docdesk.synthesis.artwork.stars import StarArc, StarRow
from docdesk.synthesis.artwork.washes import Outline, Rule, Wash
from docdesk.synthesis.artwork.waves import Waves
from docdesk.synthesis.artwork.words import Text, TextOnArc

KINDS: Mapping[str, type[Kind]] = MappingProxyType({
    "aurora": Aurora,
    "braid": Braid,
    "charge": Charge,
    "contours": Contours,
    "dovid": Dovid,
    "emblem": Emblem,
    "frame": Frame,
    "lattice": Lattice,
    "microprint_arc": MicroprintArc,
    "microprint_field": MicroprintField,
    "microprint_wave": MicroprintWave,
    "outline": Outline,
    "rays": Rays,
    "register": Register,
    "relief": Relief,
    "ripples": Ripples,
    "rosette": Rosette,
    "rule": Rule,
    "scenery": Scenery,
    "spirograph": Spirograph,
    "star_arc": StarArc,
    "star_row": StarRow,
    "stripes": Stripes,
    "text": Text,
    "text_on_arc": TextOnArc,
    "wash": Wash,
    "waves": Waves,
})  # fmt: skip
