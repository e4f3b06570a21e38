"""What looks like a mask and is none: specimens, examples, emphasis, anonymised people, zeros written as circles."""

from functools import cached_property

from gaojian import Document, Kind, Pattern, Span
from gaojian_checks.language.genre import Genre, genre, is_technical
from gaojian_checks.placeholders._frames import CROSS, LETTERS, PLACE
from gaojian_checks.placeholders._guides import is_writing_guide
from gaojian_checks.placeholders._single import is_number
from gaojian_checks.placeholders._tokens import Token

# What prescribes or explains a form says so shortly before it.
_EXAMPLE = Pattern(
    r"(?:形如|格式|样式|樣式|式样|式樣|示例|样例|範例|范例|[写寫]明|[写寫]成|[写寫][为為]|书写|占位|代替"
    r"|[称稱][为為]|定名|名[称稱]?[应應]?[当當]?[为為]|[标標]明|[载載]明|注明|形式[为為是：:])[^，,。；;\r\n]{0,16}$"
    r"|[如例即][：:]?[“「‘《〈\"]{1,2}[^”」’》〉\"。；\r\n]{0,16}$|(?:^|[，。；：、（(/\s])如(?:[：:][^，,。；;\r\n]{0,16})?$"
)
_INSTANCE = Pattern(r"(?:例如|比如|譬如|[诸諸]如)[^，,。；;\r\n]{0,16}$")
_NUMERALS = frozenset("一二三四五六七八九十百千万〇○零、‧．.・0123456789")
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧蕭蔡潘田董袁余叶葉蒋蔣杜苏蘇"
    "魏程吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范汪陆陸金石贾賈韦韋夏邱方侯邹鄒熊孟秦江阎薛尹段雷黎史龙龍陶贺賀顾顧毛郝龚龔邵钱錢"
)
# Words of the forms that courts and registries print with ×.
_COURT = Pattern(
    "人民法院|[检檢]察院|公安局|[执執民刑行][字初终終]|被?申[请請]人|裁定|判[决決]|公[证證]|[冻凍][结結]|股[权權]"
)
_FORM = Pattern("样式|樣式|式样|式樣|格式")
_EXPLAINED = Pattern("[XxＸ×](?:代表|表示|[为為是]|是指)")
_PERSON = Pattern("[ \u3000]?(?:同志|先生|女士|老[师師]|同[学學])")
_TRADITIONAL = Pattern("[號證國處條會屆開區縣]")
_EMPHASIS_REACH = 60
_FORM_REACH = 300
_SIDE = 40
# Genres that prescribe forms and hide names on purpose.
_FORMAL = frozenset({Genre.STATUTE, Genre.CASE})


