"""The skeleton of a document: its title and its headings, found once for all checks."""

import bisect
from collections.abc import Iterator

from gaojian import HIDDEN, Document, NamedTuple, Pattern, Span

_BLANK = HIDDEN + " \t\r\u3000\u00a0\u2028*_"
_HAN_NUMBER = "[一二三四五六七八九十百零〇]{1,5}"
# One row a level below the Markdown marks, in the order of the norm for official documents: 一、 （一） 1. （1）.
_NUMBERED = (
    (11, Pattern(rf"第(?:{_HAN_NUMBER}|[0-9]{{1,3}})(?:[编編篇]|部分)(?=[ \t\u3000])")),
    (12, Pattern(rf"第 ?(?:{_HAN_NUMBER}|[0-9]{{1,3}}) ?章(?=[ \t\u3000])")),
    (13, Pattern(rf"第 ?(?:{_HAN_NUMBER}|[0-9]{{1,3}}) ?[节節](?=[ \t\u3000])")),
    (14, Pattern(rf"{_HAN_NUMBER}、")),
    (15, Pattern(rf"[（(]{_HAN_NUMBER}[）)]")),
    (16, Pattern(r"[0-9]{1,2}(?:[.．](?![0-9])|、)")),
    (17, Pattern(r"[（(][0-9]{1,2}[）)]")),
)
_INITIALS = {
    "第": _NUMBERED[:3],
    **dict.fromkeys("一二三四五六七八九十百零〇", _NUMBERED[3:4]),
    **dict.fromkeys("（(", (_NUMBERED[4], _NUMBERED[6])),
    **dict.fromkeys("0123456789", _NUMBERED[5:6]),
}
_START = Pattern(r"\n[ \t\u3000*]*(?=[#第一二三四五六七八九十（(0-9])")
_LONGEST = 60
_HASHES = Pattern(r"(#{1,6})[ \t]+")
# What every line of metadata ends in that holds no colon, and every letterhead.
_METADATA_ENDS = frozenset("0123456789〇一二三四五六七八九十年月日/.: -号號期")
_LETTERHEAD_ENDS = frozenset("件号號")
_METADATA = Pattern(
    r"(?:(?:发布|發布|发文|更新|印发|成文|发表)?(?:时间|時間|日期)|来源|來源|作者|编辑|責任編輯|责任编辑|撰稿|记者|記者|字号|浏览|阅读|点击"
    r"|索\s?引\s?号|发文机关|发文字号|主题分类|标签|关键词|密级|紧急程度|签发人|编号|公开)[^：:\n]{0,8}[：:]"
    r"|[0-9〇一二三四五六七八九十年月日/.: \-]{4,24}$|第 ?[0-9]+ ?[号號期]$"
)
_LETTERHEAD = Pattern(r"[^。]{2,30}文\s{0,4}件$|[^。〔\[]{1,12}[〔\[（(][12][0-9]{3}[〕\]）)][^。]{0,12}[号號]$")
_ARTICLE = Pattern(r"第 ?[一二三四五六七八九十百零〇0-9]{1,6} ?[条條]")
_TITLE_LABEL = Pattern(r"(?:标题|標題|题目|題目)[：:] ?")
_MOST_LINES = 400


class Heading(NamedTuple):
    """A heading: ``level`` 1 to 6 is a Markdown mark, 11 to 17 a number (编 章 节 一、 （一） 1. （1）).

    ``number`` is the number as written, "" where there is none; ``text`` is what follows it. A run-in heading is the
    first sentence of its paragraph. ``parent`` is the index of the heading it stands under in ``outline``.
    """

    level: int
    number: str
    text: str
    span: Span
    parent: int | None
    run_in: bool


