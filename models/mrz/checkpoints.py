"""Where a training stands, kept on disk so that it goes on after any interruption."""

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import torch

EVERY: Final = 120.0
"""Seconds between two records of where the training stands."""


@dataclass(slots=True)
class Clock:
    """Says when it is time to save, and when the time given is over."""

    seconds: float
    started: float = field(default_factory=time.monotonic)
    saved: float = field(default_factory=time.monotonic)

    def over(self) -> bool:
        """Return whether the time given is over."""
        return time.monotonic() - self.started > self.seconds

    def due(self) -> bool:
        """Return whether it is time to save, and count from now if so."""
        now = time.monotonic()
        if now - self.saved < EVERY:
            return False
        self.saved = now
        return True


def save(
    path: Path,
    step: int,
    starts: int,
    net: torch.nn.Module,
    mean: torch.nn.Module,
    tuner: torch.optim.Optimizer,
) -> None:
    """Write where the training stands, whole or not at all."""
    new = path.with_suffix(".new")
    torch.save(
        {
            "step": step,
            "starts": starts,
            "net": net.state_dict(),
            "mean": mean.state_dict(),
            "tuner": tuner.state_dict(),
            "random": torch.get_rng_state(),
        },
        new,
    )
    new.replace(path)


def load(
    path: Path, net: torch.nn.Module, mean: torch.nn.Module, tuner: torch.optim.Optimizer
) -> tuple[int, int]:
    """Return the step to go on from and how often the training was started, 0 and 0 where nothing is kept.

    The count of starts is part of the seed of the data, so that going on shows new data.
    """
    if not path.exists():
        return 0, 0
    kept = torch.load(path, weights_only=True)
    net.load_state_dict(kept["net"])
    mean.load_state_dict(kept["mean"])
    tuner.load_state_dict(kept["tuner"])
    torch.set_rng_state(kept["random"])
    return kept["step"], kept["starts"] + 1


def say(path: Path, **values: float) -> None:
    """Add a line of figures to a log and show it."""
    line = " ".join(f"{name} {value:.5g}" for name, value in values.items())
    with path.open("a") as log:
        log.write(f"{time.strftime('%H:%M:%S')} {line}\n")
    print(line, flush=True)
