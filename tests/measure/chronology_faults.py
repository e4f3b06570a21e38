"""Faults as a table: sessions, plans, anniversaries and feasts out of their time."""

from seeding import Fault

CHRONOLOGY_FAULTS: tuple[Fault, ...] = ()
