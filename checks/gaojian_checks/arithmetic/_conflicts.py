"""Indicators to which one document gives two values."""

from collections import defaultdict
from collections.abc import Hashable, Iterable

from gaojian import Document, NamedTuple, Pattern
from gaojian_checks.arithmetic._labels import Label
from gaojian_checks.arithmetic._metrics import Mention, mentions
from gaojian_checks.language.outline import title

# A document about one project says 总投资 and means that of the project.
_ONE_PROJECT = Pattern(
    "(?:项目|工程)[^，。]{0,12}(?:报告|方案|设计|建议书|合同|批复|请示|概算|说明|申请书|协议|公告|备案)"
)
_SEVERAL = Pattern("汇总|清单|名单|一览|台账|批次|各项目|项目群|等[0-9一二三四五六七八九十]+")
_MOST_MENTIONS = 12


class Conflict(NamedTuple):
    """A mention that contradicts another one."""

    mention: Mention
    other: Mention


def conflicts(document: Document) -> tuple[Conflict, ...]:
    """Return what gives an indicator another value than most mentions of it, or than the first."""
    return tuple(conflict for group in grouped(comparable(document)) for conflict in contradicting(group))


def comparable(document: Document) -> list[Mention]:
    """Return the mentions of ``document`` that say of what they speak, by themselves or because all of it does."""
    found = document.get(mentions)
    if found and is_about_one_project(document):
        return [mention._replace(label=Label(mention.label).bare) for mention in found]
    return [mention for mention in found if mention.is_whole]


def is_about_one_project(document: Document) -> bool:
    """Whether the title names one project, so that an indicator without a subject is that of the project."""
    heading = document.get(title)
    words = document.prose[heading.start : heading.end] if heading else ""
    return _ONE_PROJECT.search(words) is not None and _SEVERAL.search(words) is None


def grouped(found: Iterable[Mention]) -> list[list[Mention]]:
    """Return the mentions that speak of the same, together."""
    groups: defaultdict[Hashable, list[Mention]] = defaultdict(list)
    for mention in found:
        groups[mention.key].append(mention)
    return [group for group in groups.values() if 1 < len(group) <= _MOST_MENTIONS]


def contradicting(group: list[Mention]) -> list[Conflict]:
    """Return the mentions with the rarer of two values, the later if both are as frequent; none of three values."""
    values: list[list[Mention]] = []
    for mention in group:
        same = next((value for value in values if value[0].agrees(mention)), None)
        if same is None:
            values.append([mention])
        else:
            same.append(mention)
    if len(values) != 2:
        return []
    right, wrong = sorted(values, key=len, reverse=True)
    return [Conflict(mention, right[0]) for mention in wrong if not _are_apart(mention, right[0])]


def _are_apart(one: Mention, other: Mention) -> bool:
    """Whether the clauses before name two different places."""
    return bool(one.place and other.place and one.place != other.place)
