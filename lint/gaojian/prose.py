"""Hide what is not prose, one code point for one, so that offsets stay those of the source."""

import re

HIDDEN = "\ufffc"

_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})[^`\n]*\n(?:.*\n)*?[ \t>]*\1[`~]*[ \t]*$|<!--.*?-->|`[^`\n]+`", re.MULTILINE)
_URL = re.compile(r"https?://[!-~]+")


def _blank(match: "re.Match[str]") -> str:
    return re.sub(r"[^\n]", HIDDEN, match[0])


def hide_urls(text: str) -> str:
    """Return ``text`` with its URLs hidden."""
    return _URL.sub(_blank, text) if "://" in text else text


def hide_markdown(text: str) -> str:
    """Return Markdown ``text`` with code, comments and URLs hidden."""
    return hide_urls(_FENCE.sub(_blank, text))
