"""What kind of document this is, as far as checks must know it, and what tells so."""

from enum import Enum

from gaojian import Document, Kind, NamedTuple, Pattern, Text
from gaojian_checks.language.script import TRADITIONAL, script
from gaojian_checks.language.structure import (
    adopted,
    articles,
    case_marks,
    delivery,
    fields,
    headline,
    letter,
    manual_marks,
)


class Genre(Enum):
    """Kinds of document with habits of their own; the values are the names of profiles.

    GENERAL is what nothing tells: it is read as a report is.
    """

    GENERAL = "general"
    REPORT = "report"
    NOTICE = "notice"
    STATUTE = "statute"
    CASE = "case"
    SPECIMEN = "specimen"
    TECHNICAL = "technical"


class Verdict(NamedTuple):
    """A genre, and the evidence for it."""

    genre: Genre
    reason: Text


_DECLARED = {genre.value: genre for genre in Genre}
_SPECIMENS = ("示范文本", "文书样式", "文书格式", "公文格式", "格式文本", "填写说明")
# 模板语法 explains templates: only a title that ends so is one.
_SPECIMEN_ENDS = ("模板", "模版", "范本", "样本", "样表", "样式")
_CASES = ("案例", "判决书", "裁定书", "裁决书", "检例第")
_SUIT = Pattern(r"诉(?!讼).{1,60}案(?![件例])|(?:纠纷|合同|决定|协议|赔偿|罪|侵权)一?案$")
# Most titles are told by their characters to be no case and no specimen.
_TELLING = frozenset("例书第案本明板版表式")
_STATUTES = (
    *("条例", "办法", "规定", "规则", "规程", "规范", "细则", "准则", "章程", "法典", "解释", "标准"),
    *("作业要点", "实施要点", "批复"),
)
_TAIWAN_STATUTES = ("要点", "编制表")
# Acts without articles: a line beneath says who passed them.
_ACTS = ("决定", "决议", "修正案", "解答", "安排", "意见", "答复")
# 看法, 做法, 用法 end in 法 as well.
_NO_LAWS = frozenset("方看办作说想用语算写做句")
_NOTICES = ("通知", "通告", "公告", "通报", "公示", "的函", "复函", "请示")
# A 案例通报 tells of cases.
_OF_CASES = ("通报",)
_REPORTS = ("报告", "总结", "述职", "汇报")
_OPENING_BRACKETS = "（(〔"
_CLOSING_BRACKETS = "）)〕"
_LONGEST_REMARK = 20
_ENOUGH_ARTICLES = 3
_ENOUGH_FIELDS = 8
# A manual shows what to type; a report hardly ever does.
_CODE_MARKS = 16
# In a manual links, code and blanks around foreign words stand this dense among a thousand characters.
_DENSE = 4


def genre(document: Document) -> Genre:
    """Return the kind of ``document``; call it through ``document.get(genre)``."""
    return document.get(verdict).genre


def verdict(document: Document) -> Verdict:
    """Return the kind of ``document`` and why: what its profile declares, else what its title and structure tell.

    What stands first is the surer: code, then the name of a form, an act or a case at the end of the title, articles,
    a letter's frame. Call it through ``document.get(verdict)``.
    """
    declared = _DECLARED.get(document.profile)
    if declared is not None:
        return Verdict(declared, Text("配置中声明", "declared in the configuration"))
    heading = document.get(headline)
    name = _without_remark(heading)
    return (
        _form(heading, name)
        or _code(document)
        or _act(document, name)
        or _case(document, heading, name)
        or _letter_or_report(document, heading, name)
        or _manual(document)
        or Verdict(Genre.GENERAL, Text("看不出别的体裁，按默认", "nothing tells another kind: the default"))
    )


def is_technical(document: Document) -> bool:
    """Return whether ``document`` is declared to be technical, or holds much code as manuals do.

    Call it through ``document.get(is_technical)``.
    """
    # Most documents have none, and to count them takes ten times as long as to see that.
    text = document.text
    return document.profile == Genre.TECHNICAL.value or ("`" in text and text.count("`") >= _CODE_MARKS)


def _named(genre_of_name: Genre, word: str) -> Verdict:
    return Verdict(genre_of_name, Text(f"题目中有“{word}”", f"the title holds “{word}”"))


