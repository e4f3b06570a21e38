"""What a check declares and what it implements."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import ClassVar, Generic, TypeVar

from gaojian.diagnostic import Finding, Severity, Text
from gaojian.document import Document
from gaojian.examples import Example
from gaojian.profiles import Table

Facts = TypeVar("Facts")
Library = Callable[[str], Document | None]
"""Gives the document at a path; None if it can no longer be read, or is not among those checked."""


class Rule:
    """What every source of findings declares about itself.

    ``code`` is permanent: three capital letters and three digits. ``name`` reads as "allow name": it names the fault.
    ``basis`` cites the norm and clause, or what was measured. The docstring says what is found, why it matters and what
    is left alone, Chinese first. ``opt_in`` rules run only when ``select`` names them. A rule that ``needs_paragraphs``
    is left out for documents whose paragraphs are lost, such as a PDF. ``weight`` is what one such fault counts when
    proofreaders reckon the rate of errors (图书质量管理规定, 2004): 1 for a character that is wrong or lacking, 2 for
    an error of fact or logic, 0.5 for a character of the other script, 0.1 for a mark or a style, and 3 for a passage
    set twice (报纸编校质量评比差错认定细则, article 17). ``profiles`` says in which kinds of document a rule is graver,
    milder, or not run (None); configuration can say otherwise.

    ``needs`` are literals without which a document holds no such fault: each entry is one, or several parted by ``|``
    of which one is enough, and a document without them never sees the rule, nor is its module imported. They are looked
    for in the text as it is written and, where an installed package can turn it into another script, in that as well.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    title: ClassVar[Text]
    severity: ClassVar[Severity]
    basis: ClassVar[tuple[str, ...]]
    examples: ClassVar[tuple[Example, ...]] = ()
    opt_in: ClassVar[bool] = False
    weight: ClassVar[float] = 1.0
    needs_paragraphs: ClassVar[bool] = False
    profiles: ClassVar[Table] = MappingProxyType({})
    needs: ClassVar[tuple[str, ...]] = ()


class Check(Rule, ABC):
    """A rule that looks at one document at a time.

    A subclass with options is a frozen dataclass, and its fields are the options: no state passes from one document to
    the next.
    """

    @abstractmethod
    def check(self, document: Document) -> Iterable[Finding]:
        """Yield what is wrong with ``document``, in any order."""


class ProjectCheck(Rule, ABC, Generic[Facts]):
    """A rule that compares documents with each other.

    ``collect`` takes from each document what tells that ``compare`` has something to report: small, and picklable, for
    it may run elsewhere. The few documents that ``compare`` does report on it can look at again. One that stays
    ``within_folder`` compares a document with those of its own folder alone.
    """

    within_folder: ClassVar[bool] = False

    @abstractmethod
    def collect(self, document: Document) -> Facts:
        """Return what has to be known of ``document``."""

    @abstractmethod
    def compare(self, facts: Mapping[str, Facts], library: Library) -> Iterable[tuple[str, Finding]]:
        """Yield pairs of path and finding.

        ``facts`` maps the path of every document to what was collected; ``library`` reads a document again.
        """
