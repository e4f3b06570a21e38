"""Instructions to the author that a template left in the text."""

from collections.abc import Iterator

from gaojian import HIDDEN, Document, Pattern, Span
from gaojian_checks.language.clues import matches
from gaojian_checks.language.genre import Genre, genre, is_technical
from gaojian_checks.placeholders._guides import is_writing_guide
from gaojian_checks.placeholders._openings import closing_after, openings

_VERB = "(?:填[写寫入报報]|[输輸]入|插入|添加|粘[贴貼]|[补補]充|[键鍵]入|[写寫]明|注明|[选選][择擇]|替[换換])"
_HERE = "(?:在此[处處]?|此[处處])"
_BRACKETED = Pattern(
    rf".(?:[请請]?{_HERE}?(?:应|應|请|請|可|需|由)?{_VERB}|{_HERE}(?:省略|略去|空白|留白)|填[表写寫][说說]明|[单單点點][击擊]{_HERE}[输輸]入)"
)
# Without brackets only what fills a cell, a line, or what follows a colon: 请输入会议地点.
_TYPED = {"输": Pattern("输入(?<=[请处击]输入)"), "輸": Pattern("輸入(?<=[請處擊]輸入)")}
_LEAD = Pattern(rf"(?:[单單](?:[击擊]|[击擊]或[点點][击擊])|[点點][击擊])?{_HERE}?(?:[请請]|{_HERE})?{_HERE}?$")
# The sentences of word processors and slides: 单击此处编辑标题, 此处省略一百字.
_STOCK_SENTENCES = {
    "击": Pattern("击(?<=[单点]击)此处(?:编辑|添加)(?:母版)?(?:副?标题|文本|文字|正文|日期)(?:样式)?"),
    "擊": Pattern("擊(?<=[單點]擊)此處(?:編輯|新增)(?:母片)?(?:副?標題|文字|日期)(?:樣式)?"),
    "略": Pattern("略(?<=此[处處]省略)[0-9一二三四五六七八九十百千万若干]{1,6}[余多]?[字条項项]"),
}
_STOCK = Pattern("(?:文字|文本|[标標][题題]|日期|正文)")
_EDGE = " \t\u3000\r\n|｜" + HIDDEN
_LONGEST = 30


def instructions(document: Document) -> tuple[Span, ...]:
    """Return the spans of all instructions, brackets included, left to right."""
    spans = sorted({*_bracketed(document), *_typed(document)})
    if not spans:
        return ()
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return () if document.get(is_technical) or is_writing_guide(document) else tuple(kept)


def _bracketed(document: Document) -> Iterator[Span]:
    prose = document.prose
    for start in document.get(openings):
        match = _BRACKETED.match(prose, start)
        end = closing_after(prose, start) if match else -1
        if match is None or end < match.end():
            continue
        # In round brackets a statute tells its readers how to fill in its forms.
        if prose[start] not in "（(" or (
            _is_for_author(prose[start + 1 : end - 1]) and document.get(genre) is not Genre.STATUTE
        ):
            yield Span(start, end)


def _is_for_author(text: str) -> bool:
    """Whether round brackets speak to the author; （请注明来源）and （请填写完整后上交）speak to the reader."""
    if text[0] in "请請" and text[1:2] not in "在填输輸插":
        return False
    return (text[0] in "请請此在单單点點" or text[1:2] in "表写寫") and not any(
        word in text for word in "后後并並或上交"
    )


def _typed(document: Document) -> Iterator[Span]:
    prose = document.prose
    for mark, pattern in _STOCK_SENTENCES.items():
        for match in matches(document, mark, pattern):
            yield Span(match.start() - (3 if match[0][0] == "略" else 1), match.end())
    for mark, pattern in _TYPED.items():
        for match in matches(document, mark, pattern):
            window = prose[max(0, match.start() - 10) : match.start()]
            lead = _LEAD.search(window)
            size = len(lead[0]) if lead else 0
            start = match.start() - size
            stock = _STOCK.match(prose, match.end()) if "击" in window[-size:] or "擊" in window[-size:] else None
            if stock:
                yield Span(start, stock.end())
            elif size:
                end = _end_of_cell(prose, start, match.end())
                if end:
                    yield Span(start, end)


def _end_of_cell(prose: str, start: int, end: int) -> int:
    """Return where the instruction with its object ends if nothing else stands there, else 0."""
    before = prose[max(0, start - 1) : start]
    if before and before not in _EDGE and before not in "：:":
        return 0
    tail = prose[end : end + _LONGEST]
    for size, character in enumerate(tail):
        if character in _EDGE:
            return end + size
        if not "\u4e00" <= character <= "\u9fff" or character in "后後并並即可":
            return 0
    return end + len(tail) if len(tail) < _LONGEST else 0
