"""Lists of 一是, 一要 and 第一， in clean text, and how they read in every other form there is."""

import re
from functools import lru_cache
from typing import NamedTuple

from gaojian import Document, Span
from seeding import Seeded

HAN = "一二三四五六七八九十"
FARTHEST = 3000
CONTEXT = 3000
ITEM = re.compile(rf"(?:(?<=[。；：，、\n\u3000 ])|^)(?:(?P<verb>[{HAN}])[是要](?![一否])|第(?P<ordinal>[{HAN}])，)")
FORMS: dict[str, tuple[str, ...]] = {
    "一是": tuple(f"{numeral}是" for numeral in HAN),
    "一要": tuple(f"{numeral}要" for numeral in HAN),
    "第一，": tuple(f"第{numeral}，" for numeral in HAN),
    "第一是": tuple(f"第{numeral}是" for numeral in HAN),
    "第一步": tuple(f"第{numeral}步，" for numeral in HAN),
    "其一": tuple(f"其{numeral}，" for numeral in HAN),
    "首先": ("首先，", "其次，", "再次，"),
    "一、": tuple(f"{numeral}、" for numeral in HAN),
    "（一）": tuple(f"（{numeral}）" for numeral in HAN),
    "(一)": tuple(f"({numeral})" for numeral in HAN),
    "（1）": tuple(f"（{number}）" for number in range(1, 11)),
    "(1)": tuple(f"({number})" for number in range(1, 11)),
    "①": tuple("①②③④⑤⑥⑦⑧⑨⑩"),
    "1）": tuple(f"{number}）" for number in range(1, 11)),
    "1.": tuple(f"{number}." for number in range(1, 11)),
    "1、": tuple(f"{number}、" for number in range(1, 11)),
}
IN_ONE_PARAGRAPH = frozenset({"一、", "（一）", "(一)", "（1）", "(1)", "①", "1）", "1.", "1、"})
WORDS = re.compile("第[^，是]+|[^，]+")
"""What of a mark is reported: not the comma after it, and not the verb after 第二."""


class CleanList(NamedTuple):
    """A list of clean text: the start of its paragraph, the spans of its marks, and where its last item ends."""

    start: int
    marks: tuple[Span, ...]
    end: int


class Written(NamedTuple):
    """A list written in a form: what stands before it and after it, its marks, and the words of each item."""

    before: str
    marks: list[str]
    words: list[str]
    after: str


@lru_cache(2000)
def lists(document: Document) -> tuple[CleanList, ...]:
    """Return the runs of items that count from one, at least two of them, with no other item in between."""
    prose, found = document.prose, []
    run: list[re.Match[str]] = []
    for match in [*ITEM.finditer(prose), None]:
        number = HAN.index(match["verb"] or match["ordinal"]) + 1 if match else 0
        if match and number == len(run) + 1 and (not run or match.start() - run[-1].end() < FARTHEST):
            run.append(match)
            continue
        if len(run) > 1:
            spans = tuple(Span(*item.span()) for item in run)
            end = prose.find("\n", spans[-1].end)
            found.append(CleanList(prose.rfind("\n", 0, spans[0].start) + 1, spans, len(prose) if end < 0 else end))
        run = [match] if match and number == 1 else []
    return tuple(found)


def rewritten(document: Document, listed: CleanList, form: str) -> Written:
    """Return ``listed`` in ``form``, in one paragraph where the form counts paragraphs otherwise."""
    text, marks = document.text, FORMS[form]
    spans = listed.marks[: len(marks)]
    end = listed.end if len(spans) == len(listed.marks) else listed.marks[len(marks)].start
    ends = [*(span.start for span in spans[1:]), end]
    words = [text[span.end : stop] for span, stop in zip(spans, ends, strict=True)]
    if form in IN_ONE_PARAGRAPH:
        words = [re.sub(r"\s*\n\s*", "", word) for word in words]
    before, after = text[max(0, listed.start - CONTEXT) : spans[0].start], text[end : end + CONTEXT]
    return Written(before, list(marks[: len(spans)]), words, after)


def joined(written: Written, shown: int, document: Document) -> Seeded:
    """Return the text of ``written`` with the words of mark ``shown`` as the expected place."""
    text = written.before
    span = Span(0, 0)
    for index, (mark, words) in enumerate(zip(written.marks, written.words, strict=True)):
        if index == shown:
            span = Span(len(text), len(text) + len("".join(WORDS.findall(mark)[:1])))
        text += mark + words
    return Seeded(Document(document.path, text + written.after, document.kind), (span,))
