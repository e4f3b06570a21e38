"""A document in Traditional characters as its twin in Simplified ones, so that one check reads both scripts."""

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import TypeVar

from gaojian import Check, Document, Finding, Fix, Pattern, Text
from gaojian_checks.language.dates import is_taiwanese
from gaojian_checks.language.fold import simplified
from gaojian_checks.language.genre import is_technical, verdict
from gaojian_checks.language.script import script

C = TypeVar("C", bound=Check)
_QUOTED = Pattern("“[^”]*”|《[^》]*》")


def in_simplified(document: Document) -> Document:
    """Return ``document`` with its prose in Simplified characters; call it through ``document.get``.

    The twin has the same text, lines and places; all that is computed from prose is computed from the other prose, but
    for what kind of document it is.
    """
    folded = document.get(simplified)
    if folded is document.prose:
        return document
    return document.with_prose(folded, script, is_taiwanese, verdict, is_technical)


def in_both_scripts(
    check: Callable[[C, Document], Iterable[Finding]],
) -> Callable[[C, Document], Iterable[Finding]]:
    """Make ``check``, the method of a check that knows Simplified characters, work on documents in either script.

    It looks at the twin of a document in Traditional characters, and what it quotes and writes is put into them.
    """

    @wraps(check)
    def checked(self: C, document: Document) -> Iterable[Finding]:
        twin = document.get(in_simplified)
        found = check(self, twin)
        return found if twin is document else map(_in_traditional, found)

    return checked


def _in_traditional(finding: Finding) -> Finding:
    fix = finding.fix
    if fix is not None:
        edits = tuple(edit._replace(replacement=_traditional(edit.replacement)) for edit in fix.edits)
        fix = Fix(_with_quotations(fix.title), edits, fix.safety)
    return finding._replace(message=_with_quotations(finding.message), fix=fix)


def _with_quotations(text: Text) -> Text:
    """Return the sentence with what it quotes from the document, or proposes for it, in Traditional characters."""
    convert = _traditional
    return Text(*(_QUOTED.compiled.sub(lambda match: convert(match[0]), sentence) for sentence in text))


def _traditional(words: str) -> str:
    return _converter()(words)


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    import opencc  # noqa: PLC0415 (loading costs more than checking a small draft)

    convert: Callable[[str], str] = opencc.OpenCC("s2tw").convert
    return convert
