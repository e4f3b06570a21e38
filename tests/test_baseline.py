"""A baseline: known findings are not seen again, new ones are, and mended ones are forgotten."""

import shutil
from pathlib import Path

import pytest
from conftest import Gaojian, git

from gaojian.baseline import Baseline, parse_baseline, read_baseline
from gaojian.errors import UsageError

OLD = "全年产值增长%，创历史新高。\n"
NEW = "全年完成投资万元，比上年多。\n"
PLAIN = "本行没有问题，只是凑数。\n"
FILE = "gaojian-baseline.json"


@pytest.fixture
def drafts(folder: Path, gaojian: Gaojian) -> Path:
    """Return a folder of two drafts whose three findings are in the baseline that its configuration names."""
    (folder / "gaojian.toml").write_text(f'baseline = "{FILE}"\n', "utf-8")
    (folder / "甲.md").write_text(PLAIN + OLD + OLD, "utf-8")
    (folder / "乙.txt").write_text(OLD, "utf-8")
    written = gaojian("baseline", "write")
    assert (written.returncode, written.stderr) == (0, f"{FILE}：记下 3 处\n")
    return folder


def found(gaojian: Gaojian, *arguments: str) -> list[str]:
    process = gaojian("check", *arguments)
    return [line.partition(" ")[0] + line.partition(" ")[2][:6] for line in process.stdout.splitlines()]


def test_known_findings_are_not_seen_again(drafts: Path, gaojian: Gaojian) -> None:
    """After writing there is nothing to report, and how much is known is said."""
    process = gaojian("check")

    assert (process.returncode, process.stdout) == (0, "")
    assert "基线里已有的 3 处没有列出" in process.stderr
    assert len(found(gaojian, "--no-baseline")) == 3
    assert sorted(path.name for path in drafts.iterdir()) == [FILE, "gaojian.toml", "乙.txt", "甲.md"]


def test_a_new_fault_is_seen_alone(drafts: Path, gaojian: Gaojian) -> None:
    """One faulty line gives one finding, wherever it is put."""
    (drafts / "甲.md").write_text(PLAIN * 1000 + OLD + NEW + PLAIN + OLD, "utf-8")

    assert found(gaojian) == ["甲.md:1002:7:BLK001"]


def test_what_is_known_twice_is_new_the_third_time(drafts: Path, gaojian: Gaojian) -> None:
    """Equal findings are counted."""
    (drafts / "甲.md").write_text(OLD + PLAIN + OLD + PLAIN + OLD, "utf-8")

    assert found(gaojian) == ["甲.md:5:7:BLK002"]


def test_a_renamed_document_keeps_what_is_known_of_it(drafts: Path, gaojian: Gaojian) -> None:
    """Its content is known as often as it was; what stands in one more document is new."""
    (drafts / "甲.md").rename(drafts / "丙.md")
    renamed = found(gaojian)
    (drafts / "丁.txt").write_text(OLD, "utf-8")

    assert (renamed, len(found(gaojian))) == ([], 1)


def test_mended_findings_are_forgotten(drafts: Path, gaojian: Gaojian) -> None:
    """Pruning takes out what is gone, adds nothing, and --check only looks."""
    (drafts / "甲.md").write_text(OLD + NEW, "utf-8")
    (drafts / "乙.txt").unlink()
    before = (drafts / FILE).read_bytes()

    checked = gaojian("baseline", "prune", "--check")
    unchanged = (drafts / FILE).read_bytes()
    pruned = gaojian("baseline", "prune")
    again = gaojian("baseline", "prune", "--check")

    assert (checked.returncode, unchanged, checked.stderr) == (1, before, f"{FILE}：可删 2 处，还有 1 处\n")
    assert (pruned.returncode, again.returncode) == (0, 0)
    assert [(e.path, e.code, n) for e, n in read_baseline(drafts / FILE).counts.items()] == [("甲.md", "BLK002", 1)]
    assert found(gaojian) == ["甲.md:2:7:BLK001"]


def test_writing_part_keeps_what_is_known_of_the_rest(drafts: Path, gaojian: Gaojian) -> None:
    """Files that are not named, checks that are not selected and files that cannot be read keep their entries."""
    (drafts / "乙.txt").write_bytes(b"\x00\xff\xfe\x00" * 9)

    gaojian("baseline", "write", "--select", "DUP", "甲.md")
    failed = gaojian("baseline", "write", ".")

    assert failed.returncode == 2
    assert sorted(entry.path for entry in read_baseline(drafts / FILE).counts.elements()) == [
        "乙.txt",
        "甲.md",
        "甲.md",
    ]