def outline(document: Document) -> tuple[Heading, ...]:
    """Return the headings of ``document`` in order; call it through ``document.get(outline)``."""
    headings: list[Heading] = []
    open_headings: list[int] = []
    # One break in front, so that the first line begins like all others; offsets are one less.
    text = "\n" + document.prose.replace("\r", "\n")
    for match in _START.finditer(text):
        start = match.end()
        found = _heading_at(text, start, _end_of_line(text, start))
        if found is None:
            continue
        level, number, span, run_in = found
        while open_headings and headings[open_headings[-1]].level >= level:
            open_headings.pop()
        parent = open_headings[-1] if open_headings else None
        words = text[span.start : span.end].removeprefix(number).strip(_BLANK)
        headings.append(Heading(level, number, words, Span(span.start - 1, span.end - 1), parent, run_in))
        open_headings.append(len(headings) - 1)
    return tuple(headings)


def heading_above(document: Document, offset: int) -> Heading | None:
    """Return the last heading with a line of its own before ``offset``, or None."""
    headings = [heading for heading in document.get(outline) if not heading.run_in]
    index = bisect.bisect_left(headings, offset, key=lambda heading: heading.span.start)
    return headings[index - 1] if index else None


def title(document: Document) -> Span | None:
    """Return the title: the first line of prose, unless that is a sentence, a salutation or a numbered heading.

    Metadata lines (发布时间：…), letterheads and document numbers before it are passed over, Markdown marks left out.
    """
    prose = document.prose
    for start, end in _first_lines(prose):
        mark = _HASHES.match(prose, start, end) if prose[start] == "#" else None
        first = mark.end() if mark else start
        line = prose[first:end].rstrip(_BLANK + "#")
        if not line or _is_metadata(line):
            continue
        if len(line) > _LONGEST or line[-1] in "。：:；;，,、|" or "。" in line:
            return None
        if not mark and _is_numbered(line):
            return None
        label = _TITLE_LABEL.match(line)
        first += label.end() if label else 0
        line = prose[first:end].rstrip(_BLANK + "#")
        return Span(first, first + len(line))
    return None


def _is_metadata(line: str) -> bool:
    """Return whether ``line`` is metadata or a letterhead; what most lines lack is looked for first."""
    if ("：" in line or ":" in line or line[-1] in _METADATA_ENDS) and _METADATA.match(line):
        return True
    return line[-1] in _LETTERHEAD_ENDS and _LETTERHEAD.match(line) is not None


def _is_numbered(line: str) -> bool:
    if line[0] == "第" and _ARTICLE.match(line):
        return True
    return any(pattern.match(line) for _, pattern in _INITIALS.get(line[0], ()))


def _heading_at(prose: str, start: int, end: int) -> tuple[int, str, Span, bool] | None:
    mark = _HASHES.match(prose, start, end) if prose[start] == "#" else None
    first = mark.end() if mark else start
    while first < end and prose[first] in " *":
        first += 1
    level, number = len(mark[1]) if mark else 0, ""
    for numbered_level, pattern in _INITIALS.get(prose[first : first + 1], ()):
        match = pattern.match(prose, first, min(end, first + 12))
        if match:
            level, number = level or numbered_level, match[0]
            break
    if not level:
        return None
    if mark:
        last = first + len(prose[first:end].rstrip(_BLANK + "#"))
        return (level, number, Span(first, last), False) if last > first else None
    stop = prose.find("。", first, min(end, first + _LONGEST))
    if stop >= 0:
        return level, number, Span(first, stop), stop + 1 < end
    if end - first > _LONGEST or prose[end - 1] in "；;，,、：:|":
        return None
    return level, number, Span(first, first + len(prose[first:end].rstrip(_BLANK))), False


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    return start + len(text[start:end].rstrip(_BLANK)) if text[end - 1] in _BLANK else end


def _first_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the first lines that hold prose, front matter passed over."""
    start, first_line, in_front_matter = 0, True, False
    for _ in range(_MOST_LINES):
        stop = text.find("\n", start)
        end = len(text) if stop < 0 else stop
        carriage_return = text.find("\r", start, end)
        if carriage_return >= 0:
            stop = end = carriage_return
        line = text[start : min(end, start + 2 * _LONGEST)]
        words = line.strip(_BLANK)
        if words == "---" and (first_line or in_front_matter):
            in_front_matter = not in_front_matter
        elif words and not in_front_matter:
            yield start + len(line) - len(line.lstrip(_BLANK)), end
        first_line = first_line and not words
        if stop < 0:
            return
        start = end + 1
