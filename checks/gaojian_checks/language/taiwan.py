"""Whether a document keeps the habits of Taiwan, where a year 102 is one of the Republic."""

from gaojian import Document
from gaojian_checks.language.script import SIMPLIFIED, TRADITIONAL, script

_TAIWAN = "zh-hant"
_TRADITIONAL, _SIMPLIFIED = "國條號會為", "国条号会为"


def is_taiwanese(document: Document) -> bool:
    """Return whether a year 102 is one of the Republic: in documents in Traditional characters only.

    That, or the profile that is declared, tells all habits of Taiwan.
    """
    if document.profile == _TAIWAN:
        return True
    kind, prose = document.get(script), document.prose
    # Documents of the mainland from before the reform of the script hold some forms of both.
    if kind is SIMPLIFIED or any(form in prose for form in _SIMPLIFIED):
        return False
    return kind is TRADITIONAL or any(form in prose for form in _TRADITIONAL)
