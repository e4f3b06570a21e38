"""What the checks say about clean text, per million characters."""

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
from gaojian.report.fingerprint import digest
from judgements import RIGHT, Key, read_judgements
from profiled import severity_on

TARGETS = {Severity.ERROR: 1.0, Severity.WARNING: 10.0}


class Alarm(NamedTuple):
    """A finding on clean text."""

    genre: str
    path: str
    line: int
    code: str
    severity: Severity
    context: str
    message: str
    mark: str
    verdict: str | None


@dataclass
class Alarms:
    """All findings on clean text, and how much text that was."""

    found: list[Alarm] = field(default_factory=list)
    characters: Counter[str] = field(default_factory=Counter)

    def counted(self, severity: Severity, genre: str | None = None) -> list[Alarm]:
        """Return the findings of ``severity`` that count as false, in one genre or in all.

        They are those that nobody has found to be right.
        """
        return [
            alarm
            for alarm in self.found
            if alarm.severity == severity and alarm.verdict != RIGHT and genre in (None, alarm.genre)
        ]

    def joined(self, other: "Alarms") -> "Alarms":
        """Return the findings of both, which are of the same text."""
        return Alarms(self.found + other.found, self.characters)

    def rate(self, severity: Severity, genre: str | None = None) -> float:
        """Return the findings of ``severity`` per million characters that count as false."""
        characters = self.characters.total() if genre is None else self.characters[genre]
        return per_million(len(self.counted(severity, genre)), characters)

    def worst(self, severity: Severity) -> float:
        """Return the rate of ``severity`` in the genre where it is highest."""
        return max((self.rate(severity, genre) for genre in self.characters), default=0.0)


def per_million(count: int, characters: int) -> float:
    """Return ``count`` per million ``characters``."""
    return count * 1e6 / characters if characters else 0.0


def measure(clean: Iterable[CleanText], rules: Mapping[str, type[Rule]], *, opt_in: bool = False) -> Alarms:
    """Return what all checks say that run by default, or only when selected, document by document, folded."""
    checks = [rule() for rule in rules.values() if issubclass(rule, Check) and rule.opt_in == opt_in]
    alarms = Alarms()
    judgements = read_judgements()
    for genre, document in clean:
        alarms.characters[genre] += len(document.text)
        alarms.found += [_alarm(genre, document, diagnostic, judgements) for diagnostic in lint(checks, document)]
    return alarms


def lint(checks: Sequence[Check], document: Document) -> list[Diagnostic]:
    """Return what ``checks`` say of ``document``, without what another finding explains."""
    return fold(
        complete(document, check, severity, finding, no_library)
        for check in checks
        if (severity := severity_on(check, document)) is not None
        for finding in check.check(document)
    )


def _alarm(genre: str, document: Document, diagnostic: Diagnostic, judgements: Mapping[Key, str]) -> Alarm:
    text, (start, end) = document.text, diagnostic.span
    mark = digest(diagnostic, text)
    context = f"{text[max(0, start - 30) : start]}⟦{text[start : min(end, start + 60)]}⟧{text[end : end + 30]}"
    return Alarm(
        genre,
        document.path,
        diagnostic.start.line,
        diagnostic.code,
        diagnostic.severity,
        context.replace("\n", "⏎"),
        diagnostic.message.zh,
        mark,
        judgements.get((diagnostic.code, mark)),
    )


def alarm_lines(alarms: Alarms, show_false: int) -> list[str]:
    """Return the report as Markdown: rates by check and genre, the targets, and the findings themselves."""
    genres = list(alarms.characters)
    lines = [
        f"| per million characters | {' | '.join(genres)} | all | findings | judged right |",
        f"|---|{'---:|' * (len(genres) + 3)}",
    ]
    counts = Counter((alarm.code, alarm.severity, alarm.genre) for alarm in alarms.found)
    right = Counter((alarm.code, alarm.severity) for alarm in alarms.found if alarm.verdict == RIGHT)
    for code, severity in sorted({key[:2] for key in counts}):
        by_genre = [counts[code, severity, genre] for genre in genres]
        rates = [per_million(count, alarms.characters[genre]) for count, genre in zip(by_genre, genres, strict=True)]
        all_rate = per_million(sum(by_genre), alarms.characters.total())
        cells = " | ".join(f"{rate:.2f}" for rate in [*rates, all_rate])
        lines.append(f"| {code} {severity.label} | {cells} | {sum(by_genre)} | {right[code, severity]} |")
    lines += ["", f"{alarms.characters.total():,} characters:", ""]
    for severity, target in TARGETS.items():
        found = [alarm for alarm in alarms.found if alarm.severity == severity]
        verdicts = Counter(alarm.verdict or "not judged" for alarm in found)
        listed = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))
        worst = alarms.worst(severity)
        lines.append(
            f"- {severity.label}: {len(found)} findings ({listed}); not right {alarms.rate(severity):.2f} per million,"
            f" in the worst genre {worst:.2f}, target in each {target:g}: {'met' if worst <= target else 'MISSED'}"
        )
    return [*lines, "", *_shown(alarms, show_false)]


def _shown(alarms: Alarms, limit: int) -> list[str]:
    order = sorted(alarms.found, key=lambda alarm: (-alarm.severity, alarm.code))
    return [
        f"{alarm.code}:{alarm.mark} {alarm.verdict or '?'} {alarm.path}:{alarm.line} {alarm.severity.label}"
        f" {alarm.context} | {alarm.message}"
        for alarm in order[:limit]
    ]
