"""PUN013 comma-splice-run-on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from gaojian import HIDDEN, Check, Document, Finding, Pattern, Severity, Span, Text, bad, good

_COMMA = "(?<![0-9])[，,]"
# 分别作出批示，8月12—15日，…: a clause that begins with a day of its own begins another sentence.
_NEW_DAY = Pattern(
    rf"{_COMMA}(?P<day>(?:同?[年月日]|[0-9]{{4}}年)?[0-9]{{1,2}}月[0-9—－~～至到月日-]{{1,12}}日?)(?=[，,上中下])"
)
# Where the verb phrase before it begins, as far as its adverb tells.
_ADVERB = Pattern("分别|先后|相继|陆续|一致|专门|正式|共同|再次|多次|已经|[均都已还又也](?![\u4e00-\u9fff]?[年月日])")
_FRAMES = frozenset(f"|│┃\t{HIDDEN}")
_STOPS = "。！？；：!?;:…\n"
_BLANKS = " \t\r\u3000"
_FEWEST_COMMAS = 4


@dataclass(frozen=True, eq=False, repr=False)
class CommaSpliceRunOn(Check):
    """一逗到底：一句话超过一百五十字，从头到尾只有逗号。

    句子太长，层次不清；多半是几件事用逗号连在一起，应分成几句，或者用分号分层。句中逗号之后又说起另一个日期的事，
    该处单独指出：前一件事已经说完，应当断句。

    长句在各种文件里都常见（实测工作报告每百万字 58 处，政策文件 63 处，法规 17 处），难说是差错，所以默认不查；
    要压缩长句的，用 --select PUN013 打开，长度由 longest 设定。

    不报：已用句号、分号、冒号、问号、叹号分开的，列举（顿号多于逗号），表格，外文。

    A sentence of more than 150 characters that only commas divide: mostly several sentences in one. Where a clause
    inside it begins with another day, another matter begins there, and the place is a finding of its own. Long
    sentences are common and hard to call wrong, so this runs only when it is selected. Enumerations, tables and foreign
    text are left alone.
    """

    code = "PUN013"
    name = "comma-splice-run-on"
    title = Text("一逗到底", "run-on sentence")
    severity = Severity.NOTE
    weight = 0.1
    opt_in = True
    basis = ("GB/T 15834—2011 4.1、4.4、4.6：一句话说完用句号，并列分句之间用分号",)
    examples = (
        bad(
            "⟦" + "渠道修好了，水闸装上了，" * 13 + "大家都很高兴⟧。第二天放水，各村都来看。",
        ),
        bad("⟦渠道修好了，水闸⟦都装上了，3月5日⟧，县里来人验收⟧。水位每日一报。", options={"longest": 20}),
        good("渠道修好了，水闸装上了，泵站通电了，大家都很高兴。" * 8),
        good("渠道修好了；" * 30),
        good("参加的有" + "水利局、农业局、林业局、" * 20 + "共六十个单位。"),
        good("Long sentences, " * 20),
        good({"手册.md": "| " + "甲乙丙，" * 60 + " |\n"}),
    )

    longest: Annotated[int, Text("一句最多字数", "Most characters in a sentence")] = 150

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every sentence that is too long."""
        prose, stretch = document.prose, Pattern(rf"[^{_STOPS}]{{{max(10, self.longest)},}}+")
        end = -1
        # Few stretches without a full stop are long: the others are passed over fast.
        for part in prose.split("。"):
            start, end = end + 1, end + 1 + len(part)
            if len(part) < self.longest:
                continue
            for match in stretch.finditer(prose, start, end):
                commas = _commas(match[0])
                if commas >= min(_FEWEST_COMMAS, self.longest // 10 + 1):
                    first = match.start() + len(match[0]) - len(match[0].lstrip(_BLANKS))
                    span = Span(first, first + len(match[0].strip(_BLANKS)))
                    yield _finding(span, commas)
                    yield from _splices(prose, span)


def _commas(text: str) -> int:
    """Return how many commas divide the sentence; 0 for an enumeration, a row of a table, and foreign text."""
    commas = text.count("，") + text.count(",")
    is_foreign = len(text.encode("ascii", "ignore")) > len(text) // 2
    return 0 if text.count("、") > commas or is_foreign or not _FRAMES.isdisjoint(text) else commas


def _finding(span: Span, commas: int) -> Finding:
    length = span.end - span.start
    return Finding(
        span,
        Text(
            f"一句话{length}字、{commas}个逗号，中间没有句号或分号，请分成几句",
            f"a sentence of {length} characters with {commas} commas; divide it",
        ),
    )


def _splices(prose: str, sentence: Span) -> Iterator[Finding]:
    """Yield a finding for every comma in ``sentence`` behind which a day begins another matter."""
    for match in _NEW_DAY.finditer(prose, sentence.start, sentence.end):
        comma = match.start()
        clause = max(sentence.start, *(prose.rfind(mark, sentence.start, comma) + 1 for mark in "，,"))
        adverb = next(_ADVERB.finditer(prose, clause, comma), None)
        start = adverb.start() if adverb else clause
        yield Finding(
            Span(start, match.end("day")),
            Text(
                f"“{match['day']}”另起一事，前面应当断句，不用逗号",
                f"“{match['day']}” begins another matter: end the sentence before it",
            ),
        )
