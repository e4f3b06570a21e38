"""A document in Traditional characters as its twin in Simplified ones, so that one check reads both scripts."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial, wraps
from typing import TypeVar

from gaojian import Check, Document, Finding, Fix, Pattern, Text
from gaojian_checks.language.dates import is_taiwanese
from gaojian_checks.language.fold import simplified
from gaojian_checks.language.genre import is_technical, verdict
from gaojian_checks.language.latin import latin
from gaojian_checks.language.script import script

C = TypeVar("C", bound=Check)
_QUOTED = Pattern("“[^”]*”|《[^》]*》")
_NEAR = 200


def in_simplified(document: Document) -> Document:
    """Return ``document`` with its prose in Simplified characters; call it through ``document.get``.

    The twin has the same text, lines and places; all that is computed from prose is computed from the other prose, but
    for what kind of document it is, and for its Latin characters.
    """
    folded = document.get(simplified)
    if folded is document.prose:
        return document
    return document.with_prose(folded, script, is_taiwanese, verdict, is_technical, latin)


def in_both_scripts(
    check: Callable[[C, Document], Iterable[Finding]],
) -> Callable[[C, Document], Iterable[Finding]]:
    """Make ``check``, the method of a check that knows Simplified characters, work on documents in either script.

    It looks at the twin of a document in Traditional characters. What it quotes from there is given as the document has
    it, 台 or 臺, and what it proposes in Traditional characters.
    """

    @wraps(check)
    def checked(self: C, document: Document) -> Iterable[Finding]:
        twin = document.get(in_simplified)
        found = check(self, twin)
        return found if twin is document else map(partial(_in_traditional, document, twin), found)

    return checked


def _in_traditional(document: Document, twin: Document, finding: Finding) -> Finding:
    def as_written(match: re.Match[str]) -> str:
        quoted = match[0]
        words = quoted[1:-1]
        start = twin.prose.find(words, max(0, finding.span.start - _NEAR))
        if start < 0 or not words:
            return _in_traditional_characters(quoted)
        return f"{quoted[0]}{document.text[start : start + len(words)]}{quoted[-1]}"

    def with_quotations(text: Text) -> Text:
        return Text(*(_QUOTED.compiled.sub(as_written, sentence) for sentence in text))

    fix = finding.fix
    if fix is not None:
        edits = tuple(edit._replace(replacement=_in_traditional_characters(edit.replacement)) for edit in fix.edits)
        fix = Fix(with_quotations(fix.title), edits, fix.safety)
    return finding._replace(message=with_quotations(finding.message), fix=fix)


def _in_traditional_characters(text: str) -> str:
    # Most fixes delete something, or write digits and marks: the dictionary takes 40 ms to read.
    return text if text.isascii() else _converter()(text)


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    import opencc  # noqa: PLC0415 (loading costs more than checking a small draft)

    convert: Callable[[str], str] = opencc.OpenCC("s2tw").convert
    return convert
