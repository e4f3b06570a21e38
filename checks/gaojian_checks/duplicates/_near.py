"""Pairs of paragraphs that are nearly equal, and what makes them differ: what DUP003 and DUP010 report from."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from gaojian import Document, NamedTuple, Pattern
from gaojian_checks.duplicates._paragraphs import Paragraphs, is_form, paragraphs

_SLICE = 16
# Of a passage that stands more often than this the later ones are compared with the first few only.
_MOST_SOURCES = 3
_GRAM = 5
_LEAST_SIMILARITY = 0.8
_MOST_FOREIGN = 0.15
_LONGEST = 4000
_LONGEST_CHANGE = 400
_DIGITS = Pattern(r"[0-9]+(?:\.[0-9]+)*")
_TOKEN = Pattern(r"[0-9]+(?:\.[0-9]+)*|[一二三四五六七八九十百千万亿零〇两兩萬億]+|[A-Za-z_]+|.", flags=re.DOTALL)
_LEADING_NUMBER = Pattern(r"[（]?[0-9一二三四五六七八九十]{1,3}[）、.．]")
_NUMBER = Pattern(r"[0-9]+(?:\.[0-9]+)*|[一二三四五六七八九十百千万亿零〇两兩萬億]+")
_LABEL_BEFORE = Pattern(r"(?:[第图圖表号號A-Za-z\-—:：/]|附件|步骤|方案|阶段|版本|案例|标段|工区)$")
_UNIT = Pattern(
    r"多?余?[%％‰万亿萬億千百元个個人名家户戶亩畝公吨噸项項件台套所座处處场場次批辆輛条條米平立度倍篇份张張本对只头頭株箱床幅期"
    r"千斤克升里栋棟间間支支艘架]"
)
# 年销售收入五百万元以上的……；一千万元以上的……: the steps of a scale, each with its own amount.
_STEP = Pattern(r"[^，。；]{0,7}(?:以[上下内外](?:的|不)|的[，、：])")
# A difference of time is the slot of a series as well: 今年 and 去年, 上半年 and 全年.
_NAME = Pattern(r"[年月季周週届屆省市县縣区區乡鄉镇鎮村旗州盟局厅廳委部院校司厂廠站所队隊组組科处處街路社班系A-Za-z·]")
_OPPOSITES = tuple(
    map(frozenset, ("上下", "男女", "内外", "前后", "左右", "东西", "南北", "城乡", "甲乙", "乙丙", "丙丁"))
)
_SUBJECT = 8


class Difference(NamedTuple):
    """What the earlier paragraph has and the later has instead, with what stands around it in the later."""

    earlier: str
    later: str
    before: str
    after: str

    @property
    def is_number(self) -> bool:
        """Whether a number stands against a number."""
        return bool(_NUMBER.compiled.fullmatch(self.earlier) and _NUMBER.compiled.fullmatch(self.later))

    @property
    def is_quantity(self) -> bool:
        """Whether two measured numbers stand against each other, and not two years, ordinals or steps of a scale."""
        if not self.is_number or _LABEL_BEFORE.search(self.before):
            return False
        if _STEP.match(self.after):
            return False
        return bool(_UNIT.match(self.after)) or self.before.endswith("百分之")

    @property
    def is_name(self) -> bool:
        """Whether this may be the slot of a series: the place, body, party or person that each copy is about."""
        if len(self.before) < _SUBJECT or _NAME.search(self.earlier + self.later) or _NAME.match(self.after[:3]):
            return True
        return {self.earlier[-1:], self.later[-1:]} in _OPPOSITES or self.before[-1:] in "《“「"


class Near(NamedTuple):
    """Line ``later`` is nearly equal to line ``earlier``, both 0-based.

    ``similarity`` is the share of five-character pieces that both have, numbers left out of account.
    ``shared_numbers`` counts the numbers that both have; ``copies`` the paragraphs that are like the earlier, with it.
    """

    earlier: int
    later: int
    similarity: float
    differences: tuple[Difference, ...]
    shared_numbers: int
    copies: int

    @property
    def numbers(self) -> tuple[Difference, ...]:
        """The differences in which numbers stand against each other."""
        return tuple(difference for difference in self.differences if difference.is_number)

    @property
    def words(self) -> tuple[Difference, ...]:
        """The differences of wording."""
        return tuple(difference for difference in self.differences if not difference.is_number)


def near_paragraphs(document: Document) -> tuple[Near, ...]:
    """Return the pairs of nearly equal paragraphs, each later one with its first match.

    Call it through ``document.get(near_paragraphs)``.
    """
    found = document.get(paragraphs)
    lines = [line for line in found.long if len(found.keys[line]) <= _LONGEST]
    pairs = list(_pairs(found, lines)) if len(lines) > 1 else []
    copies = Counter(earlier for earlier, _, _ in pairs)
    return tuple(_near(found, *pair, copies[pair[0]] + 1) for pair in pairs)


def _near(found: Paragraphs, earlier: int, later: int, similarity: float, copies: int) -> Near:
    one, other = (_unnumbered(found.keys[line]) for line in (earlier, later))
    differences = tuple(_differences(one, other))
    changed = sum(len(_DIGITS.compiled.findall(difference.later)) for difference in differences)
    return Near(earlier, later, similarity, differences, len(_DIGITS.compiled.findall(other)) - changed, copies)


def _pairs(found: Paragraphs, lines: list[int]) -> Iterator[tuple[int, int, float]]:
    masked = _without_values("\n".join([found.keys[line] for line in lines])).split("\n")
    heads, tails = [text[:_SLICE] for text in masked], [text[-_SLICE:] for text in masked]
    longest = [max(text.split("，"), key=len) for text in masked]
    shared = {mark for mark, count in Counter(chain(heads, tails, longest)).items() if count > 1}
    buckets: dict[str, list[int]] = {}
    for number, text in enumerate(masked if shared else ()):
        marks = shared.intersection((heads[number], tails[number], longest[number]))
        if not marks:
            continue
        candidates: set[int] = set()
        for mark in marks:
            sources = buckets.setdefault(mark, [])
            candidates.update(sources)
            if len(sources) < _MOST_SOURCES:
                sources.append(number)
        candidates.discard(number)
        # What code or link differs between two steps of a manual is their subject.
        if candidates and not is_form(text) and not found.is_veiled(lines[number]):
            seen = [candidate for candidate in sorted(candidates) if not found.is_veiled(lines[candidate])]
            yield from _first_like(found, lines, masked, seen, number)


def _without_values(text: str) -> str:
    """Return ``text`` with 0 for every number: many times as fast as by a regular expression."""
    for digit in "123456789":
        text = text.replace(digit, "0")
    first, *others = text.split("0")
    # Digits and points between two digits belong to one number.
    return "0".join([first, *[part for part in others[:-1] if part and part != "."], *others[-1:]])


def _first_like(
    found: Paragraphs, lines: list[int], masked: list[str], candidates: list[int], number: int
) -> Iterator[tuple[int, int, float]]:
    for candidate in candidates:
        earlier, later = lines[candidate], lines[number]
        if found.keys[earlier] == found.keys[later]:
            return
        similarity = _similarity(masked[candidate], masked[number])
        if similarity >= _LEAST_SIMILARITY:
            yield earlier, later, similarity
            return


def _similarity(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if min(len(one), len(other)) < _LEAST_SIMILARITY * max(len(one), len(other)):
        return 0.0
    # Every character that only one of them holds is missing from a piece at least.
    if len(set(one) ^ set(other)) > _MOST_FOREIGN * (len(one) + len(other)):
        return 0.0
    grams, others = ({text[start : start + _GRAM] for start in range(len(text) - _GRAM + 1)} for text in (one, other))
    return len(grams & others) / len(grams | others)


def _unnumbered(key: str) -> str:
    match = _LEADING_NUMBER.match(key)
    return key[match.end() :] if match else key


def _differences(one: str, other: str) -> Iterator[Difference]:
    tokens, others = _TOKEN.compiled.findall(one), _TOKEN.compiled.findall(other)
    head = _common(tokens, others)
    tail = _common(tokens[head:][::-1], others[head:][::-1])
    middle, changed = tokens[head : len(tokens) - tail], others[head : len(others) - tail]
    for low, high, start, end in _changes(middle, changed):
        yield Difference(
            "".join(middle[low:high]),
            "".join(changed[start:end]),
            "".join(others[max(0, head + start - 8) : head + start]),
            "".join(others[head + end : head + end + 12]),
        )


def _common(tokens: list[str], others: list[str]) -> int:
    pairs = enumerate(zip(tokens, others, strict=False))
    return next((number for number, (one, other) in pairs if one != other), min(len(tokens), len(others)))


def _changes(tokens: list[str], others: list[str]) -> list[tuple[int, int, int, int]]:
    """Return the changed ranges of both: one by one where only numbers changed, else as difflib aligns them."""
    if len(tokens) == len(others):
        changed = [number for number, pair in enumerate(zip(tokens, others, strict=True)) if pair[0] != pair[1]]
        if all(
            _NUMBER.compiled.fullmatch(tokens[number]) and _NUMBER.compiled.fullmatch(others[number])
            for number in changed
        ):
            return [(number, number + 1, number, number + 1) for number in changed]
    if max(len(tokens), len(others)) > _LONGEST_CHANGE:
        # Aligning takes the square of the length; so much is not the change of a few words.
        return [(0, len(tokens), 0, len(others))]
    import difflib  # noqa: PLC0415  only few documents hold near copies

    matcher = difflib.SequenceMatcher(None, tokens, others, autojunk=False)
    return [(low, high, start, end) for kind, low, high, start, end in matcher.get_opcodes() if kind != "equal"]
