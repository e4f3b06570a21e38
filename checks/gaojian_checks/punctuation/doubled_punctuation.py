"""PUN001 doubled-punctuation."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.punctuation._marks import Run, marks, shown

_PAUSES = frozenset("，、；：")
_EMPHATIC = frozenset("？！")
_MOST_EMPHATIC = 3
_FULL_STOPS = 2
# What is left of 单位、、等。 needs no mark at all.
_DENG = Pattern("等等?(?=[，。；：、）\n\r]|$)")


class DoubledPunctuation(Check):
    """标点重复：“，，”“。。”“、、”，问号、叹号叠用超过三个。

    多因误按键，或者两个标点之间的文字丢失：“单位、、等”就丢了一项，请对照原稿。全角和半角各一个（“，,”）也算。
    重复的“，”“。”“；”“：”可以放心删去一个；“、、”之间可能丢字，须人工核对。

    不报：省略号“……”、破折号“——”、叠用不超过三个的“？？”“！！”“？！”、“。。。”（另见 PUN004），
    引号、括号隔开的标点（“。”。），谈论标点本身的文字，两个标点之间留空待填的表格，代码和“A,,B”一类数据。

    The same mark twice in a row, one of them half-width perhaps: a slip of the finger, or what stood between was lost.
    Ellipses, dashes, up to three ？ or ！, text about the marks themselves, forms and data are left alone.
    """

    code = "PUN001"
    name = "doubled-punctuation"
    title = Text("标点重复", "doubled punctuation mark")
    severity = Severity.ERROR
    weight = 0.1
    basis = (
        "GB/T 15834—2011 4.2.3、4.3.3：问号、叹号最多叠用三个；其他点号没有叠用的用法",
        "实测 797 万字干净语料：重复的点号 3 处，都是差错",
    )
    examples = (
        bad("春灌已经结束⟦，，⟧夏管正在进行。", fixed="春灌已经结束，夏管正在进行。"),
        bad("水库全部蓄满⟦。。⟧\n灌区开闸⟦；；⟧放水。", fixed="水库全部蓄满。\n灌区开闸；放水。"),
        bad("包括水库⟦、、⟧塘坝和机井⟦， ，⟧均已检修。", fixed="包括水库、塘坝和机井，均已检修。"),
        bad("指机关、学校⟦、、⟧等。", fixed="指机关、学校等。"),
        bad(
            "春灌结束⟦，,⟧夏管开始⟦。.⟧\n水位,流量⟦,,⟧雨情每日一报。",
            fixed="春灌结束，夏管开始。\n水位,流量，雨情每日一报。",
        ),
        bad("要求如下⟦：：⟧按时报送。这还了得⟦！！！！⟧", fixed="要求如下：按时报送。这还了得！！！"),
        good("真的吗？？他竟然来了！！！怎么会这样？！"),
        good("灌区、渠道……都已检修——无一例外。他说：“好。”。"),
        good("逗号写作“，”，不要写作“，，”；连用句号“。。”也不对。"),
        good("点号有七种：，。、；：？！"),
        good("由　、　、　三人组成，　，　。"),
        good("张三,,男\nA,,B,,\nfor (;;) {"),
        good("用。.NET 开发，见第3条。.5 不写作 0.5 的除外。"),
        good("│列之一者：、、 │二│"),
        good({"手册.md": "::: tip\n说明。\n:::\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every run of one mark."""
        for run in document.get(marks).runs:
            mark = run.marks[0]
            if run.marks.strip(mark) or (mark == "。" and len(run.marks) > _FULL_STOPS):
                continue
            if mark in _EMPHATIC:
                if len(run.marks) > _MOST_EMPHATIC:
                    yield _overdone(run, mark)
            else:
                yield _doubled(document, run, mark)


def _doubled(document: Document, run: Run, mark: str) -> Finding:
    written = shown(document, run)
    lost = mark == "、"
    replacement = "" if lost and _DENG.match(document.prose, run.span.end) else mark
    advice = "中间可能丢了内容，请对照原稿；没有就删去一个" if lost else "请删去一个"
    return Finding(
        run.span,
        Text(
            f"标点重复“{written}”，{advice}",
            f"doubled mark “{written}”; " + ("look whether something is lost between" if lost else "delete one"),
        ),
        Fix(
            Text(f"改为“{replacement}”" if replacement else "删去顿号", f"change to “{replacement}”"),
            (Edit(run.span, replacement),),
            Safety.UNSAFE if lost else Safety.SAFE,
        ),
    )


def _overdone(run: Run, mark: str) -> Finding:
    return Finding(
        run.span,
        Text(
            f"“{mark}”连用了{len(run.marks)}个，最多叠用三个",
            f"{len(run.marks)} × “{mark}” in a row; three are the most",
        ),
        Fix(Text("改为三个", "keep three"), (Edit(Span(run.span.start, run.span.end), mark * _MOST_EMPHATIC),)),
    )
