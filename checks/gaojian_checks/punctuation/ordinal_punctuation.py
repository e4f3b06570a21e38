"""PUN007 ordinal-punctuation."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.habits import counted
from gaojian_checks.punctuation._commas import commas
from gaojian_checks.punctuation._era import is_older_than_the_norm
from gaojian_checks.punctuation._sequence_words import sequence_words

_LABEL = Pattern(r"(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[①-⑳㈠-㈩⑴-⒇])$")
_ANOTHER_LABEL = Pattern(r" ?第?[（(①-⑳㈠-㈩⑴-⒇]")
_ORDINAL = Pattern("第[一二三四五六七八九十]$")
# 第一、第二、第三产业; 第一、二款.
_ANOTHER_ORDINAL = Pattern("第?[一二三四五六七八九十]")
_FIGURE = Pattern("(?:^|(?<=[^0-9A-Za-z.]))[0-9]{1,2}$")
_POINT = Pattern(r"[\n\r][ \t\u3000]*[0-9]{1,2}[.．](?![0-9])")
_BLANKS = " \t\u3000#*>"
_LINE = "\n\r"
_SENTENCE = "。；\n\r"
_REACH = 12


class OrdinalPunctuation(Check):
    """序次语标点：“（一）、”应作“（一）”，“第一、”应作“第一，”，“1、”应作“1.”。

    括号和圈码自身已与下文隔开，后面不再用标点；“第一”“首先”“其一”后用逗号；阿拉伯数字后用下脚点。“（一）、”是差错，
    后两种只作提示。每种全文只报一条，在第一处，给出处数，修复一次改完。

    不报：句中引用的“第（一）、（二）项”，不在行首和句首的“质量第一、效益优先”，“第一、第二、第三产业”，
    “1、2号楼”，“1.”“1、”混用的文稿（另见序号样式），2012年6月以前的“第一、”“1、”，繁体文稿的“第一、”“1、”。

    Marks after numbers of headings: none after brackets and circled figures; after 第一 a comma, after 1 a point, which
    are notes. References to items, 第一 that ranks or counts, documents older than the norm, and Traditional text
    (for the notes) are left alone.
    """

    code = "PUN007"
    name = "ordinal-punctuation"
    title = Text("序次语标点", "mark after a number")
    severity = Severity.WARNING
    weight = 0.1
    profiles = {"zh-hant": None}
    basis = (
        "GB/T 15834—2011 4.4.3.3、4.9.3.1、B.3",
        "GB/T 9704—2012 7.3.3",
        "实测 797 万字干净语料：“（一）、”46 处都是引用条款，没有误报；“第一、”“1、”是旧习惯，不作差错",
    )
    examples = (
        bad(
            "⟦（一）、⟧加强领导。\n(二)、压实责任。①、督查。②、通报。",
            fixed="（一）加强领导。\n(二)压实责任。①督查。②通报。",
        ),
        bad(
            "有两点。⟦第一、⟧抓投入。第二、抓产出；第三、抓销路。",
            fixed="有两点。第一，抓投入。第二，抓产出；第三，抓销路。",
        ),
        bad("  ⟦1、⟧摸底。\n  2、建档。\n", fixed="  1.摸底。\n  2.建档。\n"),
        bad("⟦首先、⟧摸底；其次、建档。其三、整改。", fixed="首先，摸底；其次，建档。其三，整改。"),
        good("通篇不用首先、其次、再次、最后。首先、其次、再次都是序次语。"),
        good("有前款第（一）、（三）项行为的，比照（二）、（四）项处理。（一）、（二）两项除外。"),
        good("坚持质量第一、效益优先。第一、第二、第三产业协调发展；第一、二款除外。"),
        good("1、2号楼竣工。\n1.5、2.5倍\n计划（表1、表2）。"),
        good("1. 摸底。\n2、建档。\n"),
        good("2010年度总结\n第一、抓投入。\n1、摸底。\n（一）加强领导。", whole=True),
        good("第一、國民依法納稅。\n1、會議為期三天。"),
        good({"手册.md": "`（一）、`和`1、`\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding for each kind of number with a wrong mark."""
        found = document.get(commas)
        labels = [span for at in found.label if (span := _label(document.prose, at))]
        yield from _once(labels, "", "括号和圈码后面不用顿号", "nothing follows a number in brackets or a circle")
        ordinals = sorted(
            [*sequence_words(document), *(span for at in found.ordinal if (span := _ordinal(document.prose, at)))]
        )
        figures = [span for at in found.figure if (span := _number(document.prose, at, _FIGURE, _LINE))]
        if figures and _POINT.search("\n" + document.prose):
            figures = []
        if not (ordinals or figures) or document.get(is_older_than_the_norm):
            return
        yield from _once(
            ordinals, "，", "“第一”“首先”之后用逗号，不用顿号", "a comma follows 第一 and 首先", Severity.NOTE
        )
        yield from _once(
            figures, ".", "阿拉伯数字序号之后用下脚点，不用顿号", "a point follows a number in figures", Severity.NOTE
        )


def _label(prose: str, at: int) -> Span | None:
    return None if _ANOTHER_LABEL.match(prose, at + 1) else _number(prose, at, _LABEL, _SENTENCE)


def _ordinal(prose: str, at: int) -> Span | None:
    return None if _ANOTHER_ORDINAL.match(prose, at + 1) else _number(prose, at, _ORDINAL, _SENTENCE)


def _number(prose: str, at: int, pattern: Pattern, starts: str) -> Span | None:
    """Return the span of the number before the comma and the comma, if the number begins a line or sentence."""
    low = max(0, at - _REACH)
    match = pattern.search(prose, low, at)
    if match is None:
        return None
    before = prose[low : match.start()].rstrip(_BLANKS)
    return Span(match.start(), at + 1) if (before[-1:] in starts if before else low == 0) else None


def _once(spans: list[Span], mark: str, zh: str, en: str, severity: Severity | None = None) -> Iterator[Finding]:
    if not spans:
        return
    edits = tuple(Edit(Span(span.end - 1, span.end), mark) for span in spans)
    title = Text(f"顿号改为“{mark}”", f"change the comma to {mark}") if mark else Text("删去顿号", "delete the comma")
    yield Finding(
        spans[0],
        counted(edits, Text(zh, f"{en}, not 、")),
        Fix(title, edits, Safety.SAFE),
        severity=severity,
    )
