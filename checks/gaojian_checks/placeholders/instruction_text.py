"""PLH005 instruction-text."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.placeholders._instructions import instructions


class InstructionText(Check):
    """填写说明残留：“[此处填写单位名称]”“（请填写日期）”“单击此处输入文字”等说明没有删。

    这是写给起草人看的话，模板套用之后应当换成正文；留在稿子里就是没有写完。

    不报：规定当事人填写什么的正文（“申请人应当填写申请表”）、软件文档里的操作步骤、写作教材。

    Instructions to the author that were left in a template: in brackets, or the stock sentences of word processors.
    Rules about filling in forms, manuals and guides to writing are left alone.
    """

    code = "PLH005"
    name = "instruction-text"
    title = Text("填写说明残留", "instruction text left")
    severity = Severity.ERROR
    profiles = {"specimen": None}
    needs = (
        (
            "填|输入|輸入|插入|添加|粘|补充|補充|键入|鍵入|"
            "写明|寫明|注明|选择|选擇|選择|選擇|替换|替換|省略|略去|空白|留白|击此处|擊此處"
        ),
    )
    basis = ("实测：干净语料中方括号内的填写说明为零，模板中都是漏删",)
    examples = (
        bad("⟦[此处填写单位名称]⟧关于召开会议的通知"),
        bad("⟦【此处输入正文】⟧"),
        bad("主送机关：⟦（请填写主送机关）⟧"),
        bad("⟦单击此处输入文字⟧。"),
        bad("会议地点：⟦请输入会议地点⟧"),
        bad("⟦[填写联系人]⟧负责接待。"),
        bad("三、下一步打算\n⟦（此处省略五百字）⟧"),
        bad("⟦（填表说明）⟧"),
        good("申请人应当填写申请表（一式两份）。"),
        good("此处省略不提，后文再作说明。"),
        good("用户点击此处的链接即可登录。"),
        good("请输入法院名称进行查询，结果即时显示。"),
        good("会场设在此处（原礼堂）。"),
        good("（请参见附件）"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every instruction to the author."""
        for span in document.get(instructions):
            text = document.text[span.start : span.end]
            yield Finding(
                span,
                Text(
                    f"填写说明没有删：“{text}”，请换成正文或删去",
                    f"instruction to the author left in the text: “{text}”",
                ),
            )
