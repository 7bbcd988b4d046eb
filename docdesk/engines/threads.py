"""One thread for each document: libraries that start threads of their own only get in each other's way."""

import cv2


def one_thread_each() -> None:
    """Let OpenCV work on the thread that calls it: documents are what is worked on side by side."""
    cv2.setNumThreads(1)
