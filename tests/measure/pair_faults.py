"""The faults of the surface, as a table: marks that lost their partner."""

from seeding import Fault

PAIR_FAULTS: tuple[Fault, ...] = ()
