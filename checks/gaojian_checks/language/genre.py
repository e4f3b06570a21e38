"""What kind of document this is, as far as checks must know it."""

from enum import Enum

from gaojian import Document, Kind, Pattern
from gaojian_checks.language.outline import title


class Genre(Enum):
    """Kinds of document with habits of their own; the values are the names of profiles."""

    GENERAL = "general"
    REPORT = "report"
    NOTICE = "notice"
    STATUTE = "statute"
    CASE = "case"
    SPECIMEN = "specimen"
    TECHNICAL = "technical"


_DECLARED = {genre.value: genre for genre in Genre}
_ARTICLE = Pattern(r"第(?<![^\n\r \t\u3000*#]第) ?[一二三四五六七八九十百千零〇0-9]{1,8} ?[条條]")
_ENOUGH_ARTICLES = 3
# Tried in order on the title: a 典型案例通报 is a case, a 通知格式 a specimen.
_SPECIMENS = (
    *(
        "示范文本",
        "示範文本",
        "样本",
        "文书样式",
        "文书格式",
        "文書格式",
        "公文格式",
        "格式文本",
        "模板",
        "模版",
        "范本",
    ),
    *("範本", "填写说明"),
)
_CASES = ("案例", "判决书", "判決書", "裁定书", "裁定書", "裁决书", "裁決書", "检例第")
# Most titles are told by their characters to be neither.
_TELLING = frozenset([word[-1] for word in _SPECIMENS] + [word[0] for word in _CASES])
_SUIT = Pattern(r"诉.{1,60}案|案$")
_STATUTES = (
    *("条例", "條例", "办法", "辦法", "规定", "规则", "规則", "规程", "规范", "規定", "規则", "規則", "規程", "規范"),
    *("细则", "细則", "細则", "細則", "准则", "准則", "準则", "準則", "章程", "法典", "解释", "解釋", "标准", "标準"),
    *("標准", "標準", "要点", "要點", "批复", "批復"),
)
# 看法, 做法, 用法 end in 法 as well.
_NO_LAWS = frozenset("方看办作说想用语算写做句")
_NOTICES = ("通知", "通告", "公告", "通报", "通報", "公示")
_REPORTS = ("报告", "報告", "总结", "總結", "述职", "述職", "汇报", "匯報")
_OPENING_BRACKETS = "（(〔"
_CLOSING_BRACKETS = "）)〕"
_LONGEST_REMARK = 20
# A manual shows what to type; a report hardly ever does.
_CODE_MARKS = 16


def genre(document: Document) -> Genre:
    """Return the kind of ``document``: what its profile declares, else what its articles or its title tell.

    Call it through ``document.get(genre)``.
    """
    declared = _DECLARED.get(document.profile)
    if declared is not None:
        return declared
    span = document.get(title)
    heading = document.prose[span.start : span.end] if span else ""
    if not _TELLING.isdisjoint(heading):
        if any(word in heading for word in _SPECIMENS):
            return Genre.SPECIMEN
        if any(word in heading for word in _CASES) or ("案" in heading and _SUIT.search(heading)):
            return Genre.CASE
    name = _without_remark(heading)
    if (
        name.endswith(_STATUTES)
        or (name[1:].endswith("法") and name[-2] not in _NO_LAWS)
        or _has_articles(document.prose)
    ):
        return Genre.STATUTE
    if name.endswith(_NOTICES):
        return Genre.NOTICE
    if any(word in heading for word in _REPORTS):
        return Genre.REPORT
    return Genre.TECHNICAL if document.kind is Kind.MARKDOWN and is_technical(document) else Genre.GENERAL


def is_technical(document: Document) -> bool:
    """Return whether ``document`` is declared to be technical, or holds much code as manuals do.

    Call it through ``document.get(is_technical)``.
    """
    # Most documents have none, and to count them takes ten times as long as to see that.
    text = document.text
    return document.profile == Genre.TECHNICAL.value or ("`" in text and text.count("`") >= _CODE_MARKS)


def _without_remark(heading: str) -> str:
    """Return ``heading`` without the brackets that end it: （试行）, （2019年修订）."""
    if heading[-1:] not in _CLOSING_BRACKETS:
        return heading
    start = max(map(heading.rfind, _OPENING_BRACKETS))
    return heading[:start] if 0 <= start < len(heading) - 2 <= start + _LONGEST_REMARK else heading


def _has_articles(prose: str) -> bool:
    if "条" not in prose and "條" not in prose:
        return False
    found = 0
    for match in _ARTICLE.finditer(prose):
        start = match.start()
        line = prose[max(0, start - 12) : start].rpartition("\n")[2]
        if not line.strip(" \t\r\u3000*#") and (start < 12 or len(line) < 12):
            found += 1
            if found == _ENOUGH_ARTICLES:
                return True
    return False
