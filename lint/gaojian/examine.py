"""One document through every check: what a worker process does."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from gaojian.check import Check, ProjectCheck, Rule
from gaojian.complete import complete
from gaojian.diagnostic import Diagnostic, Failure, Recognition, Severity, Text
from gaojian.document import Document, Kind
from gaojian.errors import GaojianError
from gaojian.needs import Holdings
from gaojian.plan import Plan, Planned
from gaojian.profiles import by_declaration
from gaojian.reading import ReadError, read_bytes, read_contents, read_file
from gaojian.record import NamedTuple
from gaojian.suppress import Directives, UnknownDirective, read_directives

if TYPE_CHECKING:
    from gaojian.timing import Stopwatch


R = TypeVar("R", bound=Rule)


class Examination(NamedTuple):
    """What was found out about one document, before documents are compared; small, and picklable.

    ``left_out`` are the codes of checks that could not run on it; ``characters`` its code points without line feeds;
    ``recognition`` is the kind of document it was read as.
    """

    path: str
    diagnostics: list[Diagnostic]
    directives: Directives
    facts: dict[str, object]
    failures: list[Failure]
    left_out: list[str]
    checked: bool = True
    characters: int = 0
    recognition: Recognition = Recognition()


class Source(NamedTuple):
    """A document to check: a file, or bytes that came another way under a ``name``; its ``encoding`` if it is known."""

    name: str
    file: Path | None = None
    data: bytes = b""
    encoding: str | None = None

    def read(self, profile: str, encoding: str | None = None) -> Document:
        """Return the document; ``encoding`` counts unless its own is known, None is found out. Raises ReadError."""
        if self.file:
            return read_file(self.file, self.name, profile, self.encoding or encoding)
        return read_bytes(self.data, self.name, profile, self.encoding or encoding)

    def contents(self) -> bytes:
        """Return the bytes. Raises ReadError."""
        return read_contents(self.file) if self.file else self.data

    @property
    def size(self) -> int:
        """Bytes to read, 0 where that cannot be known."""
        try:
            return self.file.stat().st_size if self.file else len(self.data)
        except OSError:
            return 0


def examine(plan: Plan, source: Source, watch: "Stopwatch | None" = None) -> Examination:
    """Run every check of ``plan`` on one document; a check that crashes is a failure, and the others still run.

    ``watch`` is told where the time goes.
    """
    return examine_together(plan, [source], watch)[0]


def examine_together(plan: Plan, sources: Sequence[Source], watch: "Stopwatch | None" = None) -> list[Examination]:
    """Return the examinations of ``sources``, which are held in memory at once; each is as if it were alone.

    Every check goes through all of them before the next one does: two hundred checks in turn on each small document
    would spend a third of their time in fetching each other's code.
    """
    results = []
    alike: dict[tuple[str, ...], list[_Opened]] = {}
    for source in sources:
        try:
            opened = _open(plan, source, watch)
        except ReadError as error:
            results.append(unchecked(source.name, error.text))
        else:
            results.append(opened.result)
            alike.setdefault(opened.result.recognition.profiles, []).append(opened)
    for profiles, group in alike.items():
        _run(plan, profiles, group, watch)
        for opened in group:
            opened.document.forget()
    return results


class _Opened(NamedTuple):
    """A document, what there is to say of it, and the codes of what doesn't run on it."""

    document: Document
    result: Examination
    skipped: frozenset[str]
    holdings: Holdings


def _open(plan: Plan, source: Source, watch: "Stopwatch | None") -> _Opened:
    document = _read(plan, source) if watch is None else _timed(plan, source, watch)
    ignored = plan.ignored_in(source.name)
    characters = len(document.text) - document.text.count("\n")
    directives = read_directives(document, plan.rules)
    failures: list[Failure] = []
    recognition = _recognise(plan, document, failures)
    result = Examination(source.name, [], directives, {}, failures, [], characters=characters, recognition=recognition)
    result.diagnostics.extend(_unknown_directives(plan, document, ignored, result.directives))
    if document.kind is Kind.LINES:
        declared = plan.rules.declarations
        result.left_out.extend(sorted(code for code in plan.active if declared[code].needs_paragraphs))
    passed = (code for code in plan.active if not plan.is_active(code, ignored)) if ignored else ()
    holdings = Holdings(document.text, partial(_in_one_script, plan, document, failures))
    return _Opened(document, result, frozenset([*result.left_out, *passed]), holdings)


def _run(plan: Plan, profiles: tuple[str, ...], group: Sequence[_Opened], watch: "Stopwatch | None") -> None:
    together = Holdings.of_any([each.holdings for each in group])
    for planned, severity in plan.checks_in(profiles):
        wanted = _wanted(planned, group, together)
        check = _made(planned, wanted) if wanted else None
        if check is not None:
            _check(check, severity, wanted, watch)
    for planned_project in plan.planned_project_checks:
        if plan.severity_in(planned_project.code, profiles) is not None:
            wanted = _wanted(planned_project, group, together)
            project_check = _made(planned_project, wanted) if wanted else None
            if project_check is not None:
                _collect(project_check, wanted, watch)


