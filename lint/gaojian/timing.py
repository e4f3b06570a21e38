"""Where the time of a run goes: reading, what checks share, and every check by itself."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import TypeVar

from gaojian.diagnostic import Text
from gaojian.document import Document

T = TypeVar("T")

READ = "read and decode"
PROSE = "hide what is not prose"
DIRECTIVES = "directives"


class Stopwatch:
    """CPU seconds by name; what runs inside a named part under another name is not counted twice.

    ``size`` is the number of bytes read.
    """

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.size = 0
        self._running: list[str] = []
        self._since = 0.0

    @contextmanager
    def timing(self, name: str) -> Iterator[None]:
        """Count what runs inside to ``name``, and stop counting to the name that was running."""
        self._turn()
        self._running.append(name)
        try:
            yield
        finally:
            self._turn()
            self._running.pop()

    def drain(self, name: str, items: Iterable[T]) -> list[T]:
        """Return all ``items``; the time that it takes to make them is that of ``name``."""
        with self.timing(name):
            return list(items)

    @property
    def total(self) -> float:
        """All seconds that were counted."""
        return sum(self.seconds.values())

    def _turn(self) -> None:
        now = time.process_time()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now


@dataclass(frozen=True, eq=False)
class TimedDocument(Document):
    """A document whose shared analyses are timed under their own names, not under the check that came first."""

    watch: Stopwatch | None = None

    def get(self, analysis: Callable[[Document], T]) -> T:
        """Return ``analysis(self)``, timed when it is computed."""
        if self.watch is None or analysis in self._analyses:
            return super().get(analysis)
        with self.watch.timing(f"{analysis.__module__.partition('.')[2]}.{analysis.__qualname__}"):
            return super().get(analysis)


def timed(document: Document, watch: Stopwatch) -> Document:
    """Return ``document`` with its analyses timed by ``watch``; what every check needs is made at once, and timed."""
    values = {field.name: getattr(document, field.name) for field in fields(Document)}
    result = TimedDocument(**values, watch=watch)
    with watch.timing(PROSE):
        _ = result.prose
    return result


def table(watch: Stopwatch, most: int = 40) -> Iterator[str]:
    """Yield the slowest parts, a line each: milliseconds, share, milliseconds for 10 MB, name."""
    total = max(watch.total, 1e-9)
    yield f"{'ms':>9} {'%':>6} {'ms/10MB':>8}"
    for name, seconds in [("", total), *sorted(watch.seconds.items(), key=lambda item: -item[1])[:most]]:
        rate = f"{seconds * 1e10 / watch.size:8.1f}" if watch.size else f"{'':8}"
        yield f"{seconds * 1e3:9.1f} {seconds / total:6.1%} {rate} {name}".rstrip()


def speed(watch: Stopwatch) -> Text:
    """Return the sentence on how fast documents were checked, the start and the report left out."""
    megabytes = watch.size / 1e6
    rate = megabytes / max(watch.total, 1e-9)
    return Text(
        f"检查用去 {watch.total:.2f} 秒 CPU，{megabytes:.2f} MB，每秒 {rate:.1f} MB（不含启动和报告）",
        f"{watch.total:.2f} s of CPU for {megabytes:.2f} MB: {rate:.1f} MB/s, the start and the report left out",
    )
