"""Dated names: the years of anniversaries, since when a slogan is in use, until when an agency had its name."""

import functools
from collections.abc import Mapping
from datetime import date

from gaojian import NamedTuple
from gaojian_checks.language.facts import Certainty, rows


class Anniversary(NamedTuple):
    """What is remembered every so many years: its ``forms`` stand before the number, which counts from ``base``."""

    name: str
    forms: tuple[str, ...]
    base: int
    certainty: Certainty
    source: str


class Slogan(NamedTuple):
    """A phrase that nobody wrote before ``since``."""

    name: str
    forms: tuple[str, ...]
    since: date
    certainty: Certainty
    source: str


class Agency(NamedTuple):
    """A name that was given up after ``until`` for that of its ``successor``."""

    name: str
    forms: tuple[str, ...]
    successor: str
    until: date
    certainty: Certainty
    source: str


@functools.cache
def anniversaries() -> Mapping[str, Anniversary]:
    """Return the anniversaries by form, the longest forms first."""
    found = [Anniversary(**{**row, "forms": tuple(row["forms"])}) for row in rows("anniversaries")]
    by_form = [(form, anniversary) for anniversary in found for form in anniversary.forms]
    return dict(sorted(by_form, key=lambda pair: -len(pair[0])))


@functools.cache
def slogans() -> tuple[Slogan, ...]:
    """Return the slogans in order of time."""
    found = [Slogan(**{**row, "forms": tuple(row["forms"])}) for row in rows("slogans")]
    return tuple(sorted(found, key=lambda slogan: slogan.since))


@functools.cache
def agencies() -> tuple[Agency, ...]:
    """Return the former names in order of time."""
    found = [Agency(**{**row, "forms": tuple(row["forms"])}) for row in rows("agencies")]
    return tuple(sorted(found, key=lambda agency: agency.until))
