"""The worker's memory: what was found in each document, open or on disk, and what they have in common."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import monotonic

from gaojian.diagnostic import Diagnostic, Failure, Outcome, Severity, Text, in_order
from gaojian.discover import discover
from gaojian.errors import GaojianError
from gaojian.examine import Examination, examine
from gaojian.lsp.documents import Documents
from gaojian.lsp.hover import page
from gaojian.lsp.marking import TOP, failure_mark, mark_of
from gaojian.lsp.messages import Answer, Draft, Mark, Report, Settings
from gaojian.lsp.pace import Pace
from gaojian.lsp.plans import Plans
from gaojian.plan import Plan
from gaojian.reading import LEGACY_SUFFIXES, is_plain
from gaojian.record import NamedTuple
from gaojian.run import compare, settle
from gaojian.sieve import sift

# What comparing may take while somebody types; where there are thousands of documents it waits until nobody does.
_MOST_SECONDS = 0.05


class _Held(NamedTuple):
    plan: Plan
    examination: Examination


class Workspace:
    """Documents by key, and what there is to say of them. Each order returns what has changed by it."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._begin(Settings())

    def configure(self, settings: Settings) -> Answer:
        """Begin anew by ``settings`` and what configuration files say now."""
        if settings.folders and Path(settings.folders[0]).is_dir():
            # Paths are shown relative to the current folder, and the search for a configuration ends there.
            os.chdir(settings.folders[0])
        self._begin(settings)
        plan = self._plans.of(Path(settings.folders[0]) if settings.folders else Path.cwd())
        return Answer(self._plans.reports(), messages=self._plans.messages(plan.config.lang))

    def _begin(self, settings: Settings) -> None:
        self._settings = settings
        self._plans = Plans(settings, self._pace)
        self._documents = Documents(settings.encoding, self._plans.reading)
        self._held: dict[str, _Held] = {}
        self._compared: dict[str, list[Diagnostic]] = {}
        self._states: dict[str, tuple[int, int]] = {}
        self._sent: dict[str, Report] = {}
        self._explained: set[tuple[str, str]] = set()
        self._stirred: set[str] = set()
        self._is_compared = True
        self._seconds = 0.0

    def check(self, draft: Draft, *, comparing: bool) -> Answer:
        """Examine an open document; ``comparing`` compares it with all others too, if that takes no time."""
        folder = self._documents.hold(draft)
        if self._plans.is_outdated(folder):
            return Answer(is_outdated=True)
        self._examine(draft.key)
        if comparing and self._seconds < _MOST_SECONDS and self._projects():
            self._compare()
        self._sent.pop(draft.key, None)
        return self._answer({draft.key})

    def close(self, key: str) -> Answer:
        """Forget the text of an open document; its file, if the workspace has it, wants examining."""
        self._documents.release(key)
        self._states.pop(key, None)
        self._drop(key)
        return self._answer({key})

    def scan(self) -> Answer:
        """Look which files there are; those that are new or changed are pending, those that are gone are forgotten."""
        if self._plans.are_outdated():
            return Answer(is_outdated=True)
        messages: list[str] = []
        states = dict(self._files(messages)) if self._settings.whole else {}
        open_keys = self._documents.open_keys
        gone = [key for key in self._held if key not in states and key not in open_keys]
        for key in gone:
            self._drop(key)
        pending = tuple(key for key, state in states.items() if self._states.get(key) != state)
        self._states = {key: state for key, state in states.items() if key not in pending}
        known = frozenset(states) | open_keys
        answer = self._answer(gone)
        return answer._replace(pending=pending, known=known, messages=tuple(messages))

    def examine(self, key: str) -> Answer:
        """Examine one file of the workspace, unless it is open."""
        if key in self._documents.open_keys:
            return Answer()
        try:
            status = os.stat(key)  # noqa: PTH116 (a key is a path as text)
            self._states[key] = (status.st_mtime_ns, status.st_size)
            self._documents.forget(key)
            self._examine(key)
        except OSError:
            self._drop(key)
        return self._answer({key})

    def compare(self) -> Answer:
        """Compare all documents with each other."""
        self._compare()
        return self._answer(())

    def repair(self, key: str, *, unsafe: bool) -> Answer:
        """Return the text of an open document with its fixes made, round by round until nothing is left to fix."""
        from gaojian.repair import Repairs  # noqa: PLC0415 (few sessions fix everything)

        held = self._held.get(key)
        if held is None or not is_plain(held.examination.path):
            return Answer()
        repairs = Repairs(unsafe=unsafe, write=False)
        source = self._documents.source(key)
        diagnostics, _ = self._settled(key, held)
        _, outcome = repairs.make(held.plan, [source], Outcome(tuple(diagnostics), (), 1))
        language = held.plan.config.lang
        messages = tuple(failure.message.in_language(language) for failure in outcome.failures)
        text = repairs.changed[0].after.decode() if repairs.changed else None
        return Answer(messages=messages, text=text)

    def _projects(self) -> bool:
        return any(
            plan.planned_project_checks for plan in {id(held.plan): held.plan for held in self._held.values()}.values()
        )

    def _files(self, messages: list[str]) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield every document in the folders of the workspace with what changes when it does."""
        for folder in map(Path, self._settings.folders):
            plan = self._plans.of(folder)
            found = discover([folder], plan.exclude)
            language = plan.config.lang
            messages += [failure.message.in_language(language) for failure in found.failures if found.files]
            legacy = [file for file in found.files if file.suffix.lower() in LEGACY_SUFFIXES]
            if legacy:
                messages.append(_unread(len(legacy)).in_language(language))
            for file in found.files:
                if file.suffix.lower() in LEGACY_SUFFIXES or self._plans.excludes(file):
                    continue
                try:
                    status = file.stat()
                except OSError:
                    continue
                yield os.path.abspath(file), (status.st_mtime_ns, status.st_size)  # noqa: PTH100 (links stay)

    def _examine(self, key: str) -> None:
        source = self._documents.source(key)
        plan = self._plans.of(self._documents.folder(key))
        if source.file is None and os.path.isabs(key) and self._plans.excludes(Path(key)):  # noqa: PTH117
            self._drop(key)
            return
        self._held[key] = _Held(plan, examine(plan, source))
        self._stirred.add(key)
        self._is_compared = self._is_compared and not plan.planned_project_checks

    def _drop(self, key: str) -> None:
        if self._held.pop(key, None):
            self._is_compared = not self._projects()
        self._compared.pop(key, None)
        self._documents.forget(key)
        self._stirred.add(key)

    def _compare(self) -> None:
        started = monotonic()
        plans = {id(held.plan): held.plan for held in self._held.values()}
        now: dict[str, list[Diagnostic]] = {}
        for plan in plans.values():
            if plan.planned_project_checks:
                group = [held.examination for held in self._held.values() if held.plan is plan]
                found, failures = compare(plan, group, self._documents)
                now |= {self._documents.key(name): diagnostics for name, diagnostics in found.items()}
                self._plans.failures.extend(failures)
        self._stirred |= {key for key in {*now, *self._compared} if now.get(key) != self._compared.get(key)}
        self._compared = now
        self._is_compared = True
        self._seconds = monotonic() - started

    def _settled(self, key: str, held: _Held) -> tuple[list[Diagnostic], list[Failure]]:
        """Return what is left to say of a document when all is folded, suppressed and sifted."""
        failures = list(held.examination.failures)
        found = settle(held.plan, held.examination, self._compared.get(key, []), self._documents)
        outcome = Outcome(tuple(in_order(found)), (), 1)
        try:
            sieves = self._plans.sieves(held.plan)
            outcome = sift(outcome, sieves, self._documents.text)
        except GaojianError as error:
            failures.append(Failure(held.examination.path, error.text))
        return list(outcome.diagnostics), failures

    def _report(self, key: str) -> Report:
        held = self._held.get(key)
        version = self._documents.version(key)
        if held is None:
            return Report(key, version, "zh", ())
        language = held.plan.config.lang
        diagnostics, failures = self._settled(key, held)
        marks = [failure_mark(failure, language) for failure in failures]
        document = self._documents(held.examination.path) if diagnostics else None
        if document is not None:
            keys, rulers = self._documents.key, self._documents.ruler
            marks += [mark_of(diagnostic, document, language, keys, rulers) for diagnostic in diagnostics]
        return Report(key, version, language, tuple(marks))

    def _answer(self, asked: Iterable[str]) -> Answer:
        """Return the reports that differ from those sent before, those that are ``asked`` for in any case."""
        reports = []
        for key in sorted(self._stirred.union(asked)):
            try:
                report = self._report(key)
            except Exception as error:  # noqa: BLE001 (a fault in one document must not silence the others)
                text = f"{type(error).__name__}: {error}"
                report = Report(key, self._documents.version(key), "zh", (Mark("", Severity.ERROR, text, TOP),))
            if key in asked or self._sent.get(key) != report:
                self._sent[key] = report
                reports.append(report)
        self._stirred.clear()
        language = self._settings.lang or "zh"
        said = tuple(failure.message.in_language(language) for failure in self._plans.failures)
        self._plans.failures.clear()
        pages = tuple(self._pages(reports))
        return Answer(tuple(reports), pages, said, wants_comparison=not self._is_compared)

    def _pages(self, reports: Iterable[Report]) -> Iterator[tuple[str, str, str]]:
        for report in reports:
            for mark in report.marks:
                held = self._held.get(report.key)
                if held is not None and mark.code and (mark.code, report.language) not in self._explained:
                    self._explained.add((mark.code, report.language))
                    yield mark.code, report.language, page(held.plan.rules[mark.code], report.language)


def _unread(count: int) -> Text:
    """Return the sentence on files that another program has to convert, which takes it seconds each time."""
    suffixes = " ".join(LEGACY_SUFFIXES)
    return Text(
        f"{count} 份旧格式文稿（{suffixes}）在编辑器里不查；请运行 gaojian check",
        f"{count} files in old formats ({suffixes}) are not checked in the editor; run gaojian check",
    )
