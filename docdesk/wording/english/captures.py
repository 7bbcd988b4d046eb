"""Sentences on files handed in, and why one cannot be looked at."""

SENTENCES = {
    "capture.not_found": "There is no such file.",
    "capture.not_a_file": "This is no ordinary file, so it is not opened.",
    "capture.no_permission": "This file may not be read by the user who runs docdesk.",
    "capture.empty_file": "This file is empty.",
    "capture.not_readable": "This file cannot be read: the disk or the network failed.",
    "capture.too_many_bytes": "This file has {found} megabytes; docdesk opens up to {limit}.",
    "capture.not_a_picture": "This file is no picture or PDF that docdesk can open.",
    "capture.format_not_supported": "Pictures of this kind ({what}) are not supported.",
    "capture.truncated": "This file ends in the middle of the picture: copy or scan it again.",
    "capture.damaged": "This file is damaged and cannot be decoded: copy or scan it again.",
    "capture.too_many_pixels": "This picture has {found} megapixels; docdesk decodes up to {limit}.",
    "capture.too_many_frames": "This file has more than the {limit} frames that docdesk opens.",
    "capture.too_slow": "Decoding this file took longer than {limit} seconds and was stopped.",
    "capture.too_much_memory": "Decoding this file needs more than the {limit} megabytes of memory that it may take.",
    "capture.decoder_crashed": "This file made the decoder crash; it was stopped, and the other files go on.",
    "capture.encrypted": "This file is protected by a password; save it without one.",
    "capture.no_such_frame": "This file has no frame {number}; it has {frames}.",
    "capture.capture_toml": "The capture.toml in this folder cannot be used; look at {where}.",
    "capture.internal_error": "docdesk itself failed on this file; the log says where.",
}
