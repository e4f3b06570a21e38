"""DUP001 duplicate-block."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.duplicates._blocks import deletion, find_blocks, lines_of, opening, range_text
from gaojian_checks.duplicates._paragraphs import paragraphs
from gaojian_checks.duplicates._runs import Run

_FIRST = (
    "全镇秋粮播种面积两万一千亩，较上年略有增加，主要作物长势良好，未发生大面积病虫害。农技人员分片包村，"
    "逐户指导田间管理，发放明白纸四千余份，举办现场观摩会六场，农户反映技术要点讲得清、用得上、见效快。\n"
    "水利设施汛前检修已经完成，更换闸门九处，清淤渠道三十一公里，灌区末级渠系全部通水。各村落实了管水员，"
    "建立了用水台账，用水矛盾比往年明显减少，抗旱用电有了可靠保障，遇到连续晴热天气也能保证灌溉需要。\n"
    "仓储企业提前腾仓并库，备足了收购资金和烘干能力，收购网点全部公示价格和质量标准，售粮农户可以预约到库，"
    "随到随收、当场结算，不打白条，不限收拒收，不压级压价，群众满意度比去年又有提高，没有发生一起投诉。"
    "粮食经纪人全部登记备案，过磅、化验、付款三个环节都装上了监控探头，出现纠纷可以当场调取录像核对。"
)


@dataclass(frozen=True, eq=False, repr=False)
class DuplicateBlock(Check):
    """成段重复：连续两段以上、共三百字以上的文字原样又出现一遍。

    多见于粘贴两次、合稿时旧稿未删、网页抓取时正文被接了两遍。报纸编校细则把整句整段排重列为重差错；
    公文中重复的正文使读者无从判断哪一份有效，其中的数字一改一不改，就成了自相矛盾。

    比较时不计空格、空行和标点的全半角；一份文件里繁体、简体两种写法的同一段视为相同。只报后出现的一份，
    并指出前一份所在的行；后一份里面的其他问题不再逐条列出。

    修复（须加 --unsafe-fixes）删去后一份；其中夹有代码、链接的不改。

    不报：短小的套语、口号、表格栏目、条文中的惯用句，它们连不成三百字。

    A run of two or more paragraphs, 300 characters or more in all, that stands again in the same order. The later copy
    is reported and points to the first; whatever else is wrong inside the later copy is folded into this one finding.
    """

    code = "DUP001"
    name = "duplicate-block"
    title = Text("成段重复", "block of paragraphs stands again")
    severity = Severity.ERROR
    weight = 3.0
    basis = (
        "报纸编校质量评比差错认定细则（1997）第十七条：整句或整段文字排重，计 3 分",
        "实测 3587 份正式文件：两段以上且满 300 字的重复为 0",
    )
    examples = (
        bad(f"{_FIRST}\n⟦{_FIRST}⟧", fixed=f"{_FIRST}\n"),
        bad(
            f"一、农业生产\n{_FIRST}\n二、下一步打算\n继续抓好秋收。\n⟦{_FIRST}⟧\n特此报告。",
            fixed=f"一、农业生产\n{_FIRST}\n二、下一步打算\n继续抓好秋收。\n特此报告。",
        ),
        bad(f"{_FIRST}\n\n另起一页。\n\n⟦{_FIRST.replace('，', ', ')}⟧\n", fixed=f"{_FIRST}\n\n另起一页。\n\n"),
        bad(
            "会议开始。\n各组分头讨论。\n散会。\n⟦会议开始。\n各组分头讨论。⟧",
            fixed="会议开始。\n各组分头讨论。\n散会。\n",
            options={"least_characters": 8},
        ),
        good("同意。\n已阅。\n" * 40),
        good("会议开始。\n各组分头讨论。\n散会。\n会议开始。\n各组分头讨论。"),
        good(_FIRST),
        good(f"{_FIRST}\n" + _FIRST.replace("。", "，情况属实。").replace("全镇", "全乡").replace("仓储", "加工")),
    )

    fewest_paragraphs: Annotated[int, Text("最少段数", "Fewest paragraphs of a block")] = 2
    least_characters: Annotated[int, Text("最少字数", "Least letters and characters of a block")] = 300

    def check(self, document: Document) -> Iterable[Finding]:
        """Yield one finding for every later copy."""
        blocks = find_blocks(document, self.fewest_paragraphs, self.least_characters)
        first = opening(document) if blocks else None
        for run in blocks:
            yield _finding(document, run, first)


def _finding(document: Document, run: Run, first: int | None) -> Finding:
    found = document.get(paragraphs)
    copy, source = (found.span(start, start + run.length - 1) for start in (run.start, run.source))
    here, there = (range_text(*lines_of(document, span)) for span in (copy, source))
    count = found.content(range(run.start, run.start + run.length))
    restarts = first is not None and run.source <= first < run.source + run.length
    why = Text(
        "从正文第一段起又排了一遍" if restarts else "内容相同",
        "the document starts again from its first body paragraph" if restarts else "the same text",
    )
    message = Text(
        f"第 {here} 行与第 {there} 行重复：{run.length} 段、{count} 字，{why.zh}；请核对后删去一份",
        f"lines {here} repeat lines {there}: {run.length} paragraphs, {count} characters, {why.en}; delete one copy",
    )
    related = Related(source, Text(f"第一次出现：第 {there} 行", f"first copy: lines {there}"))
    return Finding(copy, message, deletion(document, copy), (related,), copy)
