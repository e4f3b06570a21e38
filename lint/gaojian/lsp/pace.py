"""Checks that tell which of them is about to run, so that a run can be ended between two, and a hang has a name."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from gaojian.check import Rule
from gaojian.plan import Plan

R = TypeVar("R", bound=Rule)
Pace = Callable[[str], None]
"""Is told the code of each check before it runs; what it raises ends the run."""


class _Paced(tuple[R, ...]):
    """Checks; ``pace`` is called before each is given."""

    __slots__ = ()
    pace: Pace

    def __iter__(self) -> Iterator[R]:
        for check in super().__iter__():
            self.pace(check.code)
            yield check


def paced(plan: Plan, pace: Pace) -> Plan:
    """Return ``plan`` with checks that call ``pace``."""
    paced_tuple = type("_Told", (_Paced,), {"pace": staticmethod(pace)})
    return replace(plan, checks=paced_tuple(plan.checks), project_checks=paced_tuple(plan.project_checks))
