"""One session: streams, worker and server, in the order in which they are needed."""

import os
import sys

from gaojian.lsp.messages import Settings
from gaojian.lsp.process import Process


def serve(settings: Settings) -> None:
    """Serve on standard input and output; whatever else is printed goes to standard error."""
    stdin = os.fdopen(os.dup(0), "rb")
    stdout = os.fdopen(os.dup(1), "wb")
    # Plugins may print, and so may the libraries beneath.
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    process = Process()
    # The worker loads the checks while this process loads the protocol: half a second each.
    from gaojian.lsp.features import register  # noqa: PLC0415
    from gaojian.lsp.server import Server  # noqa: PLC0415

    server = Server(settings, process)
    register(server)
    server.serve(stdin, stdout)
