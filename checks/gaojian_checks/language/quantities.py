"""Quantities: what a number with its unit is worth, how finely it is stated, and whether it is only about that.

``quantities(text, start, end)`` reads ``1.5万余元`` as 15000 元, stated to 1000, not exact. Only places that a check
has a reason to look at are read: most numbers of a document are of no interest to anyone.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from gaojian import NamedTuple, Pattern, Span
from gaojian_checks.language import numerals

SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
SCALES |= {scale.replace("万", "萬").replace("亿", "億"): worth for scale, worth in SCALES.items()}
PERCENT, POINTS, TIMES = "%", "个百分点", "倍"
_UNITS = (
    *(
        "个百分点",
        "百分点",
        "平方公里",
        "平方千米",
        "立方米",
        "平方米",
        "千瓦时",
        "美元",
        "欧元",
        "人次",
        "公里",
        "千米",
    ),
    *("公顷", "公斤", "千克", "千瓦", "标箱", "元", "圆", "人", "名", "户", "戶", "项", "項", "个", "個", "家", "件"),
    *("篇", "次", "所", "座", "台", "套", "辆", "輛", "吨", "噸", "亩", "畝", "斤", "份", "期", "条", "條", "处"),
    *("處", "起", "场", "場", "本", "册", "冊", "幅", "株", "头", "只", "艘", "架", "间", "間", "栋", "棟", "米", "部"),
    *("位", "%", "％", "倍"),
)
_SAME = {"％": PERCENT, "百分点": POINTS, "圆": "元", "名": "人", "位": "人", "个": "个", "個": "个"}
_DECIMAL = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:[.．][0-9]{1,6})?"
_HAN = "[一二三四五六七八九十百千零〇两]{1,9}"
_RANGE = r"(?:[—–~～〜至到\-－]{1,2}(?P<high>[0-9.]{1,12}))?"
_ABOUT_BEFORE = (
    r"(?P<before>约为?|約|近|超过?|逾|多达|大约|大概|将近|不足|不到|不少于|至少|最多|以上|突破|每|人均|平均|第)?"
)
_QUANTITY = Pattern(
    rf"{_ABOUT_BEFORE}(?<![0-9.．,，A-Za-z\-])(?<![0-9] )(?:(?P<number>{_DECIMAL}){_RANGE}|(?P<han>{_HAN}))"
    r" ?(?P<more>[余餘多几])?(?P<scale>万亿|百万|千万|[万亿萬億千百](?!克|米|瓦))?(?P<tail>[余餘多])?"
    rf"(?P<unit>{'|'.join(_UNITS)})?"
    r"(?P<after>左右|上下|以上|以下|以内|以內|多(?!种)|余)?"
)
_FULLWIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")


class Quantity(NamedTuple):
    """A number in a text: ``step`` is the worth of one in its last digit, ``unit`` is "" where none is known.

    ``value`` and ``step`` are in units, so 1.5万元 is 15000 by 1000. ``exact`` is False for 约, 余, 近, 左右, ranges.
    ``written`` is the number with its unit as written, ``scale`` the 万 or 亿 between them.
    """

    span: Span
    value: Decimal
    step: Decimal
    scale: str
    unit: str
    exact: bool
    written: str
    is_han: bool

    @property
    def low(self) -> Decimal:
        """The least that rounds to this."""
        return self.value - self.step / 2

    @property
    def high(self) -> Decimal:
        """The most that rounds to this."""
        return self.value + self.step / 2


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the quantities in ``text`` between ``start`` and ``end``; a numeral in Han counts with a unit only."""
    # Full-width digits are replaced one for one, so offsets stay.
    window = text[start:end].translate(_FULLWIDTH)
    for match in _QUANTITY.finditer(window):
        found = _quantity(match, start)
        if found is not None:
            yield found


def rounded(quantity: Quantity, scale: str | None = None) -> str:
    """Return the value of ``quantity`` as it would be written with ``scale``, its own unless stated."""
    return plain(quantity.value, quantity.scale if scale is None else scale)


def plain(value: Decimal, scale: str = "") -> str:
    """Return ``value`` in Arabic digits before ``scale``, without zeros that say nothing."""
    shown = f"{value / SCALES[scale]:.4f}".rstrip("0").rstrip(".")
    return shown + scale


def _quantity(match: re.Match[str], offset: int) -> Quantity | None:
    number, han, unit = match["number"], match["han"], match["unit"] or ""
    scale = match["scale"] or ""
    if han:
        worth = numerals.value(han)
        if worth is None or not unit:
            return None
        value, step = Decimal(worth), Decimal(1)
    else:
        digits = number.replace(",", "")
        value = Decimal(digits)
        step = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    first = match.start("number") if number else match.start("han")
    last = max(match.end("unit"), match.end("tail"), match.end("scale"), match.end("more"), match.end("high"))
    last = max(last, match.end("number"), match.end("han"))
    about = any(match[group] for group in ("before", "after", "more", "tail", "high"))
    times = SCALES[scale]
    return Quantity(
        Span(offset + first, offset + last),
        value * times,
        step * times,
        scale,
        _SAME.get(unit, unit),
        not about,
        match.string[first:last],
        bool(han),
    )
