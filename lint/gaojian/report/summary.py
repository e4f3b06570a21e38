"""The one sentence that sums a run up, and the words for severities."""

from collections import Counter
from collections.abc import Iterator

from gaojian.diagnostic import Outcome, Safety, Severity, Text
from gaojian.report.screen import visible

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
WORDS = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.NOTE: Text("提示", "note"),
}


def count(outcome: Outcome) -> dict[Severity, int]:
    """Return the number of diagnostics of every severity, the gravest first."""
    counter = Counter(diagnostic.severity for diagnostic in outcome.diagnostics)
    return {severity: counter[severity] for severity in SEVERITIES}


def summary(outcome: Outcome, language: str) -> str:
    """Return what was checked and found, in one line without a newline."""
    counts = {severity: number for severity, number in count(outcome).items() if number}
    failures = len(outcome.failures)
    if language == "en":
        found = ", ".join(_plural(number, WORDS[severity].en) for severity, number in counts.items())
        failed = f"; {_plural(failures, 'failure')}" if failures else ""
        return f"{_plural(outcome.files, 'file')} checked: {found or 'no findings'}{failed}"
    found = "、".join(f"{WORDS[severity].zh} {number}" for severity, number in counts.items())
    failed = f"；{failures} 项未能完成" if failures else ""
    return f"检查 {outcome.files} 个文件：{found or '未发现问题'}{failed}"


def fixable(outcome: Outcome) -> Iterator[Text]:
    """Yield one sentence on how many findings could be fixed, if any."""
    fixes = [diagnostic.fix.safety for diagnostic in outcome.diagnostics if diagnostic.fix]
    safe = fixes.count(Safety.SAFE)
    if safe:
        yield Text(f"其中 {safe} 处可用 --fix 改好", f"{safe} fixable with --fix")
    if len(fixes) > safe:
        more = len(fixes) - safe
        yield Text(
            f"{'另有' if safe else '其中'} {more} 处可用 --unsafe-fixes 修改，改前请用 --diff 核对",
            f"{more} {'more ' if safe else ''}fixable with --unsafe-fixes: review them by --diff first",
        )


def left_out(outcome: Outcome) -> Iterator[Text]:
    """Yield one sentence for all documents on which the same checks could not run."""
    documents: dict[tuple[str, ...], list[str]] = {}
    for path, codes in sorted(outcome.left_out.items()):
        documents.setdefault(codes, []).append(path)
    for codes, paths in documents.items():
        more = len(paths) - 1
        first, others = visible(paths[0]), (f" 等 {more + 1} 个文件", f" and {_plural(more, 'other file')}")
        yield Text(
            f"{first}{others[0] if more else ''}：没有段落，只有行，以下检查未做：{'、'.join(codes)}",
            f"{first}{others[1] if more else ''}: holds lines and no paragraphs, left out: {', '.join(codes)}",
        )


def _plural(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
