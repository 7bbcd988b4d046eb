"""The network that finds lines of MRZ print on a page: for every 4 x 4 pixels, core, direction and pitch."""

from typing import Final

import torch
from torch import nn
from torch.nn import functional

CORE: Final = 0
COS: Final = 1
SIN: Final = 2
PITCH: Final = 3
CHANNELS: Final = 4
"""Logit of the core of a line, direction of reading (x right, y down), ln(pitch in pixels / 16)."""

AXIS: Final = slice(4, 6)
"""Told in training alone: cos and sin of twice the direction, the same upside down. Which axis print lies on
is seen long before which way it is read, and more exactly; the map's direction is put together from both."""

CELL: Final = 4
"""Pixels of the picture to a cell of the map."""

WIDTHS: Final = (24, 64, 96, 128)
"""Channels where a place of the map stands for 4, 8, 16 and 32 pixels."""

AROUND: Final = 9
"""Cells over which light and contrast are made even: 36 pixels, some characters of print of any size."""

LEAST_CONTRAST: Final = 0.02
"""Deviation of grey (0 to 1) below which a place counts as empty: noise of a clean capture stays below."""


class Even(nn.Module):
    """The first look: patterns of 8 x 8 pixels, free of the light and the contrast around them."""

    def __init__(self, outputs: int) -> None:
        super().__init__()
        self.patterns = nn.Conv2d(1, outputs, 8, CELL, 2, bias=False)
        self.scale = nn.BatchNorm2d(outputs)

    def forward(self, picture: torch.Tensor) -> torch.Tensor:
        """Return N x outputs x H/4 x W/4."""
        middle = AROUND // 2
        grey = functional.pad(picture - 0.5, (2, 2, 2, 2), mode="replicate")
        with torch.autocast("cpu", enabled=False):  # bfloat16 has no room for faint print
            seen = functional.conv2d(grey, self.patterns.weight, stride=CELL)
        inner = picture - 0.5
        means = functional.avg_pool2d(torch.cat([inner, inner * inner], dim=1), CELL)
        means = functional.avg_pool2d(means, AROUND, 1, middle, count_include_pad=False)
        mean, square = means[:, :1], means[:, 1:]
        spread = torch.rsqrt(torch.relu(square - mean * mean) + LEAST_CONTRAST**2)
        whole = self.patterns.weight.sum(dim=(1, 2, 3))[None, :, None, None]
        return torch.relu(self.scale((seen - whole * mean) * spread))


class _Apart(nn.Conv2d):
    """A convolution in which channels do not mix; in bfloat16 it would be trained at half the speed."""

    def forward(self, seen: torch.Tensor) -> torch.Tensor:
        """Return the same channels, in float32."""
        with torch.autocast("cpu", enabled=False):
            return super().forward(seen.float())


def _step(inputs: int, outputs: int, size: int = 1, stride: int = 1, *, apart: bool = False) -> nn.Sequential:
    """Return a convolution; `apart` for one in which channels do not mix."""
    kind = _Apart if apart else nn.Conv2d
    return nn.Sequential(
        kind(inputs, outputs, size, stride, size // 2, groups=inputs if apart else 1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class _Look(nn.Module):
    """Looks about by `size` places in each direction and adds what it sees."""

    def __init__(self, channels: int, size: int) -> None:
        super().__init__()
        self.about = _step(channels, channels, size, apart=True)
        self.mixed = nn.Sequential(nn.Conv2d(channels, channels, 1, bias=False), nn.BatchNorm2d(channels))

    def forward(self, seen: torch.Tensor) -> torch.Tensor:
        """Return the same shape."""
        return torch.relu(seen + self.mixed(self.about(seen)))


class FinderNet(nn.Module):
    """Pictures N x 1 x H x W (grey 0 to 1, sides multiples of 32) to maps N x 4 x H/4 x W/4."""

    def __init__(self) -> None:
        super().__init__()
        fine, middle, coarse, far = WIDTHS
        self.fine = nn.Sequential(Even(fine), _step(fine, fine, 3))
        self.to_middle = nn.Sequential(_step(fine, middle, 3, 2), *_looks(middle, 2))
        self.to_coarse = nn.Sequential(_step(middle, coarse, 3, 2), *_looks(coarse, 3))
        self.to_far = nn.Sequential(
            _step(coarse, coarse, 5, 2, apart=True), _step(coarse, far), *_looks(far, 3)
        )
        self.from_far = _step(far, coarse)
        self.coarse = _Look(coarse, 5)
        self.from_coarse = _step(coarse, middle)
        self.middle = _Look(middle, 5)
        self.from_middle = _step(middle, fine)
        self.last = _Look(fine, 3)
        self.head = nn.Conv2d(fine, AXIS.stop, 1)

    def forward(self, picture: torch.Tensor) -> torch.Tensor:
        """Return the map; in training also `AXIS`."""
        fine = self.fine(picture)
        middle = self.to_middle(fine)
        coarse = self.to_coarse(middle)
        far = self.to_far(coarse)
        coarse = self.coarse(torch.relu(coarse + _twice(self.from_far(far))))
        middle = self.middle(torch.relu(middle + _twice(self.from_coarse(coarse))))
        fine = self.last(torch.relu(fine + _twice(self.from_middle(middle))))
        told = self.head(fine)
        return told if self.training else _map(told)


def _map(told: torch.Tensor) -> torch.Tensor:
    """Return the four channels: of the direction what lies along the axis, so that doubt only shortens it."""
    double = told[:, AXIS] / told[:, AXIS].pow(2).sum(dim=1, keepdim=True).clamp(min=1e-12).sqrt()
    cos, sin = double[:, :1].clamp(-1, 1), double[:, 1:]
    half = torch.where(sin < 0, -1.0, 1.0) * ((1 - cos) / 2).sqrt()
    axis = torch.cat([((1 + cos) / 2).sqrt(), half], dim=1)
    along = (told[:, COS : SIN + 1] * axis).sum(dim=1, keepdim=True)
    return torch.cat([told[:, : CORE + 1], axis * along, told[:, PITCH : PITCH + 1]], dim=1)


def _looks(channels: int, count: int) -> list[nn.Module]:
    return [_Look(channels, 5) for _ in range(count)]


def _twice(small: torch.Tensor) -> torch.Tensor:
    return functional.interpolate(small, scale_factor=2.0, mode="nearest")
