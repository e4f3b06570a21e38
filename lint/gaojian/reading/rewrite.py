"""Text back to bytes: spans of a decoded text are replaced in the bytes of its file, and no other byte is touched.

To encode the whole text again would change what Big5 has twice (see ``encoding``), so only replacements are encoded.
"""

from collections.abc import Sequence
from itertools import pairwise

from gaojian.diagnostic import Edit, Text
from gaojian.errors import GaojianError
from gaojian.reading.encoding import SHOWN
from gaojian.record import NamedTuple
from gaojian.text import LineIndex

# Big5-HKSCS has Ê̄, Ê̌, ê̄ and ê̌ as one code each, which is read as two characters.
_BASES, _ACCENTS = ("Ê", "ê"), ("\u0304", "\u030c")


class RewriteError(GaojianError):
    """A file that cannot be rewritten as asked; ``edit`` is the one that its encoding cannot hold, if that is why."""

    def __init__(self, text: Text, edit: Edit | None = None) -> None:
        super().__init__(text)
        self.edit = edit


class _Stretch(NamedTuple):
    """What is encoded at once in place of ``text[start:end]``; ``edits`` are those within."""

    start: int
    end: int
    edits: tuple[Edit, ...]


def rewrite(data: bytes, document_text: str, encoding: str, bom: bool, edits: Sequence[Edit]) -> bytes:  # noqa: FBT001 (the fields of a document, in their order)
    """Return ``data`` with ``edits`` made; all bytes outside them, the byte order mark and newlines stay as they are.

    ``document_text``, ``encoding`` and ``bom`` are those of the document read from ``data``; ``edits`` are spans of its
    text, sorted and without overlap. A replacement is written as it stands, its newlines too. Raises RewriteError where
    the encoding has no code for a replacement, and where ``data`` is not what the document was read from.
    """
    start = len("\ufeff".encode(encoding)) if bom else 0
    if _decoded(data[start:], encoding) != document_text:
        raise RewriteError(
            Text(
                "检查之后文件有改动，没有改写；请再运行一次",
                "was changed after it was checked and left alone; run again",
            )
        )
    if any(edit.span.start < before.span.end for before, edit in pairwise(edits)):
        message = "edits are to be sorted and must not overlap"
        raise ValueError(message)
    pieces, place, offset = [data[:start]], start, 0
    for stretch in _stretches(document_text, encoding, edits):
        # The two codes of what Big5 has twice are equally long, so the length is that of the bytes that were read.
        kept = place + len(document_text[offset : stretch.start].encode(encoding))
        pieces.append(data[place:kept])
        pieces.append(_encoded(document_text, encoding, stretch))
        place = kept + len(document_text[stretch.start : stretch.end].encode(encoding))
        offset = stretch.end
    pieces.append(data[place:])
    return b"".join(pieces)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _stretches(text: str, encoding: str, edits: Sequence[Edit]) -> list[_Stretch]:
    """Return what has to be encoded together: an edit, with the other half of a code that it cuts or completes."""
    if encoding != "big5hkscs":
        return [_Stretch(*edit.span, (edit,)) for edit in edits]
    stretches: list[_Stretch] = []
    for edit in edits:
        start, end = edit.span
        if text[max(0, start - 1) : start] in _BASES:
            start -= 1
        if text[end : end + 1] in _ACCENTS:
            end += 1
        if stretches and start <= stretches[-1].end:
            before = stretches.pop()
            stretches.append(_Stretch(before.start, max(end, before.end), (*before.edits, edit)))
        else:
            stretches.append(_Stretch(start, end, (edit,)))
    return stretches


def _encoded(text: str, encoding: str, stretch: _Stretch) -> bytes:
    """Return the bytes of ``stretch`` with its edits made. Raises RewriteError."""
    pieces, offset = [], stretch.start
    for edit in stretch.edits:
        pieces += [text[offset : edit.span.start], edit.replacement]
        offset = edit.span.end
    replacement = "".join([*pieces, text[offset : stretch.end]])
    if _holds(encoding, replacement):
        return replacement.encode(encoding)
    # No edit or character on its own is to blame where two halves of a code were parted.
    edit = next((edit for edit in stretch.edits if not _holds(encoding, edit.replacement)), stretch.edits[0])
    character = next(character for character in replacement if not _holds(encoding, character))
    line = LineIndex(text).position(edit.span.start).line
    name = SHOWN[encoding]
    raise RewriteError(
        Text(
            f"第 {line} 行：{name} 编码里没有“{character}”（U+{ord(character):04X}），无法写入；"
            "请先把文件转存为 UTF-8 编码",
            f"line {line}: {name} has no “{character}” (U+{ord(character):04X}) to be written;"
            " save the file as UTF-8 first",
        ),
        edit,
    )


def _holds(encoding: str, text: str) -> bool:
    """Return whether ``encoding`` has codes for ``text``: cp950 writes some characters as what resembles them."""
    try:
        return text.encode(encoding).decode(encoding) == text
    except UnicodeEncodeError:
        return False
