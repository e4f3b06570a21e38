"""Scarce characters: found once for all checks that wait for one of them."""

import pytest

from gaojian import Document, Pattern
from gaojian_checks.language.scarce import FULLWIDTH, Words, offsets, scarce


def test_signs_and_leads_are_told_by_character() -> None:
    """A common character leads only beside a neighbour: 义 before 务, and not at the start."""
    document = Document("示例.txt", "１月—２月，藉此—１次。")

    assert scarce(document).signs == {"１": [0, 9], "２": [3]}
    assert scarce(Document("示例.txt", "义，其义务")).leads == {"义": [3]}
    assert scarce(document).leads == {"—": [2, 8], "藉": [6]}


def test_offsets_are_those_of_the_signs_asked_for_in_order() -> None:
    document = Document("示例.txt", "２月\u200b１日﹐")

    assert offsets(document, Pattern(f"[{FULLWIDTH}]")) == [0, 3]


def test_words_are_found_wherever_they_stand_though_their_leads_stand_elsewhere_too() -> None:
    document = Document("示例.txt", "义，权力义务与权利义务，权力义，己经")

    assert sorted((found.start, found.word) for found in Words(("权力义务", "己经")).find(document)) == [
        (2, "权力义务"),
        (16, "己经"),
    ]


def test_a_word_that_the_scan_cannot_find_is_refused() -> None:
    with pytest.raises(ValueError, match="工作 holds no scarce character"):
        Words(("工作",))
