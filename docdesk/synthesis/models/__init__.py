"""Document models as data: read from a folder, checked, and refused where they touch a real state."""
