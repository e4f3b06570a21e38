"""Template variables in prose."""

from collections.abc import Iterator

from gaojian import HIDDEN, Document, Pattern, Span
from gaojian_checks.placeholders._instructions import instructions
from gaojian_checks.placeholders._technical import is_technical, is_writing_guide

_FIELD = (
    "[\u4e00-\u9fff、/]{0,6}(?:名称|名稱|姓名|日期|[单單]位|[标標][题題]|年份|金[额額]|[编編][号號]|部[门門]"
    "|[时時][间間]|地[点點]|[电電][话話]|职务|職務|[联聯]系人)"
)
_HAN_NAME = "[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9_]{0,15}"
_LATIN_NAME = r"[A-Za-z_][A-Za-z0-9_.]{0,30}"
# Variables that are proved by what they hold, wherever they stand.
_CERTAIN = (
    Pattern(rf"\{{(?:\{{[ ]?{_HAN_NAME}[ ]?\}}\}}|{_HAN_NAME}\}})", "{"),
    Pattern(rf"«[ ]?(?:{_HAN_NAME}|{_LATIN_NAME})[ ]?»", "«"),
    Pattern(rf"<{_FIELD}>", "<"),
    Pattern(rf"#{_FIELD}#", "#"),
    Pattern(rf"\[\[[ ]?{_FIELD}[ ]?\]\]", "["),
)
# Variables whose Latin names may be anything: only beside Chinese text, and never in a software manual.
_LIKELY = (
    Pattern(
        rf"\{{(?:(?<!\{{\{{)\{{[ ]?{_LATIN_NAME}[ ]?\}}\}}|(?<=\$\{{){_LATIN_NAME}\}}|(?<![\^_\{{=\\$]\{{)[0-9]\}})"
        r"(?!\})",
        "{",
    ),
    Pattern(r"%[sd](?![A-Za-z0-9])(?<![0-9A-Za-z%]%.)", "%"),
    Pattern(r"<%[=-]?[^%<>\r\n]{1,40}%>", "<"),
)
_BRACKETED = Pattern(rf"\[{_FIELD}\](?![(\[:{HIDDEN}])|【{_FIELD}】", "[", "【")
_CHINESE = frozenset("，。、；：！？（）“”《》")
_SETS = Pattern("集合|元素|公式")


def variables(document: Document) -> tuple[Span, ...]:
    """Return the spans of all template variables, left to right."""
    prose = document.prose
    found = [Span(*match.span()) for pattern in _CERTAIN for match in pattern.finditer(prose)]
    found += _likely(document)
    found += _bracketed(document)
    if not found:
        return ()
    kept = [Span(0, 0)]
    told = document.get(instructions)
    for start, end in sorted(found):
        span = Span(start - 1 if prose[start] == "{" and prose[max(0, start - 1) : start] == "$" else start, end)
        if span.start >= kept[-1].end and not any(a < span.end and span.start < b for a, b in told):
            kept.append(span)
    return tuple(kept[1:])


def _likely(document: Document) -> Iterator[Span]:
    prose = document.prose
    for pattern in _LIKELY:
        for match in pattern.finditer(prose):
            start, end = match.span()
            told = _beside_chinese(prose, start, end) and _SETS.search(prose, max(0, start - 12), end + 8) is None
            if told and not is_technical(document):
                yield Span(start, end)


def _bracketed(document: Document) -> Iterator[Span]:
    prose = document.prose
    for match in _BRACKETED.finditer(prose):
        start, end = match.span()
        listed = prose[end : end + 2] in {"、[", "、【", "、〔"} or prose[max(0, start - 2) : start] in {
            "]、",
            "】、",
            "〕、",
        }
        # 【会议时间】 at the head of a line is a label.
        label = prose[start] == "【" and prose[max(0, start - 1) : start] in {"", "\n", "\r", " ", "\u3000", HIDDEN}
        if not listed and not label and not is_writing_guide(document) and not is_technical(document):
            yield Span(start, end)


def _beside_chinese(prose: str, start: int, end: int) -> bool:
    return any(
        "\u4e00" <= character <= "\u9fff" or character in _CHINESE
        for character in (prose[max(0, start - 1) : start], prose[end : end + 1])
        if character
    )
