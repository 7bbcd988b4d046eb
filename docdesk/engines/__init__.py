"""Adapters to what others wrote: decoders, OCR and other outside programs. Nothing here decides."""
