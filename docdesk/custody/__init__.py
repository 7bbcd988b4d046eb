"""Custody: what happened to the evidence, by whom and why. Records only; the store keeps them."""