class Surroundings:
    """One document, asked about the surroundings of its masks; what is dear is looked up once, and only if asked."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._prose = document.prose

    @cached_property
    def _genre(self) -> Genre:
        return self._document.get(genre)

    def is_plain_text_mark(self, token: Token) -> bool:
        """Whether the characters are emphasis, a zero, a privacy mask or a sign of multiplication."""
        prose, (start, end, mark, length, _) = self._prose, token
        before, after = prose[max(0, start - 1) : start], prose[end : end + 1]
        if mark == CROSS:
            dated = "\u4e00" <= after <= "\u9fff" and after in "年月日届屆号號次"
            return length == 1 and not dated and not is_number(prose, token)
        if mark in "○◯":
            return before in _NUMERALS or after in _NUMERALS or (length == 1 and after not in "年月日")
        if mark == "□":
            return length == 1 and after not in "年月日"
        if mark in "●△":
            return length == 1
        if mark in "*＊_＿":
            return self._is_emphasis(token)
        return False

    def _is_emphasis(self, token: Token) -> bool:
        prose, (start, end, mark, length, has_digits) = self._prose, token
        if (has_digits and prose[start] != mark) or mark == "＿" or (mark == "_" and length > 2):
            return False
        if mark == "_" and length == 1:
            return True
        if (
            mark == "*"
            and self._document.kind is Kind.MARKDOWN
            and prose[max(0, start - 1) : start] in {"", "\n", "\r"}
        ):
            return True
        run = mark * length
        # In **8 类** the digits are what is emphasised.
        inside = start + length if prose.startswith(run, start) else end
        after = prose[inside : end + _EMPHASIS_REACH].split("\n", 1)[0]
        before = prose[max(0, start - _EMPHASIS_REACH) : start].rpartition("\n")[2]
        return _pairs(after.partition(run), before=False) or _pairs(before.rpartition(run), before=True)

    def _is_example(self, token: Token) -> bool:
        before = self._prose[max(0, token.start - 28) : token.start]
        after = self._prose[token.end : token.end + 28]
        if _EXAMPLE.search(before) or _EXPLAINED.search(after) or "YYYY" in before or "YYYY" in after:
            return True
        if token.mark in LETTERS:
            return False
        return _INSTANCE.search(before) is not None or (
            token.mark == CROSS and self.is_quoted(token) and is_writing_guide(self._document)
        )

    def _is_form(self, token: Token) -> bool:
        """Whether the genre prescribes forms and the mark is one that forms are shown with: × and ○, not letters."""
        if self._genre in _FORMAL and token.mark not in LETTERS + CROSS + "*":
            return True
        # ○ is how Taiwan prints its forms: 中華民國○○年○○月○○日, 字第○○○○號.
        window = self._prose[max(0, token.start - 40) : token.end + 40]
        return token.mark == "○" and _TRADITIONAL.search(window) is not None

    def is_format(self, start: int, end: int) -> bool:
        """Whether YYYY年 is named as a format, by itself or in a list."""
        before = self._prose[max(0, start - 28) : start]
        named = _EXAMPLE.search(before) is not None or before[-1:] in {"、", "“", "「"}
        return named or "格式" in self._prose[end : end + 12] or self._document.get(is_technical)

    def excuses_date(self, token: Token, span: Span) -> bool:
        """Whether a masked year belongs to a form that the text prescribes."""
        if self._is_form(token) or self._is_example(token):
            return True
        # ××××年××月××日, digit for digit, is how courts and standards print a date to be filled in.
        text = self._prose[span.start : span.end]
        # A month in figures shows that only the year was forgotten: ××××年3月1日.
        dated = self._prose[span.end : span.end + 1].isdigit()
        if text == "××××年××月××日" or (text.startswith("××××年") and not dated and self._is_official_form(token)):
            return True
        if token.mark == CROSS and self.is_quoted(token, reach=12):
            return True
        return self._genre in _FORMAL and token.mark == CROSS and self._prose[span.end - 1] in "日号號"

    def excuses_ordinal(self, token: Token, span: Span) -> bool:
        """Whether a masked ordinal belongs to a form, or stands for the article of any statute."""
        if self._is_form(token) or self._is_example(token):
            return True
        if token.length == 1 and self._document.get(is_technical):
            return True
        article = self._prose[span.end : span.end + 1] in set("条條款项項章号號")
        return article and (self._genre in _FORMAL or (token.mark == CROSS and self._is_official_form(token)))

    def excuses_number(self, token: Token, span: Span) -> bool:
        """Whether a masked number belongs to a form, or to words that somebody else said."""
        if self._is_form(token) or self._is_example(token):
            return True
        if token.length == 1 and (
            self._document.get(is_technical) or (token.mark == CROSS and self._is_official_form(token))
        ):
            return True
        unit = self._prose[span.end : span.end + 1]
        if unit in set("月日号號") or self._prose[span.end - 1] in "日号號":
            return self._genre in _FORMAL and token.mark == CROSS
        return unit in {"时", "時", "分"} and self.is_quoted(token)

    def excuses_name(self, token: Token, *, weak: bool) -> bool:
        """Whether a masked name is anonymised on purpose; ``weak`` if no word such as 市 or 公司 follows it."""
        if self._is_form(token) or self._is_example(token) or is_writing_guide(self._document):
            return True
        if self._genre is Genre.STATUTE and not self._is_gap_in_statute(token):
            return True
        prose = self._prose
        if token.mark == CROSS and (self._is_title_line(token) or self._is_official_form(token)):
            return True
        if token.length < 3 and prose[max(0, token.start - 1) : token.start] in _SURNAMES:
            return weak or _PERSON.match(prose, token.end) is not None
        if weak:
            instance = _INSTANCE.search(prose[max(0, token.start - 28) : token.start]) is not None
            return instance or self.is_quoted(token) or self._document.get(is_technical)
        # “XX公司说” and “XX先生” are anonymised; “XX市示范岗” is a name with a gap.
        opened = prose[max(0, token.start - 1) : token.start] in {"“", "「"}
        return opened and self.is_quoted(token, reach=10) and not PLACE.match(prose, token.end)

    def is_quoted(self, token: Token, reach: int = 40) -> bool:
        """Whether quotation or title marks enclose the mask: then it may be what somebody else wrote."""
        before = self._prose[max(0, token.start - reach) : token.start]
        after = self._prose[token.end : token.end + reach]
        for opening, closing in ("“”", "「」", "《》", "‘’"):
            opened = before.rfind(opening)
            if opened > before.rfind(closing) and after.find(closing) >= 0 and "\n" not in before[opened:]:
                return True
        return False

    def _is_official_form(self, token: Token) -> bool:
        """Whether the text announces a form, or the line speaks of courts or registries, which print theirs so."""
        if _FORM.search(self._prose, max(0, token.start - _FORM_REACH), token.start):
            return True
        line = self._document.line_around(token.start, 60)
        return _COURT.search(self._prose, line.start, line.end) is not None

    def _is_gap_in_statute(self, token: Token) -> bool:
        """Whether a statute lost the name of a place; companies, persons and forms full of ×× are hidden on purpose."""
        if not PLACE.match(self._prose, token.end) or self._is_official_form(token):
            return False
        line = self._document.line_around(token.start, _SIDE)
        beside = self._prose[line.start : token.start] + self._prose[token.end : line.end]
        return token.mark != CROSS or CROSS not in beside

    def _is_title_line(self, token: Token) -> bool:
        """Whether the line is nothing but a title: with ×× in it, it shows how titles are written."""
        line = self._document.line_around(token.start, 60)
        text = self._prose[line.start : line.end].strip(" \t\r\u3000-*+·0123456789.、；;。")
        return text.startswith("《") and text.endswith("》")


def _pairs(parts: tuple[str, str, str], *, before: bool) -> bool:
    """Whether a second run of the same marks encloses a phrase: short, and with its quotation marks in pairs."""
    inner, run, _ = (parts[2], parts[1], parts[0]) if before else parts
    if not run or not inner or inner[0] in " \u3000" or inner[-1] in " \u3000，、,":
        return False
    if len(inner) < 2 and not inner.isascii():
        return False
    return inner.count("“") == inner.count("”") and not any(mark in inner for mark in "。；！？")
