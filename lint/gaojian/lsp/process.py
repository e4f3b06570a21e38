"""The worker as the server sees it: started, asked, stopped, and started again when it dies."""

import asyncio
import multiprocessing
import os
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any

from gaojian.lsp import worker
from gaojian.lsp.messages import Answer


class WorkerLostError(Exception):
    """The worker died; ``code`` is the check that ran, empty if none did."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Process:
    """One worker process; one order at a time. ``is_over`` once it has died."""

    def __init__(self) -> None:
        # Not to find modules in the folder that happens to be the current one.
        os.environ.setdefault("PYTHONSAFEPATH", "1")
        context = multiprocessing.get_context("spawn")
        self._told = context.RawArray("c", 16)
        self._connection: Connection[Any, Any]
        self._connection, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(
            target=worker.main, args=(theirs, self._told), name="gaojian-worker", daemon=True
        )
        self._process.start()
        theirs.close()
        # Sending may wait for a worker that is not ready yet; the server never does.
        self._sender = ThreadPoolExecutor(1)
        self._number = 0
        self._waiting: asyncio.Future[Answer | None] | None = None
        self._is_read = False
        self.is_over = False

    async def ask(self, name: str, **arguments: object) -> Answer | None:
        """Return the answer to an order, None for one that was stopped. Raises WorkerLostError."""
        loop = asyncio.get_running_loop()
        if not self._is_read:
            self._is_read = True
            Thread(target=self._read, args=(loop,), daemon=True).start()
        self._number += 1
        self._waiting = loop.create_future()
        try:
            await loop.run_in_executor(self._sender, self._connection.send, (self._number, name, arguments))
        except OSError as error:
            raise self._lost() from error
        return await self._waiting

    def stop(self) -> None:
        """Tell the worker that the order in hand is stale."""
        if self._waiting is not None and not self._waiting.done():
            self._sender.submit(self._connection.send, (self._number, "", {}))

    def end(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self._sender.shutdown(wait=False)

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        while True:
            try:
                number, answer = self._connection.recv()
            except Exception:  # noqa: BLE001 (a worker that is killed may leave half an answer)
                number, answer = self._number, self._lost()
            try:
                loop.call_soon_threadsafe(self._deliver, number, answer)
            except RuntimeError:
                # The session is over.
                return
            if isinstance(answer, WorkerLostError):
                self.is_over = True
                return

    def _deliver(self, number: int, answer: Answer | Exception | None) -> None:
        waiting = self._waiting
        if waiting is None or waiting.done() or number != self._number:
            return
        if isinstance(answer, Exception):
            waiting.set_exception(answer)
        else:
            waiting.set_result(answer)

    def _lost(self) -> WorkerLostError:
        return WorkerLostError(self._told.value.decode("ascii", "replace"))
