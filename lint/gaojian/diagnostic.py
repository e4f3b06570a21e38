"""What a check says (Finding) and what the reader gets (Diagnostic).

Named tuples, for they are immutable as frozen dataclasses are and cost a fifth of the time at every start.
"""

from collections.abc import Iterable, Mapping
from enum import Enum, IntEnum
from operator import attrgetter
from types import MappingProxyType

from gaojian.record import NamedTuple
from gaojian.text import Position, Span


class Text(NamedTuple):
    """One sentence for people, in both languages of the tool."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the sentence in ``language``: "zh" or "en"."""
        return self.en if language == "en" else self.zh


class Severity(IntEnum):
    """How sure a finding is that the text is wrong; notes never fail a run."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The lower-case name used in configuration and output."""
        return self.name.lower()


class Safety(Enum):
    """Whether a fix can change the meaning of the text."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """Replace ``span`` by ``replacement``; an empty span inserts."""

    span: Span
    replacement: str


class Fix(NamedTuple):
    """Edits that belong together: all are made or none; sorted, never overlapping."""

    title: Text
    edits: tuple[Edit, ...]
    safety: Safety = Safety.UNSAFE


class Related(NamedTuple):
    """Another place that explains a finding; ``path`` is None for the finding's own document."""

    span: Span
    message: Text
    path: str | None = None


class Finding(NamedTuple):
    """What a check yields.

    ``span`` is in code points of ``Document.text``. ``covers`` is a span whose other findings this one explains, such
    as the later copy of a doubled block. ``severity`` lowers or raises the check's own for this one finding.
    """

    span: Span
    message: Text
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    covers: Span | None = None
    severity: Severity | None = None


class Place(NamedTuple):
    """A related place, completed with its path and positions."""

    path: str
    span: Span
    start: Position
    end: Position
    message: Text


class Diagnostic(NamedTuple):
    """A complete finding: who says it, where, how grave, and why. ``end`` is exclusive; ``text`` is the source."""

    path: str
    code: str
    name: str
    severity: Severity
    message: Text
    span: Span
    start: Position
    end: Position
    text: str
    fix: Fix | None = None
    related: tuple[Place, ...] = ()
    covers: Span | None = None


# From what decides last to what decides first.
_ORDER = tuple(map(attrgetter, ("message.zh", "code", "span.end", "span.start", "path")))


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return ``diagnostics`` in the order of reports: by path, by place, by code and message."""
    found = list(diagnostics)
    # To sort by one after the other takes no longer, and no key of its own for each of a million.
    for key in _ORDER:
        found.sort(key=key)
    return found


class Failure(NamedTuple):
    """Work that was asked for and could not be done; any failure makes the exit code 2."""

    path: str
    message: Text


class Recognition(NamedTuple):
    """The profiles that hold for one document, its genre first, and the evidence for them."""

    profiles: tuple[str, ...] = ()
    reasons: tuple[Text, ...] = ()


class Outcome(NamedTuple):
    """All that a run has to tell: what reports render and what the exit code is decided by.

    ``diagnostics`` are sorted, folded and unsuppressed; ``files`` counts the documents that were checked; ``left_out``
    holds, by path, the codes of checks that could not run on a document. ``characters`` counts the code points of all
    documents, line breaks left out; ``documents`` those of each, by path. ``recognised`` holds, by path, what kind of
    document each was read as.
    """

    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[Failure, ...]
    files: int
    left_out: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    characters: int = 0
    recognised: Mapping[str, Recognition] = MappingProxyType({})
    documents: Mapping[str, int] = MappingProxyType({})
