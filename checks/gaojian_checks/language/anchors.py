"""What fixes the time of a document: when it was signed, which year its title names, when it was published.

Analyses, to be called through ``document.get``: ``signature`` is the strongest; ``publication`` is no anchor, only a
bound: nothing told in the past tense can be later. ``horizon`` is the best of them, with the year in the title, that
says what the document can't know.
"""

import re
from collections.abc import Iterator
from datetime import date

from gaojian import Document, NamedTuple, Pattern, Span, Text
from gaojian_checks.language import calendar
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.numerals import value
from gaojian_checks.language.title_years import report_years

# Which characters make a number is told by ``_is_number``: classes of many Han characters take long to compile.
_DATE = Pattern("年 ?(.{1,3}?) ?月 ?(.{1,3}?) ?(?:日|号|號)")
_REPUBLIC = Pattern("(?:中[華华])?民[國国] ?([0-9]{1,3}|[一二三四五六七八九十百零〇]{1,6})$")
_BEFORE_1912, _REACH = 1911, 12
_DATE_IN_FIGURES = Pattern(r"(?<![0-9])([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
_HAN = "一二三四五六七八九十〇零○"
_FIGURES = "0123456789"
_BLANKS = " \t\u3000"
# Under the title: （2013年3月5日）, （…年…月…日通过 …年…月…日修正）, ——2013年3月5日在…上, or the date alone.
_OPENING_MARKS = "（(—–-"
_MOST_OPENING_MARKS = 2
_DELIVERED = Pattern(r"[ \t\u3000]*(?:[(（]?星期.[)）]?|在[^。；\n]{2,60}[会會上])?[）)]?[*_ \t\u3000\r]*")
_SIGNED = ("成文", "签发", "簽發", "印发", "印發", "发文", "發文")
_PUBLISHED = ("发布", "發布", "發佈", "更新", "发表", "發表", "上传", "上傳", "刊登", "刊发", "转载")
_TIMES, _AT = ("时间", "時間", "日期"), ("于", "於")
_AFTER_LABEL = Pattern(r"[】\]]?[ \t\u3000]?[：:]?[ \t\u3000]*[\"']?(?=[0-9]|一|二)")
# A break begins each, so that the library scans for that; one is put in front of the text.
_FRONT_MATTER = Pattern(
    r"\n(?:date|published|pubdate|publish_date|发布日期)[ \t]*:[ \t\u3000]*[\"']?(?=[0-9]|一|二)",
    ":",
    flags=re.IGNORECASE,
)
_STAMPED_LINE = Pattern(r"\n[ \t\u3000]*(?=[0-9]{4}[-/.年][^\n]{4,9}[ \t\u3000日T]+[0-9]{1,2}:[0-9]{2})", ":")
_DAYS = ("日", "号", "號")
_MARKS = " \t\u3000*_>"
_FIRST_OF_DATES = frozenset(("一", "二", *_FIGURES))
_MAY_BEGIN_DATES = _FIRST_OF_DATES.union(_MARKS, _OPENING_MARKS)
_MAY_END_DATES = frozenset((*_DAYS, *_BLANKS, *"*_）)"))
_STOPS = frozenset("。，；：、,;:|#")
_LONGEST_LINE = 80
_HEAD, _TAIL, _END, _FEW = 600, 3000, 400, 3
_EARLIEST, _LATEST = 1900, 2100


# Where a date stands, and its year, month and day.
_Written = tuple[Span, int | None, int | None, int | None]


class Anchor(NamedTuple):
    """A day that fixes the time of a document, and the place where it stands."""

    day: date
    span: Span


class Horizon(NamedTuple):
    """The last day that a document can know of, and what says so; ``is_signed`` where that is the signature."""

    day: date
    span: Span
    label: Text
    is_signed: bool = False


def signature(document: Document) -> Anchor | None:
    """Return the date of signature: alone on a line at the end, under the title, or labelled 成文日期."""
    prose = document.prose
    for label in _labels(prose[:_HEAD], _SIGNED, _TIMES):
        if prose[label : label + 1] in {"：", ":"}:
            labelled = next(_anchors(prose, label + 1, label + 21), None)
            if labelled:
                return labelled
    return _at_the_end(prose) or _under_the_title(document)


def horizon(document: Document) -> Horizon | None:
    """Return what the document can't know of: the signature, else the publication, else the end of the next year.

    A report on a year is written by June of the next one; the rest of that year is spared. Statutes, which carry the
    dates of their amendments, have no horizon.
    """
    if document.get(genre) is Genre.STATUTE:
        return None
    signed = document.get(signature)
    if signed:
        label = Text(f"成文日期{signed.day}", f"the date of signature, {signed.day}")
        return Horizon(signed.day, signed.span, label, is_signed=True)
    published = document.get(publication)
    titled = document.get(report_years)
    ends = date(max(titled.years) + 1, 12, 31) if titled else date.max
    if published and published.day < ends:
        label = Text(f"发布日期{published.day}", f"the date of publication, {published.day}")
        return Horizon(published.day, published.span, label)
    if titled is None:
        return None
    year = max(titled.years)
    return Horizon(ends, titled.span, Text(f"标题的{year}年", f"the year in the title, {year}"))


def publication(document: Document) -> Anchor | None:
    """Return the date in metadata at either end: 发布时间：…, ``date:`` in front matter, a bare time stamp."""
    text = document.text
    foot = max(2 * _HEAD, len(text) - _END)
    stamped = (match.end() - 1 for match in _STAMPED_LINE.finditer("\n" + text[:_HEAD]))
    for place in (*_published(text[: 2 * _HEAD]), *stamped, *(foot + place for place in _published(text[foot:]))):
        published = next(_anchors(text, place, place + 20), None)
        if published:
            return published
    return None


def _published(text: str) -> list[int]:
    """Return where the dates after 发布时间：, ``date:`` and the like begin."""
    labelled = (_AFTER_LABEL.match(text, end) for end in _labels(text, _PUBLISHED, (*_TIMES, *_AT)))
    places = [match.end() for match in labelled if match]
    return sorted(places + [match.end() - 1 for match in _FRONT_MATTER.finditer("\n" + text)])


def _labels(text: str, verbs: tuple[str, ...], nouns: tuple[str, ...]) -> list[int]:
    """Return where 成文日期 and its like end."""
    ends = []
    for noun in nouns:
        place = text.find(noun)
        while place >= 0:
            if text.endswith(verbs, 0, place):
                ends.append(place + len(noun))
            place = text.find(noun, place + 1)
    return sorted(ends)


def _anchors(text: str, start: int, end: int) -> Iterator[Anchor]:
    found = [*_dates_in_words(text, start, end), *_dates_in_figures(text, start, end)]
    for span, year, month, day in sorted(found):
        if year and _EARLIEST < year < _LATEST and month and day and calendar.exists(year, month, day):
            yield Anchor(date(year, month, day), span)


def _dates_in_words(text: str, start: int, end: int) -> Iterator[_Written]:
    for match in _DATE.finditer(text, start, end):
        last = match.start() - (text[match.start() - 1 : match.start()] == " ")
        low = last - 4
        year, month, day = text[max(0, low) : last], match[1], match[2]
        republic = _REPUBLIC.search(text, max(start, last - _REACH), last)
        if republic:
            # 中華民國102年3月5日
            number = value(republic[1])
            yield Span(republic.start(), match.end()), number and number + _BEFORE_1912, value(month), value(day)
        elif low < start or not (_is_number(year, 4) and _is_number(month, 2) and _is_number(day, 2)):
            continue
        elif not (year[0] in _FIGURES and low and text[low - 1] in _FIGURES):
            yield Span(low, match.end()), value(year), value(month), value(day)


def _dates_in_figures(text: str, start: int, end: int) -> Iterator[_Written]:
    for match in _DATE_IN_FIGURES.finditer(text, start, end):
        yield Span(*match.span()), int(match[1]), int(match[2]), int(match[3])


def _is_number(written: str, most_figures: int) -> bool:
    return not written.strip(_HAN) or (len(written) <= most_figures and not written.strip(_FIGURES))


def _at_the_end(prose: str) -> Anchor | None:
    """Return the last date that ends a line and has at most a signatory before it."""
    lone: list[Anchor] = []
    low = max(0, len(prose) - _TAIL)
    start = prose.rfind("\n", max(0, low - _LONGEST_LINE), low) + 1
    if not start and low > _LONGEST_LINE:
        # The tail begins within a long line, which may be all of the document.
        start = prose.find("\n", low) + 1 or len(prose)
    for line in prose[start:].replace("\r", "\n").split("\n"):
        # The last character tells of most lines that they end in no date.
        if line[-1:] in _MAY_END_DATES and line and len(line) < _LONGEST_LINE:
            end = start + len(_without_marks(line))
            anchor = next(_anchors(prose, start, end), None) if prose.endswith(_DAYS, start, end) else None
            if anchor and anchor.span.end == end and _is_signatory(prose[start : anchor.span.start]):
                lone.append(anchor)
        start += len(line) + 1
    # Many lone dates make a chronicle or a table; then only the one at the very end signs the document.
    if lone and (len(lone) <= _FEW or len(prose) - lone[-1].span.end < _END):
        return lone[-1]
    return None


def _without_marks(line: str) -> str:
    """Return ``line`` without the blanks, asterisks and closing bracket at its end."""
    return line.rstrip(_BLANKS).rstrip("*_").removesuffix("）").removesuffix(")").rstrip(_BLANKS)


def _is_signatory(before: str) -> bool:
    name = before.strip(" \t\u3000*_>（(")
    return not name or (len(name) <= 30 and before[-1] in _BLANKS and _STOPS.isdisjoint(name))


def _under_the_title(document: Document) -> Anchor | None:
    """Return the latest date of a line near the top that begins with a date: ——2022年3月5日在…上, （2013年3月5日）."""
    prose = document.prose
    for start, end in document.first_paragraphs(8):
        # The first character tells of most lines that no date begins them.
        if prose[start] not in _MAY_BEGIN_DATES:
            continue
        line = prose[start : min(end, start + 400)]
        rest = line.lstrip(_MARKS)
        unmarked = rest.lstrip(_OPENING_MARKS)
        dated = unmarked.lstrip(_BLANKS)
        marks = len(rest) - len(unmarked)
        if marks > _MOST_OPENING_MARKS or dated[:1] not in _FIRST_OF_DATES:
            continue
        anchors = list(_anchors(prose, start, start + len(line)))
        if not anchors or anchors[0].span.start != start + len(line) - len(dated):
            continue
        if marks or _DELIVERED.compiled.fullmatch(prose, anchors[0].span.end, end):
            return max(anchors)
    return None
