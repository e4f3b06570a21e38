"""DUP005 duplicate-sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from gaojian import Check, Document, Edit, Finding, Fix, Related, Safety, Severity, Span, Text, bad, good
from gaojian_checks.duplicates._paragraphs import is_form, paragraphs
from gaojian_checks.duplicates._sayings import Saying, halves, joined, sayings

_SENTENCE = "各乡镇要在汛期到来之前完成塘坝加固和排涝设备检修。"
_NOTICE = "关于开展全市农村自建房安全隐患排查的情况说明"
# A rule drawn with hyphens, or laughter, is no sentence.
_FEWEST_CHARACTERS = 8


@dataclass(frozen=True, eq=False, repr=False)
class DuplicateSentence(Check):
    """句子重复：同一句话在一段里说了两遍，或者整段话在一行里连排了两遍。

    多见于改稿时新句已写、旧句未删，或者粘贴时多按了一次。满二十字的句子才报，连续几句一起重复的只报一次；
    同一句说了好几遍的，在第二遍处报一次，写明又出现几次。
    比较时不计空格和标点的全半角。

    不报：不满二十字的口号、答语和叠句，表格的行，不同段落里的相同句子。

    A sentence of twenty characters or more that stands twice in one paragraph, or a paragraph that is set twice within
    one line. Neighbouring sentences that stand again together are one finding, and so is a sentence however often it
    stands again: the finding is at its second place.
    """

    code = "DUP005"
    name = "duplicate-sentence"
    title = Text("句子重复", "sentence stands twice in a paragraph")
    severity = Severity.WARNING
    basis = (
        "报纸编校质量评比差错认定细则（1997）第十七条：整句或整段文字排重，计 3 分",
        "实测 1421 份文件：同一段中重复的二十字以上的句子为 0",
    )
    needs_paragraphs = True
    examples = (
        bad(
            f"{_SENTENCE}县防汛办负责督查。⟦{_SENTENCE}⟧逾期通报。",
            fixed=f"{_SENTENCE}县防汛办负责督查。逾期通报。",
        ),
        bad(
            f"{_SENTENCE}责任到人，逐项销号。⟦{_SENTENCE}责任到人，逐项销号。⟧",
            fixed=f"{_SENTENCE}责任到人，逐项销号。",
        ),
        bad(
            f"{_SENTENCE}⟦{_SENTENCE}⟧{_SENTENCE}县防汛办负责。{_SENTENCE}",
            fixed=f"{_SENTENCE}县防汛办负责。",
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
        keys = found.keys
        # Two quick tests that most paragraphs fail: two sentences, or a half that begins as the whole does.
        for line in [
            line for line in found.long if (key := keys[line]).count("。") > 1 or key[0] == key[len(key) >> 1]
        ]:
            key = keys[line]
            half = len(key) >> 1
            doubled = key[0] == key[half] and key[:half] == key[half:] and not found.is_veiled(line)
            if not doubled and len(set(parts := key.split("。"))) == len(parts):
                continue
            if is_form(key) or len(set(key)) < _FEWEST_CHARACTERS:
                continue
            prose, start = found.prose(line), found.start(line)
            # Code and links are compared as they are written.
            text = document.text[start : start + len(prose)]
            # What stands four times is doubled as well, but then a sentence is what was repeated.
            is_pair = doubled and (key + key).find(key, 1) == half
            found_here = [] if is_pair else sayings(prose, text, self.least_characters)
            for saying in found_here or [halves(text, half)] * doubled:
                yield _finding(saying, start)


def _finding(saying: Saying, offset: int) -> Finding:
    first, *copies = (Span(offset + span.start, offset + span.end) for span in (saying.first, *saying.copies))
    size, count = copies[0].end - copies[0].start, len(copies)
    message = Text(
        f"这 {size} 个字在同一段里已经说过一遍；请核对后删去一处",
        f"these {size} characters already stand in the same paragraph; delete one of the two",
    )
    if count > 1:
        message = Text(
            f"这 {size} 个字在同一段里说过以后，又出现 {count} 次；请核对后只留一处",
            f"these {size} characters already stand in the same paragraph, and {count} times more; keep one of them",
        )
    runs = joined(copies)
    fix = Fix(Text("删去重复的一份", "delete the copy"), tuple(Edit(run, "") for run in runs), Safety.UNSAFE)
    return Finding(copies[0], message, fix, (Related(first, Text("第一次出现", "first copy")),), runs[0])
