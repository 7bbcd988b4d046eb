"""Trains the finder; goes on where it stopped, and writes the network as it stands every few minutes."""

import argparse
import math
import signal
import tomllib
from pathlib import Path
from typing import Any, Final

import cv2
import torch
from torch.nn import functional

from docdesk.foundation.places import assets_folder
from models.mrz.checkpoints import Clock, load, save, say
from models.mrz.finder_batches import Batch, batches, held_out
from models.mrz.finder_measuring import measured
from models.mrz.finder_net import AXIS, CORE, COS, PITCH, SIN, FinderNet
from models.mrz.settings import HELD_OUT, HELD_OUT_OCR_B

NAME: Final = "mrz-finder.onnx"

AVERAGED: Final = 0.998
"""The network that is used is the running mean of the one that is trained, over this; at first over less."""

DICE_WEIGHT: Final = 0.5
WAY_WEIGHT: Final = 1.5
AXIS_WEIGHT: Final = 1.0
PITCH_WEIGHT: Final = 1.5
"""Cores are told first of all by cell, and by the overlap as a whole; direction and pitch inside them."""


MOST_WORTH: Final = 2.5
"""Most that a cell of fine print counts for, one of 16 pixels to the pitch being 1."""


def loss_of(told: torch.Tensor, target: torch.Tensor) -> dict[str, torch.Tensor]:
    """Return the parts of the loss.

    The core's logit learns the part of the cell that is core, not yes or no: the reader takes a place between
    cells from it, and 0 stands for half. The direction's error is the distance, not the angle: while a line
    may as well be upside down, the mean of both, nothing, is the best to say, and from there it is learned.
    """
    core, counts = target[:, 0], target[:, 4]
    each = functional.binary_cross_entropy_with_logits(told[:, CORE], core, reduction="none")
    # A line of fine print has few cells, and is worth as much as one of large print.
    fine = 1 + core.sign() * (torch.exp(-target[:, 3]).clamp(0.7, MOST_WORTH) - 1)
    cores = (each * counts * fine).sum() / (core * counts * fine).sum().clamp(min=100.0)
    say = torch.sigmoid(told[:, CORE]) * counts
    both = (say * core).sum() * 2 + 1
    dice = 1 - both / ((say * say).sum() + (core * core * counts).sum() + 1)
    weight = core * counts * fine
    many = weight.sum() + 1
    way = torch.stack([told[:, COS], told[:, SIN]])
    true = target[:, 1:3].transpose(0, 1)
    turn = (way - true).pow(2).sum(dim=0)
    doubled = torch.stack([true[0] ** 2 - true[1] ** 2, 2 * true[0] * true[1]])
    axis = (told[:, AXIS].transpose(0, 1) - doubled).pow(2).sum(dim=0)
    pitch = (told[:, PITCH] - target[:, 3]).abs()
    return {
        "core": cores,
        "dice": DICE_WEIGHT * dice,
        "way": WAY_WEIGHT * (turn * weight).sum() / many,
        "axis": AXIS_WEIGHT * (axis * weight).sum() / many,
        "pitch": PITCH_WEIGHT * (pitch * weight).sum() / many,
    }


def trained(folder: Path, settings: dict[str, Any], seconds: float) -> bool:
    """Train until the steps of the settings or these seconds are over; return whether all steps are done."""
    torch.manual_seed(settings["seed"])
    net = FinderNet().to(memory_format=torch.channels_last)
    mean = torch.optim.swa_utils.AveragedModel(net, avg_fn=_averaged, use_buffers=True)
    rise = max(1, settings["steps"] // 50)
    tuner = torch.optim.AdamW(net.parameters(), settings["rate"], weight_decay=1e-3)
    step, starts = load(folder / "finder.pt", net, mean, tuner)
    if step >= settings["steps"]:
        return True
    clock = Clock(seconds)
    # Asked to stop, it stops as if the time were over: nothing is lost, and who draws scenes ends as well.
    signal.signal(signal.SIGTERM, lambda *_: setattr(clock, "seconds", 0.0))
    source = batches(
        (settings["seed"], starts),
        settings["batch"],
        settings["views"],
        settings["uses"],
        folder / "documents",
    )
    scenes = {
        name: held_out(settings["seed"], settings["held_out_scenes"] // 2, kind)
        for name, kind in (("held_out", HELD_OUT), ("ocr_b", HELD_OUT_OCR_B))
    }
    totals: dict[str, float] = {}
    summed = 0
    while step < settings["steps"] and not clock.over():
        for group in tuner.param_groups:
            fall = 0.5 * (1 + math.cos(math.pi * step / settings["steps"]))
            group["lr"] = settings["rate"] * min(1.0, (step + 1) / rise) * (0.005 + 0.995 * fall)
        parts = _stepped(net, tuner, next(source))
        mean.update_parameters(net)
        step += 1
        for name, value in parts.items():
            totals[name] = totals.get(name, 0.0) + value
        summed += 1
        if step % 100 == 0:
            say(folder / "finder.log", step=step, **{name: value / summed for name, value in totals.items()})
            totals, summed = {}, 0
        if clock.due():
            save(folder / "finder.pt", step, starts, net, mean, tuner)
            export(mean.module, assets_folder() / "networks" / NAME)
        if step % 1000 == 0:
            for name, kept in scenes.items():
                say(folder / "finder.log", step=step, **measured(mean.module, kept, name))
    save(folder / "finder.pt", step, starts, net, mean, tuner)
    export(mean.module, assets_folder() / "networks" / NAME)
    return step >= settings["steps"]


def _averaged(mean: torch.Tensor, new: torch.Tensor, number: torch.Tensor) -> torch.Tensor:
    return mean + (new - mean) * max(1 - AVERAGED, 10 / (float(number) + 10))


def _stepped(net: FinderNet, tuner: torch.optim.Optimizer, batch: Batch) -> dict[str, float]:
    net.train()
    pictures = torch.from_numpy(batch.pictures).to(memory_format=torch.channels_last)
    with torch.autocast("cpu", torch.bfloat16):
        told = net(pictures)
    parts = loss_of(told.float(), torch.from_numpy(batch.targets))
    tuner.zero_grad()
    sum(parts.values()).backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
    tuner.step()
    return {name: float(value.detach()) for name, value in parts.items()}


def export(net: torch.nn.Module, path: Path) -> None:
    """Write the network for onnxruntime, whole or not at all."""
    net.eval()
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    torch.onnx.export(
        net,
        (torch.zeros(1, 1, 256, 320),),
        str(new),
        input_names=["picture"],
        output_names=["map"],
        dynamic_axes={"picture": {2: "height", 3: "width"}, "map": {2: "rows", 3: "columns"}},
        opset_version=17,
        dynamo=False,
    )
    new.replace(path)


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(__file__).with_name(".work"))
    parser.add_argument("--seconds", type=float, default=math.inf)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    with Path(__file__).with_name("config.toml").open("rb") as file:
        settings = tomllib.load(file)["finder"]
    chosen.folder.mkdir(parents=True, exist_ok=True)
    trained(chosen.folder, settings, chosen.seconds)


if __name__ == "__main__":
    main()
