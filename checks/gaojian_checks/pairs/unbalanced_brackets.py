"""QUO004 unbalanced-brackets."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.pairs._findings import lone_marks
from gaojian_checks.pairs._marks import DOUBLE_QUOTES, FAMILIES, SINGLE_QUOTES

_MARKS = "".join(family.marks for family in FAMILIES if family not in {DOUBLE_QUOTES, SINGLE_QUOTES})


class UnbalancedBrackets(Check):
    """括号、书名号不配对：（）［］〔〕【】《》〈〉「」『』以及半角的 () [] 只有一半，或者前后形状不同。

    报的是找不到另一半的那个符号，请补上另一半，或删去多余的这一个。编号“二）”前后是“（一）”“（三）”的，是丢了前括号。

    不报：作编号用的后括号（1）、a)、二））；区间 [0, 1)；表情 :)；跨行的括号；谈论括号本身的句子；Markdown 链接、
    脚注、任务列表；没有汉字的行里的半角括号；代码。全角配半角的归 QUO010。

    A bracket, title mark or corner quotation mark without its partner, or with one of another shape. Labels of lists
    such as 1) and a), intervals, emoticons, pairs that span lines, text about the marks, half-width brackets outside
    Chinese text, Markdown and code are left alone. Pairs of two widths belong to QUO010.
    """

    code = "QUO004"
    name = "unbalanced-brackets"
    title = Text("括号、书名号不配对", "unbalanced brackets or title marks")
    severity = Severity.ERROR
    weight = 0.1
    basis = ("GB/T 15834—2011 4.9.3、4.15.3", "实测：797万字干净语料中55处，都是原文差错，48处是修订沿革丢了前括号")
    examples = (
        bad("宣传⟦《⟧节约用水条例等法规。"),
        bad("宣传节约用水条例⟦》⟧等法规。"),
        bad("修订了《关于印发⟦〈⟧节水办法的通知》。"),
        bad("争取资金三千万元（其中省级一千万元）⟦）⟧，全部到位。"),
        bad("争取资金三千万元⟦（⟧其中省级一千万元，全部到位。"),
        bad("（一）清理河道；\n二⟦）⟧加固堤防；\n（三）修建泵站。"),
        bad("（一）清理河道；\n⟦（⟧二加固堤防；\n（三）修建泵站。"),
        bad("临水发⟦〔⟧2022 15号文件要求限期整改。"),
        bad("详见附件（清单⟦】⟧，请按时报送。"),
        bad("所稱⟦「⟧河川，指中央公告之水道。"),
        good("1）清理河道；2）加固堤防；\na)巡查 b)登记\n一）宣传\n二）督查"),
        good("包括：1）清理河道（含支流）；2）加固堤防（3公里）。"),
        good("下列正确的是（ ）A）甲 B）乙 1.2）丙"),
        good("（详见：1）图纸；2）清单）。"),
        good("取值范围为 [0, 1) 或 (0，65535]。"),
        good("函数在 [-π/2，π/2) 上递增。"),
        good("指标1）\t数值\n面积\t3\n1）按竣工图计算。"),
        good("收到，谢谢 :) 周末愉快:-)"),
        good("前括号（和后括号）不能单独用；以“（”开头的段落。"),
        good("修订《城市供水\n管理办法》。"),
        good("（1999年3月1日公布\n根据2005年4月2日决定修正）"),
        good("前項所稱「水道治理計畫線」，指「水道圖（含『支流圖』）」所示之線。"),
        good({"示例.md": "- [ ] 核对[附件](a(1).md)\n- [x] 校对[^1]\n\n![图](a.png) `f(` \\(转义"}),
        good({"示例.md": "### 1) 准备\n\n> 2) 执行\n\nUse f(x here."}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every bracket or title mark without a partner."""
        return lone_marks(document, _MARKS)
