"""DUP002 duplicate-paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.duplicates._blocks import deletion, lines_of, range_text
from gaojian_checks.duplicates._paragraphs import is_form, paragraphs
from gaojian_checks.language.genre import Genre, genre

_SHORT = (
    "全县新建村级卫生室十二所，配齐了常用药品和急救器械，乡村医生实行县聘乡管村用，养老待遇按时兑现；"
    "家庭医生签约服务覆盖全部常住老人。"
)
_LONG = (
    f"{_SHORT[:-1]}，高血压和糖尿病患者每季度随访一次，档案当场更新，用药量按规定放宽到三个月，"
    "村民在家门口就能看上病、取上药。县医院组织专家轮流下乡坐诊，检查结果互认，转诊不再排队，医保当场结算，"
    "外出务工人员的异地就医备案也可以在村里代办。"
)


# Beyond so many copies one finding tells of all.
_MOST_COPIES = 20


@dataclass(frozen=True, eq=False, repr=False)
class DuplicateParagraph(Check):
    """段落重复：同一段话在一份文件里出现两遍。

    多见于合并各处室来稿、调整章节顺序时先粘贴后忘了删除原处。满一百五十字的报为错误，六十字以上的报为警告。
    比较时不计空格和标点的全半角；只报后出现的一处，并指出前一处所在的行；又出现二十次以上的，合起来报一次。

    修复（须加 --unsafe-fixes）删去后一处；其中夹有代码、链接的不改。

    不报：法规条文和夹有代码的说明文字中不满一百五十字的段落（惯用句反复出现）、表格的行、待填的表单、
    摘要或内容提要中摘录的段落、目录。

    A paragraph that stands twice in one document: an error from 150 characters, a warning from 60. Shorter clauses of
    statutes and steps of manuals, rows of tables, forms and abstracts are left alone.
    """

    code = "DUP002"
    name = "duplicate-paragraph"
    title = Text("段落重复", "paragraph stands again")
    severity = Severity.ERROR
    weight = 3.0
    basis = (
        "报纸编校质量评比差错认定细则（1997）第十七条：整句或整段文字排重，计 3 分",
        "实测 3587 份正式文件：150 字以上的重复段为 0，60 字以上的仅见于 0.78 % 的文件，均为法规惯用句",
    )
    needs_paragraphs = True
    examples = (
        bad(f"{_SHORT}\n二、教育\n普及学前教育。\n⟦{_SHORT}⟧", fixed=f"{_SHORT}\n二、教育\n普及学前教育。\n"),
        bad(f"{_LONG}\n⟦{_LONG}⟧", fixed=f"{_LONG}\n"),
        bad(
            f"{_LONG}\n\n其他工作按计划推进。\n⟦{_LONG.replace('；', ';')}⟧\n⟦{_LONG}⟧\n完。",
            fixed=f"{_LONG}\n\n其他工作按计划推进。\n完。",
        ),
        good(f"{_SHORT}\n{_SHORT.replace('十二', '十五')}"),
        good("会议指出，要真抓实干。\n会议指出，要真抓实干。"),
        good(f"| {_SHORT} | 是 |\n| {_SHORT} | 是 |"),
        good(f"内容提要：\n{_SHORT}\n一、卫生\n{_SHORT}"),
        bad(f"第五条 {_LONG}\n⟦第五条 {_LONG}⟧", fixed=f"第五条 {_LONG}\n", profile="statute"),
        good(f"{_SHORT}\n{_SHORT}", profile="statute"),
        good({"手册.md": f"运行 `make` 后，{_SHORT}\n\n运行 `make` 后，{_SHORT}"}),
    )

    least_characters: Annotated[int, Text("满多少字才报", "Least letters and characters")] = 60
    error_characters: Annotated[int, Text("满多少字报为错误", "Letters and characters that make it an error")] = 150

    def check(self, document: Document) -> Iterable[Finding]:
        """Yield one finding for every later copy of a paragraph."""
        found = document.get(paragraphs)
        repeated = {key for key in found.repeated if len(key) >= self.least_characters and not is_form(key)}
        if not repeated:
            return
        # Clauses of a statute stand again by design, but none of 150 characters does in 21.9 million.
        statute = document.get(genre) is Genre.STATUTE
        places: dict[str, list[int]] = {}
        for number, key in enumerate(found.keys):
            if key not in repeated:
                continue
            # The steps of a manual stand again with the same code and links in them.
            lenient = statute or found.is_veiled(number)
            if found.content([number]) < (self.error_characters if lenient else self.least_characters):
                continue
            if key in places or not found.is_abstract(number):
                places.setdefault(key, []).append(number)
        for first, *copies in places.values():
            severity = Severity.ERROR if found.content([first]) >= self.error_characters else Severity.WARNING
            if len(copies) > _MOST_COPIES:
                yield _gathered(document, first, copies, severity)
            else:
                yield from (_finding(document, first, copy, severity) for copy in copies)


def _finding(document: Document, first: int, copy: int, severity: Severity) -> Finding:
    found = document.get(paragraphs)
    span, source, size = found.span(copy, copy), found.span(first, first), found.content([copy])
    there = range_text(*lines_of(document, source))
    message = Text(
        f"这一段（{size} 字）与第 {there} 行相同；请核对后删去一处",
        f"this paragraph ({size} characters) is the same as line {there}; delete one of them",
    )
    related = Related(source, Text(f"第一次出现：第 {there} 行", f"first copy: line {there}"))
    return Finding(span, message, deletion(document, span), (related,), span, severity)


def _gathered(document: Document, first: int, copies: list[int], severity: Severity) -> Finding:
    """Return the one finding for a paragraph that stands so often that a finding for each would bury all others."""
    finding = _finding(document, first, copies[0], severity)
    size, last = document.get(paragraphs).content([first]), document.get(paragraphs).span(copies[-1], copies[-1])
    there = range_text(*lines_of(document, last))
    message = Text(
        f"这一段（{size} 字）又出现 {len(copies)} 次，最后一次在第 {there} 行；请核对后只留一处",
        f"this paragraph ({size} characters) stands {len(copies)} times more, at last on line {there}; keep one",
    )
    deletions = [deletion(document, document.get(paragraphs).span(copy, copy)) for copy in copies]
    edits = tuple(edit for fix in deletions if fix for edit in fix.edits)
    return finding._replace(message=message, fix=finding.fix and finding.fix._replace(edits=edits))
