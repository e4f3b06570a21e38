"""gaojian (稿检), a linter for Chinese documents. Checks import these names and nothing else of the engine."""

from gaojian.check import Check, Library, ProjectCheck, Rule
from gaojian.diagnostic import Edit, Finding, Fix, Recognition, Related, Safety, Severity, Text
from gaojian.document import Document, Kind
from gaojian.examples import bad, good
from gaojian.kinds import AllowedOrder, Consistent, Forbidden, Paired, Preferred, RequiredSection
from gaojian.options import OptionError
from gaojian.pattern import Pattern
from gaojian.prose import HIDDEN
from gaojian.table import Cell, Slot
from gaojian.text import Span

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
    "OptionError",
    "Paired",
    "Pattern",
    "Preferred",
    "ProjectCheck",
    "Recognition",
    "Related",
    "RequiredSection",
    "Rule",
    "Safety",
    "Severity",
    "Slot",
    "Span",
    "Text",
    "bad",
    "good",
]
