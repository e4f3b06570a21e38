"""Guides to writing, which show the blanks of official documents as examples."""

from gaojian import Document, Pattern

_GUIDE = Pattern(r"标题骨架|可直接替换|占位符|待补位|写作骨架|标题写法|文种")
_GUIDE_WORDS = 2


def is_writing_guide(document: Document) -> bool:
    """Return whether ``document`` teaches how official documents are written, and shows their blanks as examples."""
    return document.get(_teaches_writing)


def _teaches_writing(document: Document) -> bool:
    return sum(1 for _, _ in zip(_GUIDE.finditer(document.text), range(_GUIDE_WORDS), strict=False)) == _GUIDE_WORDS
