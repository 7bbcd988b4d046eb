"""A head as hair sees it: its skin, where each place lies on the mesh at rest, and the space around."""

from dataclasses import dataclass

import numpy as np
from basis import Floats
from surface import Surface


@dataclass(frozen=True, slots=True)
class Head:
    """A person's head before it is dressed; values of the fine vertices.

    Attributes:
        fine, normal, rest: x 3; places, normals, places on the mesh at rest.
        ears, lips: 0 to 1, where those are.
        field: distance to the skin of the cells round the head.
    """

    surface: Surface
    fine: Floats
    normal: Floats
    rest: Floats
    ears: Floats
    lips: Floats
    field: Floats

    def scatter(self, density: Floats, count: int, dice: np.random.Generator) -> "Roots":
        """Return random places on the skin, as many per area as `density` (of the vertices) says."""
        triangles = self.surface.triangles[self.surface.group == 0]
        a, b, c = (self.fine[triangles[:, k]] for k in range(3))
        area = np.linalg.norm(np.cross(b - a, c - a), axis=1) * density[triangles].mean(1)
        chosen = triangles[dice.choice(len(triangles), count, p=area / area.sum())]
        weight = dice.dirichlet((1, 1, 1), count).astype(np.float32)

        def there(values: Floats) -> Floats:
            return np.einsum("nk,nkd->nd", weight, values[chosen]).astype(np.float32)

        up = there(self.normal)
        return Roots(there(self.fine), up / np.linalg.norm(up, axis=1, keepdims=True), there(self.rest))


@dataclass(frozen=True, slots=True)
class Roots:
    """Places where strands grow, all n x 3: where, which way is out, and where on the mesh at rest."""

    place: Floats
    up: Floats
    home: Floats
