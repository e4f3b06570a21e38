"""The process that runs the checks: takes one order after another, and ends when the server does."""

import faulthandler
import os
import sys
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any, Protocol

from gaojian.lsp.messages import Settings
from gaojian.lsp.workspace import Workspace
from gaojian.registry import load_rules

_LOOK_SECONDS = 0.02


class Told(Protocol):
    """Shared memory that outlives the worker: the code of the check that runs."""

    value: bytes


class StaleError(BaseException):
    """What is being done is no longer wanted; no Exception, so that no check takes it for its own."""


class Pacer:
    """Tells which check runs, and ends a run that the server no longer wants."""

    def __init__(self, connection: "Connection[Any, Any]", told: Told) -> None:
        self._connection = connection
        self._told = told
        self._looked = 0.0
        self.number = 0

    def __call__(self, code: str) -> None:
        """Note ``code``. Raises StaleError where the server has said that the order is stale."""
        self._told.value = code.encode()
        now = monotonic()
        if now - self._looked < _LOOK_SECONDS:
            return
        self._looked = now
        while self._connection.poll():
            number, _, _ = self._connection.recv()
            if number == self.number:
                raise StaleError


def main(connection: "Connection[Any, Any]", told: Told) -> None:
    """Answer the orders that come by ``connection``: (number, name, arguments) each, a stop without a name."""
    _keep_output_apart()
    pacer = Pacer(connection, told)
    workspace = Workspace(pacer)
    # While the server and the client agree on terms; what is wrong with a package is told when it is asked for.
    dict(load_rules((), []))
    seconds = Settings().seconds
    while True:
        try:
            number, name, arguments = connection.recv()
        except (EOFError, OSError):
            return
        if not name:
            continue
        pacer.number = number
        seconds = getattr(arguments.get("settings"), "seconds", seconds)
        # Regular expressions cannot be stopped from within.
        faulthandler.dump_traceback_later(seconds * (1 + _mebibytes(arguments)), exit=True)
        try:
            answer: object = getattr(workspace, name)(**arguments)
        except StaleError:
            answer = None
        except Exception as error:  # noqa: BLE001 (whatever it is, the next order is answered)
            # Not every error can be sent.
            answer = RuntimeError(f"{type(error).__name__}: {error}")
        faulthandler.cancel_dump_traceback_later()
        told.value = b""
        try:
            connection.send((number, answer))
        except OSError:
            return


def _mebibytes(arguments: dict[str, object]) -> float:
    """Return how large the document is that an order is about."""
    size = len(getattr(arguments.get("draft"), "text", ""))
    key = arguments.get("key")
    if isinstance(key, str) and os.path.isfile(key):  # noqa: PTH113 (a key is a path as text, or a URI)
        size = max(size, os.path.getsize(key))  # noqa: PTH202 (as above)
    return size / 2**20


def _keep_output_apart() -> None:
    """Whatever a plugin prints goes to standard error: standard output carries the protocol and nothing else."""
    os.dup2(2, 1)
    sys.stdout = sys.stderr
