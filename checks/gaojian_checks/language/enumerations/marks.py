"""What marks the items of a list within a text, and how each is written."""

import re
from enum import Enum

from gaojian import NamedTuple, Span
from gaojian_checks.language.numerals import DIGITS

HAN = DIGITS + "十"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
ADVERBS = ("首先", "其次", "再次", "最后")


class Form(Enum):
    """The ways to number within a text; the values are how the first of a list is written."""

    __hash__ = object.__hash__

    VERB = "一是"
    ORDINAL = "第一，"
    STEP = "第一步"
    AMONG = "其一"
    ADVERB = "首先"
    HAN = "一、"
    HAN_BRACKETS = "（一）"
    ARABIC_BRACKETS = "（1）"
    CIRCLED = "①"
    HALF_BRACKET = "1）"
    ARABIC = "1."

    @property
    def is_run_in(self) -> bool:
        """Whether lists of this form lie within one paragraph: what begins paragraphs so is a heading or an item."""
        return self not in _OF_SENTENCES

    @property
    def has_brackets(self) -> bool:
        """Whether a bracket stands before the number."""
        return self is Form.HAN_BRACKETS or self is Form.ARABIC_BRACKETS


_OF_SENTENCES = frozenset({Form.VERB, Form.ORDINAL, Form.STEP, Form.AMONG, Form.ADVERB})


class Mark(NamedTuple):
    """A mark at its place: ``span`` is that of its words, 二是 or 第二, without the comma after it.

    ``paragraph`` is where its paragraph begins; ``opens`` tells that nothing stands before it there. A mark that is not
    ``sure`` may go on with a list, but is no slip: （三） after a comma may be a reference.
    """

    form: Form
    number: int
    span: Span
    paragraph: int
    opens: bool
    sure: bool


def written(mark: Mark, text: str, number: int) -> str:
    """Return the words of ``mark``, which are ``text``, as they would be for ``number``: 二要 and 3 give 三要."""
    if mark.form is Form.CIRCLED:
        return CIRCLED[number - 1] if number <= len(CIRCLED) else f"({number})"
    if mark.form is Form.ADVERB:
        return ADVERBS[number - 1]
    return re.sub(f"[{HAN}]+|[0-9]+", lambda old: str(number) if old[0].isdigit() else han(number), text, count=1)


def han(number: int) -> str:
    """Return ``number``, from 1 to 99, in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens - 1]) + "十" * (tens > 0) + (DIGITS[ones - 1] if ones else "")
