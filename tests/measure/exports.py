"""Compare what is read of documents with LibreOffice's text export: ``python tests/measure/exports.py DIR``.

Every Word, OpenDocument, RTF and HTML file under DIR is read and exported; lines are compared without blanks and
bullets, and cells of tables as lines of their own. Printed are, file by file, the lines that only one of the two has
(- is gaojian's, + is LibreOffice's), and then the sums. LibreOffice exports no headers, notes or text boxes: where
these follow the body they are only counted. It measures and exits with 0.
"""

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from gaojian.reading import ReadError, read_file

SUFFIXES = (".docx", ".docm", ".dotx", ".doc", ".wps", ".rtf", ".odt", ".fodt", ".html", ".htm", ".xhtml")
_PAGES = (".html", ".htm", ".xhtml")
_BULLETS = "•◦▪●○■□"
_BLANKS = re.compile(r"[\s\ufffc\u200b\ufeff]+")


class Comparison(NamedTuple):
    """How many lines both have, and those of one alone, marked, in order."""

    same: int
    differences: list[str]

    def __str__(self) -> str:
        only = {mark: sum(line.startswith(mark) for line in self.differences) for mark in "-+"}
        return f"{self.same} lines the same, {only['-']} only read, {only['+']} only exported"


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--width", type=int, default=100, help="characters of a line that are printed (100)")
    options = parser.parse_args(arguments)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        print("LibreOffice is not installed: nothing to compare with", file=sys.stderr)
        return 0
    files = sorted(file for folder in options.folders for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES)
    total = Comparison(0, [])
    with TemporaryDirectory(prefix="gaojian-exports-") as scratch:
        for file, exported in exports(program, files, Path(scratch)):
            found, remark = compared(file, exported)
            print(f"\n# {file.name}: {remark}", *(line[: options.width] for line in found.differences), sep="\n")
            total = Comparison(total.same + found.same, total.differences + found.differences)
    print(f"\n{len(files)} files: {total}")
    return 0


def compared(file: Path, exported: str | None) -> tuple[Comparison, str]:
    """Return what ``file`` and its export have in common, and that in words."""
    try:
        document = read_file(file, file.name)
    except ReadError as error:
        other = "does not open it either" if exported is None else "opens it"
        return Comparison(0, []), f"refused, LibreOffice {other}: {error.text.en}"
    if exported is None:
        return Comparison(0, []), "read, LibreOffice does not open it"
    start, end = document.body or (0, len(document.text))
    found = compare(lines(document.text[start:end]), lines(exported))
    beside = len(lines(document.text[end:]))
    return found, f"{found}, {beside} beside the body"


def exports(program: str, files: Sequence[Path], scratch: Path) -> Iterator[tuple[Path, str | None]]:
    """Yield each of ``files`` with the text that LibreOffice exports; None where it does not open the file."""
    numbered = {file: scratch / f"{number}{file.suffix.lower()}" for number, file in enumerate(files)}
    for file, copy in numbered.items():
        shutil.copyfile(file, copy)
    for pages in (False, True):
        chosen = [copy for copy in numbered.values() if (copy.suffix in _PAGES) is pages]
        # A page would be opened for the web, which exports as no other text does.
        form = ("--infilter=HTML (StarWriter)",) if pages else ()
        command = (program, f"-env:UserInstallation={(scratch / 'profile').as_uri()}", "--headless", *form)
        to = ("--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(scratch))
        if chosen:
            subprocess.run([*command, *to, *map(str, chosen)], capture_output=True, check=False, timeout=600)
    for file, copy in numbered.items():
        exported = copy.with_suffix(".txt")
        yield file, exported.read_text("utf-8-sig") if exported.exists() else None


def lines(text: str) -> list[str]:
    """Return the lines of ``text`` that hold anything, without blanks; a cell of a row is a line."""
    cells = [cell for line in text.splitlines() for cell in re.split(r"(?:^| )\|(?: |$)", line)]
    return [line for cell in cells if (line := _BLANKS.sub("", cell).lstrip(_BULLETS))]


def compare(ours: Sequence[str], theirs: Sequence[str]) -> Comparison:
    """Return what both have, and what only one of them has."""
    same, differences = 0, []
    for operation, first, last, begin, end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if operation == "equal":
            same += last - first
        else:
            differences += [*(f"- {line}" for line in ours[first:last]), *(f"+ {line}" for line in theirs[begin:end])]
    return Comparison(same, differences)


if __name__ == "__main__":
    sys.exit(main())
