"""Faults as a table: numbers of documents, names and forms written wrongly."""

from seeding import Fault

CITATION_FAULTS: tuple[Fault, ...] = ()
