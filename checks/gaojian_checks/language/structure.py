"""Parts that tell the kind of a document: articles, a letter's frame, the parts of a case, fields, code.

Each is sought only where the beginning or the end of a document would show it, so that a long text costs no more. All
look at the text in Simplified characters. Call them through ``document.get``.
"""

from gaojian import Document, Pattern
from gaojian_checks.language.fold import simplified
from gaojian_checks.language.outline import title

# Whoever has articles, cases or fields has them here.
_BEGINNING = 100_000
_SOME_PAGES = 20_000
_PAGE = 3000
_OPENING = 800
_TOP = _BOTTOM = 8
_BLANKS = " \t\r\u3000*#"
_ARTICLE = Pattern(r"第(?<![^\n\r \t\u3000*#]第) ?[一二三四五六七八九十百千零〇0-9]{1,8} ?条")
_ARTICLE_REACH = 12
_ADOPTED = Pattern(r"(?:会议?(?:讨论)?|常务委员会)(?:通过|批准)|[0-9]{1,2}日 ?(?:起?施行|公布|发布)$|号通知印发）?$")
_LONGEST_NOTE = 120


def _by_sign(words: tuple[str, ...], signs: str) -> dict[str, list[str]]:
    """Return ``words`` by the first of ``signs`` that each holds."""
    return {sign: [word for word in words if next(filter(word.__contains__, signs)) == sign] for sign in signs}


_CASE_PARTS = (
    *("基本案情", "简要案情", "案情回顾", "案情简介", "案情", "诉讼过程", "争议焦点", "诉讼请求", "原告诉讼请求"),
    *("申请人请求", "裁判要点", "裁判要旨", "裁判理由", "裁判结果", "判决结果", "处理结果", "审理结果", "法院审理"),
    *("本院认为", "案例分析", "典型意义", "指导意义", "相关法条", "法官说法", "法官提醒", "律师点评", "要旨"),
)
_PARTS_BY_SIGN = _by_sign(_CASE_PARTS, "案焦裁诉判典评官旨果院导条求")
_CASE_PART = Pattern(rf"\n[#* \t　【\[一二三四五六七八、（）]{{0,12}}({'|'.join(_CASE_PARTS)})(?=[】\]：:* \t]*[\r\n])")
_SUIT_NUMBER = Pattern(r"[（(〔][12][0-9]{3}[）)〕][\u4e00-\u9fff][\u4e00-\u9fff0-9]{1,12}第?[0-9]{1,6}号")
_PARTIES = ("原告", "被告", "上诉人", "被上诉人", "申请人", "被申请人", "公诉机关")
_PARTIES_BY_SIGN = _by_sign(_PARTIES, "告诉申")
_PARTY = Pattern(r"\n[ \t\u3000]*((?:再审)?(?:被?上诉人|原告|被告人?|被?申请人|公诉机关))(?:（[^）\n]{1,20}）)?[：:]")
_ENOUGH_PARTS = 2
_SHOWN_PARTS = 3
_DELIVERED = Pattern(
    r"向[\u4e00-\u9fff]{1,12}(?:作|做|提交)[\u4e00-\u9fff]{0,4}报告|现?将[^。\n]{0,40}(?:报告|汇报|述职)如下"
)
_ADDRESSEE = Pattern(r"[\u4e00-\u9fff（）“”《》〈〉、，, ]{2,80}[：:]$")
# 情况如下： and 目标是： are no addressees.
_NO_ADDRESSEE = frozenset("下是为有")
_NUMBER = "[0-9一二三四五六七八九十]{1,3}"
_SIGNED = Pattern(rf"(?:[12][0-9]{{3}}|[一二][〇○零一二三四五六七八九]{{3}})年{_NUMBER}月{_NUMBER}日$")
_LONGEST_DATE = 20
_LETTERHEAD = Pattern(r"[\u4e00-\u9fff]{2,14}[〔\[（][12][0-9]{3}[〕\]）][0-9]{1,5}号$")
# With their labels only: a blank inside a sentence is what a report has forgotten.
_FIELD = Pattern(r"[：:] ?(?:__+|\u3000\u3000+(?=年))", "__", "\u3000\u3000")
_LINK = "]("
_FRONT_MATTER = "---"
_SPACED = Pattern(r" (?:(?<=[\u4e00-\u9fff] )[A-Za-z]|(?<=[A-Za-z] )[\u4e00-\u9fff])")
_LONGEST_TITLE = 150
_NO_TITLE_ENDS = frozenset("。：:；;，,、|")
_CONTINUED = ("通知", "通告", "公告", "通报", "函", "请示", "报告", "决定", "决议", "意见", "批复", "办法", "规定")


