"""Decoding: image files from outside go in, upright pixels come out, or one reason why not.

`pool.DecodingPool` is the door. The parent side (`reading`, `pool`, `process`, `memory`) reads and hashes the
file, sets the limits and owns all shared memory; it never parses a picture. The worker side (`worker`,
`sources`, `raster`, `heic`, `pdf`) parses and decodes in a process of its own, which is thrown away when it
hangs, crashes or talks nonsense. Worker modules import no numpy and no OpenCV, so that a worker starts
at once.
"""
