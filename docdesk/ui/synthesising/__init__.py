"""Fictitious documents in the window: one is looked at with its truth, many are made by a plan."""
