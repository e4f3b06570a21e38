"""The times that a document speaks of: what a package of checks may tell of them, beside its findings."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum

from gaojian.diagnostic import Text
from gaojian.document import Document
from gaojian.record import NamedTuple
from gaojian.text import Span


class Role(Enum):
    """What a moment is to its document."""

    OWN = "own"  # when it was written, or what its title says it is about
    STATED = "stated"  # a date in the text
    KNOWN = "known"  # of something that the text names, dated by what is known elsewhere


class Moment(NamedTuple):
    """A time that a document speaks of: the place where it does, the first and the last day, and what it is."""

    span: Span
    first: date
    last: date
    label: Text
    role: Role


Chronicle = Callable[[Document], Iterable[Moment]]
"""Tells the moments of a document, in any order. A package of checks offers one as its attribute ``chronicle``, by
module and name ("package.module:function"), so that it is loaded by those reports alone that show it."""
