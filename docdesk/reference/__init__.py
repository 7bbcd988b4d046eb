"""What a genuine document of one kind looks like: finished pages per light, with zones in mm.

In: folders that hold a reference. Out: records that checks and windows compare with. Pictures are named and
their digests checked; this room decodes none and renders none.
"""
