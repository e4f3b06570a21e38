"""What is said about marks that do not belong together."""

from collections.abc import Iterator

from gaojian import Document, Edit, Finding, Fix, Related, Safety, Span, Text
from gaojian_checks.pairs._marks import FAMILIES, Family
from gaojian_checks.pairs._pairing import pairing

_EXCERPT = 12
_MOST_SINGLE = 3
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
_STRAIGHT_REACH = 40
_ZH = {"“‘「『": "引号", "《〈": "书名号"}
_EN = {"“‘「『": "quotation mark", "《〈": "title mark"}
_PARTNER = {
    **{
        opening: closing for family in FAMILIES for opening, closing in zip(family.opening, family.closing, strict=True)
    },
    **{
        closing: opening for family in FAMILIES for opening, closing in zip(family.opening, family.closing, strict=True)
    },
}
_OPENING = frozenset(mark for family in FAMILIES for mark in family.opening)


def lone_marks(document: Document, marks: str) -> Iterator[Finding]:
    """Yield a finding for each of ``marks`` that has no partner, or one of another shape."""
    found = document.get(pairing)
    prose = document.prose
    for at in found.lone:
        if prose[at] in marks:
            straight = _straight_partner(prose, at)
            yield (
                Finding(Span(at, at + 1), _missing(document.text, at))
                if straight is None
                else _half(prose, at, straight)
            )
    for pair in found.mismatched:
        if prose[pair.end] in marks:
            opening, closing = prose[pair.start], prose[pair.end]
            wanted = partner(opening)
            yield Finding(
                Span(pair.end, pair.end + 1),
                Text(
                    f"前面是 {opening} ，后面却是 {closing} ，前后不成对；请把后面的改为 {wanted} ，或改前面的",
                    f"{opening} is followed by {closing}, which does not close it: write {wanted}, or change {opening}",
                ),
                related=(Related(Span(pair.start, pair.start + 1), Text("前面的符号", "the opening mark")),),
            )


def partner(mark: str) -> str:
    """Return the mark that goes with ``mark``, of its own width."""
    return _PARTNER[mark]


def gathered(findings: list[Finding]) -> list[Finding]:
    """Return ``findings``, each with a fix, or if there are many one for all: a habit is told once a document."""
    if len(findings) <= _MOST_SINGLE:
        return findings
    first, count = findings[0], len(findings)
    edits = tuple(sorted({edit for finding in findings if finding.fix for edit in finding.fix.edits}))
    safe = all(finding.fix is not None and finding.fix.safety is Safety.SAFE for finding in findings)
    message = Text(
        f"{first.message.zh}（全文共{count}处，这是第一处）",
        f"{first.message.en} (the first of {count} in this document)",
    )
    title = Text(f"改正全文{count}处", f"correct all {count}")
    return [Finding(first.span, message, Fix(title, edits, Safety.SAFE if safe else Safety.UNSAFE))]


def replaced(prose: str, marks: dict[int, str], safety: Safety) -> Fix:
    """Return the fix that puts other marks at places in ``prose``."""
    edits = tuple(Edit(Span(at, at + 1), mark) for at, mark in sorted(marks.items()))
    old, new = "".join(prose[at] for at in sorted(marks)), "".join(mark for _, mark in sorted(marks.items()))
    return Fix(Text(f"把 {old} 改为 {new}", f"change {old} to {new}"), edits, safety)


def _straight_partner(prose: str, at: int) -> int | None:
    """Return the place of the straight mark that a quotation mark stands against: “一把手"."""
    straight = _STRAIGHT.get(prose[at])
    if straight is None:
        return None
    opens = prose[at] in _OPENING
    low, high = (at + 2, at + _STRAIGHT_REACH) if opens else (max(0, at - _STRAIGHT_REACH), at - 1)
    found = prose.find(straight, low, high) if opens else prose.rfind(straight, low, high)
    within = prose[min(at, found) : max(at, found)]
    return None if found < 0 or any(stop in within for stop in "\n。；") else found


def _half(prose: str, at: int, straight: int) -> Finding:
    mark, wanted = prose[at], partner(prose[at])
    return Finding(
        Span(at, at + 1),
        Text(
            f"引号 {mark} 的另一半打成了直引号 {prose[straight]} ，应改为 {wanted}",
            f"the partner of {mark} is a straight mark ({prose[straight]}): change it to {wanted}",
        ),
        replaced(prose, {straight: wanted}, Safety.UNSAFE),
        (Related(Span(straight, straight + 1), Text("直引号", "the straight mark")),),
    )


def _missing(text: str, at: int) -> Text:
    mark = text[at]
    wanted = partner(mark)
    opens = mark in _OPENING
    opening = mark if opens else wanted
    name = next((name for marks, name in _ZH.items() if opening in marks), "括号")
    english = next((name for marks, name in _EN.items() if opening in marks), "bracket")
    if opens:
        excerpt = text[at : at + _EXCERPT].replace("\r", "\n").partition("\n")[0]
        return Text(
            f"前{name} {mark} 没有与它配对的 {wanted} ：{excerpt}…；请补上后一半，或删去这一个",
            f"the opening {english} {mark} has no partner {wanted} (see {excerpt}…); add it, or remove this one",
        )
    excerpt = text[max(0, at - _EXCERPT) : at + 1].replace("\r", "\n").rpartition("\n")[2]
    return Text(
        f"后{name} {mark} 没有与它配对的 {wanted} ：…{excerpt}；请补上前一半，或删去这一个",
        f"the closing {english} {mark} has no partner {wanted} (see …{excerpt}); add it, or remove this one",
    )


def nested_pairs(document: Document, families: tuple[Family, ...], message: Text, safety: Safety) -> Iterator[Finding]:
    """Yield a finding for each pair directly inside a pair of its own kind; {} in ``message`` are the right marks."""
    prose = document.prose
    inner = {family.opening: family.inner for family in families}
    for pair in document.get(pairing).nested:
        marks = inner.get(prose[pair.start])
        if marks:
            fix = replaced(prose, {pair.start: marks[0], pair.end: marks[1]}, safety)
            yield Finding(Span(pair.start, pair.end + 1), Text(message.zh.format(marks), message.en.format(marks)), fix)