def _wanted(planned: Planned[R], group: Sequence[_Opened], together: Holdings) -> list[_Opened]:
    """Return those of ``group``, which hold what is ``together``, in which the rule can find something at all."""
    code, needs = planned.code, planned.needs
    if not needs:
        return [each for each in group if code not in each.skipped]
    if not together.include(needs):
        return []
    return [each for each in group if code not in each.skipped and each.holdings.include(needs)]


def _made(planned: Planned[R], group: Sequence[_Opened]) -> R | None:
    """Return the rule; None where it cannot be made, which is then a failure in each document of ``group``."""
    try:
        return planned.rule
    except Exception as error:  # noqa: BLE001 (what is imported may raise anything)
        for each in group:
            each.result.failures.append(crash(each.document.path, planned.code, error))
        return None


def _check(check: Check, severity: Severity, group: Sequence[_Opened], watch: "Stopwatch | None") -> None:
    for document, result, _, _ in group:
        try:
            findings = check.check(document)
            for finding in findings if watch is None else watch.drain(f"{check.code} {check.name}", findings):
                result.diagnostics.append(complete(document, check, severity, finding, no_library))
        except Exception as error:  # noqa: BLE001 (a plugin may raise anything; it must not end the run)
            result.failures.append(crash(document.path, check.code, error))


def _collect(check: ProjectCheck[object], group: Sequence[_Opened], watch: "Stopwatch | None") -> None:
    for document, result, _, _ in group:
        try:
            with nullcontext() if watch is None else watch.timing(f"{check.code} {check.name}"):
                result.facts[check.code] = check.collect(document)
        except Exception as error:  # noqa: BLE001 (as above)
            result.failures.append(crash(document.path, check.code, error))


def _read(plan: Plan, source: Source) -> Document:
    return source.read(plan.profile_of(source.name), plan.encoding)


def _timed(plan: Plan, source: Source, watch: "Stopwatch") -> Document:
    from gaojian.timing import READ, timed  # noqa: PLC0415 (few runs are timed)

    with watch.timing(READ):
        document = _read(plan, source)
    watch.size += source.size
    return timed(document, watch)


def _recognise(plan: Plan, document: Document, failures: list[Failure]) -> Recognition:
    try:
        return plan.recognise(document)
    except Exception as error:  # noqa: BLE001 (as above)
        what = f"{type(error).__name__}: {error}"
        zh = f"认不出体裁（{what}），按声明或默认的体裁检查；可在配置中用 profile 声明，并请报告此错误"
        en = f"its kind was not recognised ({what}); declare a profile in the configuration, and please report it"
        failures.append(Failure(document.path, Text(zh, en)))
        return by_declaration(document)


def _in_one_script(plan: Plan, document: Document, failures: list[Failure]) -> str:
    try:
        # Checks look in it as well.
        transcribed = document.get(plan.transcribe)
    except Exception as error:  # noqa: BLE001 (as above)
        failures.append(crash(document.path, "in_one_script", error))
        return ""
    # The prose itself holds nothing that the text does not.
    return "" if transcribed in (document.text, document.prose) else transcribed


def _unknown_directives(
    plan: Plan, document: Document, ignored: tuple[str, ...], directives: Directives
) -> Iterator[Diagnostic]:
    if plan.is_active(UnknownDirective.code, ignored):
        for finding in directives.findings:
            yield complete(document, UnknownDirective, plan.severities[UnknownDirective.code], finding, no_library)


def no_library(_: str) -> None:
    """Return no document: the library of findings that speak of their own document alone."""


def unchecked(path: str, text: Text) -> Examination:
    """Return what there is to say of a document that could not be checked at all."""
    return Examination(path, [], Directives(), {}, [Failure(path, text)], [], checked=False)


def crash(path: str, code: str, error: Exception) -> Failure:
    """Return the failure of a check that raised ``error``; what is the user's to mend is said in its own words."""
    if isinstance(error, GaojianError):
        text = error.text
        return Failure(path, Text(f"检查 {code} 未能完成：{text.zh}", f"check {code} could not finish: {text.en}"))
    what = f"{type(error).__name__}: {error}"
    return Failure(
        path,
        Text(
            f"检查 {code} 在这份文稿上出错（{what}），其余检查照常；可用 --ignore {code} 暂时停用，并请报告此错误",
            f"check {code} crashed on this document ({what}), the others went on; --ignore {code} turns it off, and"
            " please report it",
        ),
    )
