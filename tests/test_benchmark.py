"""The command that measures speed, on so little text that it takes no time: what it tells, not how fast."""

import json
from pathlib import Path

import pytest
from conftest import Gaojian

import benchmark
import processes
import scaling
from gaojian.registry import load_rules

TEXT = "# 报告\n\n全年产值增长12%，到位资金3万元，群众满意。\n"


def test_the_benchmark_writes_figures_that_a_later_run_is_compared_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every row has its runs, every part its seconds, and the second table a column more."""
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "稿.md").write_text(TEXT, "utf-8")
    arguments = ["--corpus", str(tmp_path / "text"), "--megabytes", "0.002", "--runs", "1", "--corpus-runs", "2"]
    first = benchmark.main([*arguments, "--json", str(tmp_path / "first.json")])
    before = capsys.readouterr().out
    second = benchmark.main([*arguments, "--compare", str(tmp_path / "first.json")])
    after = capsys.readouterr().out
    figures = json.loads((tmp_path / "first.json").read_text("utf-8"))

    assert (first, second) == (0, 0)
    assert [name for name in figures["rows"] if "corpus" not in name][:2] == ["python -c pass", "one file, 18 KB"]
    assert {len(row["runs"]) for name, row in figures["rows"].items() if row["bytes"]} == {2}
    assert figures["corpus"]["bytes"] >= 2000
    assert {"read and decode", "hide what is not prose", "BLK002 missing-percent"} <= figures["parts"].keys()
    assert ("of before" in before, "of before" in after) == (False, True)


def test_a_process_that_fails_is_no_measurement(tmp_path: Path) -> None:
    """Its name, its exit code and its last words are told."""
    with pytest.raises(processes.NotMeasuredError, match=r"^sh ended with exit code 127: last words$"):
        processes.run(["sh", "-c", "echo last words >&2; exit 127"], tmp_path, str(tmp_path))


def test_the_command_tells_which_checks_take_the_time(gaojian: Gaojian, folder: Path) -> None:
    """On standard error, slowest first, with what they share under its own name; the report is what it always is."""
    (folder / "稿.md").write_text(TEXT.replace("12%", "%"), "utf-8")
    plain = gaojian("check", "稿.md")
    timed = gaojian("check", "稿.md", "--profile-checks")
    rows = [line.split(maxsplit=3) for line in timed.stderr.splitlines()[1:30]]

    assert (timed.stdout, timed.returncode) == (plain.stdout, plain.returncode)
    assert [float(row[0]) for row in rows] == sorted((float(row[0]) for row in rows), reverse=True)
    assert "秒 CPU，" in timed.stderr
    assert any("language.clues.clues" in line for line in timed.stderr.splitlines())


def test_growth_is_the_slope_of_what_is_no_noise() -> None:
    """Four times the time for twice the text is 2, what takes no time is not judged."""
    assert scaling.Growth("DUP008", "lists", (0.001, 0.05, 0.2, 0.8, 3.2)).exponent == pytest.approx(2)
    assert scaling.Growth("DUP008", "lists", (0.1, 0.2, 0.4, 0.8, 1.6)).exponent == pytest.approx(1)
    assert scaling.Growth("DUP008", "lists", (0.001, 0.001, 0.002, 0.004, 0.018)).exponent == 0


def test_every_check_meets_the_texts_made_for_its_family() -> None:
    """One family, little text: each check and each part before it has its times."""
    rules = {code: rule for code, rule in load_rules().items() if code.startswith("DUP00")}
    grown = list(scaling.measure(rules, "examples of DUP008", "工业、农业、工业，", 640))

    assert [growth.code for growth in grown] == ["prose", "paragraphs", *rules]
    assert {len(growth.seconds) for growth in grown} == {5}
