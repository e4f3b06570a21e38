"""Where a report breaks off: in the middle of a list, without a closing, a signature or a date."""

from gaojian import Document, Kind, Pattern, Span
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.outline import outline

_ITEM = Pattern("(?P<number>[一二三四五六七八])是")
_SHORTEST = 400
_FIRST_LEVEL, _SECOND_LEVEL = 14, 15
_CLOSING = Pattern("特此|以上报告|请予?审[议阅]|请批评指正|谢谢|汇报完毕|报告完毕|下一步|今后|明年|展望|总之|为此")


def broken_end(document: Document) -> Span | None:
    """Return the paragraph 二是… that a report stops in, or None where it ends as reports do.

    Of a body that stands there twice, which lost its end in both copies, it is the paragraph of the first. Call it
    through ``document.get(broken_end)``.
    """
    prose = document.prose
    if len(prose) < _SHORTEST or document.kind is Kind.MARKDOWN:
        return None
    ending = document.last_paragraphs(1)
    if not ending or not _ITEM.match(prose, ending[0].start) or prose[ending[0].end - 1] == "：":
        return None
    last = prose[ending[0].start : ending[0].end]
    if _CLOSING.search(last) or document.get(genre) is not Genre.REPORT:
        return None
    levels = {heading.level for heading in document.get(outline)}
    if not {_FIRST_LEVEL, _SECOND_LEVEL} <= levels:
        return None
    start = prose.find(last)
    return Span(start, start + len(last))
