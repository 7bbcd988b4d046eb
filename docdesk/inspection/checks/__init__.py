"""Checks: questions put to the evidence, one file each, answered by findings."""
