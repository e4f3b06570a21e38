"""The examples of a check: its documentation and its tests at once."""

from collections.abc import Mapping
from types import MappingProxyType

from gaojian.record import NamedTuple
from gaojian.text import Span

OPEN, CLOSE = "⟦", "⟧"


class Example(NamedTuple):
    """Text with the expected findings marked by ⟦ and ⟧, one mark a finding; marks may nest, and may be empty.

    ``files`` maps paths to marked texts; a suffix of .md makes a document Markdown. ``fixed`` is the full text after
    all fixes. ``options`` are those of the check, by field name. ``whole`` says that the text is a complete document
    whose first or last lines matter, so nothing may be put around it. ``profile`` is the declared genre.
    """

    files: Mapping[str, str]
    fixed: str | None = None
    options: Mapping[str, object] = MappingProxyType({})
    whole: bool = False
    profile: str = "auto"

    @property
    def is_bad(self) -> bool:
        """Whether any finding is expected."""
        return any(OPEN in text for text in self.files.values())

    def sources(self) -> dict[str, str]:
        """Return the plain text of every file, marks removed."""
        return {path: text.replace(OPEN, "").replace(CLOSE, "") for path, text in self.files.items()}

    def expected(self) -> dict[str, list[Span]]:
        """Return the expected spans of every file, sorted, in code points of the plain text."""
        return {path: unmark(text)[1] for path, text in self.files.items()}


def unmark(marked: str) -> tuple[str, list[Span]]:
    """Return the text without ⟦ ⟧ and the sorted spans that they marked.

    Raises ValueError when a mark has no partner.
    """
    plain: list[str] = []
    starts: list[int] = []
    spans: list[Span] = []
    for character in marked:
        if character == OPEN:
            starts.append(len(plain))
        elif character == CLOSE:
            if not starts:
                raise ValueError(f"{CLOSE} without {OPEN} in {marked!r}")
            spans.append(Span(starts.pop(), len(plain)))
        else:
            plain.append(character)
    if starts:
        raise ValueError(f"{OPEN} without {CLOSE} in {marked!r}")
    return "".join(plain), sorted(spans)


def bad(
    text: str | Mapping[str, str],
    *,
    fixed: str | None = None,
    options: Mapping[str, object] | None = None,
    whole: bool = False,
    profile: str = "auto",
) -> Example:
    """Return an example with faults; ``text`` is one marked text, or paths with their marked texts."""
    if not _is_marked(text):
        raise ValueError(f"an example of a fault marks it with {OPEN} {CLOSE}: {text!r}")
    return Example(_files(text), fixed, options or {}, whole, profile)


def good(
    text: str | Mapping[str, str],
    *,
    options: Mapping[str, object] | None = None,
    whole: bool = False,
    profile: str = "auto",
) -> Example:
    """Return an example on which the check is silent."""
    if _is_marked(text):
        raise ValueError(f"an example of clean text has no marks: {text!r}")
    return Example(_files(text), None, options or {}, whole, profile)


def _is_marked(text: str | Mapping[str, str]) -> bool:
    # A draft imports hundreds of examples, nearly all of one text.
    return OPEN in text if isinstance(text, str) else any(OPEN in one for one in text.values())


def _files(text: str | Mapping[str, str]) -> Mapping[str, str]:
    return {"示例.txt": text} if isinstance(text, str) else text
