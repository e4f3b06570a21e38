"""PLH006 template-variable."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.placeholders._templates import variables


class TemplateVariable(Check):
    """模板变量残留：“{{单位}}”“${year}”“{0}”“%s”“<单位名称>”“«字段»”“#姓名#”“[公司名称]”等变量没有替换。

    邮件合并、报表系统或生成工具没有代入真实内容，读者看到的是变量名。
    变量名是汉字的一律报；变量名是字母、数字的，紧挨汉字或中文标点才报。

    不报：代码块和行内代码、软件文档里讲解模板语法的“{{ msg }}”、Hugo 短代码“{{< … >}}”、公式“x^{2}”、
    话题标签（“#春运#”）、用单书名号或尖括号写的篇名（“<管理办法>”）、写作教材列举的待填项、Markdown 链接。

    A variable of a template or a mail merge that was never replaced. Code, software manuals, shortcodes, formulas,
    hashtags, titles in angle brackets, guides to writing and Markdown links are left alone.
    """

    code = "PLH006"
    name = "template-variable"
    title = Text("模板变量残留", "template variable left")
    severity = Severity.ERROR
    profiles = {"specimen": None}
    needs = ("{|«|%s|%d|<|[|【|#",)
    basis = ("实测：干净语料的正文中模板变量只见于软件文档",)
    examples = (
        bad("兹介绍⟦{{姓名}}⟧同志前往贵处办理。"),
        bad("截至⟦${year}⟧年底，累计发放⟦{0}⟧份。"),
        bad("尊敬的⟦%s⟧：您的申请已受理。"),
        bad("甲方：⟦<单位名称>⟧，乙方：⟦«客户»⟧。"),
        bad("⟦#姓名#⟧同志于本月入职。"),
        bad("⟦[公司名称]⟧诚邀您参加年会。"),
        bad("欢迎⟦【单位名称】⟧莅临指导。"),
        bad("本期共⟦<%= count %>⟧人，见⟦[[项目名称]]⟧。"),
        good("兹介绍张同志前往贵处办理，完成率100%。"),
        good("根据《关于修改<管理办法>的决定》执行。"),
        good("话题#春运#引发热议。"),
        good("距离公式为x^{2}加y^{2}，集合{0}只有一个元素。"),
        good("```\n{{ msg }}\n```\n用`{{ msg }}`显示消息。"),
        good({"示例.md": "详见[单位名称](units.md)和[时间][1]。"}),
        good("常用待填项有〔签发日期〕、[单位名称]、[会议时间]。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every variable that stands in prose."""
        for span in document.get(variables):
            text = document.text[span.start : span.end]
            yield Finding(
                span,
                Text(f"模板变量没有替换：“{text}”，请代入真实内容", f"template variable not replaced: “{text}”"),
            )
