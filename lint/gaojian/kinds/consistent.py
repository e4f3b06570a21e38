"""One of several spellings a document."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from gaojian.check import Check
from gaojian.diagnostic import Edit, Finding, Fix, Related, Safety, Text
from gaojian.document import Document
from gaojian.kinds.tables import filled, require_groups
from gaojian.kinds.terms import Terms
from gaojian.text import Span


class Consistent(Check):
    """One of several spellings a document: where two are used, each use of the rarer one is a finding.

    ``variants`` holds groups of spellings that mean the same; of those that are used equally often, the first in its
    group is the document's. At one place the longest counts; what stands within one of the ``exceptions`` does not.
    The fix is the spelling of the document, as safe as ``safety`` says. In ``message``, {text} is what stands there,
    {right} the spelling of the document, {count} and {others} how often each is used.
    """

    variants: ClassVar[tuple[tuple[str, ...], ...]]
    exceptions: ClassVar[tuple[str, ...]] = ()
    safety: ClassVar[Safety] = Safety.UNSAFE
    message: ClassVar[Text] = Text(
        "“{text}”（{others} 处）与“{right}”（{count} 处）混用，请统一",
        "“{text}” ({others} times) and “{right}” ({count} times) mean the same: use one",
    )
    _words: ClassVar[Terms]

    def __init_subclass__(cls, **arguments: object) -> None:
        """Refuse a spelling that belongs to two groups."""
        super().__init_subclass__(**arguments)
        if hasattr(cls, "code"):
            require_groups(cls, "variants", least=2)
            cls._words = Terms([*(word for group in cls.variants for word in group), *cls.exceptions])

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every use of a spelling that is not the document's."""
        prose = document.prose
        uses: dict[str, list[Span]] = {}
        for start, end in self._words.apart(prose):
            uses.setdefault(prose[start:end], []).append(Span(start, end))
        for group in self.variants:
            counts = Counter({word: len(uses[word]) for word in group if word in uses and word not in self.exceptions})
            if len(counts) > 1:
                right = max(counts, key=lambda word: counts[word])
                for word in counts:
                    if word != right:
                        yield from self._findings(uses[word], word, right, uses[right])

    def _findings(self, spans: list[Span], word: str, right: str, others: list[Span]) -> Iterator[Finding]:
        numbers = (("count", str(len(others))), ("others", str(len(spans))))
        message = filled(self.message, (("text", word), ("right", right), *numbers))
        related = (Related(others[0], Text(f"此处写作“{right}”", f"“{right}” is written here")),)
        for span in spans:
            fix = Fix(Text(f"改为“{right}”", f"change to “{right}”"), (Edit(span, right),), self.safety)
            yield Finding(span, message, fix, related)
