"""PUN004 ellipsis-form."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Severity, Text, bad, good
from gaojian_checks.language.dates import is_taiwanese
from gaojian_checks.language.habits import counted, once
from gaojian_checks.punctuation._ellipses import ellipses

_ELLIPSIS = "……"
_HALF = "…"
_LEGAL = frozenset({_ELLIPSIS, 2 * _ELLIPSIS})


class EllipsisForm(Check):
    """省略号形式：“...”“。。。”“…”“···”，应作“……”（六个小圆点，占两个字的位置）。

    多因输入法不便。形式不一，排版时长短不齐，查找也会漏掉。全文只报一条，给出处数，修复一次改完。

    不报：表示省去整段文字的“…………”，目录和填空用的连点（总则......1），英文和代码的“...”，技术文档里界面上的“另存为...”，
    繁体文稿的单个“…”，与“等”并用的省略号（另见 PUN005）。

    An ellipsis in another form than ……, once a document. …………, which stands for whole paragraphs, leaders of tables of
    contents, … in Traditional text, and the dots of English, code and manuals are left alone.
    """

    code = "PUN004"
    name = "ellipsis-form"
    title = Text("省略号形式", "form of the ellipsis")
    severity = Severity.WARNING
    weight = 0.1
    needs = ("…|···|...|。。|。.|.。|。 |。　|。\u00a0",)
    basis = ("GB/T 15834—2011 4.11.2：省略号的形式是“……”", "实测 797 万字干净语料：没有误报")
    examples = (
        bad("他说：“这件事⟦...⟧以后再谈。”可是。。。没有以后…", fixed="他说：“这件事……以后再谈。”可是……没有以后……"),
        bad("春去⟦......⟧秋来，花开···花落。", fixed="春去……秋来，花开……花落。"),
        bad("“⟦…⟧于是他走了。”", fixed="“……于是他走了。”"),
        bad("雨一直下⟦………⟧\n天亮了。", fixed="雨一直下……\n天亮了。"),
        good("山一程，水一程……路还很长……\n（一）……\n…………\n（五）……"),
        good("第一章 总则......1\n第二章 水源…………2\n姓名.........\n附录…… 12"),
        good("Wait... the rest is `...args`, see ../docs and x, y, ... z."),
        good("灌区包括渠道、水闸……等。"),
        good("請按「設定…」，會議時間另行通知…"),
        good({"手册.md": "点击**...**按钮，再选“另存为...”。\n"}, profile="technical"),
        good({"手册.md": "```\n等一下...\n```\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding at the first ellipsis of another form."""
        prose = document.prose
        edits = [
            Edit(span, _ELLIPSIS)
            for span, deng in document.get(ellipses)
            if deng is None and prose[span.start : span.end] not in _LEGAL
        ]
        # Half an ellipsis stands for menus on many Traditional pages: 「設定…」.
        if any(prose[edit.span.start : edit.span.end] == _HALF for edit in edits) and document.get(is_taiwanese):
            edits = [edit for edit in edits if prose[edit.span.start : edit.span.end] != _HALF]
        if not edits:
            return
        forms = list(dict.fromkeys(prose[edit.span.start : edit.span.end] for edit in edits))
        yield once(
            edits,
            counted(
                edits,
                Text(
                    f"省略号应作“……”，这里用了“{'”“'.join(forms)}”",
                    f"the ellipsis is ……, here it is {' '.join(forms)}",
                ),
            ),
            Text("改为“……”", "change to “……”"),
        )
