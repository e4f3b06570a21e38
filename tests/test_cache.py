"""What is kept of unchanged documents gives the same findings as finding them out anew."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from conftest import Gaojian, outside_environment

from gaojian.cache import FILE_NAME, Cache
from gaojian.config import Config
from gaojian.diagnostic import Diagnostic
from gaojian.examine import Source
from gaojian.plan import Plan, make_plan
from gaojian.run import Means, run

FAULT = "全年产值增长%，创历史新高。\n"
OTHER = "全年产值增长12%，到位资金万元。\n"
_SENTENCE = "本县全年实施科技项目若干项，带动农户增收，成效逐步显现，群众反映良好，来年继续推广。"
COPIED = "".join(f"第{number}段：{_SENTENCE}\n" for number in "甲乙丙丁戊己庚辛壬癸")
COUNTING = """
from pathlib import Path
from gaojian import Check, Finding, Severity, Span, Text
class Counting(Check):
    "数一数看过几份。"
    code, name, severity = "OWN001", "counting", Severity.NOTE
    title, basis = Text("数", "count"), ("无",)
    def check(self, document):
        with open(Path(__file__).with_name("seen"), "a") as file:
            file.write(document.path + "\\n")
        yield Finding(Span(0, 1), Text("看过", "seen"))
"""
HOUR = 3600


def write(folder: Path, name: str, text: str, *, age: int = HOUR) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    os.utime(path, (time.time() - age,) * 2)
    return path


@pytest.fixture
def counting(folder: Path) -> Config:
    """Return a configuration with a check that writes down which documents it sees."""
    (folder / "rules").mkdir()
    write(folder / "rules", "counting.py", COUNTING)
    return Config(folder, plugins=("rules",))


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cache]:
    """Return an empty cache."""
    cache = Cache(tmp_path_factory.mktemp("cache"))
    yield cache
    cache.close()


def seen(folder: Path) -> list[str]:
    """Return the documents that were looked at since the last call."""
    path = folder / "rules" / "seen"
    names = path.read_text("utf-8").split() if path.exists() else []
    path.unlink(missing_ok=True)
    return names


def check(plan: Plan, cache: Cache, files: Sequence[Path]) -> tuple[Diagnostic, ...]:
    return run(plan, [Source(file.name, file) for file in files], means=Means(cache), jobs=1).diagnostics


def test_an_unchanged_document_is_not_looked_at_again(folder: Path, counting: Config, cache: Cache) -> None:
    """The second run finds the same, in the same order, without any check, and the third after a new start too."""
    files = [write(folder, "甲.txt", FAULT), write(folder, "乙.txt", OTHER)]
    first = check(make_plan(counting), cache, files)
    looked_at = seen(folder)
    second = check(make_plan(counting), cache, files)
    cache.close()
    third = check(make_plan(counting), Cache(cache.file.parent), files)

    assert looked_at == ["甲.txt", "乙.txt"]
    assert {"BLK001", "BLK002", "OWN001"} <= {diagnostic.code for diagnostic in first}
    assert (second, third) == (first, first)
    assert seen(folder) == []


def test_a_changed_document_is_looked_at_again(folder: Path, counting: Config, cache: Cache) -> None:
    """Another text of the same length counts as a change; the other document is left alone."""
    files = [write(folder, "甲.txt", FAULT), write(folder, "乙.txt", OTHER)]
    check(make_plan(counting), cache, files)
    seen(folder)
    write(folder, "甲.txt", FAULT.replace("%", "。"), age=HOUR - 60)
    again = check(make_plan(counting), cache, files)

    assert seen(folder) == ["甲.txt"]
    assert [d.path for d in again if d.code == "BLK002"] == []


def test_a_new_time_alone_is_no_change(folder: Path, counting: Config, cache: Cache) -> None:
    """A checkout gives every file a new time: the bytes decide then, once."""
    file = write(folder, "甲.txt", FAULT)
    first = check(make_plan(counting), cache, [file])
    seen(folder)
    os.utime(file, (time.time() - 60,) * 2)

    assert check(make_plan(counting), cache, [file]) == first
    assert check(make_plan(counting), cache, [file]) == first
    assert seen(folder) == []


def test_a_file_written_just_now_is_not_kept(folder: Path, counting: Config, cache: Cache) -> None:
    """It may be written again within the same tick of the clock, and nobody could tell."""
    file = write(folder, "甲.txt", FAULT, age=0)
    check(make_plan(counting), cache, [file])
    check(make_plan(counting), cache, [file])

    assert seen(folder) == ["甲.txt", "甲.txt"]


@pytest.mark.parametrize("change", ["selection", "severity", "profile", "plugin", "beside the plugin", "path"])
def test_whatever_findings_depend_on_counts(folder: Path, counting: Config, cache: Cache, change: str) -> None:
    """Another configuration, other checks or another name of the document: it is looked at anew."""
    file = write(folder, "甲.txt", FAULT)
    check(make_plan(counting), cache, [file])
    seen(folder)
    config = counting
    if change == "selection":
        config = counting._replace(ignore=("BLK",))
    elif change == "severity":
        config = counting._replace(checks={"BLK002": {"severity": "note"}})
    elif change == "profile":
        config = counting._replace(profile="notice")
    elif change == "plugin":
        write(folder / "rules", "counting.py", COUNTING + "\n")
    elif change == "beside the plugin":
        write(folder / "rules", "table.toml", "")
    else:
        (folder / "夹").mkdir()
        file = file.rename(folder / "夹" / "甲.txt")
    found = check(make_plan(config), cache, [file])

    assert seen(folder) == ["甲.txt"]
    assert [d.severity.name for d in found if d.code == "BLK002"] == {
        "selection": [],
        "severity": ["NOTE"],
    }.get(change, ["ERROR"])


def test_documents_are_compared_anew_though_one_alone_changed(folder: Path, cache: Cache) -> None:
    """What one file repeats of another appears with it and goes with it."""
    plan = make_plan(Config(folder, select=("DUP011",)))
    files = [write(folder, "甲.txt", COPIED), write(folder, "乙.txt", OTHER)]
    before = check(plan, cache, files)
    write(folder, "乙.txt", OTHER + COPIED)
    with_copy = check(plan, cache, files)
    write(folder, "甲.txt", FAULT)
    after = check(plan, cache, files)

    assert (before, after) == ((), ())
    assert [d.code for d in with_copy] == ["DUP011"]
    assert (
        with_copy
        == run(plan, [Source("甲.txt", write(folder, "甲.txt", COPIED)), Source("乙.txt", files[1])]).diagnostics
    )


def test_what_failed_is_tried_again(folder: Path, cache: Cache) -> None:
    """A document that could not be read is no document without findings."""
    plan = make_plan(Config(folder))
    file = folder / "甲.txt"
    file.write_bytes(b"\x89PNG\r\n\0\0\0")
    os.utime(file, (time.time() - HOUR,) * 2)
    for _ in range(2):
        outcome = run(plan, [Source("甲.txt", file)], means=Means(cache))
        assert [failure.path for failure in outcome.failures] == ["甲.txt"]


@pytest.mark.parametrize("damage", ["no database", "pages", "entry", "another layout"])
def test_a_damaged_cache_costs_time_and_nothing_else(folder: Path, counting: Config, cache: Cache, damage: str) -> None:
    """It is dropped with a sentence where it is no database any more, and begun anew."""
    file = write(folder, "甲.txt", FAULT)
    first = check(make_plan(counting), cache, [file])
    cache.close()
    seen(folder)
    if damage == "no database":
        cache.file.write_bytes(b"no database" * 100)
    elif damage == "pages":
        data = bytearray(cache.file.read_bytes())
        data[4096:] = os.urandom(len(data) - 4096)
        cache.file.write_bytes(data)
    else:
        connection = sqlite3.connect(cache.file)
        with connection:
            entry = "UPDATE documents SET examination = x'00'"
            connection.execute(entry if damage == "entry" else "PRAGMA user_version = 99")
        connection.close()
    later = Cache(cache.file.parent)
    second = check(make_plan(counting), later, [file])
    looked_at = seen(folder)
    third = check(make_plan(counting), later, [file])
    later.close()

    assert (second, third) == (first, first)
    assert (looked_at, seen(folder)) == (["甲.txt"], [])
    assert [str(cache.file) in notice.zh for notice in later.notices] == (
        [True] if damage in ("no database", "pages") else []
    )


def test_a_month_without_use_is_long_enough(folder: Path, counting: Config, cache: Cache) -> None:
    """What nobody asks for is forgotten, what is asked for stays."""
    files = [write(folder, "甲.txt", FAULT), write(folder, "乙.txt", OTHER)]
    check(make_plan(counting), cache, files)
    seen(folder)
    connection = sqlite3.connect(cache.file)
    with connection:
        connection.execute("UPDATE documents SET day = day - 40")
    connection.close()
    check(make_plan(counting), cache, files[:1])
    cache.close()
    check(make_plan(counting), Cache(cache.file.parent), files)

    assert seen(folder) == ["乙.txt"]


def big(folder: Path, name: str) -> Path:
    """Write a document that is large enough for the cache to pay, with one fault at its end."""
    sentences = "".join(f"第{number}号项目已经验收，群众满意。" * 3 + "\n" for number in range(4_000))
    return write(folder, name, sentences + FAULT)


def test_the_command_line_uses_the_cache_where_it_pays(gaojian: Gaojian, folder: Path) -> None:
    """The same report from the cache, without it, and after clean; clean says how much it removed."""
    big(folder, "大.txt")
    place = folder.parent / "kept"
    first = gaojian("check", "大.txt", GAOJIAN_CACHE=str(place))
    second = gaojian("check", "大.txt", GAOJIAN_CACHE=str(place))
    without = gaojian("check", "--no-cache", "大.txt", GAOJIAN_CACHE=str(place))
    kept = (place / FILE_NAME).exists()
    cleaned = gaojian("clean", GAOJIAN_CACHE=str(place))

    assert "BLK002" in first.stdout
    assert (second.stdout, second.stderr, second.returncode) == (first.stdout, first.stderr, first.returncode)
    assert (without.stdout, without.stderr) == (first.stdout, first.stderr)
    assert kept
    assert cleaned.stderr.startswith(f"{place}：清去 ")
    assert list(place.iterdir()) == []


def test_a_damaged_cache_is_named(gaojian: Gaojian, folder: Path) -> None:
    """One sentence on standard error, the same report and the same exit code."""
    big(folder, "大.txt")
    place = folder.parent / "kept"
    first = gaojian("check", "大.txt", GAOJIAN_CACHE=str(place))
    (place / FILE_NAME).write_bytes(b"\0" * 5000)
    second = gaojian("check", "大.txt", GAOJIAN_CACHE=str(place))

    assert f"gaojian: 缓存 {place / FILE_NAME} 已损坏，丢弃重建\n" in second.stderr
    (place / FILE_NAME).write_bytes(b"\0" * 5000)
    english = gaojian("check", "大.txt", "--lang", "en", GAOJIAN_CACHE=str(place))
    assert f"gaojian: the cache {place / FILE_NAME} was damaged; it was dropped and begun anew\n" in english.stderr
    assert (second.stdout, second.returncode) == (first.stdout, first.returncode)


def test_runs_at_the_same_time_share_the_cache(folder: Path) -> None:
    """Six runs begun together, two of them killed, all others report the same, and so does a later one."""
    names = [big(folder, f"{name}.txt").name for name in "甲乙丙"]
    environment = {**outside_environment(), "GAOJIAN_CACHE": str(folder.parent / "kept")}
    command = [sys.executable, "-m", "gaojian", "check", *names, "--jobs", "1"]
    processes = [
        subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(6)
    ]
    time.sleep(1)
    for process in processes[:2]:
        process.kill()
    outputs = [process.communicate() for process in processes]
    later = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)

    assert later.stdout.count(b"BLK002") == 3
    assert [output for output in outputs[2:] if output != (later.stdout, later.stderr)] == []
