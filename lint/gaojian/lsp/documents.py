"""Documents by key and by name: the text of the editor where one is open, else the file."""

import os
from collections.abc import Callable
from pathlib import Path

from gaojian.discover import shown
from gaojian.document import Document
from gaojian.examine import Source
from gaojian.lsp.messages import Draft
from gaojian.lsp.positions import Ruler
from gaojian.reading import ReadError, is_plain
from gaojian.reading.encoding import decode

# Documents that findings point at are few, but a workspace may have many.
_MOST_KEPT = 64
_MARK = "\ufeff"
_MARKUP = (".html", ".htm", ".xhtml")
Reading = Callable[[Path, str], tuple[str, str | None]]
"""From the folder and the name of a document to its profile and its encoding."""


class Documents:
    """Gives the document by its name, as a library of checks does, and all that belongs to it."""

    def __init__(self, encoding: str, reading: Reading) -> None:
        self._encoding = encoding
        self._reading = reading
        self._drafts: dict[str, Draft] = {}
        self._keys: dict[str, str] = {}
        self._kept: dict[str, Document | None] = {}
        self._rulers: dict[str, Ruler] = {}

    @property
    def open_keys(self) -> frozenset[str]:
        """The keys of documents that the editor holds."""
        return frozenset(self._drafts)

    def hold(self, draft: Draft) -> Path:
        """Take the text of an open document; return its folder."""
        self._drafts[draft.key] = draft
        self.forget(draft.key)
        return self.folder(draft.key)

    def release(self, key: str) -> None:
        """Give up the text of a document that the editor has closed."""
        self._drafts.pop(key, None)
        self.forget(key)

    def forget(self, key: str) -> None:
        """Read the document anew when it is asked for again."""
        name = self.name(key)
        self._kept.pop(name, None)
        self._rulers.pop(name, None)

    def folder(self, key: str) -> Path:
        """Return the folder whose configuration holds for a document."""
        return Path(key).parent if _is_file(key) else Path.cwd()

    def name(self, key: str) -> str:
        """Return what the document is called in reports."""
        return shown(Path(key)) if _is_file(key) else self._drafts[key].name if key in self._drafts else key

    def key(self, name: str) -> str:
        """Return the key of the document that reports call ``name``."""
        return self._keys.get(name, name)

    def version(self, key: str) -> int | None:
        """Return the version of an open document."""
        return self._drafts[key].version if key in self._drafts else None

    def source(self, key: str) -> Source:
        """Return what to check under ``key``: what the editor holds, unless it cannot be text at all."""
        name = self.name(key)
        self._keys[name] = key
        draft = self._drafts.get(key)
        if draft is None or not _is_text(name):
            return Source(name, Path(key))
        return Source(name, data=draft.text.encode(), encoding="utf-8")

    def __call__(self, name: str) -> Document | None:
        """Return the document that reports call ``name``, None if it cannot be read."""
        if name not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
                self._rulers.clear()
            key = self.key(name)
            profile, encoding = self._reading(self.folder(key), name)
            try:
                self._kept[name] = self.source(key).read(profile, encoding)
            except ReadError:
                self._kept[name] = None
        return self._kept[name]

    def text(self, name: str) -> str | None:
        """Return the text of the document that reports call ``name``."""
        document = self(name)
        return None if document is None else document.text

    def ruler(self, name: str) -> Ruler:
        """Return the ruler of the source of the document that reports call ``name``."""
        if name not in self._rulers:
            draft = self._drafts.get(self.key(name))
            mark = _MARK if draft is not None and draft.text.startswith(_MARK) else ""
            self._rulers[name] = Ruler(self._source_text(name), self._encoding, mark)
        return self._rulers[name]

    def _source_text(self, name: str) -> str | None:
        document = self(name)
        if document is None or not _is_text(name):
            return None
        if document.origin is None:
            return document.text
        try:
            return decode(self.source(self.key(name)).contents(), document.encoding).text
        except ReadError:
            return None


def _is_file(key: str) -> bool:
    return os.path.isabs(key)  # noqa: PTH117 (a key is a path as text, or a URI)


def _is_text(name: str) -> bool:
    return is_plain(name) or name.lower().endswith(_MARKUP)
