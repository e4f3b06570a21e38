"""Numbering: every number that begins a paragraph, the series it belongs to, and where a series breaks.

for irregularity in document.get(irregularities): ...

``numbers`` and ``numbering`` are cheap and know no places; ``marks`` are the same numbers with their places.
"""

from gaojian_checks.language.numbering.breaks import Irregularity, IrregularityKind, irregularities
from gaojian_checks.language.numbering.number import Number, NumberStyle, renumbered
from gaojian_checks.language.numbering.scan import Mark, flawed_marks, marks, numbers
from gaojian_checks.language.numbering.series import Series, numbering

__all__ = [
    "Irregularity",
    "IrregularityKind",
    "Mark",
    "Number",
    "NumberStyle",
    "Series",
    "flawed_marks",
    "irregularities",
    "marks",
    "numbering",
    "numbers",
    "renumbered",
]
