"""What the client has been told of each document, and what it will be told next."""

import asyncio
from collections.abc import Iterable
from time import monotonic
from typing import Protocol

from gaojian.lsp.buffers import Buffer
from gaojian.lsp.messages import Answer, Report

_MOST_PATIENCE = 5.0


class Client(Protocol):
    """What is needed of the client."""

    def publish(self, report: Report) -> None:
        """Show the findings of one document."""

    def show(self, message: str) -> None:
        """Show a message to the user."""


class Board:
    """Reports by key, and the open documents that they are about.

    ``pages`` are what rules say of themselves, by code and language.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self.buffers: dict[str, Buffer] = {}
        self.reports: dict[str, Report] = {}
        self.pages: dict[tuple[str, str], str] = {}
        self._configurations: set[str] = set()
        self._said: set[str] = set()
        self._news = asyncio.Event()

    def take(self, answer: Answer) -> None:
        """Tell the client what the worker has found out."""
        self.pages.update({(code, language): page for code, language, page in answer.pages})
        for message in answer.messages:
            self.say(message)
        for report in answer.reports:
            self.publish(report)
        if answer.known is not None:
            self._clear(set(self.reports) - answer.known - self._configurations - set(self.buffers))

    def begin_anew(self, answer: Answer) -> None:
        """Forget what rules and configurations said; ``answer`` tells what the configurations are like now."""
        self.pages.clear()
        self._said.clear()
        before = self._configurations
        self._configurations = {report.key for report in answer.reports}
        self._clear(before - self._configurations)

    def publish(self, report: Report) -> None:
        """Tell the client, unless the document has changed meanwhile: then the next report is on its way."""
        key, buffer = report.key, self.buffers.get(report.key)
        is_configuration = key in self._configurations
        if buffer is not None and buffer.version != report.version and not is_configuration:
            return
        before = self.reports.get(key)
        self.reports[key] = report
        if report.marks or buffer is not None or (before is not None and before.marks):
            self._client.publish(report)
        for mark in report.marks:
            if not mark.code and buffer is not None and not is_configuration:
                self.say(f"{key}: {mark.message}")
        self._news.set()
        self._news.clear()

    def say(self, message: str) -> None:
        """Show a message, once."""
        if message not in self._said:
            self._said.add(message)
            self._client.show(message)

    async def settled(self, buffer: Buffer) -> Report | None:
        """Return the report on ``buffer`` as it is now, None if there is none in good time."""
        deadline = monotonic() + _MOST_PATIENCE
        while True:
            report = self.reports.get(buffer.key)
            if report is not None and report.version == buffer.version:
                return report
            try:
                await asyncio.wait_for(self._news.wait(), deadline - monotonic())
            except TimeoutError:
                return None

    def _clear(self, keys: Iterable[str]) -> None:
        for key in keys:
            before = self.reports.pop(key, None)
            if before is not None and before.marks:
                self._client.publish(Report(key, None, before.language, ()))
