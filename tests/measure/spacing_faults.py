"""The faults of the surface, as a table: stray blanks and marks of the wrong width."""

from seeding import Fault

SPACING_FAULTS: tuple[Fault, ...] = ()
