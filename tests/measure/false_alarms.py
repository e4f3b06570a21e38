"""What the checks say about clean text, per million characters."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from clean import CleanText
from gaojian import Check, Document, Rule, Severity
from gaojian.complete import complete
from gaojian.diagnostic import Diagnostic
from gaojian.examine import no_library
from gaojian.fold import fold

TARGETS = {Severity.ERROR: 1.0, Severity.WARNING: 10.0}


class Genuine(NamedTuple):
    """A fault that is really in published text, told by its form and never by its file."""

    name: str
    code: str
    pattern: re.Pattern[str]


GENUINE = (
    Genuine("a letter typed for a digit (25l亿元)", "BLK", re.compile(r"[0-9.]?[lIOo]⟦")),
    Genuine("a linked title that was lost (《》)", "QUO002", re.compile("⟦《》⟧")),
    Genuine("quotes without content (“”)", "QUO001", re.compile("⟦“”⟧")),
    Genuine("a chapter title that was lost (第二章 without 第一章)", "NMB0", re.compile("# ⟦第.{1,3}[章节]⟧")),
    Genuine("an item that lost its number (…；（四） after （二）)", "NMB0", re.compile("；⏎+⟦（.{1,3}）⟧")),
    Genuine("an article that was lost (第十四条 after 第十二条)", "NMB009", re.compile("⟦第.{1,6}条⟧")),
    Genuine("a blank within an article number", "NMB013", re.compile("⟦第.{1,6} 条⟧")),
)


class Alarm(NamedTuple):
    """A finding on clean text."""

    genre: str
    path: str
    line: int
    code: str
    severity: Severity
    context: str
    message: str

    @property
    def genuine(self) -> str | None:
        """The name of the known genuine fault that this is, or None."""
        return next(
            (name for name, code, pattern in GENUINE if self.code.startswith(code) and pattern.search(self.context)),
            None,
        )


@dataclass
class Alarms:
    """All findings on clean text, and how much text that was."""

    found: list[Alarm] = field(default_factory=list)
    characters: Counter[str] = field(default_factory=Counter)

    def counted(self, severity: Severity) -> list[Alarm]:
        """Return the findings of ``severity`` that count as false: those that no rule knows to be genuine."""
        return [alarm for alarm in self.found if alarm.severity == severity and not alarm.genuine]

    def rate(self, severity: Severity) -> float:
        """Return the findings of ``severity`` per million characters, known genuine ones left out."""
        return per_million(len(self.counted(severity)), self.characters.total())


def per_million(count: int, characters: int) -> float:
    """Return ``count`` per million ``characters``."""
    return count * 1e6 / characters if characters else 0.0


def measure(clean: Iterable[CleanText], rules: Mapping[str, type[Rule]]) -> Alarms:
    """Return what all checks say that run by default, document by document, folded."""
    checks = [rule() for rule in rules.values() if issubclass(rule, Check) and not rule.opt_in]
    alarms = Alarms()
    for genre, document in clean:
        alarms.characters[genre] += len(document.text)
        alarms.found += [_alarm(genre, document, diagnostic) for diagnostic in lint(checks, document)]
    return alarms


def lint(checks: Sequence[Check], document: Document) -> list[Diagnostic]:
    """Return what ``checks`` say of ``document``, without what another finding explains."""
    return fold(
        complete(document, check, check.severity, finding, no_library)
        for check in checks
        for finding in check.check(document)
    )


def _alarm(genre: str, document: Document, diagnostic: Diagnostic) -> Alarm:
    text, (start, end) = document.text, diagnostic.span
    context = f"{text[max(0, start - 30) : start]}⟦{text[start : min(end, start + 60)]}⟧{text[end : end + 30]}"
    return Alarm(
        genre,
        document.path,
        diagnostic.start.line,
        diagnostic.code,
        diagnostic.severity,
        context.replace("\n", "⏎"),
        diagnostic.message.zh,
    )


def alarm_lines(alarms: Alarms, show_false: int) -> list[str]:
    """Return the report as Markdown: rates by check and genre, the targets, and the findings themselves."""
    genres = list(alarms.characters)
    lines = [
        f"| per million characters | {' | '.join(genres)} | all | findings |",
        f"|---|{'---:|' * (len(genres) + 2)}",
    ]
    counts = Counter((alarm.code, alarm.severity, alarm.genre) for alarm in alarms.found if not alarm.genuine)
    for code, severity in sorted({key[:2] for key in counts}):
        by_genre = [counts[code, severity, genre] for genre in genres]
        rates = [per_million(count, alarms.characters[genre]) for count, genre in zip(by_genre, genres, strict=True)]
        all_rate = per_million(sum(by_genre), alarms.characters.total())
        cells = " | ".join(f"{rate:.2f}" for rate in [*rates, all_rate])
        lines.append(f"| {code} {severity.label} | {cells} | {sum(by_genre)} |")
    lines += ["", f"{alarms.characters.total():,} characters:", ""]
    for severity, target in TARGETS.items():
        rate, count = alarms.rate(severity), len(alarms.counted(severity))
        verdict = "met" if rate <= target else "MISSED"
        lines.append(f"- {severity.label}: {count} findings, {rate:.2f} per million, target {target:g}: {verdict}")
    lines += [f"- known genuine: {count} × {name}" for name, count in _genuine(alarms).items()]
    return [*lines, "", *_shown(alarms, show_false)]


def _genuine(alarms: Alarms) -> Counter[str]:
    return Counter(alarm.genuine for alarm in alarms.found if alarm.genuine)


def _shown(alarms: Alarms, limit: int) -> list[str]:
    order = sorted(alarms.found, key=lambda alarm: (-alarm.severity, alarm.code))
    return [
        f"{alarm.path}:{alarm.line}: {alarm.code} {alarm.severity.label}"
        f"{' (genuine)' if alarm.genuine else ''} {alarm.context} | {alarm.message}"
        for alarm in order[:limit]
    ]
