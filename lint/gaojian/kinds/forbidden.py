"""What must not stand in a document."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from gaojian.check import Check
from gaojian.diagnostic import Finding, Text
from gaojian.document import Document
from gaojian.errors import GaojianError
from gaojian.kinds.tables import TableError, filled, require_table
from gaojian.kinds.terms import Terms
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

    ``texts`` maps literal texts likewise, thousands of them if need be. Within one of the ``exceptions`` nothing is a
    finding. In a message, {text} is what was found.
    """

    patterns: ClassVar[Mapping[str, Text]] = MappingProxyType({})
    texts: ClassVar[Mapping[str, Text]] = MappingProxyType({})
    exceptions: ClassVar[tuple[str, ...]] = ()
    timeout: ClassVar[float] = 2.0
    _compiled: ClassVar[Mapping[str, "regex.Pattern[str]"]]
    _literals: ClassVar[Terms]
    _excepted: ClassVar[Terms]

    def __init_subclass__(cls, **arguments: object) -> None:
        """Compile the table, so that a mistake in it is named once, when the plugin is loaded."""
        super().__init_subclass__(**arguments)
        # A class without a code is a base for others: the registry says so where a check was meant.
        if hasattr(cls, "code"):
            if cls.patterns or not cls.texts:
                require_table(cls, "patterns", "Text(zh, en)", Text)
            if cls.texts:
                require_table(cls, "texts", "Text(zh, en)", Text)
            cls._compiled = {source: _compile(cls.code, source) for source in cls.patterns}
            cls._literals, cls._excepted = Terms(cls.texts), Terms(cls.exceptions)

    @classmethod
    def compiled(cls, source: str) -> "regex.Pattern[str]":
        """Return the compiled pattern of ``source``, one of ``patterns``."""
        return cls._compiled[source]

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every match; raise SlowPatternError at the end if any pattern was cut short."""
        excepted: list[tuple[int, int]] | None = None if self.exceptions else []
        slow: list[str] = []
        for span, message in self._matches(document, slow):
            if excepted is None:
                # Only where there is something to except.
                excepted = list(self._excepted.apart(document.prose))
            place = bisect_right(excepted, (span.start, len(document.text))) - 1
            if place < 0 or span.end > excepted[place][1]:
                yield Finding(span, filled(message, (("text", document.text[span.start : span.end]),)))
        if slow:
            raise SlowPatternError(slow, self.timeout)

    def _matches(self, document: Document, slow: list[str]) -> Iterator[tuple[Span, Text]]:
        if self.texts:
            for start, end in self._literals.apart(document.prose):
                yield Span(start, end), self.texts[document.prose[start:end]]
        text, shifts = _with_plain_newlines(document.prose) if self.patterns else ("", [])
        for source, message in self.patterns.items():
            matches: list[tuple[int, int]] = []
            try:
                # Collected first: the time of whoever takes the findings would count.
                for match in self._compiled[source].finditer(text, timeout=self.timeout):
                    matches.append(match.span())  # noqa: PERF401 (those before a timeout are kept)
            except TimeoutError:
                slow.append(source)
            for start, end in matches:
                yield Span(start + bisect_left(shifts, start), end + bisect_left(shifts, end)), message


def _compile(code: str, source: str) -> "regex.Pattern[str]":
    import regex  # noqa: PLC0415 (26 ms that only those pay who have patterns of their own)

    try:
        compiled = regex.compile(source, regex.MULTILINE)
    except regex.error as error:
        raise TableError(
            code,
            f"“{source}”不是正则表达式（{error}）",
            f"the pattern {source!r} is no regular expression: {error}",
        ) from error
    if compiled.match(""):
        raise TableError(
            code,
            f"“{source}”能匹配空文字，处处都会报；请写出至少要有的字",
            f"the pattern {source!r} matches the empty text, and so everywhere",
        )
    return compiled


def _with_plain_newlines(prose: str) -> tuple[str, list[int]]:
    r"""Return ``prose`` with every line break as \n, and the offsets in it of those that were one longer."""
    if "\r" not in prose:
        return prose, []
    shifts = [match.start() - count for count, match in enumerate(_CRLF.finditer(prose))]
    return prose.replace("\r\n", "\n").replace("\r", "\n"), shifts
