"""QUO003 unbalanced-quotes."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.pairs._findings import lone_marks
from gaojian_checks.pairs._marks import DOUBLE_QUOTES, SINGLE_QUOTES

_MARKS = DOUBLE_QUOTES.marks + SINGLE_QUOTES.marks


class UnbalancedQuotes(Check):
    """引号不配对：“”‘’只有一半，另一半丢了，读者不知道引到哪里为止。

    先在一行之内就近配对，剩下的再看能不能跨行配对；报的是找不到另一半的那个引号，请补上另一半，或删去多余的这一个。

    不报：连续几段的引文（每段开头用前引号，最后一段末尾才用后引号）；修改决定中引用的整条整款；在一行中间断开的文字
    （PDF、扫描件）；英文撇号（don’t、’98）；英寸、分秒（24”显示器）；谈论引号本身的句子；代码。
    左右打反的引号归 QUO005。

    A quotation mark without its partner. Quotations of several paragraphs, each opened and only the last closed, are
    legal, and so are quotations that hold whole paragraphs or wrapped lines. Apostrophes, inch marks, text about the
    marks and code are left alone; marks of the wrong direction belong to QUO005.
    """

    code = "QUO003"
    name = "unbalanced-quotes"
    title = Text("引号不配对", "unbalanced quotation marks")
    severity = Severity.ERROR
    weight = 0.1
    needs = ("“|”|‘|’",)
    basis = ("GB/T 15834—2011 4.8.3.1、4.8.3.5", "实测：797万字干净语料中3处，都是原文差错")
    examples = (
        bad("落实⟦“⟧河长制责任，巡河一千二百次。"),
        bad("落实河长制⟦”⟧责任，巡河一千二百次。"),
        bad("开展“清河行动”“护渔行动”⟦”⟧专项检查。"),
        bad("推行“一窗受理”和⟦“⟧限时办结，群众少跑腿。"),
        bad("推行“一窗受理”和限时办结⟦”⟧，群众少跑腿。"),
        bad("会议指出：⟦“⟧要守住耕地红线。\n二、下一步打算\n抓好“三夏”生产。"),
        bad("他说“要弘扬⟦‘⟧老黄牛精神”。"),
        bad('被评为⟦“⟧先进集体"，受到表彰。', fixed="被评为“先进集体”，受到表彰。"),
        bad('被评为"先进集体⟦”⟧，受到表彰。', fixed="被评为“先进集体”，受到表彰。"),
        bad("“十一五⟦’⟧期间，全县新修渠道九十公里。"),
        good("会议指出：\n“今年的任务很重。\n“首先要抓好春耕。\n“其次要抓好防汛。”"),
        good("他说：“第一句话。“第二句话。“最后一句话。”随后散会。"),
        good("将第五条修改为：“第五条 本市鼓励节约用水。\n（一）推广节水器具；\n（二）治理管网漏损。”"),
        good("要坚持“以服务为中心“”的理念。"),
        good("## “一湖一策\n## 系列工程”启动\n他回答：“春眠不觉晓，\n处处闻啼鸟。”"),
        good("要求各单位做到“四个到位：\n（一）责任到位；\n（二）措施到位；\n（三）资金到位；\n（四）人员到位”。"),
        good("宣传“绿水青山就是金山\n银山”的理念。"),
        good("it’s a dog’s life，用户’98版，the users’ guide。"),
        good("采购24”显示器和27”电视各三台，队员身高6’2”，北纬30°15’20”。"),
        good("一组\t合格\n二组\t”\n三组\t”"),
        good("左引号“和右引号”要成对使用。"),
        good("“粮食安全是‘国之大者’。”"),
        good({"示例.md": "运行`echo “`即可。\n\n```\n“\n```\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every quotation mark without a partner."""
        return lone_marks(document, _MARKS)
