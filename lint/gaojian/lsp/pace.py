"""Checks that tell which of them is about to run, so that a run can be ended between two, and a hang has a name."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Self, TypeVar

from gaojian.check import Check
from gaojian.diagnostic import Severity
from gaojian.plan import Plan, Planned

T = TypeVar("T")
Pace = Callable[[str], None]
"""Is told the code of each check before it runs; what it raises ends the run."""


@dataclass(frozen=True)
class PacedPlan(Plan):
    """A plan whose checks call ``pace``."""

    pace: Pace = lambda _: None

    def checks_in(self, profiles: tuple[str, ...]) -> tuple[tuple[Planned[Check], Severity], ...]:
        """Return the checks that run in a document of ``profiles``, each with its severity there."""
        checks = super().checks_in(profiles)
        return _Told(checks, [check.code for check, _ in checks], self.pace)


class _Told(tuple[T, ...]):  # noqa: SLOT001 (a tuple has no room for slots of its own)
    """Items; ``pace`` is told the code of each before it is given."""

    codes: Sequence[str]
    pace: Pace

    def __new__(cls, items: Sequence[T], codes: Sequence[str], pace: Pace) -> Self:
        told = super().__new__(cls, items)
        told.codes, told.pace = codes, pace
        return told

    def __iter__(self) -> Iterator[T]:
        for code, item in zip(self.codes, super().__iter__(), strict=True):
            self.pace(code)
            yield item


def paced(plan: Plan, pace: Pace) -> Plan:
    """Return ``plan`` with checks that call ``pace``."""
    values = {field.name: getattr(plan, field.name) for field in fields(plan)}
    checks = plan.planned_project_checks
    values["planned_project_checks"] = _Told(checks, [check.code for check in checks], pace)
    return PacedPlan(**values, pace=pace)
