"""Measures MRZ readers on pictures whose MRZ is known: figures, a record for programs, a page to look at."""
