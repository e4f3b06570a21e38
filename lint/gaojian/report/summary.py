"""The one sentence that sums a run up, and the words for severities."""

from collections import Counter

from gaojian.diagnostic import Outcome, Severity, Text

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


def _plural(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
