"""Measure how often the kind of a document is recognised: ``python tests/measure/recognition.py``.

Each file of the shared corpora has kinds that are right for it, by the folder it was collected in and, where a folder
holds several kinds, by the beginning or a part of its name. What is read is the text; names only label it. A file that
says nothing (an empty index, a stub) has no label and is left out.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from clean import CORPORA
from gaojian import Document
from gaojian.errors import GaojianError
from gaojian.reading import read_file
from gaojian_checks import recognise
from gaojian_checks.language.outline import title

REPORT, NOTICE, STATUTE, CASE, SPECIMEN, TECHNICAL = "report", "notice", "statute", "case", "specimen", "technical"
TAIWAN = "zh-hant"
# The first row that fits decides; none to leave a file out.
LABELS: tuple[tuple[str, str, frozenset[str]], ...] = tuple(
    (folder, name, frozenset(kinds))
    for folder, name, *kinds in (
        ("work-reports", "*", REPORT),
        ("laws", "*_index.md"),
        ("laws", "aa4273*"),
        # Questions and cases that carry no such name.
        *(("laws", f"{start}*", CASE) for start in ("37950f", "67068c", "96d804")),
        ("laws", "*案.md", CASE),
        ("laws", "*通知(*", NOTICE, STATUTE),
        ("laws", "*", STATUTE),
        ("taiwan-regulations", "*", STATUTE),
        ("technical", "*", TECHNICAL),
        # A regulation that is issued by a notice is both.
        ("policy", "*gw-tongzhi-20201207*", NOTICE, STATUTE),
        # Notes on official documents: examples out of them, and what is to be learnt.
        ("policy", "corpus__excerpts*"),
        ("policy", "policy-texts.txt"),
        ("policy", "samples__output__工作方案*", REPORT),
        *(
            ("policy", f"*{word}*", NOTICE)
            for word in ("gw-tongzhi", "gw-han", "samples__output__通知", "output__请示")
        ),
        *(
            ("policy", f"*{word}*", REPORT)
            for word in ("gw-zongjie", "gw-baogao", "gw-jiyao", "gw-dangwei", "output__报告")
        ),
        ("policy", "*gw-shishifangan*", NOTICE, REPORT),
        ("policy", "templates__*", SPECIMEN),
        # The rest are pages of the project that collected them.
        ("policy", "*", TECHNICAL, SPECIMEN, REPORT),
        ("word", "docx__*", NOTICE, REPORT),
        # Letterheads with nothing in them.
        ("word", "*"),
        # Pages without a word of Chinese.
        *(("html", name) for name in ("inc__class_dl*", "events__firefox4party*")),
        ("html", "*", REPORT, TECHNICAL),
    )
)
IN_TRADITIONAL = ("taiwan-regulations", "html")
FLOOR = 0.97


class Reading(NamedTuple):
    """A file, the kinds that are right for it, and those it was read as."""

    folder: str
    name: str
    right: frozenset[str]
    kind: str
    taiwan: bool
    reason: str
    kind_without_title: str

    @property
    def is_right(self) -> bool:
        """Whether genre and script were recognised."""
        return self.kind in self.right and self.taiwan == (self.folder in IN_TRADITIONAL)


def label(folder: str, name: str) -> frozenset[str]:
    """Return the kinds that are right for a file, none where it has no kind."""
    return next(kinds for other, pattern, kinds in LABELS if other == folder and fnmatch(name, pattern))


def readings(corpora: Path = CORPORA) -> Iterator[Reading]:
    """Yield every file that has a label with what it is recognised as."""
    for folder in dict.fromkeys(folder for folder, _, _ in LABELS):
        for path in sorted((corpora / folder).rglob("*")):
            if not path.is_file() or not (right := label(folder, path.name)):
                continue
            try:
                document = read_file(path, path.name)
            except GaojianError:
                continue
            recognition = recognise(document)
            kind, *more = recognition.profiles
            bare = recognise(untitled(document)).profiles[0]
            yield Reading(folder, path.name, right, kind, TAIWAN in more, recognition.reasons[0].zh, bare)


def untitled(document: Document) -> Document:
    """Return ``document`` without its title, so that structure alone can tell its kind."""
    span = document.get(title)
    if span is None:
        return document
    return Document(document.path, document.text[: span.start] + document.text[span.end :].lstrip("\n"), document.kind)


def table(found: list[Reading]) -> Iterator[str]:
    """Yield the table in Markdown: a row for each folder and kind, what it was recognised as, and the share right."""
    kinds = (REPORT, NOTICE, STATUTE, CASE, SPECIMEN, TECHNICAL)
    yield f"| corpus | kind | files | {' | '.join(kinds)} | right | kind right without title |"
    yield f"|---|---|---:|{'---:|' * (len(kinds) + 2)}"
    rows: dict[tuple[str, str], list[Reading]] = {}
    for reading in found:
        rows.setdefault((reading.folder, " or ".join(sorted(reading.right))), []).append(reading)
    for (folder, right), readings_of in [*rows.items(), (("all", ""), found)]:
        counts = Counter(reading.kind for reading in readings_of)
        cells = " | ".join(str(counts[kind] or "") for kind in kinds)
        bare = sum(reading.kind_without_title in reading.right for reading in readings_of) / len(readings_of)
        yield f"| {folder} | {right} | {len(readings_of)} | {cells} | {share(readings_of):.1%} | {bare:.1%} |"


def share(found: list[Reading]) -> float:
    """Return the share of files whose kind was recognised."""
    return sum(reading.is_right for reading in found) / len(found) if found else 1.0


def main() -> int:
    """Print the table and what was not recognised; return 1 where the share is below the floor."""
    found = list(readings())
    print("\n".join(table(found)), "", sep="\n")
    for reading in found:
        if not reading.is_right:
            read_as = reading.kind + (f" {TAIWAN}" if reading.taiwan else "")
            right = " or ".join(sorted(reading.right))
            print(f"- {reading.folder}/{reading.name}: {read_as} ({reading.reason}), not {right}")
    return int(share(found) < FLOOR)


if __name__ == "__main__":
    sys.exit(main())
