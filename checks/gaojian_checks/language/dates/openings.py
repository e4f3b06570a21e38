"""Open intervals: 2010年以来, 自2013年5月1日起, 截至2013年底, 2020年以前."""

from gaojian import Pattern
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
_SINCE = Pattern(r"以[来來]|[至迄]今|[以之][后後]|起(?![草诉訴伏源见点步])|[后後](?![期来來面续續备備勤者代半])")
_UNTIL = Pattern(r"[以之]前|前(?![后後夕期往身来來线線列景任半三])")
_SUFFIXES = frozenset("以之来來至迄起后後前")


def opened(prose: str, raw: Raw) -> Raw:
    """Return the open interval that the words around ``raw`` make of it, or ``raw`` itself."""
    if raw.kind not in _CLOSED:
        return raw
    start, end = raw.start, raw.end
    if prose[end : end + 1] in _SUFFIXES:
        since = _SINCE.match(prose, end)
        if since is not None:
            return _open(raw, start, since.end(), "since")
        until = _UNTIL.match(prose, end)
        if until is not None:
            return _open(raw, start, until.end(), "until")
    if prose[max(0, start - 2) : start] in {"截至", "截止"}:
        return _open(raw, start - 2, end, "until")
    return raw


def _open(raw: Raw, start: int, end: int, part: str) -> Raw:
    return Raw(
        start, end, Kind.OPEN, raw.style, raw.year, raw.month, raw.day, part=part, first=raw, gregorian=raw.gregorian
    )
