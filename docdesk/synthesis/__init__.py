"""Fictitious documents: drawn in mm, printed ink by ink, altered as forgers do, captured as devices do.

In: a document model (data), a holder who does not exist, a seed. Out: captures under each light, and the
exact truth of everything on them. Only states that do not exist; SPECIMEN is in the artwork of every face.
"""
