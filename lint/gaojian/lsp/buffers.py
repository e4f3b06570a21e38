"""The open documents of the editor, kept as the protocol tells of them."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.uris import to_fs_path

from gaojian.lsp.messages import Draft
from gaojian.lsp.positions import changed

_SURROGATES = re.compile("[\ud800-\udfff]")
_SUFFIXES = {"markdown": ".md", "html": ".html", "plaintext": ".txt"}


class Buffer:
    """One open document. ``uri`` is as the client writes it, ``key`` what the worker knows it by."""

    def __init__(self, item: types.TextDocumentItem) -> None:
        self.uri = item.uri
        self.key = key_of(item.uri)
        self.name = os.path.basename(self.key) if os.path.isabs(self.key) else _name(item)  # noqa: PTH117, PTH119
        self.text = item.text
        self.version = item.version

    def apply(self, changes: Iterable[types.TextDocumentContentChangeEvent], version: int, encoding: str) -> None:
        """Make ``changes``, one after another."""
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = change.range.start, change.range.end
                first, last = (start.line, start.character), (end.line, end.character)
                self.text = changed(self.text, first, last, change.text, encoding)
            else:
                self.text = change.text
        self.version = version

    @property
    def draft(self) -> Draft:
        """The document as the worker is told of it; half a character, which no encoding takes, is replaced."""
        return Draft(self.key, self.name, _SURROGATES.sub("\ufffd", self.text), self.version)


def key_of(uri: str) -> str:
    """Return the absolute path that ``uri`` stands for, or ``uri`` itself where it is no file.

    Folders are the real ones, as configurations know them; a link to a file is its own document.
    """
    path = to_fs_path(uri)
    if not path:
        return uri
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 (as above)
    return os.path.join(os.path.realpath(folder), name)  # noqa: PTH118 (for every key that is pressed)


def uri_of(key: str, links: Mapping[str, str]) -> str:
    """Return the URI of the document with ``key``; ``links`` are folders by their real paths."""
    for real, given in links.items():
        if key.startswith(real + os.sep):
            return Path(given + key.removeprefix(real)).as_uri()
    return Path(key).as_uri() if os.path.isabs(key) else key  # noqa: PTH117 (a key is a path as text, or a URI)


def _name(item: types.TextDocumentItem) -> str:
    """Return what to call a document that is no file, unlike any file; its suffix is that of its language."""
    parts = urlsplit(item.uri)
    name = f"{parts.scheme}:{unquote(parts.path).rsplit('/', 1)[-1]}"
    suffix = _SUFFIXES.get(item.language_id, "")
    return name if os.path.splitext(name)[1] else name + suffix  # noqa: PTH122 (no path of this system)
