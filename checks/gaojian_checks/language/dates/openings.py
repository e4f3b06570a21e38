"""Open intervals: 2010年以来, 自2013年5月1日起, 截至2013年底, 2020年以前."""

from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.raw import Raw

_CLOSED = frozenset(
    {
        Kind.FULL_DATE,
        Kind.MONTH_DAY,
        Kind.YEAR_MONTH,
        Kind.MONTH,
        Kind.TEN_DAYS,
        Kind.YEAR,
        Kind.FISCAL_YEAR,
        Kind.ERA,
        Kind.REIGN,
        Kind.TIMESTAMP,
    }
)
_PAIRS = {
    **dict.fromkeys(("以来", "以來", "至今", "迄今", "以后", "以後", "之后", "之後"), "since"),
    **dict.fromkeys(("以前", "之前"), "until"),
}
# 起, 后 and 前 alone, and what makes another word of them: 起草, 后期, 前夕.
_SINGLE = {
    "起": ("since", "草诉訴伏源见点步"),
    **dict.fromkeys("后後", ("since", "期来來面续續备備勤者代半")),
    "前": ("until", "后後夕期往身来來线線列景任半三"),
}


def opened(prose: str, raw: Raw) -> Raw:
    """Return the open interval that the words around ``raw`` make of it, or ``raw`` itself."""
    if raw.kind not in _CLOSED:
        return raw
    start, end = raw.start, raw.end
    pair = prose[end : end + 2]
    if pair in _PAIRS:
        return _open(raw, start, end + 2, _PAIRS[pair])
    if pair[:1] in _SINGLE:
        part, others = _SINGLE[pair[0]]
        if len(pair) == 1 or pair[1] not in others:
            return _open(raw, start, end + 1, part)
    if prose[max(0, start - 2) : start] in {"截至", "截止"}:
        return _open(raw, start - 2, end, "until")
    return raw


def _open(raw: Raw, start: int, end: int, part: str) -> Raw:
    return Raw(
        start, end, Kind.OPEN, raw.style, raw.year, raw.month, raw.day, part=part, first=raw, gregorian=raw.gregorian
    )
