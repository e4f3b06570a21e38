"""DUP005 duplicate-sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

from gaojian import Check, Document, Edit, Finding, Fix, Related, Safety, Severity, Span, Text, bad, good
from gaojian_checks.duplicates._paragraphs import is_form, normalise, paragraphs
from gaojian_checks.language.sentences import sentences

_SENTENCE = "各乡镇要在汛期到来之前完成塘坝加固和排涝设备检修。"
_NOTICE = "关于开展全市农村自建房安全隐患排查的情况说明"
# A rule drawn with hyphens, or laughter, is no sentence.
_FEWEST_CHARACTERS = 8


@dataclass(frozen=True)
class DuplicateSentence(Check):
    """句子重复：同一句话在一段里说了两遍，或者整段话在一行里连排了两遍。

    多见于改稿时新句已写、旧句未删，或者粘贴时多按了一次。满二十字的句子才报，连续几句一起重复的只报一次。
    比较时不计空格和标点的全半角。

    不报：不满二十字的口号、答语和叠句，表格的行，不同段落里的相同句子。

    A sentence of twenty characters or more that stands twice in one paragraph, or a paragraph that is set twice within
    one line. Neighbouring sentences that stand again together are one finding.
    """

    code = "DUP005"
    name = "duplicate-sentence"
    title = Text("句子重复", "sentence stands twice in a paragraph")
    severity = Severity.WARNING
    basis = (
        "报纸编校质量评比差错认定细则（1997）第十七条：整句或整段文字排重，计 3 分",
        "实测 1421 份文件：同一段中重复的二十字以上的句子为 0",
    )
    examples = (
        bad(
            f"{_SENTENCE}县防汛办负责督查。⟦{_SENTENCE}⟧逾期通报。",
            fixed=f"{_SENTENCE}县防汛办负责督查。逾期通报。",
        ),
        bad(
            f"{_SENTENCE}责任到人，逐项销号。⟦{_SENTENCE}责任到人，逐项销号。⟧",
            fixed=f"{_SENTENCE}责任到人，逐项销号。",
        ),
        bad(f"{_NOTICE}⟦{_NOTICE}⟧", fixed=_NOTICE),
        bad(f"{_SENTENCE} ⟦{_SENTENCE}⟧", fixed=f"{_SENTENCE} "),
        bad(f"{_SENTENCE}县防汛办负责。⟦{_SENTENCE.replace('。', '')}⟧", fixed=f"{_SENTENCE}县防汛办负责。"),
        good(f"{_SENTENCE}\n{_SENTENCE}"),
        good("大家齐声说：坚决完成任务。队长又问了一遍。坚决完成任务。"),
        good(f"{_SENTENCE}{_SENTENCE.replace('各乡镇', '各街道')}"),
        good("=" * 80),
        good(f"| {_SENTENCE}{_SENTENCE} | 是 |"),
        good("现将区城市管理委员会的意见转发给你们。区城市管理委员会要认真抓好落实。"),
    )

    least_characters: Annotated[int, Text("满多少字才报", "Least characters of a sentence")] = 20

    def check(self, document: Document) -> Iterable[Finding]:
        """Yield one finding for every sentence, or run of sentences, said again."""
        found = document.get(paragraphs)
        for line in found.long:
            key = found.keys[line]
            half = len(key) >> 1
            doubled = key[0] == key[half] and key[:half] == key[half:] and not found.is_veiled(line)
            if not doubled and (key.count("。") < 2 or len(set(parts := key.split("。"))) == len(parts)):
                continue
            if is_form(key) or len(set(key)) < _FEWEST_CHARACTERS:
                continue
            prose, start = found.prose(line), found.start(line)
            # Code and links are compared as they are written.
            text = document.text[start : start + len(prose)]
            for first, again in [_halves(text, half)] if doubled else self._sentences(prose, text):
                yield _finding(*(Span(start + span.start, start + span.end) for span in (first, again)))

    def _sentences(self, prose: str, text: str) -> Iterator[tuple[Span, Span]]:
        """Yield pairs of the first saying and the later one; runs that stand again together are one pair."""
        spans = list(sentences(prose, Span(0, len(prose))))
        first: dict[str, int] = {}
        run: tuple[int, int, int] | None = None
        for number, span in enumerate(spans):
            key = normalise(text[span.start : span.end]).rstrip("。！？")
            source = first.setdefault(key, number)
            if run and source == run[0] + run[2] and source < run[1]:
                run = (run[0], run[1], run[2] + 1)
                continue
            if run:
                yield _joined(spans, run)
            run = (source, number, 1) if source < number and len(key) >= self.least_characters else None
        if run:
            yield _joined(spans, run)


def _joined(spans: list[Span], run: tuple[int, int, int]) -> tuple[Span, Span]:
    source, start, length = run
    first = Span(spans[source].start, spans[source + length - 1].end)
    return first, Span(spans[start].start, spans[start + length - 1].end)


def _halves(prose: str, half: int) -> tuple[Span, Span]:
    """Return the two halves of a line whose key is doubled; the key has ``half`` characters twice."""
    seen = 0
    for offset, character in enumerate(prose):
        if seen == half and normalise(character):
            return Span(0, offset), Span(offset, len(prose.rstrip()))
        seen += len(normalise(character))
    raise AssertionError(f"a key of {2 * half} characters in a shorter line")


def _finding(first: Span, again: Span) -> Finding:
    size = again.end - again.start
    message = Text(
        f"这 {size} 个字在同一段里已经说过一遍；请核对后删去一处",
        f"these {size} characters already stand in the same paragraph; delete one of the two",
    )
    fix = Fix(Text("删去重复的一份", "delete the copy"), (Edit(again, ""),), Safety.UNSAFE)
    return Finding(again, message, fix, (Related(first, Text("第一次出现", "first copy")),), again)
