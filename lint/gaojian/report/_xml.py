"""XML that any reader takes, whatever a document or a file name holds."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# What XML 1.0 has no way to write.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def opening(name: str, attributes: Mapping[str, object], *, empty: bool = False) -> str:
    """Return the tag that begins an element, or is all of it."""
    listed = "".join(f" {key}={quoteattr(_legal(str(value)))}" for key, value in attributes.items())
    return f"<{name}{listed}{'/' if empty else ''}>"


def content(text: str) -> str:
    """Return ``text`` as it stands between tags."""
    return escape(_legal(text))


def _legal(text: str) -> str:
    return _ILLEGAL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)
