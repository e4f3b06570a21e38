"""DAT011 two-digit-year."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Span, Text, bad, good
from gaojian_checks.dates._short_years import short_years
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.habits import counted

_PIVOT = 50
_TITLE = Text("年份写全四位", "write the year with four digits")
# More than these are how the author writes years.
_SLIPS = 5


class TwoDigitYear(Check):
    """年份简写：“09年底”应作“2009年底”。

    年份写全四位，不简写成两位：过几年再看，或者和“9年”“12年”一类时长放在一起，就分不清了。只认确定是年份的写法：以0开头的
    （09年）、带撇号的（’98年）、后接底、初、末、年度、月份、半年的（12年底、98年3月）、紧接着写全的年份的（2012年、13年）；
    汉字的“〇九年”“九八年底”也算。超过五处的，全文只报一条。世纪由编辑确认，所以修改须人工确认。

    不报：“12年”一类可能是时长的；刑期；“2009—12年”；“80年代”；台湾文稿（“102年底”是民國年）；成文日期（见 DAT014）。

    A year of two digits where it can't be a number of years: with a leading zero or an apostrophe, or before 底, 初,
    末, 度, a month or a half-year. More than five are one finding. Documents in Traditional characters are left alone.
    """

    code = "DAT011"
    name = "two-digit-year"
    title = Text("年份简写", "year of two digits")
    severity = Severity.NOTE
    weight = 0.1
    profiles = {"zh-hant": None}
    needs = ("年",)
    basis = ("GB/T 15835—2011 5.1.4：年份一般不应简写",)
    examples = (
        bad("工程于⟦09年⟧底竣工，⟦10年⟧3月验收。", fixed="工程于2009年底竣工，2010年3月验收。"),
        bad("⟦98年⟧初立项，⟦05年⟧、⟦06年⟧分两期实施。", fixed="1998年初立项，2005年、2006年分两期实施。"),
        bad("⟦’98年⟧抗洪，⟦12年⟧度考核。", fixed="1998年抗洪，2012年度考核。"),
        bad("2012年、⟦13年⟧两年完成，1998年和⟦99年⟧续建。", fixed="2012年、2013年两年完成，1998年和1999年续建。"),
        bad("⟦〇九年⟧立项，⟦九八年⟧底竣工。", fixed="二〇〇九年立项，一九九八年底竣工。"),
        bad(
            "大事记：⟦01年⟧甲，02年乙，03年丙，04年丁，05年戊，06年己。",
            fixed="大事记：2001年甲，2002年乙，2003年丙，2004年丁，2005年戊，2006年己。",
        ),
        good("工程于2009年底竣工，工期12年，保修30年，80年代末立项。"),
        good("判处有期徒刑12年6月，工作满10年3月以上，近20年度过难关，30年初步建成。"),
        good("2009—12年规划，七八年后，第05年，三五年内，文号〔09年〕，12年初见成效，2010年，12年后。"),
        good("填写○○年○○月，零零年代，00年代。"),
        good("本會於98年底改選，99年3月交接。"),
        good("特此报告。\n镇林业站\n13年3月5日", whole=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every year of two digits, or one for all if they are many."""
        prose = document.prose
        found = short_years(document)
        if not found or document.get(genre) is Genre.TECHNICAL:
            return
        edits = [_edit(prose, span) for span in found]
        if len(edits) > _SLIPS:
            message = counted(edits, _message(prose, found[0], edits[0]))
            yield Finding(found[0], message, Fix(_TITLE, tuple(edits), Safety.UNSAFE))
            return
        for span, edit in zip(found, edits, strict=True):
            yield Finding(span, _message(prose, span, edit), Fix(_TITLE, (edit,), Safety.UNSAFE))


def _edit(prose: str, span: Span) -> Edit:
    """Return the edit that writes the century before the year at ``span``."""
    written = prose[span.end - 3 : span.end - 1]
    if written.isascii():
        century = "19" if int(written) >= _PIVOT else "20"
    else:
        century = "一九" if written[0] in "五六七八九" else "二〇"
    return Edit(Span(span.start, span.end - 1), century + written.replace("零", "〇").replace("○", "〇"))


def _message(prose: str, span: Span, edit: Edit) -> Text:
    written, right = prose[span.start : span.end], f"{edit.replacement}年"
    return Text(f"年份不简写，“{written}”应作“{right}”；请核对世纪", f"{written} should be {right}: four digits")
