"""Fixes made in files, round by round until nothing is left to make."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from gaojian.diagnostic import Diagnostic, Failure, Outcome, Text, in_order
from gaojian.difference import difference
from gaojian.errors import GaojianError
from gaojian.examine import Source
from gaojian.fix import choose, is_wanted
from gaojian.plan import Plan
from gaojian.reading import is_plain
from gaojian.reading.rewrite import rewrite
from gaojian.record import NamedTuple
from gaojian.report.screen import visible
from gaojian.run import run
from gaojian.session import texts_of
from gaojian.sieve import Sieve, sift
from gaojian.writing import replace

MOST_ROUNDS = 10


class Repaired(NamedTuple):
    """What fixes make of one document: its bytes ``before`` and ``after``, and how many findings each code had mended.

    ``diagnostics`` are what is still to be said of it.
    """

    source: Source
    before: bytes
    after: bytes
    encoding: str
    mended: Counter[str]
    diagnostics: tuple[Diagnostic, ...]


class Repairs:
    """The fixes that one command line asks for, over all its plans.

    SAFE fixes are made, with ``unsafe`` all. With ``write`` files are written one by one: whole, in their own encoding,
    and only if they still hold what was read. What cannot be fixed is a failure, and its file is as it was.
    """

    def __init__(self, *, unsafe: bool, write: bool) -> None:
        self._unsafe = unsafe
        self._write = write
        self.changed: list[Repaired] = []
        self.unshown: list[Failure] = []
        self._extracted: list[str] = []

    def make(
        self, plan: Plan, sources: Sequence[Source], outcome: Outcome, sieves: Sequence[Sieve] = ()
    ) -> tuple[list[Source], Outcome]:
        """Make the fixes of ``outcome``; return the sources and the outcome as they are afterwards.

        What ``sieves`` keep from the report is not fixed either.
        """
        wanted: dict[str, list[Diagnostic]] = {}
        for diagnostic in outcome.diagnostics:
            if is_wanted(diagnostic, unsafe=self._unsafe):
                wanted.setdefault(diagnostic.path, []).append(diagnostic)
        changed: dict[str, Repaired] = {}
        failures: list[Failure] = []
        for source in sources:
            if source.name not in wanted:
                continue
            if not is_plain(source.file.name if source.file else source.name):
                self._extracted.append(source.name)
                continue
            try:
                repaired = _repaired(plan, source, wanted[source.name], sieves, unsafe=self._unsafe)
                if self._write and source.file:
                    _write(repaired, source.file)
                changed[source.name] = repaired
            except GaojianError as error:
                failures.append(Failure(source.name, error.text))
        self.changed += changed.values()
        now = list(sources)
        if self._write and changed:
            now = [
                source._replace(data=changed[source.name].after)
                if source.name in changed and not source.file
                else source
                for source in sources
            ]
            outcome = _after(plan, now, outcome, changed, sieves)
        return now, outcome._replace(failures=tuple(sorted([*outcome.failures, *failures])))

    def patch(self) -> Iterator[bytes]:
        """Yield the lines of a patch that makes the same changes; what it cannot show is put to ``unshown``."""
        for repaired in self.changed:
            try:
                yield from difference(repaired.source.name, repaired.before, repaired.after, repaired.encoding)
            except GaojianError as error:
                self.unshown.append(Failure(repaired.source.name, error.text))

    def told(self) -> Iterator[Text]:
        """Yield how much was mended, or would be."""
        count = sum(repaired.mended.total() for repaired in self.changed)
        files = len(self.changed)
        english = f"{count} finding{'s' * (count > 1)} in {files} file{'s' * (files > 1)}"
        if count and self._write:
            yield Text(f"改好 {count} 处（{files} 个文件）", f"fixed {english}")
        elif count:
            yield Text(f"可以改 {count} 处（{files} 个文件），没有写入", f"would fix {english}, nothing was written")

    def unwritten(self) -> Iterator[Text]:
        """Yield the sentence on documents whose fixes cannot be made in the file."""
        if self._extracted:
            first, more = visible(self._extracted[0]), len(self._extracted) - 1
            yield Text(
                f"{first}{f' 等 {more + 1} 个文件' if more else ''}：不是纯文本，修改没有写入；"
                "Word 文稿请用 gaojian annotate --suggest 写成修订",
                f"{first}{f' and {more} more' if more else ''}: no plain text, fixes were not made;"
                " for Word files gaojian annotate --suggest writes them as tracked changes",
            )


class _FightError(GaojianError):
    """Fixes that undo each other, or never come to an end."""

    def __init__(self, codes: Iterable[str]) -> None:
        listed = sorted(set(codes))
        super().__init__(
            Text(
                f"{'、'.join(listed)} 的修改互相抵消或没有尽头，这个文件没有改；"
                "可用 --ignore 停用其中之一，并请报告此错误",
                f"the fixes of {', '.join(listed)} undo each other or never end, the file was left alone;"
                " --ignore one of them, and please report this",
            )
        )


def _repaired(
    plan: Plan, source: Source, diagnostics: Iterable[Diagnostic], sieves: Sequence[Sieve], *, unsafe: bool
) -> Repaired:
    """Return the document with all fixes made. Raises GaojianError."""
    before = data = source.contents()
    profile = plan.profile_of(source.name)
    document = Source(source.name, data=data, encoding=source.encoding).read(profile, plan.encoding)
    if any(document.text[slice(*diagnostic.span)] != diagnostic.text for diagnostic in diagnostics):
        raise _changed_meanwhile()
    mended: Counter[str] = Counter()
    rounds: deque[set[str]] = deque(maxlen=2)
    seen = {data}
    for _ in range(MOST_ROUNDS + 1):
        choice = choose(diagnostics, unsafe=unsafe)
        if not choice.edits:
            return Repaired(source, before, data, document.encoding, mended, tuple(diagnostics))
        rounds.append({made.code for made in choice.made})
        data = rewrite(data, document.text, document.encoding, document.bom, choice.edits)
        if data in seen:
            break
        seen.add(data)
        mended.update(made.code for made in choice.made)
        again = Source(source.name, data=data, encoding=document.encoding)
        document = again.read(profile, plan.encoding)
        outcome = sift(run(plan, [again], jobs=1), sieves, texts_of([(plan, [again])]))
        if outcome.failures:
            raise GaojianError(outcome.failures[0].message)
        diagnostics = outcome.diagnostics
    raise _FightError(code for codes in rounds for code in codes)


def _write(repaired: Repaired, file: Path) -> None:
    """Replace ``file`` if it still holds what was read. Raises GaojianError."""
    # A link is kept: what it leads to is rewritten.
    target = file.resolve()
    try:
        if target.read_bytes() != repaired.before:
            raise _changed_meanwhile()
        replace(repaired.after, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise GaojianError(
            Text(f"无法写入（{reason}），没有改写；请检查权限", f"cannot be written ({reason}) and was left alone")
        ) from error


def _after(
    plan: Plan, sources: list[Source], outcome: Outcome, changed: dict[str, Repaired], sieves: Sequence[Sieve]
) -> Outcome:
    """Return the outcome as it is now that ``changed`` are written."""
    if plan.planned_project_checks:
        # What documents have in common may have changed with any of them.
        return sift(run(plan, sources), sieves, texts_of([(plan, sources)]))
    kept = [diagnostic for diagnostic in outcome.diagnostics if diagnostic.path not in changed]
    found = [diagnostic for repaired in changed.values() for diagnostic in repaired.diagnostics]
    return outcome._replace(diagnostics=tuple(in_order(kept + found)))


def _changed_meanwhile() -> GaojianError:
    return GaojianError(
        Text("检查期间文件有改动，没有改写；请再运行一次", "was changed in the meantime and left alone; run again")
    )
