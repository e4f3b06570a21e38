"""Mentions of plenums of local party committees: 省委九届七次全会, 中共四川省第十届委员会第三次全体会议."""

from collections.abc import Iterable

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.mentions import editions
from gaojian_checks.language.numerals import value

_SESSION = Pattern(r"(委员会)?第?(.{1,3}?)次(?:全[会會体體]|[会會][议議])(?:(?<=[体體])[会會][议議])?")
_LEVELS = ("自治区", "省", "市", "县", "縣", "区", "區", "州", "盟", "旗")
# 政协某市第十一届委员会 is no committee of the party.
_OF_THE_PARTY = Pattern("(?:中共|共产党)[^，。；、政]{0,9}$")
_COMMITTEES = ("党委", "委")
_HAN = "一二三四五六七八九十"
_FIGURES = "0123456789"
_REACH = 20
_PROVINCES = (
    *(
        "河北",
        "山西",
        "辽宁",
        "吉林",
        "黑龙江",
        "江苏",
        "浙江",
        "安徽",
        "福建",
        "江西",
        "山东",
        "河南",
        "湖北",
        "湖南",
        "广东",
    ),
    *("广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "内蒙古", "广西", "西藏", "宁夏", "新疆"),
)
_HIGHEST = ("省", "自治区")
# 学习了市委, 贯彻市委, 精神和市委.
_MAY_PRECEDE = frozenset("了过及和与在按照以从至到对于的彻实习达神据")
_ENOUGH = 2


class LocalMention(NamedTuple):
    """A plenum of a local committee; ``place`` is what may name it (中共四川), ``level`` 省, 市 and so on."""

    span: Span
    place: str
    level: str
    congress: int
    number: int


def local_mentions(document: Document) -> tuple[LocalMention, ...]:
    """Return the plenums of local committees that ``document`` names, in order; call it through ``document.get``."""
    mentions = (_mention(document.prose, start) for start in document.get(editions))
    return tuple([mention for mention in mentions if mention])


def _mention(prose: str, start: int) -> LocalMention | None:
    match = _SESSION.match(prose, start)
    before = prose[max(0, start - _REACH) : start - 1]
    figure = _ending(before, _HAN) or _ending(before, _FIGURES)
    if match is None or not figure or (match[2].strip(_HAN) and match[2].strip(_FIGURES)):
        return None
    stem = before[: len(before) - len(figure)].removesuffix("第")
    committee = "" if match[1] else next((noun for noun in _COMMITTEES if stem.endswith(noun)), None)
    if committee is None:
        return None
    body = stem.removesuffix(committee)
    level = next((level for level in _LEVELS if body.endswith(level)), None)
    congress, number = value(figure), value(match[2])
    if level is None or not congress or not number or (match[1] and not _OF_THE_PARTY.search(body)):
        return None
    place = body.removesuffix(level)
    first = start - 1 - len(before) + len(place)
    return LocalMention(Span(first, match.end()), place, level, congress, number)


def _ending(text: str, characters: str) -> str:
    return text[len(text.rstrip(characters)) :]


class _Counts(dict[str, int]):
    """How often places are named in ``prose``, each counted once however many committees ask."""

    def __init__(self, prose: str) -> None:
        self._prose = prose

    def __missing__(self, place: str) -> int:
        self[place] = self._prose.count(place)
        return self[place]


def _counts(document: Document) -> _Counts:
    return _Counts(document.prose)


def committee_of(document: Document, mention: LocalMention, known: Iterable[str]) -> str | None:
    """Return which of ``known`` committees ``mention`` is of: by name (四川省委), else by what the text is about."""
    of_level = [committee for committee in known if committee.rstrip("党委").endswith(mention.level)]
    places = {committee.rstrip("党委").removesuffix(mention.level): committee for committee in of_level}
    named = next((place for place in places if mention.place.endswith(place)), None)
    if named:
        return places[named]
    if not _is_unnamed(mention):
        return None
    rivals = {*places, *_PROVINCES} if mention.level in _HIGHEST else set(places)
    counts = document.get(_counts)
    (count, first), *others = [*sorted(((counts[place], place) for place in rivals), reverse=True)[:2], (0, "")]
    is_clear = count >= _ENOUGH and count >= 2 * others[0][0]
    return places.get(first) if is_clear else None


def _is_unnamed(mention: LocalMention) -> bool:
    """Return whether no name of a place leads to ``mention``: cities are too many to be known, provinces are not."""
    if mention.level in _HIGHEST:
        return not mention.place.endswith(_PROVINCES)
    last = mention.place[-1:]
    return not "一" <= last <= "鿿" or last in _MAY_PRECEDE
