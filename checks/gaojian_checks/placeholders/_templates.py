"""Template variables in prose."""

from collections.abc import Iterator

from gaojian import HIDDEN, Document, Pattern, Span
from gaojian_checks.language.genre import is_technical
from gaojian_checks.language.latin import latin
from gaojian_checks.placeholders._guides import is_writing_guide
from gaojian_checks.placeholders._instructions import instructions
from gaojian_checks.placeholders._taken import Taken

_HAN_NAME = "[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9_]{0,15}"
_LATIN_NAME = r"[A-Za-z_][A-Za-z0-9_.]{0,30}"
# Variables that are proved by what they hold, wherever they stand.
_CERTAIN = (
    Pattern(rf"\{{(?:\{{[ ]?{_HAN_NAME}[ ]?\}}\}}|{_HAN_NAME}\}})", "{"),
    Pattern(rf"«[ ]?(?:{_HAN_NAME}|{_LATIN_NAME})[ ]?»", "«"),
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
# The name of a field in brackets, found by its last character: brackets are everywhere in Markdown, 称] is not.
_FIELD = Pattern(
    "[\u4e00-\u9fff、/]{0,6}(?:名[称稱]|姓名|日期|[单單]位|[标標][题題]|年份|金[额額]|[编編][号號]|部[门門]"
    "|[时時][间間]|地[点點]|[电電][话話]|[职職][务務]|[联聯]系人)$"
)
_ENCLOSED = tuple(
    (opening, Pattern(rf"{closing}(?<=[称稱名期位题題份额額号號门門间間点點话話务務人]{closing})"))
    for opening, closing in (("[", "]"), ("【", "】"), ("<", ">"), ("#", "#"))
)
_LONGEST_FIELD = 14
_CHINESE = frozenset("，。、；：！？（）“”《》")
_FORMULA = Pattern("集合|元素|公式")


def variables(document: Document) -> tuple[Span, ...]:
    """Return the spans of all template variables, left to right."""
    prose, latin_text = document.prose, document.get(latin)
    found = [*_fields(document)]
    if "{" in latin_text or "«" in latin_text:
        found += [Span(*match.span()) for pattern in _CERTAIN for match in pattern.finditer(prose)]
    if "{" in latin_text or "%s" in latin_text or "%d" in latin_text or "<%" in latin_text:
        found += _likely(document)
    if not found:
        return ()
    kept = [Span(0, 0)]
    told = Taken(document.get(instructions))
    for start, end in sorted(found):
        span = Span(start - 1 if prose[start] == "{" and prose[max(0, start - 1) : start] == "$" else start, end)
        if span.start >= kept[-1].end and span not in told:
            kept.append(span)
    return tuple(kept[1:])


def _likely(document: Document) -> Iterator[Span]:
    prose = document.prose
    for pattern in _LIKELY:
        for match in pattern.finditer(prose):
            start, end = match.span()
            told = _beside_chinese(prose, start, end) and _FORMULA.search(prose, max(0, start - 12), end + 8) is None
            if told and not document.get(is_technical):
                yield Span(start, end)


def _fields(document: Document) -> Iterator[Span]:
    prose = document.prose
    latin_text = document.get(latin)
    for opening, pattern in _ENCLOSED:
        if opening not in (prose if opening == "【" else latin_text):
            continue
        for match in pattern.finditer(prose):
            end = match.end()
            head = prose[max(0, end - 1 - _LONGEST_FIELD) : end - 1]
            start = end - 1 - len(head) + head.rfind(opening)
            in_path = prose[max(0, start - 1) : start] in {"\\", "/"} or prose[end : end + 1] in {"\\", "/"}
            if opening not in head or in_path or _FIELD.match(prose, start + 1, end - 1) is None:
                continue
            if opening not in "[【" or not _is_label_or_list(document, start, end):
                double = opening == "[" and prose[max(0, start - 1) : start] == "[" and prose[end : end + 1] == "]"
                yield Span(start - 1, end + 1) if double else Span(start, end)


def _is_label_or_list(document: Document, start: int, end: int) -> bool:
    prose = document.prose
    before, after = prose[max(0, start - 2) : start], prose[end : end + 2]
    if prose[start] == "[" and (after[:1] in {"(", ":", HIDDEN} or (after[:1] == "[" and before[-1:] != "[")):
        return True
    if before in {"]、", "】、", "〕、"} or after in {"、[", "、【", "、〔"}:
        return True
    # 【会议时间】 at the head of a line is a label.
    if prose[start] == "【" and before[-1:] in {"", "\n", "\r", " ", "\u3000", HIDDEN}:
        return True
    return is_writing_guide(document) or document.get(is_technical)


def _beside_chinese(prose: str, start: int, end: int) -> bool:
    beside = (prose[max(0, start - 1) : start], prose[end : end + 1])
    return any("\u4e00" <= character <= "\u9fff" or character in _CHINESE for character in beside)
