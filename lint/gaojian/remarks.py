"""What gaojian writes in the margin of a draft: each finding in a few lines that stand without the report."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Place, Safety, Text
from gaojian.document import Document
from gaojian.report.screen import visible
from gaojian.report.summary import WORDS

# One comment has to stay readable; the report has them all.
_MOST_GATHERED = 200
_LONGEST_QUOTATION = 40
_SUGGESTIONS = {
    Safety.SAFE: Text("建议：", "Suggestion: "),
    Safety.UNSAFE: Text("建议（改前请核对）：", "Suggestion, to be reviewed: "),
}
_TRACKED = Text("（已用修订标出，可接受或拒绝）", " (marked as a tracked change: accept or reject it)")


class Remarks:
    """The remarks on one document, in one language."""

    def __init__(self, document: Document, rules: Mapping[str, type[Rule]], language: str) -> None:
        self._document = document
        self._rules = rules
        self._language = language

    def remark(self, diagnostic: Diagnostic, *, tracked: bool) -> list[str]:
        """Return the lines on ``diagnostic``; ``tracked`` if its fix stands in the text as a tracked change."""
        lines = [self._head(diagnostic), self._message(diagnostic)]
        if diagnostic.fix is not None:
            suggestion = (
                _SUGGESTIONS[diagnostic.fix.safety],
                diagnostic.fix.title,
                _TRACKED if tracked else Text("", ""),
            )
            lines.append("".join(self._say(text) for text in suggestion))
        lines += [self._related(place) for place in diagnostic.related]
        rule = self._rules.get(diagnostic.code)
        if rule is not None and rule.basis:
            separator = self._say(Text("；", "; "))
            lines.append(self._say(Text("依据：", "Basis: ")) + separator.join(rule.basis))
        return [visible(line) for line in lines]

    def gathered(self, diagnostics: Sequence[Diagnostic], others: Sequence[Diagnostic]) -> list[str]:
        """Return the lines on ``diagnostics`` that have no place for a comment, and on ``others`` beyond Word's limit.

        They are the lines of one comment at the beginning.
        """
        lines: list[str] = []
        if diagnostics:
            lines.append(self._say(_gathered_head(len(diagnostics))))
            for number, diagnostic in enumerate(islice(diagnostics, _MOST_GATHERED), 1):
                lines += self._entry(number, diagnostic)
            if len(diagnostics) > _MOST_GATHERED:
                lines += self._counts(diagnostics[_MOST_GATHERED:], _MORE)
        if others:
            lines += self._counts(others, _BEYOND)
        return [visible(line) for line in lines]

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)

    def _head(self, diagnostic: Diagnostic) -> str:
        rule = self._rules.get(diagnostic.code)
        title = diagnostic.name if rule is None else self._say(rule.title)
        word = self._say(WORDS[diagnostic.severity])
        return self._say(Text(f"【{word}】{title}（{diagnostic.code}）", f"[{word}] {title} ({diagnostic.code})"))

    def _message(self, diagnostic: Diagnostic) -> str:
        """Return the message without the place in words: the comment stands there."""
        message = self._say(diagnostic.message)
        place = self._place(diagnostic.span.start)
        if place is None:
            return message
        return message.removesuffix(self._say(Text(f"（位于{place.zh}）", f" (in {place.en})")))

    def _entry(self, number: int, diagnostic: Diagnostic) -> Iterator[str]:
        quotation = self._quotation(diagnostic.text)
        message = self._say(diagnostic.message)
        head = self._head(diagnostic)
        yield self._say(
            Text(f"{number}. {head}：“{quotation}”——{message}", f"{number}. {head}: “{quotation}” {message}")
        )
        if diagnostic.fix is not None:
            yield self._say(_SUGGESTIONS[diagnostic.fix.safety]) + self._say(diagnostic.fix.title)

    def _related(self, place: Place) -> str:
        line = place.start.line
        words = Text(f"第 {line} 段", f"paragraph {line}")
        where = self._place(place.span.start)
        if where is not None:
            words = Text(f"{words.zh}，{where.zh}", f"{words.en}, {where.en}")
        message = self._say(place.message)
        quotation = self._quotation(self._document.text[slice(*place.span)])
        return self._say(
            Text(
                f"相关位置（{words.zh}）：“{quotation}”，{message}",
                f"Related place ({words.en}): “{quotation}”, {message}",
            )
        )

    def _place(self, offset: int) -> Text | None:
        origin = self._document.origin
        return None if origin is None else origin.describe(offset)

    def _quotation(self, text: str) -> str:
        line = " ".join(text[: 2 * _LONGEST_QUOTATION].split())
        return f"{line[:_LONGEST_QUOTATION]}……" if max(len(line), len(text)) > _LONGEST_QUOTATION else line

    def _counts(self, diagnostics: Sequence[Diagnostic], text: Text) -> Iterator[str]:
        """Yield one line on how many of each code there are."""
        counts = Counter(diagnostic.code for diagnostic in diagnostics)
        listed = self._say(Text("、", ", ")).join(f"{code} × {number}" for code, number in sorted(counts.items()))
        yield self._say(text).format(count=len(diagnostics), listed=listed)


_MORE = Text(
    "此外还有 {count} 处不能就地批注：{listed}。用 gaojian check 可查看全部。",
    "{count} more have no place for a comment: {listed}. gaojian check lists them all.",
)
_BEYOND = Text(
    "另有 {count} 处超出 Word 的批注数量上限，没有逐处批注：{listed}。用 gaojian check 可查看全部。",
    "{count} more are beyond the number of comments that Word allows: {listed}. gaojian check lists them all.",
)


def _gathered_head(count: int) -> Text:
    return Text(
        f"稿检：有 {count} 处不在正文里，不能就地批注，集中列在这里",
        f"gaojian: {count} {'finding lies' if count == 1 else 'findings lie'} where Word takes no comments",
    )
