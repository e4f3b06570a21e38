"""The faults of the surface, as a table: gaps, repeats and wrong orders of numbers."""

from seeding import Fault

NUMBERING_FAULTS: tuple[Fault, ...] = ()
