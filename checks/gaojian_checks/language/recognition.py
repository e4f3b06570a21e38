"""What the engine is told of a document: the profiles that hold for it, and why."""

from gaojian import Document, Recognition, Text
from gaojian_checks.language.dates import is_taiwanese
from gaojian_checks.language.genre import Genre, verdict

_TAIWAN = "zh-hant"


def recognise(document: Document) -> Recognition:
    """Return the profiles of ``document``: its genre, and besides it whether it keeps the habits of Taiwan."""
    genre, reason = document.get(verdict)
    # What nothing tells is read as a report is.
    profiles = [(Genre.REPORT if genre is Genre.GENERAL else genre).value]
    reasons = [reason]
    if document.get(is_taiwanese):
        profiles.append(_TAIWAN)
        declared = document.profile == _TAIWAN
        reasons.append(
            Text("配置中声明", "declared in the configuration")
            if declared
            else Text("用正体字", "in Traditional characters")
        )
    return Recognition(tuple(profiles), tuple(reasons))
