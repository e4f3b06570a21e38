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
    Genuine(
        "a number of an article torn apart (第三十五 条农村)",
        "SPC001",
        re.compile("第[一二三四五六七八九十百]+⟦ ⟧条[一-鿿]"),
    ),
    Genuine(
        "a blank typed beside a mark (等 “新干涉主义”)",
        "SPC002",
        re.compile("[一-鿿]⟦ ⟧[“《（」”，。）]|“⟦ ⟧[一-鿿]|[”。，、》][*]*⟦ ⟧[一-鿿]"),
    ),
    Genuine("zero-width spaces of a web page", "SPC003", re.compile("⟦\u200b⟧")),
    Genuine("digits that a scan spaced out (1 9 9 7 年)", "SPC004", re.compile("⟦[0-9](?: [0-9]){2}")),
    Genuine(
        "a link on a line of its own (《⏎公司法⏎》)", "SPC005", re.compile("《⟦⏎⟧|⟦⏎+⟧[，、）”》]|[一-鿿]，⟦⏎⟧[一-鿿]")
    ),
    Genuine(
        "half-width marks left in Chinese text (备案,并公布)",
        "WID001",
        re.compile("[一-鿿》）)]⟦[,;:!]⟧(?:[一-鿿]|⏎| [一-鿿A-Za-z])"),
    ),
    Genuine("half-width brackets left in Chinese text (县(市))", "WID002", re.compile(r"⟦\([^()]*[一-鿿]")),
    Genuine(
        "the history of a statute that lost its opening bracket (第一次修正）)",
        "QUO004",
        re.compile("(?:通过|批准|[公发]布|修[正订]|印发)⟦）⟧⏎"),
    ),
    Genuine("a title that lost its opening mark (纲要（草案）》)", "QUO004", re.compile("(?:（草案）|的决定)⟦》⟧")),
    Genuine("a quotation closed by another mark (“六五’时期)", "QUO003", re.compile("“[^“”]{1,20}⟦’⟧")),
    Genuine("quotes of the wrong direction (”x“, “x“)", "QUO005", re.compile("⟦[“”][^“”]{1,20}[“”]⟧")),
    Genuine(
        "a document number in the brackets of old times ([2008]3号)", "CIT001", re.compile(r"发⟦[\[（]20[0-9]{2}[\]）]")
    ),
    Genuine(
        "a word with another character (循私舞弊)",
        "TRM001",
        re.compile("⟦(?:循私舞弊|慰籍|显着(?:成绩|提[高升])|复盖面)⟧"),
    ),
    Genuine("brackets of two widths (（三))", "QUO010", re.compile(r"（[^（）]{1,30}⟦\)⟧|⟦\(⟧[^()]{1,30}）")),
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