def headline(document: Document) -> str:
    """Return the title, in Simplified characters, "" where there is none.

    Besides what ``title`` finds these are a 关于… of any length, and what its next line adds to it: official titles are
    long, and wrapped.
    """
    prose = document.get(simplified)
    span = document.get(title)
    first = document.first_paragraphs(2)
    if span is None and first:
        line = prose[first[0].start : first[0].end].strip(_BLANKS)
        is_title = "关于" in line and "。" not in line and line[-1:] not in _NO_TITLE_ENDS
        return line if is_title and len(line) <= _LONGEST_TITLE else ""
    if span is None:
        return ""
    line = prose[span.start : span.end]
    if "关于" in line and not line.endswith(_CONTINUED) and len(first) > 1 and first[0].end >= span.end:
        more = prose[first[1].start : first[1].end].strip(_BLANKS)
        if more.endswith(_CONTINUED) and len(more) <= _LONGEST_TITLE // 2 and "。" not in more:
            return line + more
    return line


def articles(document: Document) -> int:
    """Return how many lines of the first 100,000 characters begin with 第…条."""
    prose = document.get(simplified)
    if "条" not in prose:
        return 0
    found = 0
    for match in _ARTICLE.finditer(prose, 0, min(len(prose), _BEGINNING)):
        start = match.start()
        line = prose[max(0, start - _ARTICLE_REACH) : start].rpartition("\n")[2]
        found += not line.strip(_BLANKS) and (start < _ARTICLE_REACH or len(line) < _ARTICLE_REACH)
    return found


def adopted(document: Document) -> str:
    """Return the note under the title on who passed an act, or when it takes force: …会议通过."""
    prose = document.get(simplified)
    for span in document.first_paragraphs(_TOP)[1:]:
        line = prose[span.start : span.end]
        if len(line) <= _LONGEST_NOTE and (match := _ADOPTED.search(line)):
            return match[0]
    return ""


def case_marks(document: Document) -> tuple[str, ...]:
    """Return the headings of a reported case, or its number and its parties, if there are two at least."""
    prose = document.get(simplified)
    beginning = "\n" + prose[:_SOME_PAGES]
    # Words are found in a hundredth of the time that it takes to compile the pattern.
    if _count(_PARTS_BY_SIGN, beginning) >= _ENOUGH_PARTS:
        parts = list(dict.fromkeys(match[1] for match in _CASE_PART.finditer(beginning)))
        if len(parts) >= _ENOUGH_PARTS:
            return tuple(parts[:_SHOWN_PARTS])
    if _count(_PARTIES_BY_SIGN, beginning) < _ENOUGH_PARTS:
        return ()
    number = _SUIT_NUMBER.search(prose[:_PAGE])
    parties = list(dict.fromkeys(match[1] for match in _PARTY.finditer(beginning)))
    return (number[0], *parties[:_ENOUGH_PARTS]) if number and len(parties) >= _ENOUGH_PARTS else ()


def _count(words: dict[str, list[str]], text: str) -> int:
    """Return how many of ``words``, which are ordered by a character of each, stand in ``text``."""
    # To look for a character takes a tenth of the time of looking for a word.
    present = [group for sign, group in words.items() if sign in text]
    return sum([word in text for group in present for word in group])


def delivery(document: Document) -> str:
    """Return the words of the opening by which a report is delivered: 现将…报告如下."""
    prose = document.get(simplified)
    match = _DELIVERED.search(prose, 0, min(len(prose), _OPENING))
    return match[0] if match else ""


def letter(document: Document) -> tuple[str, str] | None:
    """Return whom a letter is addressed to, near its top, and the date or document number that it is issued under."""
    prose = document.get(simplified)
    top = [prose[span.start : span.end].strip(_BLANKS) for span in document.first_paragraphs(_TOP)]
    addressee = next((line[:-1] for line in top[1:] if _ADDRESSEE.match(line) and line[-2] not in _NO_ADDRESSEE), "")
    if not addressee:
        return None
    number = next((line for line in top if _LETTERHEAD.match(line)), "")
    if number:
        return addressee, number
    for span in document.last_paragraphs(_BOTTOM):
        line = prose[span.start : span.end].strip(_BLANKS)
        if len(line) <= _LONGEST_DATE and _SIGNED.search(line):
            return addressee, line
    return None


def fields(document: Document) -> int:
    """Return how many labels of the first 20,000 characters have nothing behind them but a blank: 姓名：____."""
    prose = document.get(simplified)
    return sum(1 for _ in _FIELD.finditer(prose, 0, min(len(prose), _SOME_PAGES)))


def manual_marks(document: Document) -> int:
    """Return how many links, pieces of code, and blanks between Chinese and foreign words a text has."""
    text = document.text
    # Blanks beside foreign words alone are a way to write reports too.
    if _LINK not in text and "`" not in text and not text.startswith(_FRONT_MATTER):
        return 0
    spaced = sum(1 for _ in _SPACED.finditer(text, 0, min(len(text), _SOME_PAGES)))
    return text.count(_LINK) + text.count("`") // 2 + spaced
