"""Faults as a table: sums, rates and shares that do not come out."""

from seeding import Fault

ARITHMETIC_FAULTS: tuple[Fault, ...] = ()
