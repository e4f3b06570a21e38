"""gaojian (稿检), a linter for Chinese documents. Checks import these names and nothing else of the engine."""

from typing import TYPE_CHECKING

from gaojian.check import Check, Library, ProjectCheck, Rule
from gaojian.chronicle import Moment, Role
from gaojian.diagnostic import Edit, Finding, Fix, Recognition, Related, Safety, Severity, Text
from gaojian.document import Document, Kind
from gaojian.examples import bad, good
from gaojian.options import OptionError
from gaojian.pattern import Pattern
from gaojian.prose import HIDDEN
from gaojian.record import NamedTuple
from gaojian.table import Cell, Slot
from gaojian.text import Span
from gaojian.toml import parse_toml

if TYPE_CHECKING:
    from gaojian.kinds import AllowedOrder, Consistent, Forbidden, Paired, Preferred, RequiredSection

__version__ = "0.1.0"

__all__ = [
    "HIDDEN",
    "AllowedOrder",
    "Cell",
    "Check",
    "Consistent",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Forbidden",
    "Kind",
    "Library",
    "Moment",
    "NamedTuple",
    "OptionError",
    "Paired",
    "Pattern",
    "Preferred",
    "ProjectCheck",
    "Recognition",
    "Related",
    "RequiredSection",
    "Role",
    "Rule",
    "Safety",
    "Severity",
    "Slot",
    "Span",
    "Text",
    "bad",
    "good",
    "parse_toml",
]


def __getattr__(name: str) -> object:
    """Return one of the kinds of check: ten milliseconds that only those pay who have rules of their own."""
    if name in __all__:
        from gaojian import kinds  # noqa: PLC0415 (as said)

        return getattr(kinds, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
