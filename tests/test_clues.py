"""Clues: one scan for what leads to dates, amounts and lists."""

import time

import pytest

from gaojian import Document, Pattern
from gaojian_checks.language.clues import After, clues, matches


def _document(text: str, profile: str = "auto") -> Document:
    return Document("示例.txt", text, profile=profile)


def test_signs_stand_beside_what_they_need() -> None:
    """到 behind 不 and 其 before a numeral count, others of them do not; every 年 does."""
    found = clues(_document("不到三年，到年底，其一、其中（其中）"))

    assert found.of("到") == [1]
    assert found.of("年") == [3, 6]
    assert found.of("其") == [9]
    assert found.of("中") == [16]
    assert found.of("届") == []


def test_times_are_in_order_and_hold_the_bracket_behind_a_day() -> None:
    """A stroke between figures, the bracket of 5日（三）, and the first of eight figures may begin a time."""
    found = clues(_document("2013-03-05，3月5日（三）上午8:30，截至20130305"))

    assert found.times == [4, 12, 14, 15, 21, 27]
    assert found.times == sorted(found.times)


def test_figures_are_known_by_what_stands_before_them() -> None:
    """Only first figures behind a telling character count, full-width ones too; a blank may stand before them."""
    document = _document("增加到50万元，共 60人，为７０户，第80条")

    assert After("到为").find(document) == [3, 15]
    assert After("共").find(document) == []
    assert After("共", or_blank=True).find(document) == [10]


def test_figures_behind_other_characters_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError, match="第"):
        After("到第")


def test_characters_that_the_scan_does_not_hold_cannot_be_asked_for() -> None:
    """Silence would be taken for a clean text."""
    with pytest.raises(ValueError, match="龘 is not looked for"):
        clues(_document("龘")).of("龘")
    with pytest.raises(ValueError, match="龘 is not looked for"):
        list(matches(_document("龘"), "龘", Pattern("龘")))


def test_documents_of_taiwan_have_dates_with_years_of_the_republic() -> None:
    assert clues(_document("於102.3.5公告", profile="zh-hant")).times == [4]
    assert clues(_document("于102.3.5公告")).times == []


def test_no_match_lies_within_another() -> None:
    document = _document("年年年年")

    assert [match.span() for match in matches(document, "年", Pattern("年年"))] == [(0, 2), (2, 4)]
    assert list(matches(document, "届", Pattern("届"))) == []


@pytest.mark.parametrize(
    "unit", ["：", "方面", "（市", "一、", "12月", "到1", "年", "： \n", "方面。\u3000", "第一号 "]
)
def test_work_is_linear(unit: str) -> None:
    """A text of nothing but signs comes to an end."""
    document = _document(unit * (400_000 // len(unit)))
    start = time.process_time()
    clues(document)

    assert time.process_time() - start < 10
