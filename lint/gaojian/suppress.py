"""Directives in the text that silence findings, and what is wrong with the directives themselves.

One grammar, in HTML comments: ``<!-- gaojian: off DUP001 — 理由 -->``, ``on``, ``next`` and ``file``.
"""

import re
from collections.abc import Iterable, Iterator

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Finding, Severity, Text
from gaojian.document import Document, Kind
from gaojian.pattern import Pattern
from gaojian.prose import HIDDEN, hide_markdown
from gaojian.record import NamedTuple
from gaojian.text import Span

_DIRECTIVE = Pattern(r"<!--[ \t]*gaojian:([^\r\n>]{0,500}?)-->", "gaojian:")
_REASON = Pattern(r"[ \t]*(?:—+|--+|–)")
_WORD = Pattern(r"[^\s,，、]+")
_CODES = Pattern(r"[A-Z]{1,3}[0-9]{0,3}")
ACTIONS = ("off", "on", "next", "file")


class UnusedDirective(Rule):
    """多余的屏蔽指令：指令没有屏蔽任何问题，应当删去。

    只有当指令所写的检查在本次运行中启用时才报告。多余的指令会遮住以后出现在同一处的新问题。

    A directive that silences nothing would hide the next fault that comes to stand there. It is reported only if the
    checks that it names were run.
    """

    code = "SUP001"
    name = "unused-directive"
    title = Text("多余的屏蔽指令", "unused directive")
    severity = Severity.WARNING
    basis = ("lint/README.md",)


class UnknownDirective(Rule):
    """无法识别的屏蔽指令：动作或代码写错，指令不起作用。

    动作只有 off、on、next、file 四种；off、next、file 后面须写检查代码（如 DUP001）或其字母前缀（如 DUP）。

    A directive that is misspelt does nothing, and nobody notices. The actions are off, on, next and file; all but on
    need codes, or the letters that codes begin with.
    """

    code = "SUP002"
    name = "unknown-directive"
    title = Text("无法识别的屏蔽指令", "unknown directive")
    severity = Severity.WARNING
    basis = ("lint/README.md",)


class Silence(NamedTuple):
    """Findings of ``code``, or a prefix of codes, that start within ``reach`` are silenced by the text at ``span``."""

    code: str
    reach: Span
    span: Span


class Directives(NamedTuple):
    """What the directives of one document ask for, and the findings about the directives themselves."""

    silences: tuple[Silence, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_directives(document: Document, codes: Iterable[str]) -> Directives:
    """Return the directives of ``document``; those in code are text about directives and do not count."""
    if b"gaojian:" not in document.western:
        return Directives()
    known = tuple(codes)
    silences: list[Silence] = []
    findings: list[Finding] = []
    opened: dict[str, Span] = {}
    for match in _outside_code(document):
        span = Span(*match.span())
        action, words = _parse(match[1])
        fault = _fault(span, action, words, known)
        if fault:
            findings.append(fault)
        elif action == "off":
            for word in words:
                opened.setdefault(word, span)
        elif action == "on":
            closed = [word for word in words or list(opened) if word in opened]
            silences += [
                Silence(word, Span(start.end, span.start), start) for word in closed for start in [opened.pop(word)]
            ]
            if not closed or len(closed) < len(words):
                findings.append(_nothing_open(span))
        else:
            reach = _next_line(document, span.end) if action == "next" else Span(0, len(document.text) + 1)
            silences += [Silence(word, reach, span) for word in words]
    end = len(document.text) + 1
    silences += [Silence(word, Span(span.end, end), span) for word, span in opened.items()]
    return Directives(tuple(silences), tuple(findings))


def suppress(diagnostics: Iterable[Diagnostic], directives: Directives) -> tuple[list[Diagnostic], set[Silence]]:
    """Return the diagnostics that no directive silences, and the silences that were of use."""
    kept: list[Diagnostic] = []
    used: set[Silence] = set()
    for diagnostic in diagnostics:
        silencing = [
            silence
            for silence in directives.silences
            if diagnostic.code.startswith(silence.code)
            and silence.reach.start <= diagnostic.span.start < silence.reach.end
        ]
        used.update(silencing)
        if not silencing:
            kept.append(diagnostic)
    return kept, used


def find_unused(directives: Directives, used: set[Silence], active: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for every silence of no use, if a check that it names is among the ``active`` codes."""
    codes = tuple(active)
    for silence in directives.silences:
        if silence not in used and any(code.startswith(silence.code) for code in codes):
            yield Finding(
                silence.span,
                Text(
                    f"这条指令没有屏蔽任何 {silence.code} 问题；请删去",
                    f"this directive silences no {silence.code} finding; remove it",
                ),
            )


def _outside_code(document: Document) -> list[re.Match[str]]:
    matches = list(_DIRECTIVE.finditer(document.text))
    if document.kind is not Kind.MARKDOWN or not matches:
        return matches
    # A comment is hidden like code is. Written as plain words, only what stands in code is hidden.
    plain = hide_markdown(_DIRECTIVE.compiled.sub(lambda match: "令" * len(match[0]), document.text))
    return [match for match in matches if plain[match.start()] != HIDDEN]


def _parse(body: str) -> tuple[str, list[str]]:
    words = _WORD.compiled.findall(_REASON.compiled.split(body, maxsplit=1)[0])
    return (words[0], words[1:]) if words else ("", [])


def _fault(span: Span, action: str, words: list[str], known: tuple[str, ...]) -> Finding | None:
    if action not in ACTIONS:
        return _unknown_action(span, action)
    for word in words:
        if not (_CODES.compiled.fullmatch(word) and any(code.startswith(word) for code in known)):
            return _unknown_code(span, word)
    return None if words or action == "on" else _no_code(span, action)


def _next_line(document: Document, offset: int) -> Span:
    lines, text = document.lines, document.text
    for line in range(lines.line_number(offset) + 1, len(lines.starts) + 1):
        span = lines.line_span(line)
        if text[span.start : span.end].strip():
            return Span(span.start, span.end + 1)
    return Span(offset, offset)


def _unknown_action(span: Span, action: str) -> Finding:
    return Finding(
        span,
        Text(
            f"指令动作“{action}”无法识别，只能写 {'、'.join(ACTIONS)}",
            f"unknown action {action!r}: write one of {', '.join(ACTIONS)}",
        ),
    )


def _unknown_code(span: Span, code: str) -> Finding:
    return Finding(
        span,
        Text(
            f"没有代码为“{code}”的检查，指令不起作用；gaojian checks 列出全部代码，理由写在“—”之后",
            f"no check has the code {code!r}; gaojian checks lists all; a reason stands after a dash",
        ),
    )


def _no_code(span: Span, action: str) -> Finding:
    return Finding(
        span,
        Text(
            f"指令 {action} 后面要写检查代码，如 {action} DUP001",
            f"{action} needs the code of a check, such as {action} DUP001",
        ),
    )


def _nothing_open(span: Span) -> Finding:
    return Finding(
        span,
        Text("on 之前没有对应的 off，指令不起作用", "no off with this code stands before this on"),
    )
