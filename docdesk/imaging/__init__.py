"""Pictures as arrays: grey, turned, warped, filtered. numpy and OpenCV only; knows nothing of documents."""
