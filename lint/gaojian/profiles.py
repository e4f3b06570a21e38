"""Profiles: kinds of document with habits of their own, and how grave a finding is in them.

What kinds there are is configuration; how one is recognised is knowledge, and comes from an installed package.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from gaojian.diagnostic import Recognition, Severity, Text
from gaojian.document import Document
from gaojian.mistakes import Mistakes

AUTO, DEFAULT, OFF = "auto", "report", "off"
PROFILES = (AUTO, DEFAULT, "notice", "statute", "case", "specimen", "technical", "zh-hant")
NAMES = {
    DEFAULT: Text("报告", "report"),
    "notice": Text("通知公函", "notice"),
    "statute": Text("法规", "statute"),
    "case": Text("案例文书", "case"),
    "specimen": Text("样本表格", "specimen"),
    "technical": Text("技术文档", "technical"),
    "zh-hant": Text("台湾习惯", "Taiwan habits"),
}

_WORDS = {"note": Severity.NOTE, "warning": Severity.WARNING, "error": Severity.ERROR, OFF: None}

Table = Mapping[str, Severity | None]
"""By profile the severity that a rule has there; None where it is not run."""


Recogniser = Callable[[Document], Recognition]


def by_declaration(document: Document) -> Recognition:
    """Return the profile that is declared for ``document``, the default where none is: all that the engine can tell."""
    if document.profile == AUTO:
        return Recognition((DEFAULT,), (Text("默认", "by default"),))
    return Recognition((document.profile,), (Text("配置中声明", "declared in the configuration"),))


def check_table(mistakes: Mistakes, key: str, value: object) -> None:
    """Add to ``mistakes`` what is wrong with ``value``, the table that configuration gives at ``key``."""
    if not isinstance(value, dict):
        mistakes.add(key, '应为表，如 {statute = "off"}', 'must be a table, such as {statute = "off"}')
        return
    for profile, word in value.items():
        if profile not in PROFILES[1:]:
            mistakes.unknown(f"{key}.{profile}", profile, PROFILES[1:])
        elif not isinstance(word, str) or word not in _WORDS:
            choices = ", ".join(_WORDS)
            mistakes.add(f"{key}.{profile}", f"应为 {choices.replace(', ', '、')} 之一", f"must be one of {choices}")


def table_of(own: Table, configured: Mapping[str, Any]) -> Table:
    """Return what a rule does by profile: its ``own`` table, under what is ``configured`` for it.

    A severity that is configured counts in every profile in which the rule runs by itself.
    """
    if "severity" in configured:
        own = {profile: severity for profile, severity in own.items() if severity is None}
    return {**own, **{profile: _WORDS[word] for profile, word in configured.get("profiles", {}).items()}}


def severity_in(profiles: Iterable[str], table: Table, severity: Severity) -> Severity | None:
    """Return the severity under ``profiles`` of a rule that has ``severity`` elsewhere, None if it is not run.

    Of several profiles that say something, the mildest counts.
    """
    said = [table[profile] for profile in profiles if profile in table]
    if not said:
        return severity
    graded = [one for one in said if one is not None]
    return min(graded) if len(graded) == len(said) else None


def named(profiles: Iterable[str]) -> Text:
    """Return the names of ``profiles`` for people."""
    names = [NAMES.get(profile, Text(profile, profile)) for profile in profiles]
    return Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))


def told(table: Table) -> Text | None:
    """Return the sentence on what ``table`` changes; None for an empty one."""
    if not table:
        return None
    off = named(profile for profile, severity in table.items() if severity is None)
    zh = [f"{off.zh}中不查"] if off.zh else []
    en = [f"not run in {off.en}"] if off.en else []
    for profile, severity in table.items():
        if severity is not None:
            name = named([profile])
            zh.append(f"{name.zh}中为 {severity.label}")
            en.append(f"{severity.label} in {name.en}")
    return Text("；".join(zh), "; ".join(en))
