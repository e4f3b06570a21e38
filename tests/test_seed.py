"""The report that the project was born from, held against its hand-made ground truth."""

import csv
from pathlib import Path
from typing import NamedTuple

import pytest

from gaojian.config import Config
from gaojian.diagnostic import Diagnostic
from gaojian.examine import Source
from gaojian.plan import make_plan
from gaojian.run import run

EXPECTED_OF_CLASS_B = {
    "ABB002",
    "ABB004",
    "ANA001",
    "ANA006",
    "ANA007",
    "ANA010",
    "DAT006",
    "DAT007",
    "FMT005",
    "NMB007",
}
# Rows of class B that are there by default or with every check selected; one code a line.
EXPECTED_UNDER_ALL = {
    *EXPECTED_OF_CLASS_B,
    "PUN013",
    "TRM004",
}
EXPECTED_OF_CLASS_C = {"ARI001", "PUN003", "QUO008", "CIT004", "CIT006", "ABB001"}
FIRST_COPY, SECOND_COPY = range(4, 19), range(19, 34)


class Row(NamedTuple):
    """One row of the ground truth; columns are 1-based, ``end`` is inclusive."""

    kind: str
    code: str
    line: int
    column: int
    end: int
    text: str


@pytest.fixture(scope="module")
def truth(shared: Path) -> list[Row]:
    """Return the rows of the ground truth."""
    with (shared / "seed" / "truth.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [Row(row[0], row[1], int(row[2]), int(row[3]), int(row[4]), row[5]) for row in rows]


@pytest.fixture(scope="module")
def diagnostics(shared: Path) -> tuple[Diagnostic, ...]:
    """Return everything that the default checks find in the report."""
    return run(make_plan(Config(shared)), [Source("report.txt", shared / "seed" / "report.txt")]).diagnostics


def places(diagnostics: tuple[Diagnostic, ...]) -> set[tuple[str, int, int, int]]:
    return {(d.code, d.start.line, d.start.column, d.end.column - 1) for d in diagnostics}


def test_every_row_of_class_a_is_found_at_its_exact_place(
    truth: list[Row], diagnostics: tuple[Diagnostic, ...]
) -> None:
    """All faults that must be found are, with the columns of the ground truth."""
    expected = {(row.code, row.line, row.column, row.end) for row in truth if row.kind == "A"}

    assert len(expected) == 17
    assert expected - places(diagnostics) == set()


def test_rows_of_class_b_are_found_where_their_checks_exist(
    truth: list[Row], diagnostics: tuple[Diagnostic, ...]
) -> None:
    """The contradictions with the calendar and the fact tables stand at their places."""
    expected = {
        (row.code, row.line, row.column, row.end)
        for row in truth
        if row.kind == "B" and row.code in EXPECTED_OF_CLASS_B
    }

    assert expected - places(diagnostics) == set()


def test_rows_of_class_b_are_found_when_all_checks_are_selected(shared: Path, truth: list[Row]) -> None:
    """What depends on style or on one reading of several stands at its place under ``--select ALL``."""
    config = Config(shared, select=("ALL",))
    found = run(make_plan(config), [Source("report.txt", shared / "seed" / "report.txt")]).diagnostics
    expected = {
        (row.code, row.line, row.column, row.end) for row in truth if row.kind == "B" and row.code in EXPECTED_UNDER_ALL
    }

    assert expected - places(found) == set()


def test_rows_of_class_c_are_found_when_all_checks_are_selected(shared: Path, truth: list[Row]) -> None:
    """Habits of style, and marks around what is no work, stand at their places under ``--select ALL``."""
    config = Config(shared, select=("ALL",))
    found = run(make_plan(config), [Source("report.txt", shared / "seed" / "report.txt")]).diagnostics
    expected = {
        (row.code, row.line, row.column, row.end)
        for row in truth
        if row.kind == "C" and row.code in EXPECTED_OF_CLASS_C
    }

    assert len(expected) == 29
    assert expected - places(found) == set()


def test_clean_rows_are_silent(truth: list[Row], diagnostics: tuple[Diagnostic, ...]) -> None:
    """Nothing overlaps a legal look-alike, but for facts that another row of the truth demands there."""
    demanded = {(row.code, row.line, row.column, row.end) for row in truth if row.kind in "AB"}
    wrong = [
        (row.text, diagnostic.code)
        for row in truth
        if row.kind == "N"
        for diagnostic in diagnostics
        if diagnostic.start.line == row.line == diagnostic.end.line
        and diagnostic.start.column <= row.end
        and diagnostic.end.column > row.column
        and (diagnostic.code, row.line, diagnostic.start.column, diagnostic.end.column - 1) not in demanded
    ]

    assert wrong == []


def test_the_doubled_body_is_one_finding(diagnostics: tuple[Diagnostic, ...]) -> None:
    """Lines 19 to 33 repeat lines 4 to 18, and nothing else is said inside them."""
    inside = [d for d in diagnostics if d.start.line in SECOND_COPY]

    assert [(d.code, d.start.line, d.end.line) for d in inside] == [("DUP001", SECOND_COPY[0], SECOND_COPY[-1])]
    assert [(p.start.line, p.end.line) for p in inside[0].related] == [(FIRST_COPY[0], FIRST_COPY[-1])]


def test_what_else_is_found_is_known(truth: list[Row], diagnostics: tuple[Diagnostic, ...]) -> None:
    """Beyond the truth there are only notes and warnings about the document as a whole, so no false alarm creeps in."""
    known = {(row.code, row.line, row.column, row.end) for row in truth}
    beyond = [d for d in diagnostics if d.start.line < SECOND_COPY[0]]
    unknown = sorted({d.code for d in beyond if (d.code, d.start.line, d.start.column, d.end.column - 1) not in known})

    assert set(unknown) <= {"DAT021", "WID001", "WID002", "NMB011"}
