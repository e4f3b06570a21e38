"""What must come in a certain order."""

from collections.abc import Iterator
from typing import ClassVar

from gaojian.check import Check
from gaojian.diagnostic import Finding, Related, Text
from gaojian.document import Document
from gaojian.kinds.headings import falling, is_titled, mentions
from gaojian.kinds.tables import filled, require_groups
from gaojian.kinds.terms import Terms
from gaojian.text import Span

SCOPES = ("headings", "lines", "lists")
_BETWEEN = ("、", "和", "与", "及", "以及", "、以及", "并", "，", ",", ", ")


class AllowedOrder(Check):
    """What must come in a certain order: each that comes too late is a finding, with what it should precede.

    ``order`` holds the items in their order, for each the words that name it. ``scope`` says where they are looked for:
    in "headings"; at the beginning of "lines"; or in "lists", side by side with 、, 和 or a comma between them. What is
    not among the items may stand anywhere. ``titled`` is as in RequiredSection. In ``message``, {text} is what comes
    too late and {other} what it should precede.
    """

    order: ClassVar[tuple[tuple[str, ...], ...]]
    scope: ClassVar[str] = "headings"
    titled: ClassVar[tuple[str, ...]] = ()
    message: ClassVar[Text] = Text("“{text}”应在“{other}”之前", "“{text}” belongs before “{other}”")
    _words: ClassVar[Terms]
    _places: ClassVar[dict[str, int]]

    def __init_subclass__(cls, **arguments: object) -> None:
        """Refuse an order of less than two, and a word that has two places in it."""
        super().__init_subclass__(**arguments)
        if hasattr(cls, "code"):
            require_groups(cls, "order", least=1)
            cls._places = {word: place for place, words in enumerate(cls.order) for word in words}
            cls._words = Terms(cls._places)

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every item that comes behind one that it should precede."""
        if not is_titled(document, self.titled):
            return
        for spans in self._sequences(document):
            words = [document.prose[span.start : span.end] for span in spans]
            for late, early in falling([self._places[word] for word in words]):
                message = filled(self.message, (("text", words[early]), ("other", words[late])))
                related = Related(spans[late], Text("应在其后的内容", "what should come behind it"))
                yield Finding(spans[early], message, related=(related,))

    def _sequences(self, document: Document) -> Iterator[list[Span]]:
        """Yield the places of items that have to be in order among themselves."""
        prose = document.prose
        if self.scope == "headings":
            yield [mention.word_span for mention in mentions(document, self._words)]
            return
        spans = [Span(*place) for place in self._words.apart(prose)]
        if self.scope == "lines":
            yield [span for span in spans if not prose[document.line_around(span.start).start : span.start].strip()]
            return
        sequence: list[Span] = []
        for span in spans:
            if sequence and prose[sequence[-1].end : min(span.start, sequence[-1].end + 4)] not in _BETWEEN:
                yield sequence
                sequence = []
            sequence.append(span)
        yield sequence
