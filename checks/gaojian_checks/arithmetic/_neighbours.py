"""Documents that plainly belong together: one lists the other as its attachment, or both have one title and year."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from gaojian import Document, Pattern
from gaojian_checks.language.attachments import attachments
from gaojian_checks.language.outline import title

_SHORTEST_NAME = 4
_YEAR = Pattern("[12１２][0-9０-９]{3}|[一二][〇零九][〇零一二三四五六七八九]{2}")
Names = tuple[str, tuple[str, ...]]
"""The title of a document and the attachments that it lists, letters and digits alone."""


def name_of(document: Document) -> str:
    """Return the title of ``document``, letters and digits alone; "" where it has none."""
    heading = document.get(title)
    return "" if heading is None else _core(document.prose[heading.start : heading.end])


def listed_names(document: Document) -> tuple[str, ...]:
    """Return the names of the attachments that ``document`` lists; those too short to tell anything are left out."""
    names = [document.prose[slice(*item.name)] for listed in document.get(attachments) for item in listed]
    return tuple([core for name in names if len(core := _core(name)) >= _SHORTEST_NAME])


def pairs(names: Mapping[str, Names]) -> Iterator[tuple[str, str]]:
    """Yield the paths of documents in one folder that belong together, the one that lists the other first."""
    folders: dict[PurePosixPath, list[str]] = {}
    for path in names:
        folders.setdefault(PurePosixPath(path).parent, []).append(path)
    for paths in folders.values():
        called: dict[str, list[str]] = {}
        for path in paths:
            for name in {names[path][0], _core(PurePosixPath(path).stem)}:
                called.setdefault(name, []).append(path)
        for path in paths:
            own, listed = names[path]
            others = {other for name in listed for other in called.get(name, ())}
            same = [other for other in called[own] if names[other][0] == own] if _YEAR.search(own) else []
            # All are compared with the first of them, so that many drafts are no work of many times many.
            if same and path == min(same):
                others |= set(same)
            yield from ((path, other) for other in sorted(others - {path}))


def _core(words: str) -> str:
    return "".join(character for character in words if character.isalnum())
