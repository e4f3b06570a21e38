"""One term instead of another."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from gaojian.check import Check
from gaojian.diagnostic import Edit, Finding, Fix, Safety, Text
from gaojian.document import Document
from gaojian.kinds.tables import TableError, filled, require_table
from gaojian.kinds.terms import Terms
from gaojian.text import Span


class Preferred(Check):
    """One term instead of another: every wrong term is a finding, and its fix is the right one.

    ``terms`` maps wrong terms to right ones, literally. At one place the longest wrong term counts, and none counts
    inside its own right term: with 农业局 -> 县农业局, 县农业局 stands. A term that maps to itself is an exception:
    with 登陆 -> 登录, 登陆艇 -> 登陆艇 keeps the craft. ``safety`` is that of the fixes. In ``message``, {text} is what
    stands there and {right} what should.
    """

    terms: ClassVar[Mapping[str, str]]
    safety: ClassVar[Safety] = Safety.UNSAFE
    message: ClassVar[Text] = Text("“{text}”应写作“{right}”", "write “{right}” instead of “{text}”")
    _wrong: ClassVar[Terms]

    def __init_subclass__(cls, **arguments: object) -> None:
        """Refuse a table whose fixes would never come to an end."""
        super().__init_subclass__(**arguments)
        if hasattr(cls, "code"):
            require_table(cls, "terms", "a right term", str)
            cls._wrong = Terms(cls.terms)
            for right in dict.fromkeys(cls.terms.values()):
                for span, better in cls._faults(right):
                    wrong = right[span.start : span.end]
                    raise TableError(
                        cls.code,
                        f"正确写法“{right}”里含有“{wrong}”，而它又应写作“{better}”，改不到头",
                        f"the right term {right!r} holds {wrong!r}, which is to be {better!r}",
                    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every wrong term."""
        for span, right in self._faults(document.prose):
            wrong = document.text[span.start : span.end]
            message = filled(self.message, (("text", wrong), ("right", right)))
            fix = Fix(Text(f"改为“{right}”", f"change to “{right}”"), (Edit(span, right),), self.safety)
            yield Finding(span, message, fix)

    @classmethod
    def _faults(cls, text: str) -> Iterator[tuple[Span, str]]:
        position = kept = 0
        for start, end in cls._wrong.find(text):
            if start < position or end <= kept:
                continue
            wrong = text[start:end]
            right = cls.terms[wrong]
            if _stands(right, wrong, text, start):
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
