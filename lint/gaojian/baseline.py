"""Old findings that a team has agreed not to see: known by their content, so that they survive moved lines.

The file is JSON, one entry a line in a fixed order, so that it merges and its growth shows in a review.
"""

import json
import os
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from gaojian.diagnostic import Diagnostic, Text
from gaojian.errors import UsageError
from gaojian.record import NamedTuple
from gaojian.report.fingerprint import digest
from gaojian.report.screen import visible
from gaojian.sieve import Texts

VERSION = 1
FILE_NAME = "gaojian-baseline.json"
_LONGEST_TEXT = 40


class Entry(NamedTuple):
    """What is known: a document, by its path from the folder of the baseline; a code; and the mark of a content."""

    path: str
    code: str
    fingerprint: str


class Baseline:
    """Known findings, and how often each is known. ``texts`` shows, for people, what was found."""

    def __init__(self, file: Path, counts: Counter[Entry] | None = None, texts: dict[Entry, str] | None = None) -> None:
        self.file = file
        self.counts: Counter[Entry] = counts or Counter()
        self.texts = texts or {}

    def unknown(self, diagnostics: Sequence[Diagnostic], texts: Texts) -> Iterator[Diagnostic]:
        """Yield the diagnostics that are not in the baseline, or not so often: a sieve.

        What is known of a document that is gone is known of any other document too: it may have been renamed.
        """
        left = self.counts.copy()
        entries = [self._entry(diagnostic, text) for diagnostic, text in _with_texts(diagnostics, texts)]
        new = []
        for diagnostic, entry in zip(diagnostics, entries, strict=True):
            if left[entry]:
                left[entry] -= 1
            else:
                new.append((diagnostic, entry))
        homeless: Counter[tuple[str, str]] = Counter()
        if new:
            gone = {entry.path for entry in left if not (self.file.parent / entry.path).exists()}
            homeless.update({(e.code, e.fingerprint): count for e, count in left.items() if e.path in gone})
        for diagnostic, entry in new:
            if homeless[entry.code, entry.fingerprint]:
                homeless[entry.code, entry.fingerprint] -= 1
            else:
                yield diagnostic

    def of(self, diagnostics: Sequence[Diagnostic], texts: Texts) -> "Baseline":
        """Return a baseline of the same file that knows ``diagnostics`` and nothing else."""
        counts: Counter[Entry] = Counter()
        shown: dict[Entry, str] = {}
        for diagnostic, text in _with_texts(diagnostics, texts):
            entry = self._entry(diagnostic, text)
            counts[entry] += 1
            shown[entry] = visible(" ".join(diagnostic.text.split())[:_LONGEST_TEXT])
        return Baseline(self.file, counts, shown)

    def outside(self, paths: Iterable[str], codes: Container[str]) -> "Baseline":
        """Return what is known beyond a run of ``codes`` over ``paths``, of documents that still exist."""
        checked = {self._relative(path) for path in paths}
        counts = {
            entry: count
            for entry, count in self.counts.items()
            if (entry.path not in checked or entry.code not in codes) and (self.file.parent / entry.path).exists()
        }
        return Baseline(self.file, Counter(counts), self.texts)

    def join(self, other: "Baseline") -> "Baseline":
        """Return all that is known by either."""
        return Baseline(self.file, self.counts + other.counts, {**self.texts, **other.texts})

    def meet(self, other: "Baseline") -> "Baseline":
        """Return what is known by both, as often as both know it."""
        return Baseline(self.file, self.counts & other.counts, self.texts)

    def lines(self) -> Iterator[str]:
        """Yield the file, an entry a line."""
        yield f'{{"version": {VERSION}, "findings": [\n'
        entries = sorted((entry, count) for entry, count in self.counts.items() if count)
        for number, (entry, count) in enumerate(entries, 1):
            value = {**entry._asdict(), "count": count, "text": self.texts.get(entry, "")}
            yield json.dumps(value, ensure_ascii=False) + (",\n" if number < len(entries) else "\n")
        yield "]}\n"

    def _entry(self, diagnostic: Diagnostic, text: str | None) -> Entry:
        return Entry(self._relative(diagnostic.path), diagnostic.code, digest(diagnostic, text))

    def _relative(self, path: str) -> str:
        return Path(os.path.relpath(path, self.file.parent)).as_posix()


def read_baseline(file: Path) -> Baseline:
    """Return the baseline in ``file``. Raises UsageError."""
    try:
        return parse_baseline(file, file.read_bytes())
    except FileNotFoundError as error:
        raise UsageError(
            Text(
                f"{file}：没有这个基线文件；请先运行 gaojian baseline write",
                f"{file}: no such baseline; run gaojian baseline write first",
            )
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(Text(f"{file}：无法读取（{reason}）", f"{file}: cannot be read ({reason})")) from error


def parse_baseline(file: Path, data: bytes) -> Baseline:
    """Return the baseline that ``data`` holds; ``file`` is where it stands. Raises UsageError."""
    try:
        content: dict[str, Any] = json.loads(data)
        if content["version"] != VERSION:
            raise UsageError(
                Text(
                    f"{file}：基线文件的版本是 {content['version']!r}，本程序只认 {VERSION}；请升级 gaojian 或重新生成",
                    f"{file}: is a baseline of version {content['version']!r}, not {VERSION}; upgrade gaojian, or write"
                    " it again",
                )
            )
        counts: Counter[Entry] = Counter()
        texts: dict[Entry, str] = {}
        for item in content["findings"]:
            entry = Entry(*(_text(item[field]) for field in Entry._fields))
            counts[entry] += _count(item["count"])
            texts[entry] = _text(item["text"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(
            Text(
                f"{file}：不是 gaojian 的基线文件，或已损坏（{type(error).__name__}）；请从版本库恢复，或重新生成",
                f"{file}: is no baseline of gaojian, or broken ({type(error).__name__}); restore it, or write it again",
            )
        ) from error
    return Baseline(file, counts, texts)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise TypeError
    return value


def _with_texts(diagnostics: Sequence[Diagnostic], texts: Texts) -> Iterator[tuple[Diagnostic, str | None]]:
    """Yield every diagnostic with the text of its document, which is read once, for they are sorted by path."""
    path, text = "", None
    for diagnostic in diagnostics:
        if diagnostic.path != path:
            path, text = diagnostic.path, texts(diagnostic.path)
        yield diagnostic, text
