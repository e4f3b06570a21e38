import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaojian.kinds.terms import Terms

METHODS = ("alternation", "automaton", "pairs")
LETTERS = st.text("甲乙丙A(", max_size=12)


def longest(terms: list[str], text: str) -> list[tuple[int, int]]:
    """Return what the plainest reading of the definition gives."""
    found = []
    for start in range(len(text)):
        ends = [start + len(term) for term in terms if text.startswith(term, start)]
        if ends:
            found.append((start, max(ends)))
    return found


@pytest.mark.parametrize("method", METHODS)
@given(terms=st.lists(st.text("甲乙丙A(", min_size=1, max_size=4), max_size=6), text=LETTERS)
def test_every_method_finds_the_longest_term_at_every_place(method: str, terms: list[str], text: str) -> None:
    """Whatever the terms share, and though they overlap."""
    assert longest(terms, text) == list(Terms(terms, method).find(text))


@pytest.mark.parametrize("method", [None, *METHODS])
def test_half_a_surrogate_pair_and_the_astral_planes_are_only_characters(method: str | None) -> None:
    """Offsets count code points in every method."""
    assert list(Terms(["帐号", "😀号"], method).find("\ud800𠀀帐号x😀号")) == [(2, 4), (5, 7)]


@pytest.mark.parametrize("method", [None, *METHODS])
def test_terms_side_by_side_are_apart(method: str | None) -> None:
    """From left to right, none begins within another."""
    assert list(Terms(["甲乙", "乙甲"], method).apart("甲乙甲乙丙甲乙")) == [(0, 2), (2, 4), (5, 7)]


@pytest.mark.parametrize("method", [None, "pairs"])
def test_thousands_of_terms_are_found_as_by_one_expression(method: str | None) -> None:
    """A large table changes the method and not the meaning."""
    chance = random.Random(7)  # noqa: S311 (the same terms every time)
    letters = "县乡镇村局办所站厅部委"
    terms = {"".join(chance.choices(letters, k=chance.randint(2, 5))) for _ in range(5_000)}
    text = "".join(chance.choices(letters + "，。", k=20_000))
    expression = re.compile("|".join(map(re.escape, sorted(terms, key=len, reverse=True))))

    assert [match.span() for match in expression.finditer(text)] == list(Terms(terms, method).apart(text))