def _form(heading: str, name: str) -> Verdict | None:
    if _TELLING.isdisjoint(heading):
        return None
    word = next((word for word in _SPECIMENS if word in heading), "")
    word = word or next((word for word in _SPECIMEN_ENDS if name.endswith(word) or heading.endswith(f"{word}）")), "")
    return _named(Genre.SPECIMEN, word) if word else None


def _code(document: Document) -> Verdict | None:
    if document.kind is not Kind.MARKDOWN or not document.get(is_technical):
        return None
    marks = document.text.count("`")
    return Verdict(Genre.TECHNICAL, Text(f"有 {marks} 个代码标记 `", f"{marks} code marks `"))


def _act(document: Document, name: str) -> Verdict | None:
    statutes = (*_STATUTES, *_TAIWAN_STATUTES) if document.get(script) is TRADITIONAL else _STATUTES
    ending = next((word for word in statutes if name.endswith(word)), "")
    if not ending and name[1:].endswith("法") and name[-2] not in _NO_LAWS:
        ending = "法"
    if ending:
        return Verdict(Genre.STATUTE, Text(f"题目以“{ending}”结尾", f"the title ends in “{ending}”"))
    # A report may quote some.
    count = 0 if name.endswith(_REPORTS) else document.get(articles)
    if count >= _ENOUGH_ARTICLES:
        return Verdict(Genre.STATUTE, Text(f"有 {count} 条以“第…条”开头", f"{count} articles (第…条)"))
    passed = document.get(adopted) if name.endswith(_ACTS) else ""
    if passed:
        return Verdict(Genre.STATUTE, Text(f"题目下注明“{passed}”", f"a line under the title says “{passed}”"))
    return None


def _case(document: Document, heading: str, name: str) -> Verdict | None:
    if not _TELLING.isdisjoint(heading) and (name.endswith(_OF_CASES) or not name.endswith(_NOTICES)):
        word = next((word for word in _CASES if word in heading), "")
        if not word and "案" in heading and (suit := _SUIT.search(heading)):
            word = suit[0]
        if word:
            return _named(Genre.CASE, word)
    marks = () if name.endswith(_NOTICES) else document.get(case_marks)
    if marks:
        words = "、".join(marks)
        return Verdict(Genre.CASE, Text(f"有案件的段落：{words}", f"it has the parts of a case: {words}"))
    return None


def _letter_or_report(document: Document, heading: str, name: str) -> Verdict | None:
    ending = next((word for word in _NOTICES if name.endswith(word)), "")
    if ending:
        return Verdict(Genre.NOTICE, Text(f"题目以“{ending}”结尾", f"the title ends in “{ending}”"))
    word = next((word for word in _REPORTS if word in heading), "")
    if word:
        return _named(Genre.REPORT, word)
    opening = document.get(delivery)
    if opening:
        return Verdict(Genre.REPORT, Text(f"开头有“{opening}”", f"it opens with “{opening}”"))
    frame = document.get(letter)
    if frame:
        return Verdict(
            Genre.NOTICE,
            Text(f"有主送机关“{frame[0]}”和落款“{frame[1]}”", f"addressed to “{frame[0]}” and signed “{frame[1]}”"),
        )
    count = document.get(fields)
    if count >= _ENOUGH_FIELDS:
        return Verdict(Genre.SPECIMEN, Text(f"有 {count} 处待填的空格", f"{count} fields to be filled in"))
    return None


def _manual(document: Document) -> Verdict | None:
    marks = document.get(manual_marks) if document.kind is Kind.MARKDOWN else 0
    if marks < _DENSE or marks * 1000 < _DENSE * len(document.text):
        return None
    zh = f"链接、代码和西文旁的空格共 {marks} 处"
    return Verdict(Genre.TECHNICAL, Text(zh, f"{marks} links, code marks and blanks beside foreign words"))


def _without_remark(heading: str) -> str:
    """Return ``heading`` without the brackets that end it: （试行）, （2019年修订）."""
    if heading[-1:] not in _CLOSING_BRACKETS:
        return heading
    start = max(map(heading.rfind, _OPENING_BRACKETS))
    return heading[:start] if 0 <= start < len(heading) - 2 <= start + _LONGEST_REMARK else heading
