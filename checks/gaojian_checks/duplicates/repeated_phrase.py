"""DUP006 repeated-phrase."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.duplicates._doublings import doublings
from gaojian_checks.duplicates._paragraphs import paragraphs

_HAN = Pattern(r"[\u4e00-\u9fff]")
# 一个问题一个问题地解决, 每到一处每到一处: said of things taken one by one.
_ONE_BY_ONE = Pattern(r"[一每逐]|第[一二三四五六七八九十]")
_FEWEST_CHARACTERS = 3


@dataclass(frozen=True, eq=False, repr=False)
class RepeatedPhrase(Check):
    """词句叠印：四个字以上的词语紧接着又出现一遍，如“某某总局某某总局”。

    多见于输入法重复上屏、改稿时新词已写旧词未删、表格文字粘连。建议删去重复的一份（可能改变原意，须人工核对）。

    不报：“一个问题一个问题地解决”一类逐一列举的说法，四字以下的叠词（研究研究、逐步逐步），数字、字母和符号的重复，
    中间隔着空格或标点的重复。

    A phrase of four characters or more that follows itself at once. Distributive 一个…一个…, short reduplications,
    digits and Latin letters are left alone.
    """

    code = "DUP006"
    name = "repeated-phrase"
    title = Text("词句叠印", "phrase stands twice in a row")
    severity = Severity.WARNING
    basis = (
        "报纸编校质量评比差错认定细则（1997）：多字为文字差错，计 1 分",
        "实测 2190 万字：四字以上紧接重复 5 处，3 处是差错，2 处是“一个问题一个问题”",
    )
    examples = (
        bad("由省水利厅⟦省水利厅⟧牵头验收。", fixed="由省水利厅牵头验收。"),
        bad("报请市住房公积金管理中心⟦市住房公积金管理中心⟧审批。", fixed="报请市住房公积金管理中心审批。"),
        bad("切实加强⟦切实加强切实加强⟧值班值守。", fixed="切实加强值班值守。"),
        bad("建設主管機關⟦建設主管機關⟧應予公告。", fixed="建設主管機關應予公告。"),
        bad("各级财政⟦各级财政⟧要压减一般性支出。", fixed="各级财政要压减一般性支出。"),
        good("一个环节一个环节地过，一项任务一项任务地清。"),
        good("他是老邻居的儿子的朋友的儿子的朋友的同学。"),
        good("这件事还要研究研究，商量商量。"),
        good("哈哈哈哈哈哈哈哈，大家都笑了。"),
        good("电话 12341234，编号 abcdabcd。"),
        good("省水利厅 省水利厅"),
        good("省水利厅、省水利厅直属单位"),
        good("○○○○○○○○ 敬啟"),
        good("一年又一年，一年又一年。"),
    )

    shortest: Annotated[int, Text("最少字数，不小于 4", "Fewest characters, 4 or more")] = 4
    longest: Annotated[int, Text("最多字数", "Most characters")] = 12

    def check(self, document: Document) -> Iterable[Finding]:
        """Yield one finding for every phrase with all its copies."""
        prose, found = document.prose, document.get(paragraphs)
        repeated = list(self._repeated(found.text))
        places = found.places([at + len(phrase) * copy for at, phrase, copies in repeated for copy in range(copies)])
        for _, phrase, copies in repeated:
            starts = [start for start in islice(places, copies) if prose.startswith(phrase, start)]
            for start, end in _in_a_row(starts, len(phrase)):
                yield _finding(Span(start + len(phrase), end), phrase)

    def _repeated(self, text: str) -> Iterator[tuple[int, str, int]]:
        """Yield where in ``text`` phrases follow themselves, the phrase, and how often it stands there."""
        packed = _packed(text)
        end = place = 0
        for start, period, last in sorted(doublings(packed, max(4, self.shortest), self.longest)):
            phrase = packed[start : start + period]
            if start < end or not _is_phrase(phrase):
                continue
            end = last - (last - start) % period
            # They stand in the text in the same order: so each is looked for behind the one before.
            whole = packed[start:end]
            place = text.index(whole, place)
            yield place, phrase, len(whole) // period
            place += len(whole)


def _in_a_row(starts: list[int], period: int) -> Iterator[tuple[int, int]]:
    """Yield the beginning and the end of two copies or more that nothing stands between, of those at ``starts``."""
    first = 0
    for number, start in enumerate(starts, 1):
        if number == len(starts) or starts[number] != start + period:
            if number - first > 1:
                yield starts[first], start + period
            first = number


def _packed(text: str) -> str:
    """Return ``text`` without rules and blank lines: every period is found in them, and nothing else."""
    for filler in ("----", "────", "===="):
        if filler[0] in text and filler in text:
            # Not nothing, or what stands before it would follow itself behind it.
            text = text.replace(filler, "\n")
    return text.replace("\n\n\n\n", "\n")


def _is_phrase(text: str) -> bool:
    """Return whether ``text`` is worded, is not itself a repetition, and does not take things one by one."""
    if (
        not text.isalnum()
        or len(set(text)) < _FEWEST_CHARACTERS
        or len(_HAN.compiled.findall(text)) < _FEWEST_CHARACTERS
    ):
        return False
    return "的" not in text and not _ONE_BY_ONE.match(text) and text not in (text + text)[1:-1]


def _finding(span: Span, phrase: str) -> Finding:
    message = Text(
        f"“{phrase}”紧接着又出现一遍；请核对后删去重复的一份",
        f"“{phrase}” follows itself at once; delete the copy",
    )
    fix = Fix(Text(f"删去重复的“{phrase}”", f"delete the repeated “{phrase}”"), (Edit(span, ""),), Safety.UNSAFE)
    return Finding(span, message, fix=fix)
