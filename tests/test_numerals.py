"""Numerals: what they are worth, how they are written, where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaojian_checks.language.numerals import NumeralStyle, numerals, style, value

DIGITS = "零一二三四五六七八九"
CAPITALS = "零壹贰叁肆伍陆柒捌玖"


def below_ten_thousand(number: int, digits: str, units: tuple[str, ...]) -> str:
    written = ""
    zero = False
    for place, unit in zip((1000, 100, 10, 1), units, strict=True):
        digit = number // place % 10
        if digit:
            written += (digits[0] if zero and written else "") + digits[digit] + unit
            zero = False
        else:
            zero = True
    return written


def in_words(number: int, digits: str = DIGITS, units: tuple[str, ...] = ("千", "百", "十", "")) -> str:
    """Write ``number`` (1 to 10^12 - 1) as people do: 三千零五十二, 一亿零三万."""
    written = ""
    for place, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group = number // place % 10**4
        if group:
            gap = written and (group < 1000 or number // place % 10**5 < 1000)
            written += (digits[0] if gap else "") + below_ten_thousand(group, digits, units) + unit
    return written


@pytest.mark.parametrize(
    ("numeral", "expected"),
    [
        ("三千零五十二", 3052),
        ("二〇一三", 2013),
        ("二零零零", 2000),
        ("叁拾伍", 35),
        ("壹仟贰佰", 1200),
        ("贰零壹叁", 2013),
        ("廿三", 23),
        ("卅一", 31),
        ("十", 10),
        ("一百零八", 108),
        ("兩百", 200),
        ("一萬二千", 12000),
        ("十五亿", 1_500_000_000),
        ("１２", 12),
        ("0052", 52),
        ("〇", 0),
    ],
)
def test_a_numeral_has_the_value_that_it_is_read_as(numeral: str, expected: int) -> None:
    """Digit strings, numbers with units, capitals, contractions and full-width digits all count."""
    assert expected == value(numeral)


@pytest.mark.parametrize(
    "numeral", ["三四十", "三四", "十几", "数百", "二百五", "一万五", "", "十百", "百", "年", "一千千"]
)
def test_what_is_no_definite_number_has_no_value(numeral: str) -> None:
    """Approximations, colloquial halves and disorder are not guessed at."""
    assert value(numeral) is None


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_every_number_in_words_has_its_value(number: int) -> None:
    """Numbers with 十, 百, 千, 万 and 亿 are read back, in ordinary digits and in capitals."""
    capitals = in_words(number, CAPITALS, ("仟", "佰", "拾", ""))

    assert (number, number) == (value(in_words(number)), value(capitals))


@settings(deadline=None)
@given(st.integers(min_value=100, max_value=10**17))
def test_every_digit_string_has_its_value(number: int) -> None:
    """Three and more digits are read one by one, with 〇 for zero."""
    written = str(number).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))

    assert number == value(written)


@settings(deadline=None)
@given(st.text(alphabet="〇零○一二三十百千万亿廿两0１年几", max_size=12))
def test_any_text_has_a_value_or_none(text: str) -> None:
    """No sequence of numerals raises; a value is never negative."""
    worth = value(text)

    assert worth is None or worth >= 0


@pytest.mark.parametrize(
    ("numeral", "expected"),
    [
        ("2013", NumeralStyle.ARABIC),
        ("２０１３", NumeralStyle.FULLWIDTH),
        ("二〇一三", NumeralStyle.HAN),
        ("二0一三", NumeralStyle.MIXED),
        ("2０", NumeralStyle.MIXED),
    ],
)
def test_the_style_of_a_numeral_is_that_of_all_its_digits(numeral: str, expected: NumeralStyle) -> None:
    """Digits of two kinds make a mixed numeral."""
    assert expected == style(numeral)


def test_numerals_are_found_with_their_spans() -> None:
    """Every run of numerals is found, in order, with its place in the text."""
    text = "造林三千零五十亩，投资120万元，约１２个月，三四户。"

    found = [(text[each.span.start : each.span.end], each.value) for each in numerals(text)]

    assert found == [("三千零五十", 3050), ("120", 120), ("万", None), ("１２", 12), ("三四", None)]
