"""MET002 site-boilerplate."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Text, bad, good
from gaojian_checks.language.genre import is_technical
from gaojian_checks.language.scarce import Words
from gaojian_checks.language.twin import in_both_scripts
from gaojian_checks.residue._lines import deleting, is_web_page, lines_at

_WORDS = Words(
    (
        *("上一篇", "下一篇", "扫码", "扫一扫", "二维码", "打印本页", "关闭窗口", "分享到", "请注明", "蓝字"),
        *("返回顶部", "相关阅读", "推荐阅读", "本文来源于", "本文来自"),
    )
)
_LINKS = r"(?:上一篇|下一篇|分享到|相关阅读|推荐阅读)[：:][^。！？]{0,80}"
_CALLS = "扫码|扫一扫|长按[^。]{0,6}二维码|点击[^。]{0,6}蓝字"
_PLEAS = rf"[^。]{{0,12}}(?:{_CALLS})[^。]{{0,12}}(?:关注|分享|识别|下载|加群)[^。]{{0,20}}[。！!]?"
_BUTTONS = r"(?:[【\[]?(?:打印本页|关闭窗口|返回顶部|分享到|打印|关闭|收藏)[】\]]?[ \t\u3000|｜]{0,4}){1,6}"
_SOURCES = r"(?:本文(?:来源于|来自)[^。，]{1,30})?[，；]?(?:如需)?(?:转载)?(?:请注明(?:出处|来源|作者))?[。！!]?"
_WHOLE = Pattern(f"(?:{_LINKS}|{_PLEAS}|{_BUTTONS}|{_SOURCES})")


class SiteBoilerplate(Check):
    """网站残留：“上一篇：……”“扫码关注”“【打印本页】【关闭窗口】”“转载请注明出处”一类的行。

    从网页复制时带下来的导航和按钮，不是文稿的内容；请删去。

    不报：句子里提到的二维码和转载、技术文档、网页文件本身。

    Navigation, buttons and pleas of a web site on lines of their own. Sentences that speak of such things, technical
    documents and web pages themselves are left alone.
    """

    code = "MET002"
    name = "site-boilerplate"
    title = Text("网站残留", "furniture of a web site")
    severity = Severity.WARNING
    needs = (
        (
            "上一篇|下一篇|扫码|扫一扫|二维码|打印本页|关闭窗口|分享到|"
            "请注明|蓝字|返回顶部|相关阅读|推荐阅读|本文来源于|本文来自"
        ),
    )
    basis = ("报纸编校质量评比差错认定细则：衍文",)
    examples = (
        bad("春灌全面结束。\n⟦上一篇：县水利局召开春灌动员会⟧\n", fixed="春灌全面结束。\n"),
        bad("春灌全面结束。\n⟦扫码关注“云岭水利”公众号⟧", fixed="春灌全面结束。"),
        bad("⟦【打印本页】 【关闭窗口】⟧\n春灌全面结束。", fixed="春灌全面结束。"),
        bad("春灌全面结束。\n⟦本文来源于云岭水利网，转载请注明出处。⟧", fixed="春灌全面结束。"),
        good("群众可以扫一扫门口的二维码，关注办事进度。其余事项另行通知。"),
        good("转载请注明出处的要求写入合同。\n上一篇文章介绍了春灌。"),
        good({"页面.html": "上一篇：春灌\n"}),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every line that is nothing but furniture of a site."""
        if is_web_page(document) or document.get(is_technical):
            return
        for span in lines_at(document, sorted(found.start for found in _WORDS.find(document)), _WHOLE):
            yield Finding(
                span,
                Text(
                    "网站的导航或按钮混进了正文，请删去这一行",
                    "furniture of a web site within the text; delete the line",
                ),
                deleting(document, span),
            )
