"""Clean text to measure with: real documents where they are at hand, else the clean drafts of the project."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from gaojian import Document, Kind

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
GENRES = {
    "work-reports": "reports of governments on their work",
    "policy": "policy papers and notices",
    "laws": "statutes, rules and cases",
    "taiwan-regulations": "statutes in Traditional characters",
    "technical": "manuals in Markdown",
}
KINDS = {".txt": Kind.TEXT, ".md": Kind.MARKDOWN}


class CleanText(NamedTuple):
    """A document that is taken to be free of faults, and the genre it was found under."""

    genre: str
    document: Document


def default_folders() -> list[Path]:
    """Return the folders of the shared corpora, or where they are absent those of the clean examples."""
    shared = [CORPORA / genre for genre in GENRES if (CORPORA / genre).is_dir()]
    return shared or [path for path in (ROOT / "examples" / "clean",) if path.is_dir()]


def load(folders: Iterable[Path]) -> list[CleanText]:
    """Return every text and Markdown file under ``folders``, in the order of their names."""
    return [
        CleanText(folder.name, read(path, folder))
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in KINDS and path.is_file()
    ]


def read(path: Path, folder: Path) -> Document:
    """Return the document at ``path``, named as seen from the folder above ``folder``."""
    text = path.read_bytes().decode("utf-8-sig")
    return Document(path.relative_to(folder.parent).as_posix(), text, KINDS[path.suffix])
