"""Annotations of GitHub Actions: ``::error file=…,line=…::message``, one a finding, and a summary of the job.

GitHub keeps ten errors, ten warnings and ten notices of a step. So the gravest come first, no more than ten of each are
written, and the totals follow with what was left out; the summary of the job has them all. A range within one line has
``col`` and ``endColumn``, counted in code points from 1; GitHub does not say whether ``endColumn`` is part of the
range, and here it is not, as in gaojian's other formats. A range over several lines has lines alone: the runner rejects
an annotation that has columns as well.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Failure, Outcome, Severity, Text
from gaojian.report.location import last_line, relative
from gaojian.report.screen import visible
from gaojian.report.style import Source, Style
from gaojian.report.summary import WORDS, summary

_MOST = 10
# A summary may have 1 MiB; a row has a quarter of a KiB in most documents, and three at most.
_MOST_ROWS = 300
_LONGEST = 500
_MARKUP = re.compile(r"[\\`*_{}\[\]<>()#+\-.!|~&@$:]")
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source) -> Iterator[str]:
    """Yield an annotation for each failure and diagnostic that GitHub keeps, then what it would not, and the totals."""
    del rules, source
    for failure in outcome.failures[:_MOST]:
        yield _failure(failure, style.language)
    counts = Counter({Severity.ERROR: min(len(outcome.failures), _MOST)})
    more: Counter[Severity] = Counter({Severity.ERROR: len(outcome.failures) - counts[Severity.ERROR]})
    for diagnostic in sorted(outcome.diagnostics, key=lambda diagnostic: -diagnostic.severity):
        if counts[diagnostic.severity] < _MOST:
            counts[diagnostic.severity] += 1
            yield _annotation(diagnostic, style.language)
        else:
            more[diagnostic.severity] += 1
    left = [(severity, count) for severity, count in more.items() if count]
    if left:
        zh = "、".join(f"{WORDS[severity].zh} {count}" for severity, count in left)
        en = ", ".join(f"{count} {WORDS[severity].en}{'s' * (count > 1)}" for severity, count in left)
        yield (
            Text(f"另有 {zh}，没有逐条标注，见任务摘要", f"{en} more, listed in the job summary").in_language(
                style.language
            )
            + "\n"
        )
    yield summary(outcome, style.language) + "\n"


def job_summary(outcome: Outcome, language: str) -> Iterator[str]:
    """Yield a page of Markdown on all findings, the gravest first, as GitHub shows it on the page of a run."""
    yield f"### gaojian 稿检\n\n{_cell(summary(outcome, language))}\n\n"
    for failure in outcome.failures:
        path = f"{_cell(failure.path)}: " if failure.path else ""
        yield f"- {path}{_cell(failure.message.in_language(language))}\n"
    if not outcome.diagnostics:
        return
    head = Text("| | 位置 | 检查 | 说明 |", "| | place | check | message |").in_language(language)
    yield f"\n{head}\n|---|---|---|---|\n"
    ordered = sorted(outcome.diagnostics, key=lambda diagnostic: -diagnostic.severity)
    for diagnostic in ordered[:_MOST_ROWS]:
        place = _cell(f"{relative(diagnostic.path)}:{diagnostic.start.line}:{diagnostic.start.column}")
        word = WORDS[diagnostic.severity].in_language(language)
        yield f"| {word} | {place} | {diagnostic.code} | {_cell(diagnostic.message.in_language(language))} |\n"
    if len(ordered) > _MOST_ROWS:
        more = len(ordered) - _MOST_ROWS
        yield Text(f"\n另有 {more} 处没有列出。\n", f"\n{more} more are not listed.\n").in_language(language)


def _cell(text: str) -> str:
    """Return ``text`` as words of a table in Markdown, in which nothing of it is markup."""
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", visible(text)[:_LONGEST])


def _annotation(diagnostic: Diagnostic, language: str) -> str:
    start, end = diagnostic.start, diagnostic.end
    lines = {"line": str(start.line), "endLine": str(last_line(start, end))}
    columns = {"col": str(start.column), "endColumn": str(end.column)} if start.line == end.line else {}
    properties = {"file": relative(diagnostic.path), **lines, **columns}
    properties["title"] = f"{diagnostic.code} {diagnostic.name}"
    return _command(_COMMANDS[diagnostic.severity], properties, diagnostic.message.in_language(language))


def _failure(failure: Failure, language: str) -> str:
    properties = {"file": relative(failure.path)} if failure.path else {}
    return _command("error", {**properties, "title": "gaojian"}, failure.message.in_language(language))


def _command(command: str, properties: Mapping[str, str], message: str) -> str:
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
