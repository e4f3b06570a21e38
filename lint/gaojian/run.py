"""The pipeline: documents to diagnostics, in this process or in several."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from gaojian.check import Library
from gaojian.complete import complete
from gaojian.config import Config
from gaojian.diagnostic import Diagnostic, Failure, Finding, Outcome, Text, in_order
from gaojian.document import Document
from gaojian.examine import Examination, Source, crash, examine_together, no_library, unchecked
from gaojian.fold import fold
from gaojian.plan import Plan, make_plan
from gaojian.reading import ReadError
from gaojian.record import NamedTuple
from gaojian.suppress import UnusedDirective, find_unused, suppress

if TYPE_CHECKING:
    from gaojian.cache import Cache, Shelf
    from gaojian.timing import Stopwatch

# Below this a second process costs more than it saves.
_PARALLEL_BYTES = 4 * 1024 * 1024
# So many documents are held in memory at once: fewer are slower, and more do not stay near the processor.
_TOGETHER_BYTES = 512 * 1024
_TOGETHER = 256
_LOST = Text(
    "检查进程意外中止，未能检查；请用 --jobs 1 再试",
    "a worker process died before this was checked; try again with --jobs 1",
)


class Means(NamedTuple):
    """What a run may use besides; what it finds doesn't depend on it.

    What ``cache`` holds is not found out again. ``watch`` is told where the time goes; then there is one process.
    """

    cache: "Cache | None" = None
    watch: "Stopwatch | None" = None


_NO_MEANS = Means()


def run(
    plan: Plan,
    sources: Sequence[Source],
    *,
    jobs: int = 0,
    advance: Callable[[int], None] = lambda _: None,
    means: Means = _NO_MEANS,
) -> Outcome:
    """Check ``sources`` by ``plan`` in ``jobs`` processes (0: as many as pay) and return everything found, sorted.

    ``advance`` is told the number of bytes done as the work proceeds.
    """
    examined: list[Examination] = []
    for examination, size in _examinations(plan, sources, jobs, means):
        examined.append(examination)
        advance(size)
    failures = [failure for examination in examined for failure in examination.failures]
    library = _Library(plan, {source.name: source for source in sources})
    found, compare_failures = compare(plan, examined, library)
    diagnostics = [diagnostic for e in examined for diagnostic in settle(plan, e, found.get(e.path, []), library)]
    return Outcome(
        tuple(in_order(diagnostics)),
        tuple(sorted(failures + compare_failures)),
        sum(examination.checked for examination in examined),
        {examination.path: tuple(examination.left_out) for examination in examined if examination.left_out},
        sum(examination.characters for examination in examined),
        {examination.path: examination.recognition for examination in examined if examination.checked},
        {examination.path: examination.characters for examination in examined if examination.checked},
    )


def compare(
    plan: Plan, examined: Sequence[Examination], library: Library
) -> tuple[dict[str, list[Diagnostic]], list[Failure]]:
    """Run the second half of the project checks; documents with findings are read again for their positions."""
    facts: dict[str, dict[str, object]] = {planned.code: {} for planned in plan.planned_project_checks}
    recognised = {examination.path: examination.recognition for examination in examined}
    for examination in examined:
        for code, fact in examination.facts.items():
            facts[code][examination.path] = fact
    found: dict[str, list[Diagnostic]] = {}
    failures: list[Failure] = []
    for planned in plan.planned_project_checks:
        if not facts[planned.code]:
            continue
        try:
            check = planned.rule
            for path, finding in check.compare(facts[planned.code], library):
                document = library(path)
                severity = plan.severity_in(planned.code, recognised[path].profiles) if path in recognised else None
                if document is not None and severity is not None:
                    diagnostic = complete(document, check, severity, finding, library)
                    found.setdefault(path, []).append(diagnostic)
        except Exception as error:  # noqa: BLE001 (a plugin may raise anything; it must not end the run)
            failures.append(crash(".", planned.code, error))
    return found, failures


class _Library:
    """Documents by path, read once each."""

    def __init__(self, plan: Plan, sources: Mapping[str, Source]) -> None:
        self._plan = plan
        self._sources = sources
        self._documents: dict[str, Document | None] = {}

    def __call__(self, path: str) -> Document | None:
        if path not in self._documents:
            try:
                self._documents[path] = self._sources[path].read(self._plan.profile_of(path), self._plan.encoding)
            except (KeyError, ReadError):
                self._documents[path] = None
        return self._documents[path]


def settle(plan: Plan, examination: Examination, compared: list[Diagnostic], library: Library) -> list[Diagnostic]:
    """Fold and suppress what was found in one document, and report directives that were of no use."""
    kept, used = suppress(fold(examination.diagnostics + compared), examination.directives)
    ignored = plan.ignored_in(examination.path)
    by_line = bool(plan.line_entries(examination.path))
    if not (examination.directives.silences or by_line):
        return kept
    profiles = examination.recognition.profiles
    active = [
        code for code in plan.active if plan.is_active(code, ignored) and plan.severity_in(code, profiles) is not None
    ]
    unused: list[Finding] = list(find_unused(examination.directives, used, active))
    document = library(examination.path) if unused or by_line else None
    if document is None:
        return kept
    if by_line:
        from gaojian.lines import ignore_lines  # noqa: PLC0415 (few configurations need it)

        kept, useless = ignore_lines(plan, document, kept, active)
        unused += useless
    if plan.is_active(UnusedDirective.code, ignored):
        severity = plan.severities[UnusedDirective.code]
        kept += [complete(document, UnusedDirective, severity, finding, no_library) for finding in unused]
    return kept


def _examinations(plan: Plan, sources: Sequence[Source], jobs: int, means: Means) -> Iterator[tuple[Examination, int]]:
    if means.watch is not None:
        return _examine_here(plan, sources, [source.size for source in sources], means.watch)
    shelf = means.cache.shelf(plan) if means.cache is not None else None
    return _examine_all(plan, sources, jobs) if shelf is None else _known(plan, sources, jobs, shelf)


def _known(plan: Plan, sources: Sequence[Source], jobs: int, shelf: "Shelf") -> Iterator[tuple[Examination, int]]:
    """Yield an examination of each of ``sources`` with its bytes, in their order: what is known, or found out now."""
    known = {source.name: examination for source in sources if (examination := shelf.get(source)) is not None}
    rest = _examine_all(plan, [source for source in sources if source.name not in known], jobs)
    for source in sources:
        if source.name in known:
            yield known[source.name], source.size
        else:
            examination, size = next(rest)
            shelf.put(source, examination)
            yield examination, size
    shelf.finish()


def _examine_all(plan: Plan, sources: Sequence[Source], jobs: int) -> Iterator[tuple[Examination, int]]:
    sizes = [source.size for source in sources]
    if jobs == 0:
        jobs = (os.cpu_count() or 1) if sum(sizes) > _PARALLEL_BYTES else 1
    if jobs == 1 or len(sources) < 2:
        yield from _examine_here(plan, sources, sizes)
        return
    # Imported here: 45 ms that a small run need not pay.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    done = 0
    plan.prepare()
    try:
        with ProcessPoolExecutor(min(jobs, len(sources)), initializer=_start_worker, initargs=(plan.config,)) as pool:
            for batch in pool.map(_examine_batch, _batches(sources, sizes, jobs)):
                for examination in batch:
                    yield examination, sizes[done]
                    done += 1
    except BrokenProcessPool:
        for source, size in zip(sources[done:], sizes[done:], strict=True):
            yield unchecked(source.name, _LOST), size


def _examine_here(
    plan: Plan, sources: Sequence[Source], sizes: Sequence[int], watch: "Stopwatch | None" = None
) -> Iterator[tuple[Examination, int]]:
    """Yield the examinations of ``sources`` with their bytes, made in this process, a few documents at a time."""
    done = 0
    for group in _groups(sources, sizes, _TOGETHER_BYTES, _TOGETHER):
        for examination in examine_together(plan, group, watch):
            yield examination, sizes[done]
            done += 1


def _batches(sources: Sequence[Source], sizes: Sequence[int], jobs: int) -> Iterator[list[Source]]:
    """Yield runs of sources of about equal size, several for each process."""
    return _groups(sources, sizes, max(sum(sizes) // (jobs * 8), 1), len(sources))


def _groups(sources: Sequence[Source], sizes: Sequence[int], limit: int, most: int) -> Iterator[list[Source]]:
    """Yield runs of sources that reach ``limit`` bytes or are ``most``."""
    batch: list[Source] = []
    total = 0
    for source, size in zip(sources, sizes, strict=True):
        batch.append(source)
        total += size
        if total >= limit or len(batch) == most:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


_worker_plan: Plan | None = None


def _start_worker(config: Config) -> None:
    global _worker_plan  # noqa: PLW0603 (what a pool's initializer makes can be handed on in no other way)
    _worker_plan = make_plan(config)


def _examine_batch(sources: Sequence[Source]) -> list[Examination]:
    if _worker_plan is None:
        raise RuntimeError("the worker was not started")
    sizes = [source.size for source in sources]
    return [examination for examination, _ in _examine_here(_worker_plan, sources, sizes)]


def merge(outcomes: Sequence[Outcome]) -> Outcome:
    """Return several outcomes as one, sorted."""
    if len(outcomes) == 1:
        return outcomes[0]
    diagnostics = in_order(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics)
    failures = sorted(failure for outcome in outcomes for failure in outcome.failures)
    left_out = {path: codes for outcome in outcomes for path, codes in outcome.left_out.items()}
    recognised = {path: kind for outcome in outcomes for path, kind in outcome.recognised.items()}
    return Outcome(
        tuple(diagnostics),
        tuple(failures),
        sum(outcome.files for outcome in outcomes),
        left_out,
        sum(outcome.characters for outcome in outcomes),
        recognised,
        {path: characters for outcome in outcomes for path, characters in outcome.documents.items()},
    )
