"""Sentences that speak of brackets or quotation marks, and therefore show them empty."""

from gaojian import Pattern, Span

# 用书名号《》, （）内填写, 〔　〕内为五年累计数, 《》与【】: the text is about the brackets.
_AFTER_BRACKETS = Pattern(
    "[ \u3000”」]{0,2}(?:[内內里裡中]的?(?:[填写寫加标標注系為为應应]|文字|[内內]容|[数數])|[处處]填|填[写寫入]"
    "|是[书書括方六引]|符[号號]|表示|括起)"
)
# Another pair with nothing or one mark inside: marks are listed, or one is changed into another.
_BRACKETED = "[（(《〈〔\\[【“‘「][ \u3000]?[（(《〈“‘—…]?[ \u3000]?[）)》〉〕\\]】”’」]"
_BRACKETS_LISTED_AFTER = Pattern(
    rf"[ \u3000”」]{{0,2}}(?:[与與和或及、]|[改换換][为為成])[ \u3000“「]{{0,2}}{_BRACKETED}"
)
_BRACKETS_LISTED_BEFORE = Pattern(
    rf"{_BRACKETED}[ \u3000”」]{{0,2}}(?:[与與和或及、]|[改换換][为為成用])[ \u3000“「]{{0,2}}$"
)
_BRACKET_WORDS = Pattern("括[号號弧]|[书書]名[号號]|[标標][点點]|符[号號]|中括|方括|六角")
# 使用引号“”, “”内的文字: the text is about the marks themselves.
_BEFORE_QUOTES = Pattern("(?:引[号號]|符[号號]|[标標][点點]|使用|[加带帶])[ \u3000]?[:：]?$")
_AFTER_QUOTES = Pattern(
    "[ \u3000]?(?:[内內](?!容)|符[号號](?!形|字)|引[号號]|[标標][点點号號示注记記出]|是(?:[单單双雙]?引|空)|[号號]"
    "|[里裡]的|中的文字|表示|括起)"
)
# A neighbour in a list that is empty too, or holds a mark alone: “”与‘’. Beside “扫黄” the pair lost its words.
_QUOTED = "[‘“「『《（][ \u3000]?[，。、；：！？—…（）《》]{0,2}[ \u3000]?[’”」』》）]"
_QUOTES_LISTED_AFTER = Pattern(rf"[ \u3000]?(?:[与與和或及、]|[改换換][为為成])[ \u3000]?{_QUOTED}")
_QUOTES_LISTED_BEFORE = Pattern(rf"{_QUOTED}[ \u3000]?(?:[与與和或及、]|[改换換][为為成用])[ \u3000]?$")
_QUOTE_WORDS = Pattern("引[号號]|[内內]文字")
# 标题用《》，不用“”: marks that are used, of two kinds in one clause or the next.
_USED = Pattern("[用加][ \u3000]?$")
_EMPTY = Pattern("《》|（）|【】|〔〕|〈〉|“”|‘’|「」|『』")
_USED_REACH = 8


def _is_shown(prose: str, span: Span) -> bool:
    """Whether the marks stand in quotation marks themselves, or are used beside marks of another kind."""
    start, end = span
    if prose[max(0, start - 1) : start] + prose[end : end + 1] in {"“”", "‘’", "「」", "『』"}:
        return True
    if not _USED.search(prose, max(0, start - 2), start):
        return False
    beside = prose[max(0, start - _USED_REACH) : start] + prose[end : end + _USED_REACH]
    return any(match[0] != prose[start:end] for match in _EMPTY.finditer(beside))


def is_about_brackets(prose: str, span: Span) -> bool:
    """Whether the text speaks of the brackets at ``span``, or lists them."""
    before = prose[max(0, span.start - 12) : span.start]
    if _AFTER_BRACKETS.match(prose, span.end) or _BRACKET_WORDS.search(before) or _is_shown(prose, span):
        return True
    own = prose[span.start : span.end]
    listed = (_BRACKETS_LISTED_BEFORE.search(before), _BRACKETS_LISTED_AFTER.match(prose, span.end))
    # 《》和《》 are two lost titles.
    if any(match and own not in match[0] for match in listed):
        return True
    return _BRACKET_WORDS.search(prose, span.end, span.end + 12) is not None


def is_about_quotes(prose: str, span: Span) -> bool:
    """Whether the text speaks of the quotation marks at ``span``, or lists them."""
    if _AFTER_QUOTES.match(prose, span.end) or _is_shown(prose, span):
        return True
    before = prose[max(0, span.start - 12) : span.start]
    own = prose[span.start : span.end]
    listed = (_QUOTES_LISTED_BEFORE.search(before), _QUOTES_LISTED_AFTER.match(prose, span.end))
    # “”和“” are two lost quotations.
    if _QUOTE_WORDS.search(before) or any(match and own not in match[0] for match in listed):
        return True
    return prose[span.end : span.end + 1] in {"", "\n", "\r", "。", "，", "；", "）", " "} and bool(
        _BEFORE_QUOTES.search(before)
    )