def test_a_ci_can_demand_that_the_baseline_only_shrinks(drafts: Path, gaojian: Gaojian) -> None:
    """Show --since lists what was added since a revision and ends in 1."""
    git(drafts, "init", "--quiet")
    git(drafts, "add", "--all")
    git(drafts, "commit", "--quiet", "--message", "one")
    same = gaojian("baseline", "show", "--since", "HEAD")
    (drafts / "丙.md").write_text(NEW, "utf-8")
    gaojian("baseline", "write")
    grown = gaojian("baseline", "show", "--since", "HEAD")
    unknown = gaojian("baseline", "show", "--since", "nowhere")

    assert (same.returncode, same.stdout) == (0, "")
    assert (grown.returncode, grown.stdout) == (1, "1  BLK001  丙.md  万元\n")
    assert (unknown.returncode, unknown.stderr.count("nowhere")) == (2, 2)


def test_show_lists_what_is_known(drafts: Path, gaojian: Gaojian) -> None:
    """Counts, codes, files and what was found, in the order of the file."""
    shown = gaojian("baseline", "show", "--baseline", str(drafts / FILE))

    assert shown.stdout == "1  BLK002  乙.txt  %\n2  BLK002  甲.md   %\n"


def test_known_findings_are_not_fixed(folder: Path, gaojian: Gaojian) -> None:
    """--fix leaves alone what nobody is to see."""
    (folder / "a.md").write_text("始建于一九五○年。\n", "utf-8")
    gaojian("baseline", "write", "a.md")
    (folder / "a.md").write_text("始建于一九五○年。\n扩建于一九六○年。\n", "utf-8")

    gaojian("check", "--fix", "--baseline", FILE, "a.md")

    assert (folder / "a.md").read_text("utf-8") == "始建于一九五○年。\n扩建于一九六〇年。\n"


ENTRY = '{"path": "a", "code": "A", "fingerprint": "", "count": 1, "text": ""}'


@pytest.mark.parametrize(
    "content",
    [
        *("", "[]", "{}", '{"version": 1}', "[" * 100_000),
        *(
            f'{{"version": 1, "findings": [{entry}]}}'
            for entry in ("{}", "1", ENTRY.replace('"a"', "1"), ENTRY.replace("1", "0"), ENTRY.replace("1", '"1"'))
        ),
    ],
)
def test_a_broken_baseline_is_named(content: str) -> None:
    """Whatever stands in the file, it is one sentence."""
    with pytest.raises(UsageError, match="is no baseline of gaojian, or broken"):
        parse_baseline(Path(FILE), content.encode())


def test_a_baseline_of_the_future_is_named(drafts: Path, gaojian: Gaojian) -> None:
    """The documents are checked all the same, with exit code 2."""
    (drafts / FILE).write_text('{"version": 2, "findings": []}', "utf-8")
    process = gaojian("check")

    assert (process.returncode, len(process.stdout.splitlines())) == (2, 3)
    assert "基线文件的版本是 2，本程序只认 1" in process.stderr


def test_the_file_is_the_same_after_reading_and_writing(drafts: Path) -> None:
    """One entry a line, in a fixed order."""
    file = drafts / FILE
    baseline = read_baseline(file)

    assert "".join(baseline.lines()) == file.read_text("utf-8")
    assert "".join(Baseline(file).lines()) == '{"version": 1, "findings": [\n]}\n'


def test_a_repository_of_real_documents_is_adopted_in_an_afternoon(
    shared: Path, folder: Path, gaojian: Gaojian
) -> None:
    """Written down, nothing is left; a faulty line is one finding; moved lines none; a mended fault is pruned."""
    for genre in ("policy", "taiwan-regulations"):
        shutil.copytree(shared / "corpora" / genre, folder / genre)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "all")
    every = ("--select", "ALL", "--baseline", FILE)
    written = gaojian("baseline", "write", *every, "policy", "taiwan-regulations")
    silent = gaojian("check", *every, "policy", "taiwan-regulations")
    victim = max((path for path in (folder / "policy").rglob("*.md")), key=lambda path: path.stat().st_size)
    text = victim.read_text("utf-8")
    victim.write_text(text + "\n\n" + NEW, "utf-8")
    faulty = gaojian("check", *every, "policy", "taiwan-regulations")
    changed = gaojian("check", "--changed", "HEAD", "--select", "BLK")
    filler = "".join(f"第{number}段是补进来的普通文字，没有错处。\n\n" for number in range(500))
    head, line, rest = text.partition("\n")
    victim.write_text(head + line + "\n" + filler + rest, "utf-8")
    moved = gaojian("check", "--select", "BLK,PLH,QUO001,QUO002,ANA", "--baseline", FILE, "policy")

    assert (written.returncode, silent.stdout, silent.returncode) == (0, "", 0)
    assert [line.split()[1] for line in faulty.stdout.splitlines()] == ["BLK001"]
    assert [line.split()[1] for line in changed.stdout.splitlines()] == ["BLK001"]
    assert moved.stdout == ""

    known = read_baseline(folder / FILE)
    doomed = next(iter(sorted(known.counts)))
    (folder / doomed.path).unlink()
    pruned = gaojian("baseline", "prune", *every, "policy", "taiwan-regulations")

    left = read_baseline(folder / FILE).counts
    assert pruned.returncode == 0
    assert doomed.path not in {entry.path for entry in left}
    assert not left - known.counts
