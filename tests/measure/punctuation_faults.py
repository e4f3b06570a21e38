"""The faults of the surface, as a table: marks doubled, in conflict or of a wrong form."""

from seeding import Fault

PUNCTUATION_FAULTS: tuple[Fault, ...] = ()
