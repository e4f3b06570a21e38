"""ARI016 attachment-value."""

from collections.abc import Iterable, Mapping

from gaojian import Document, Finding, Library, NamedTuple, ProjectCheck, Related, Severity, Text, bad, good
from gaojian_checks.arithmetic._conflicts import comparable
from gaojian_checks.arithmetic._metrics import Mention
from gaojian_checks.arithmetic._neighbours import listed_names, name_of, pairs
from gaojian_checks.language.twin import in_simplified


class Facts(NamedTuple):
    """What one document is called, which attachments it lists, and the values that it gives to indicators."""

    title: str
    attachments: tuple[str, ...]
    mentions: tuple[Mention, ...]


class AttachmentValue(ProjectCheck[Facts]):
    """正文与附件数字不一：报告里写“全县常住人口45.2万人”，它的附件里写54.2万人。

    报告和附件常由几个人分头起草、先后修改，同一指标在两份文件里不是一个数，发出去就会互相打架。
    只比较明显属于一套的文件：同一文件夹里，一份在“附件：”下列出了另一份的题目（或文件名）；或者题目相同、题目中写明同一年份
    （几个稿次）。比较哪些指标、哪些不报，与ARI009相同；一份文件里自己就有两个数的，由ARI009报。

    The same indicator with different values in a document and in what it lists as its attachment, or in two documents
    of one folder whose titles, with the year, are equal. Which indicators are compared is as in ARI009.
    """

    code = "ARI016"
    name = "attachment-value"
    title = Text("正文与附件数字不一", "document and attachment give two values")
    severity = Severity.WARNING
    basis = ("出版物编校：数据前后矛盾属知识性、逻辑性差错",)
    weight = 2.0
    needs = ("0|1|2|3|4|5|6|7|8|9",)
    within_folder = True
    examples = (
        bad(
            {
                "报告.txt": "关于人口普查情况的报告\n全县常住人口45.2万人。\n附件：人口普查主要数据\n",
                "主要数据.txt": "人口普查主要数据\n经汇总，全县常住人口⟦54.2万人⟧。\n",
            }
        ),
        bad(
            {
                "稿一.txt": "青山镇2023年工作总结\n全镇总人口5300人。\n",
                "稿二.txt": "青山镇2023年工作总结\n全镇总人口⟦3500人⟧。\n",
            }
        ),
        good(
            {
                "报告.txt": "关于人口普查情况的报告\n全县常住人口45.2万人。\n附件：人口普查主要数据\n",
                "主要数据.txt": "人口普查主要数据\n经汇总，全县常住人口451966人。\n",
            }
        ),
        good(
            {
                "报告.txt": "关于人口普查情况的报告\n全县常住人口45.2万人。\n",
                "主要数据.txt": "邻县人口主要数据\n经汇总，全县常住人口54.2万人。\n",
            }
        ),
        good(
            {
                "甲/总结.txt": "青山镇2022年工作总结\n全镇总人口5300人。\n",
                "乙/总结.txt": "青山镇2023年工作总结\n全镇总人口5500人。\n",
            }
        ),
    )

    def collect(self, document: Document) -> Facts:
        """Return the title, the attachments and the values of ``document``; nothing where it gives no values."""
        found = tuple(comparable(document.get(in_simplified)))
        return Facts(name_of(document), listed_names(document), found) if found else Facts("", (), ())

    def compare(self, facts: Mapping[str, Facts], library: Library) -> Iterable[tuple[str, Finding]]:
        """Yield a finding for every value in the second document of a pair that the first one contradicts."""
        del library
        told = {path: facts[path] for path in sorted(facts) if facts[path].mentions}
        for first, second in pairs({path: (one.title, one.attachments) for path, one in told.items()}):
            known = _values(facts[first].mentions)
            for key, mention in _values(facts[second].mentions).items():
                other = known.get(key)
                if other is not None and not other.agrees(mention):
                    yield second, _finding(mention, first, other)


def _values(mentions: Iterable[Mention]) -> dict[tuple[str, str, str, bool], Mention]:
    """Return the value of each indicator that has only one."""
    values: dict[tuple[str, str, str, bool], Mention] = {}
    several = set()
    for mention in mentions:
        first = values.setdefault(mention.key, mention)
        if not first.agrees(mention):
            several.add(mention.key)
    return {key: mention for key, mention in values.items() if key not in several}


def _finding(mention: Mention, path: str, other: Mention) -> Finding:
    return Finding(
        mention.span,
        Text(
            f"“{mention.label}”这里是{mention.written}，{path}中是{other.written}，请核对",
            f"{mention.label} is {mention.written} here and {other.written} in {path}",
        ),
        related=(Related(other.span, Text(f"{path}中的数", f"the value in {path}"), path),),
    )
