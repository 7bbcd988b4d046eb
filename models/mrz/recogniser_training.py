"""Trains the recogniser; goes on where it stopped, and writes the network as it stands every few minutes."""

import argparse
import math
import tomllib
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from torch.nn import functional

from docdesk.foundation.places import assets_folder
from docdesk.mrz.alphabet import ALPHABET
from models.mrz.checkpoints import Clock, load, save, say
from models.mrz.recogniser_batches import BLANK, COLUMN, FIRST, IGNORED, Batch, batches, held_out, normalised
from models.mrz.recogniser_net import CLASSES, DY, HEIGHT, OCR_B, RecogniserNet
from models.mrz.settings import HELD_OUT, HELD_OUT_OCR_B
from models.mrz.strips import Strip

NAME: Final = "mrz-recogniser.onnx"

BLANK_WEIGHT: Final = 0.5
"""Columns between characters are many and easy."""

AVERAGED: Final = 0.999
"""The network that is used is the running mean of the one that is trained."""


def loss_of(columns: torch.Tensor, batch: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Return the parts of the loss, each of about the same size when training ends."""
    classes = batch["classes"]
    weight = torch.ones(CLASSES)
    weight[BLANK] = BLANK_WEIGHT
    chars = functional.cross_entropy(columns[:, :CLASSES], classes, weight=weight, ignore_index=IGNORED)
    on = ((classes >= 0) & (classes < BLANK)).float()
    many = on.sum() + 1
    font = functional.binary_cross_entropy_with_logits(
        columns[:, OCR_B], batch["ocr_b"], weight=on, reduction="sum"
    )
    dy = (functional.smooth_l1_loss(columns[:, DY], batch["dy"], reduction="none") * on).sum() / many
    height = (
        functional.smooth_l1_loss(columns[:, HEIGHT], batch["height"], reduction="none") * on
    ).sum() / many
    return {"chars": chars, "font": 0.1 * font / many, "dy": 0.1 * dy, "height": height}


def trained(folder: Path, settings: dict[str, Any], seconds: float) -> bool:
    """Train until the steps of the settings or these seconds are over; return whether all steps are done."""
    torch.manual_seed(settings["seed"])
    net = RecogniserNet().to(memory_format=torch.channels_last)
    mean = torch.optim.swa_utils.AveragedModel(
        net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGED)
    )
    rise = max(1, settings["steps"] // 50)
    tuner = torch.optim.AdamW(net.parameters(), settings["rate"], weight_decay=1e-4)
    step, starts = load(folder / "recogniser.pt", net, mean, tuner)
    if step >= settings["steps"]:
        return True
    clock = Clock(seconds)
    source = batches(
        (settings["seed"], starts), settings["batch"], settings["width"], settings["views"], settings["uses"]
    )
    totals: dict[str, float] = {}
    while step < settings["steps"] and not clock.over():
        for group in tuner.param_groups:
            fall = 0.5 * (1 + math.cos(math.pi * step / settings["steps"]))
            group["lr"] = settings["rate"] * min(1.0, (step + 1) / rise) * (0.005 + 0.995 * fall)
        parts = _stepped(net, tuner, next(source))
        mean.update_parameters(net)
        step += 1
        for name, value in parts.items():
            totals[name] = totals.get(name, 0.0) + value / 100
        if step % 100 == 0:
            say(folder / "recogniser.log", step=step, **totals)
            totals = {}
        if clock.due():
            save(folder / "recogniser.pt", step, starts, net, mean, tuner)
            export(mean.module, assets_folder() / "networks" / NAME)
        if step % 1000 == 0:
            say(folder / "recogniser.log", step=step, **measured(mean.module, settings))
    save(folder / "recogniser.pt", step, starts, net, mean, tuner)
    export(mean.module, assets_folder() / "networks" / NAME)
    return step >= settings["steps"]


def _stepped(net: RecogniserNet, tuner: torch.optim.Optimizer, batch: Batch) -> dict[str, float]:
    net.train()
    told = {name: torch.from_numpy(getattr(batch, name)) for name in ("classes", "ocr_b", "dy", "height")}
    strips = torch.from_numpy(batch.strips).to(memory_format=torch.channels_last)
    with torch.autocast("cpu", torch.bfloat16):
        columns = net(strips)
    parts = loss_of(columns.float(), told)
    tuner.zero_grad()
    sum(parts.values()).backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
    tuner.step()
    return {name: float(value.detach()) for name, value in parts.items()}


def measured(net: torch.nn.Module, settings: dict[str, Any]) -> dict[str, float]:
    """Return the share of wrong characters at known places, in unseen print and in that of OCR-B alone."""
    net.eval()
    told = {}
    for name, kind in (("held_out", HELD_OUT), ("ocr_b", HELD_OUT_OCR_B)):
        strips = held_out(settings["seed"], settings["held_out_strips"] // 2, kind)
        wrong = sum(_wrong(net, strip) for strip in strips)
        told[f"wrong_{name}"] = wrong / sum(len(strip.text) for strip in strips)
    return told


def _wrong(net: torch.nn.Module, strip: Strip) -> int:
    with torch.no_grad():
        columns = net(torch.from_numpy(normalised(strip.picture))[None, None])[0]
    at = np.clip(np.round((strip.x - FIRST) / COLUMN).astype(int), 0, columns.shape[1] - 1)
    best = columns[: len(ALPHABET), at].argmax(dim=0).numpy()
    return sum(ALPHABET[found] != char for found, char in zip(best, strip.text, strict=True))


def export(net: torch.nn.Module, path: Path) -> None:
    """Write the network for onnxruntime, whole or not at all."""
    net.eval()
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    torch.onnx.export(
        net,
        (torch.zeros(1, 1, 32, 640),),
        str(new),
        input_names=["strips"],
        output_names=["columns"],
        dynamic_axes={"strips": {0: "lines", 3: "width"}, "columns": {0: "lines", 2: "columns"}},
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
    with Path(__file__).with_name("config.toml").open("rb") as file:
        settings = tomllib.load(file)["recogniser"]
    chosen.folder.mkdir(parents=True, exist_ok=True)
    trained(chosen.folder, settings, chosen.seconds)


if __name__ == "__main__":
    main()
