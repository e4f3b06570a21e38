"""QUO008 misused-title-marks."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.twin import in_both_scripts

_TITLE = Pattern("《([^《》\n\r]{2,40})》", "《")
_JOINT = Pattern("[、，,]?(?:和|及|与|以及)?(?=《)")
# Written or published things, whose names are titles.
_WORK = Pattern(
    "(?:法|条例|办法|规定|规则|细则|章程|规程|规范|标准|意见|通知|通报|公告|公报|报告|决定|决议|方案|计划|规划|纲要|要点|总结|汇编"
    "|手册|指南|目录|名录|[图书报刊志史记论集表册]|简报|动态|杂志|学报|论文|概论|教程|讲话|讲义|协议|合同|协定|公约|宣言|制度|预案"
    "|清单|措施|建议|体会|研究|思考|探索|调查|分析)(?:[（(].{1,20}[）)])?\\Z"
)
_FILLER = (
    "(?:等|[0-9一二三四五六七八九十两几多]{1,4}|[项个门种套]|系列|现代|先进|实用|适用|新|高新|关键|重点|节水|农业|工业|科技|科研|国家|省|市"
    "|级|部|推广|示范|培训|专利|优秀|最新){0,8}"
)
_KIND = Pattern(
    f"{_FILLER}(技术|成果|工艺|课程|课题|项目|工程|证书|奖状|奖项|商标|品牌|专利|产品|会议|活动|讲座|竞赛|大赛)"
)
_DEED = Pattern(
    "(?:推广|研发|研制|攻克|引进|示范|荣获|颁发|核发|获得|召开|举办|承办|开设|注册|申请)(?:过|了|的)?[^，。；、《》\n]{0,4}\\Z"
)
_NAME = Pattern("(?:证|证书|执照|奖|奖章|大会|工作会|会议|技术|工艺|技术应用|成果|课程|工程|活动|商标|项目|栽培)\\Z")
_REACH = 16


class MisusedTitleMarks(Check):
    """书名号误用：技术、成果、课程、项目、奖项、证书、商标、会议、活动的名称不是书名，不用书名号，改用引号或不加符号。

    看两样：书名号后面紧跟“技术”“成果”“项目”“证书”一类的词，或者前面是“推广了”“研发的”“颁发”“举办”，而名称本身又不像
    法规、文件、书报、文章。法规里证照名称用书名号相沿成习，是否要改须由人判断，所以本项默认不检查，须在 select 中写明。

    不报：法规、文件、规划、方案、报刊、文章的名称；“《……规划》确定的项目”。

    Title marks around the name of a technology, an achievement, a course, a project, a prize, a certificate, a brand or
    an event. It needs judgement, and statutes name certificates this way by habit, so it is opt-in. Names of laws,
    papers, plans and publications are left alone.
    """

    code = "QUO008"
    name = "misused-title-marks"
    title = Text("书名号误用", "misused title marks")
    severity = Severity.NOTE
    weight = 0.1
    opt_in = True
    needs = ("《",)
    basis = ("GB/T 15834—2011 A.13.1", "实测：797万字干净语料中14处，都是法规里的证照名称")
    examples = (
        bad("推广了⟦《稻田养虾》⟧、⟦《柑橘“三疏一改”整形》⟧等先进实用技术。"),
        bad("县农科所研发的⟦《芦笋秸秆饲料化》⟧成果通过鉴定。"),
        bad("向学员颁发⟦《电工操作证》⟧，召开⟦《全县水利工作会》⟧。"),
        good("编制《临江县防洪规划》，确定的项目年底开工；推广《节水手册》。"),
        good("《取水许可办法》规定的技术要求。"),
        good("荣获“大禹杯”，举办“水法宣传月”活动。"),
        good({"示例.md": "`研发的《甲乙丙》成果`"}),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every title that names no work."""
        prose = document.prose
        group: list[Span] = []
        for match in _TITLE.finditer(prose):
            if group and not _is_joined(prose, group[-1].end, match.start()):
                yield from _judged(prose, group)
                group = []
            group.append(Span(*match.span()))
        if group:
            yield from _judged(prose, group)


def _is_joined(prose: str, end: int, start: int) -> bool:
    joint = _JOINT.match(prose, end)
    return joint is not None and joint.end() == start


def _judged(prose: str, group: list[Span]) -> Iterator[Finding]:
    """Yield a finding for each of the titles that stand in one list, told by what stands before and behind it."""
    kind = _KIND.match(prose, group[-1].end, group[-1].end + 2 * _REACH)
    deed = _DEED.search(prose, max(0, group[0].start - _REACH), group[0].start)
    if not kind and not deed:
        return
    for span in group:
        name = prose[span.start + 1 : span.end - 1]
        if _WORK.search(name) or not (kind or _NAME.search(name)):
            continue
        what = kind[1] if kind else "事物"
        yield Finding(
            span,
            Text(
                f"“{name}”是{what}名称，不是书名、篇名，不用书名号，可改用引号",
                f"{name} names no written work ({what}): use quotation marks, or none",
            ),
        )
