"""One page of paper: fonts, a sheet to draw on, blocks that know their height, and the parts of a report."""
