"""Ready-made kinds of check: a subclass declares a table, and writes no loop."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from gaojian.check import Check
from gaojian.diagnostic import Edit, Finding, Fix, Safety, Text
from gaojian.document import Document
from gaojian.errors import GaojianError
from gaojian.pattern import Pattern
from gaojian.text import Span

if TYPE_CHECKING:
    import regex

_CRLF = Pattern("\r\n", "\r")


class SlowPatternError(GaojianError):
    """Patterns did not come to an end in their time, so the document is not wholly checked."""

    def __init__(self, patterns: list[str], seconds: float) -> None:
        super().__init__(
            Text(
                f"正则表达式 {'、'.join(patterns)} 在 {seconds:g} 秒内没有查完这份文稿；"
                "请改写（避免重复之中再套重复），或调高 timeout",
                f"the pattern {', '.join(patterns)} did not finish this document in {seconds:g} s;"
                " rewrite it (no repetition inside a repetition), or raise timeout",
            )
        )


class Forbidden(Check):
    r"""What must not stand in a document: every match of every pattern is a finding.

    ``patterns`` maps regular expressions to what is wrong and what to do. They are those of the package ``regex``:
    ``\p{Han}`` is a Chinese character, ``^`` and ``$`` are the ends of a line, and ``\n`` is a line break of any
    system. Each may take ``timeout`` seconds of computing a document; one that takes longer is a failure of the run.
    """

    patterns: ClassVar[Mapping[str, Text]]
    timeout: ClassVar[float] = 2.0
    _compiled: ClassVar[Mapping[str, "regex.Pattern[str]"]]

    def __init_subclass__(cls, **arguments: object) -> None:
        """Compile the table, so that a mistake in it is named once, when the plugin is loaded."""
        super().__init_subclass__(**arguments)
        # A class without a code is a base for others: the registry says so where a check was meant.
        if hasattr(cls, "code"):
            _require_table(cls, "patterns", "Text(zh, en)", Text)
            cls._compiled = {source: _compile(cls.code, source) for source in cls.patterns}

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every match; raise SlowPatternError at the end if any pattern was cut short."""
        text, shifts = _with_plain_newlines(document.prose)
        slow = []
        for source, message in self.patterns.items():
            matches: list[tuple[int, int]] = []
            try:
                # Collected first: the time of whoever takes the findings would count.
                for match in self._compiled[source].finditer(text, timeout=self.timeout):
                    matches.append(match.span())  # noqa: PERF401 (those before a timeout are kept)
            except TimeoutError:
                slow.append(source)
            for start, end in matches:
                yield Finding(Span(start + bisect_left(shifts, start), end + bisect_left(shifts, end)), message)
        if slow:
            raise SlowPatternError(slow, self.timeout)


class Preferred(Check):
    """One term instead of another: every wrong term is a finding, and its fix is the right one.

    ``terms`` maps wrong terms to right ones, literally. At one place the longest wrong term counts, and none counts
    inside its own right term: with 农业局 -> 县农业局, 县农业局 stands. A term that maps to itself is an exception:
    with 登陆 -> 登录, 登陆艇 -> 登陆艇 keeps the craft. ``safety`` is that of the fixes.
    """

    terms: ClassVar[Mapping[str, str]]
    safety: ClassVar[Safety] = Safety.UNSAFE
    _wrong: ClassVar[Pattern]

    def __init_subclass__(cls, **arguments: object) -> None:
        """Make one pattern of the table, and refuse a table whose fixes would never come to an end."""
        super().__init_subclass__(**arguments)
        if hasattr(cls, "code"):
            _require_table(cls, "terms", "a right term", str)
            # The standard library: literals cannot hang, and it finds them several times as fast as regex.
            cls._wrong = Pattern("|".join(map(re.escape, sorted(cls.terms, key=len, reverse=True))))
            for right in cls.terms.values():
                for span, better in cls._faults(right):
                    wrong = right[span.start : span.end]
                    raise ValueError(f"{cls.code}: the right term {right!r} holds {wrong!r}, which is to be {better!r}")

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every wrong term."""
        for span, right in self._faults(document.prose):
            wrong = document.text[span.start : span.end]
            message = Text(f"“{wrong}”应写作“{right}”", f"write “{right}” instead of “{wrong}”")
            fix = Fix(Text(f"改为“{right}”", f"change to “{right}”"), (Edit(span, right),), self.safety)
            yield Finding(span, message, fix)

    @classmethod
    def _faults(cls, text: str) -> Iterator[tuple[Span, str]]:
        position = kept = 0
        while match := cls._wrong.search(text, position):
            start, end = match.span()
            right = cls.terms[match[0]]
            position = start + 1
            if end <= kept:
                continue
            if _stands(right, match[0], text, start):
                # Another term may begin in what stands and reach beyond it.
                kept = end
            else:
                yield Span(start, end), right
                position = end


def _stands(right: str, wrong: str, text: str, start: int) -> bool:
    """Return whether the ``wrong`` at ``start`` is part of its ``right`` term."""
    offset = right.find(wrong)
    while offset >= 0:
        if start >= offset and text.startswith(right, start - offset):
            return True
        offset = right.find(wrong, offset + 1)
    return False


def _require_table(check: type[Check], attribute: str, wanted: str, kind: type) -> None:
    table = getattr(check, attribute, None)
    if not isinstance(table, Mapping) or not table:
        raise TypeError(f"{check.code} declares no {attribute}, a table such as {{'…': {wanted}}}")
    for key, value in table.items():
        if not (isinstance(key, str) and key and isinstance(value, kind) and value):
            raise TypeError(f"{check.code}: {attribute}[{key!r}] must be {wanted}, not {value!r}")


def _compile(code: str, source: str) -> "regex.Pattern[str]":
    import regex  # noqa: PLC0415 (26 ms that only those pay who have patterns of their own)

    try:
        compiled = regex.compile(source, regex.MULTILINE)
    except regex.error as error:
        raise ValueError(f"{code}: the pattern {source!r} is no regular expression: {error}") from error
    if compiled.match(""):
        raise ValueError(f"{code}: the pattern {source!r} matches the empty text, and so everywhere")
    return compiled


def _with_plain_newlines(prose: str) -> tuple[str, list[int]]:
    r"""Return ``prose`` with every line break as \n, and the offsets in it of those that were one longer."""
    if "\r" not in prose:
        return prose, []
    shifts = [match.start() - count for count, match in enumerate(_CRLF.finditer(prose))]
    return prose.replace("\r\n", "\n").replace("\r", "\n"), shifts
