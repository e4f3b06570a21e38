"""Sections that a document must have."""

from collections.abc import Iterator
from typing import ClassVar

from gaojian.check import Check
from gaojian.diagnostic import Finding, Text
from gaojian.document import Document
from gaojian.kinds.headings import is_titled, mentions
from gaojian.kinds.tables import filled, require_groups
from gaojian.kinds.terms import Terms


class RequiredSection(Check):
    """Sections that a document must have: one that no heading names is a finding at the title.

    ``sections`` holds for each section the words of which one must stand in a heading (``headings.py`` says what is
    one). With ``titled``, the rule holds only for documents with one of these words among their first five paragraphs.
    In ``message``, {section} is what is missing.
    """

    sections: ClassVar[tuple[tuple[str, ...], ...]]
    titled: ClassVar[tuple[str, ...]] = ()
    message: ClassVar[Text] = Text("缺少“{section}”部分", "there is no section “{section}”")
    _words: ClassVar[Terms]

    def __init_subclass__(cls, **arguments: object) -> None:
        """Refuse a section without words."""
        super().__init_subclass__(**arguments)
        if hasattr(cls, "code"):
            require_groups(cls, "sections", least=1)
            cls._words = Terms(word for section in cls.sections for word in section)

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every section that is missing; a document without text lacks none."""
        title = document.first_paragraphs(1)
        if title and is_titled(document, self.titled):
            there = {mention.word for mention in mentions(document, self._words)}
            for section in self.sections:
                if there.isdisjoint(section):
                    yield Finding(title[0], filled(self.message, (("section", section[0]),)))
