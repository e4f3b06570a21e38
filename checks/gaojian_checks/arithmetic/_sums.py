"""Totals of a table and what they may be the sum of: the reading that most of the table bears out is taken."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gaojian import NamedTuple
from gaojian_checks.arithmetic._amounts import NOTHING, Amount, amount, is_added, is_quantity, is_share, slack
from gaojian_checks.language.tables import TableCell


class Sum(NamedTuple):
    """A total as the table states it, with the amounts that ought to make it.

    ``title`` says what is added, ``name`` which row or column this is, and ``context`` what the table is about.
    ``is_sure`` is False where nothing else in the table bears out that these parts make the total.
    """

    cell: TableCell
    title: str
    name: str
    stated: Amount
    parts: tuple[Amount, ...]
    is_sure: bool = True
    context: str = ""

    @property
    def added(self) -> Decimal:
        """What the parts make."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def is_right(self) -> bool:
        """Whether parts and total agree but for rounding."""
        return abs(self.added - self.stated.value) <= self._slack

    @property
    def is_wrong(self) -> bool:
        """Whether they cannot agree.

        They may if an empty cell holds what is lacking, if the parts are there twice, or if the total is a mean.
        """
        if self.is_right or (NOTHING in self.parts and self.added < self.stated.value):
            return False
        values = [part.value for part in self.parts]
        if min(values) <= self.stated.value <= max(values) and not is_quantity(self.title):
            return False
        return abs(self.added - 2 * self.stated.value) > self._slack

    @property
    def _slack(self) -> Decimal:
        words = self.title if is_quantity(self.title) else self.context
        return slack(words, (self.stated, *self.parts))


class Reading(NamedTuple):
    """One way to read a table: these sums."""

    sums: tuple[Sum, ...]

    @property
    def right(self) -> int:
        """How many sums come out, those of nothing apart."""
        return sum(one.is_right for one in self.sums if one.stated.value)

    @property
    def wrong(self) -> list[Sum]:
        """The sums that do not."""
        return [one for one in self.sums if one.is_wrong]


def make_sum(
    total: TableCell | None, parts: Sequence[TableCell | None], title: str, name: str = "", context: str = ""
) -> Sum | None:
    """Return the sum of ``parts`` under ``title``; None unless all are figures or empty, two at least are figures."""
    stated = amount(total)
    if total is None or stated is None or stated is NOTHING:
        return None
    if not is_added(title) and not is_share(title, stated):
        return None
    amounts = [amount(part) for part in parts]
    known = tuple([one for one in amounts if one is not None])
    if len(known) < len(amounts) or len(known) - known.count(NOTHING) < 2:
        return None
    if len({one.unit for one in (stated, *known) if one.unit}) > 1:
        return None
    return Sum(total, title, name or title, stated, known, context=context)


def wrong_sums(readings: Sequence[Reading]) -> Iterator[Sum]:
    """Yield the sums that do not come out under the reading that fits best.

    Where a table can be read in several ways, other sums must bear out the one taken, or a second way give the same.
    """
    readings = [reading for reading in readings if reading.sums]
    if not readings:
        return
    taken = max(readings, key=lambda reading: (reading.right, -len(reading.wrong)))
    wrong = taken.wrong
    if taken.right >= max(1, len(wrong)):
        yield from wrong
    elif len(readings) == 1:
        is_sure = taken.right > 0 or len(taken.sums) == 1
        yield from [one._replace(is_sure=is_sure) for one in wrong]
    elif not taken.right:
        yield from _agreed(readings)


def _agreed(readings: Sequence[Reading]) -> Iterator[Sum]:
    """Yield what is wrong by the same amount under two readings that add up different parts."""
    seen: dict[tuple[TableCell, Decimal], tuple[Amount, ...]] = {}
    for reading in readings:
        for one in reading.wrong:
            parts = seen.setdefault((one.cell, one.added), one.parts)
            if parts != one.parts:
                yield one
