"""Every check is measured, and none gets worse unnoticed."""

from pathlib import Path

import pytest
from conftest import ROOT

import accuracy
import accuracy_table
from accuracy_table import Row
from gaojian.registry import load_rules

TABLE = ROOT / "checks" / "gaojian_checks" / "ACCURACY.md"


def test_every_check_has_a_row() -> None:
    """`make accuracy` renews the table when a check is added."""
    assert accuracy_table.parse(TABLE.read_text("utf-8")).keys() == load_rules().keys()


def test_no_check_is_worse_than_its_row(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the documents of the table no check reports more that nobody judged right, or finds a smaller share."""
    assert shared.is_dir()
    code = accuracy.main(["--against", str(TABLE)])

    assert capsys.readouterr().out.splitlines()[-20:] == ["no check is worse than its row"]
    assert code == 0


@pytest.mark.parametrize(
    ("row", "sentences"),
    [
        (Row(3, 2, 9, 10), []),
        (Row(5, 4, 9, 10), []),
        (Row(3, 2, 18, 20), []),
        (Row(3, 1, 9, 10), ["BLK001: 2 findings on clean text that nobody judged right, 1 before"]),
        (Row(3, 2, 89, 100), ["BLK001: finds 89 of 100 faults, 9 of 10 before"]),
    ],
)
def test_what_is_worse_is_told(row: Row, sentences: list[str]) -> None:
    """More findings that are right are no loss, and a smaller share of faults found is one."""
    before = accuracy_table.parse("| BLK001 missing-amount | error | 3 | 2 | 0.00 | 1.20 | 9/10 90.0%* |\n")

    assert before == {"BLK001": Row(3, 2, 9, 10)}
    assert list(accuracy_table.worse(before, {"BLK001": row})) == sentences


def test_a_check_without_a_row_is_told() -> None:
    """Who adds a check measures it."""
    assert list(accuracy_table.worse({}, {"BLK001": Row()})) == ["BLK001 has no row yet: make accuracy"]
