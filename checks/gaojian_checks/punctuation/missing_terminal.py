"""PUN012 missing-terminal."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.punctuation._marks import HAN

_LONG = 40
_REACH = 400
_BREAK = Pattern(rf"\n(?<=[{HAN} \r]\n)(?<=[^\n]{{{_LONG}}}\n)")
_IS_HAN = Pattern(f"[{HAN}]")
_BLANKS = " \t\r\u3000"
_FRAMES = frozenset("|│┃\t")
_INDENTS = ("\n　　", "\n    ")
_NUMBER = Pattern(
    r"[#（(]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百0-9]{1,4}[章节節条條部编編篇]|[0-9]{1,2}[.．、]"
)
# After these the sentence cannot end: the line is broken, not its mark lost.
_OPEN_ENDS = frozenset("的和与與及或在为為将將把被向从從对對由以于於按照其是並并而且使让讓同")
_CLOSED_WORDS = ("目的", "标的", "標的")
_SIGNED = Pattern("[0-9〇一二三四五六七八九十]日$|[ \u3000]{2}")
_TAIL = 30
_ENDED = ("。\n", "。\r", "。”\n", "。 ", "：\n", "；\n")
_SHARE_OF_BARE = 0.1
# More than these are how the document was broken into lines.
_SLIPS = 2


class MissingTerminal(Check):
    """段末缺标点：成段的文字（四十字以上，段中已有句号）末尾没有句号。

    多因修改段末时误删，或者一句话误断成了两段，也可能丢了后面的文字。请核对：补句号，或接回下一行，或补缺字。

    不报：标题、条目、表格、落款等短行，段中没有句号的，以“的”“和”“按照”收尾的半句，下一行以引号、括号、外文接着写的，
    有首行缩进而下一行没有缩进的，多数段落末尾都没有标点的文稿，技术文档，只有行没有段的格式（PDF）。

    A paragraph of running text that ends without a mark: it was deleted in an edit, or the line is broken. Headings,
    short lines, tables, half sentences that go on in the next line, documents whose paragraphs mostly end so, and
    manuals are left alone.
    """

    code = "PUN012"
    name = "missing-terminal"
    title = Text("段末缺标点", "no mark at the end of a paragraph")
    severity = Severity.WARNING
    weight = 0.1
    needs_paragraphs = True
    profiles = {"technical": None}
    basis = ("GB/T 15834—2011 4.1：句子末尾用句号、问号或叹号", "实测 797 万字干净语料：6 处，都是漏标点或误断行")
    examples = (
        bad(
            "灌区改造去年三月开工。到年底已经完成渠道衬砌四十二公里，新建水闸十六座，维修泵站九座，受益农田达到三万二千亩，群众普遍满⟦意⟧\n"
            "　　今年要抓好收尾。\n　　明年全面验收。",
            fixed="灌区改造去年三月开工。到年底已经完成渠道衬砌四十二公里，新建水闸十六座，维修泵站九座，受益农田达到三万二千亩，群众普遍满意。\n"
            "　　今年要抓好收尾。\n　　明年全面验收。",
        ),
        bad(
            "开工以来进展顺利。\n渠道衬砌四十二公里。新建水闸十六座，维修泵站九座，更换老旧水泵二十一台，受益农田达到三万二千亩，"
            "沿线五个乡镇、三十四个村的群众普遍满⟦意⟧",
            fixed="开工以来进展顺利。\n渠道衬砌四十二公里。新建水闸十六座，维修泵站九座，更换老旧水泵二十一台，受益农田达到三万二千亩，"
            "沿线五个乡镇、三十四个村的群众普遍满意。",
            whole=True,
        ),
        good("一、加快灌区改造\n渠道已经完工。\n二、抓好防汛抗旱\n水位每日一报。"),
        good(
            "开工以来进展顺利。\n渠道衬砌四十二公里。新建水闸十六座，维修泵站九座，更换老旧水泵二十一台，受益农田达到三万二千亩，沿线群众按照\n"
            "《灌区管理办法》交纳水费。\n水费每年一交。"
        ),
        good("甲。" + "乙" * 70 + "\n" + "丙。" + "丁" * 70 + "\n戊。\n"),
        good("会议开得很好。\n" + "各方一致同意。" + "水" * 60 + "\t" + "一" + "\n完。"),
        good({"手册.md": "完。\n\n" + "先看说明。" + "再看" * 40 + "`x`\n\n完。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every paragraph that ends without a mark, unless that is usual in the document."""
        prose = document.prose
        bare = [end for end in _bare_ends(prose) if _is_running_text(document, end)]
        if not bare:
            return
        if not _are_rare(prose, len(bare)):
            return
        ends = [end for end in bare if _begins_anew(prose, end)]
        if len(ends) > _SLIPS:
            ends, zh, en = ends[:1], f"，全文共{len(ends)}处", f" ({len(ends)} places)"
        else:
            zh = en = ""
        for end in ends:
            message = Text(
                f"段末没有标点：可能漏了句号，或者句子误断成了两段{zh}",
                f"no mark at the end of the paragraph: a full stop is missing, or the line is broken{en}",
            )
            fix = Fix(Text("补句号", "add a full stop"), (Edit(Span(end, end), "。"),))
            yield Finding(Span(end - 1, end), message, None if zh else fix)


def _are_rare(prose: str, bare: int) -> bool:
    """Return whether lines that end in a mark are so many that ``bare`` ones without are slips."""
    ended = int(prose.endswith("。"))
    for form in _ENDED:
        # Mostly the first form tells.
        ended += prose.count(form)
        if ended and bare <= max(1, _SHARE_OF_BARE * ended):
            return True
    return False


def _bare_ends(prose: str) -> Iterator[int]:
    """Yield where long lines end in a Chinese character, blanks behind it apart."""
    for match in _BREAK.finditer(prose):
        at = match.start()
        end = at - _LONG + len(prose[at - _LONG : at].rstrip(_BLANKS))
        if _IS_HAN.match(prose, end - 1):
            yield end
    tail = prose[-_REACH:].rstrip(_BLANKS + "\n")
    end = len(prose) - len(prose[-_REACH:]) + len(tail)
    # A line break behind it was found above.
    line = tail.rpartition("\n")[2]
    if len(line) > _LONG and prose.find("\n", end) < 0 and _IS_HAN.match(line[-1]):
        yield end


def _is_running_text(document: Document, end: int) -> bool:
    prose, line = document.prose, document.line_around(end - 1, _REACH)
    text = prose[line.start : end]
    return (
        "。" in text
        and _FRAMES.isdisjoint(text)
        and not _SIGNED.search(text[-_TAIL:])
        and (text[-1] not in _OPEN_ENDS or text.endswith(_CLOSED_WORDS))
    )


def _begins_anew(prose: str, end: int) -> bool:
    """Return whether the next line begins a paragraph, as far as indents, numbers and marks tell."""
    following = prose[end : end + _REACH].lstrip(_BLANKS + "\n")
    if not following:
        return True
    start = prose.index(following[0], end)
    if prose[start - 5 : start].endswith(_INDENTS) or _NUMBER.match(following):
        return True
    return bool(_IS_HAN.match(following)) and not any(indent in prose for indent in _INDENTS)
