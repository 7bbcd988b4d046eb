"""The network that reads a strip: for every fourth pixel, which character stands there."""

from typing import Final

import torch
from torch import nn

CLASSES: Final = 38
OCR_B: Final = 38
DY: Final = 39
HEIGHT: Final = 40
CHANNELS: Final = 41
"""37 characters and `none stands here`, the logit of OCR-B, rows below the middle, ln of the height."""


def _step(
    inputs: int, outputs: int, size: tuple[int, int], stride: tuple[int, int], pad: tuple[int, int]
) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, pad, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class RecogniserNet(nn.Module):
    """Strips N x 1 x 32 x W to columns N x 41 x W/4; sees 2.6 characters at once and learns no language."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(
            _step(1, 24, (5, 5), (2, 2), (2, 2)),
            _step(24, 48, (3, 3), (2, 1), (1, 1)),
            _step(48, 64, (3, 3), (2, 2), (1, 1)),
            _step(64, 96, (3, 3), (1, 1), (1, 1)),
            _step(96, 128, (4, 1), (1, 1), (0, 0)),
            _step(128, 128, (1, 5), (1, 1), (0, 2)),
            _step(128, 128, (1, 5), (1, 1), (0, 2)),
        )
        self.head = nn.Conv2d(128, CHANNELS, 1)

    def forward(self, strips: torch.Tensor) -> torch.Tensor:
        """Return columns; channels 0 to 37 are logits."""
        return self.head(self.body(strips)).squeeze(2)
