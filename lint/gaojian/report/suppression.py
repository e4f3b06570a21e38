"""How a finding is suppressed in a document that takes no directive, ready to be copied into the configuration."""

import json
import re
from collections.abc import Iterator

from gaojian.diagnostic import Diagnostic, Outcome, Text
from gaojian.report.screen import visible
from gaojian.report.style import Source

_WITH_COMMENTS = (".md", ".markdown", ".html", ".htm", ".xhtml")
_REACH = 8
_SPECIAL = re.compile(r"[\\*?\[\]!# ]")
_ADVICE = Text(
    "{path} 里不便写屏蔽指令。若有一处确属无误，可写入 gaojian.toml（lines 是该处所在行里的文字）：",
    "{path} takes no directives. To ignore a finding that is right as it stands, put into gaojian.toml (lines holds"
    " some text of its line):",
)
_BASELINE = Text(
    "要记下现有的全部问题、只看新增的，用 gaojian baseline write。",
    "To keep all that is known now out of later reports, use gaojian baseline write.",
)


def advice(outcome: Outcome, language: str, source: Source) -> Iterator[str]:
    """Yield how to ignore the first finding in a document without comments; nothing where all take directives."""
    found = (one for one in outcome.diagnostics if not one.path.lower().endswith(_WITH_COMMENTS) and one.text.strip())
    diagnostic = next(found, None)
    if diagnostic is not None:
        name = diagnostic.path.rpartition("/")[2]
        pattern = _SPECIAL.sub(lambda match: f"\\{match[0]}", name)
        yield f"\n{_ADVICE.in_language(language).format(path=visible(name))}\n"
        yield "[[per-file]]\n"
        yield f"paths = [{_toml(pattern)}]\n"
        yield f"ignore = [{_toml(diagnostic.code)}]\n"
        yield f"lines = [{_toml(_excerpt(diagnostic, source(diagnostic.path)))}]\n"
        yield f"{_BASELINE.in_language(language)}\n"


def _excerpt(diagnostic: Diagnostic, text: str | None) -> str:
    """Return some of the line on which the finding begins, enough to know it by."""
    first = re.split(r"[\r\n]", diagnostic.text, maxsplit=1)[0]
    if text is None:
        return first[: 3 * _REACH]
    start = diagnostic.span.start
    before = re.split(r"[\r\n]", text[max(0, start - _REACH) : start])[-1]
    behind = re.split(r"[\r\n]", text[start + len(first) : start + len(first) + _REACH], maxsplit=1)[0]
    return (before + first[: 3 * _REACH] + (behind if len(first) <= 3 * _REACH else "")).strip()


def _toml(text: str) -> str:
    return visible(json.dumps(text, ensure_ascii=False))
