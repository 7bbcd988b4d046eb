"""Where a worker process begins: light, since the parent imports it too and must not load any decoder."""

from multiprocessing.connection import Connection

from docdesk.engines.decoding.fence import Fence
from docdesk.engines.decoding.limits import Limits


def run(pipe: "Connection[bytes, bytes]", limits: Limits, fence: Fence, pdf_ppi: int) -> None:
    """Load the decoders and serve."""
    from docdesk.engines.decoding.worker import main

    main(pipe, limits, fence, pdf_ppi)
