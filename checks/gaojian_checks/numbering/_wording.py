"""How findings about numbers are worded, and what they point at and change."""

from gaojian import Document, Edit, Fix, Related, Text
from gaojian_checks.language.numbering import Irregularity, Mark, renumbered

_MOST_NAMED = 3


def missing(irregularity: Irregularity) -> str:
    """Return the marks that are not there, as their siblings are written: “（二）”“（三）”."""
    number = irregularity.mark.number
    worths = range(irregularity.expected, number.value)
    if len(worths) <= _MOST_NAMED:
        return "".join(f"“{renumbered(number, worth)}”" for worth in worths)
    return f"“{renumbered(number, worths[0])}”至“{renumbered(number, worths[-1])}”"


def elder(document: Document, mark: Mark) -> tuple[Related, ...]:
    """Return the place of the sibling before, as a related one."""
    line = document.line_number(mark.span.start)
    return (
        Related(
            mark.span,
            Text(
                f"前一项“{mark.number.written}”：第 {line} 行", f"the one before, “{mark.number.written}”: line {line}"
            ),
        ),
    )


def renumbering(mark: Mark, worth: int) -> Fix:
    """Return the fix that gives ``mark`` the number ``worth``."""
    right = renumbered(mark.number, worth)
    return Fix(Text(f"改为“{right}”", f"change it to “{right}”"), (Edit(mark.span, right),))


def mistyped(irregularity: Irregularity) -> Text:
    """Return the message about a mark after which the others go on as if it were another number."""
    number = irregularity.mark.number
    right = renumbered(number, irregularity.expected)
    before = irregularity.before.number.written
    after = renumbered(number, irregularity.expected + 1)
    return Text(
        f"“{number.written}”应为“{right}”：前一项是“{before}”，后一项是“{after}”",
        f"“{number.written}” should be “{right}”: it stands between “{before}” and “{after}”",
    )
