"""The faults of the surface, as a table: characters of another script, and residue of other media."""

from seeding import Fault

SCRIPT_FAULTS: tuple[Fault, ...] = ()
