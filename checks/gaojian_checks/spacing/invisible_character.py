"""SPC003 invisible-character."""

from collections import defaultdict
from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.habits import once
from gaojian_checks.language.scarce import INVISIBLE, offsets

_INVISIBLE = Pattern(f"[{INVISIBLE}]")
_NO_BREAK_SPACE = "\u00a0"
_NAMES = {
    "\u00ad": Text("软连字符", "soft hyphen"),
    _NO_BREAK_SPACE: Text("不换行空格", "no-break space"),
    "\u200b": Text("零宽空格", "zero width space"),
    "\u200c": Text("零宽不连字符", "zero width non-joiner"),
    "\u200d": Text("零宽连字符", "zero width joiner"),
    "\u200e": Text("左至右标记", "left-to-right mark"),
    "\u200f": Text("右至左标记", "right-to-left mark"),
    "\u2060": Text("词连接符", "word joiner"),
    "\ufeff": Text("文件中间的字节顺序标记", "byte order mark inside the text"),
}
_DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Right-to-left scripts, where such controls are at home.
_RIGHT_TO_LEFT = Pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Between parts of an emoji, and in scripts that join their letters, joiners carry meaning.
_JOINERS = frozenset("\u200c\u200d")
_PLAIN = Pattern("[\0-\u00ff\u2000-\u206f\u2e80-\uabff\uf900-\ufaff\ufe30-\ufe4f\ufeff-\uffef]")


class InvisibleCharacter(Check):
    """不可见字符：零宽空格（U+200B）、文件中间的字节顺序标记（U+FEFF）、控制字符、双向控制符等。

    看不见，却会让查找、比对、编号和数据导入出错；双向控制符还能让显示的文字和实际内容不一致。多从网页复制而来。
    信息中给出码位，同一种字符全文只报一条。不换行空格（U+00A0）只提示，修复时改成普通空格。

    不报：表情符号内部的连接符、阿拉伯文等文字需要的连接符和方向控制符、制表符和换页符、代码；
    网页和 Word 文稿中的不换行空格和软连字符（那里用于排版）。

    Characters that cannot be seen yet break searching, comparing and importing, named by their code point, once each a
    document. What emoji and right-to-left scripts need is left alone, and so is code. The fix removes them; a no-break
    space becomes a plain one.
    """

    code = "SPC003"
    name = "invisible-character"
    title = Text("不可见字符", "invisible character")
    severity = Severity.WARNING
    weight = 0.1
    basis = ("Unicode 15.0 第23章：格式字符", "Unicode 技术报告 36：双向控制符的安全问题")
    examples = (
        bad("全县⟦\u200b⟧上下齐心协力\u200b抓落实。", fixed="全县上下齐心协力抓落实。"),
        bad("第一部分。\n⟦\ufeff⟧第二部分。", fixed="第一部分。\n第二部分。"),
        bad("王⟦\u200d⟧某⟦\u00ad⟧某", fixed="王某某"),
        bad("付款⟦\u202e⟧账号见附件⟦\x07⟧。", fixed="付款账号见附件。"),
        bad("使用⟦\u00a0⟧Windows\u00a0系统。", fixed="使用 Windows 系统。"),
        good("会议圆满结束👩\u200d💻，👍🏽。"),
        good("中国\u200f（الصين）是\u202bالعربية\u202c的译名，می\u200cخواهم。"),
        good("项目\t金额\f第二页"),
        good({"示例.md": "零宽空格写作 `\u200b`。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding for every kind of invisible character."""
        prose = document.prose
        edits: defaultdict[str, list[Edit]] = defaultdict(list)
        for at in offsets(document, _INVISIBLE):
            character = prose[at]
            if _is_out_of_place(document, character, at):
                replacement = _blank(prose, at + 1) if character == _NO_BREAK_SPACE else ""
                edits[character].append(Edit(Span(at, at + 1), replacement))
        for character, places in edits.items():
            yield _finding(character, places)


def _is_out_of_place(document: Document, character: str, at: int) -> bool:
    prose = document.prose
    if character in "\u00ad\u00a0":
        return document.origin is None
    if character in _DIRECTIONS:
        return not document.get(_is_partly_right_to_left)
    if character in _JOINERS:
        neighbours = prose[max(0, at - 1) : at] + prose[at + 1 : at + 2]
        return all(map(_PLAIN.match, neighbours))
    return character in _NAMES or character < " " or character == "\x7f"


def _is_partly_right_to_left(document: Document) -> bool:
    return _RIGHT_TO_LEFT.search(document.prose) is not None


def _blank(prose: str, end: int) -> str:
    """Return the plain blank for a no-break space that ends at ``end``; none is left at the end of a line."""
    return "" if prose[end : end + 1] in ("", "\n", "\r") else " "


def _finding(character: str, edits: list[Edit]) -> Finding:
    code, count = f"U+{ord(character):04X}", len(edits)
    if character in _BIDI:
        name = Text(
            "双向控制符，能使显示的文字与实际内容不同", "bidirectional control: what is shown may not be what is there"
        )
    else:
        name = _NAMES.get(character, Text("控制字符", "control character"))
    zh, en = (f"，全文共{count}处", f", {count} in all") if count > 1 else ("", "")
    if character == _NO_BREAK_SPACE:
        title = Text("改为普通空格", "make it a plain blank")
        message = Text(
            f"{name.zh}（{code}），查找时与普通空格不同{zh}", f"{name.en} ({code}), not found as a blank{en}"
        )
        return once(edits, message, title, Severity.NOTE)
    message = Text(f"不可见的{name.zh}（{code}），应删去{zh}", f"invisible {name.en} ({code}); remove it{en}")
    return once(edits, message, Text("删去不可见字符", "remove the invisible characters"))
