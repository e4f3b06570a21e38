"""DUP011 copied-block."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import or_
from typing import Annotated
from zlib import crc32

from gaojian import Document, Finding, Library, NamedTuple, ProjectCheck, Related, Severity, Span, Text, bad, good
from gaojian_checks.duplicates._blocks import lines_of, range_text
from gaojian_checks.duplicates._paragraphs import paragraphs
from gaojian_checks.duplicates._runs import repeated_runs

_MOST_SHOWN = 10
_HASH_BITS = 32
_ROW = "|│├"
_FIRST = (
    "全街道三十六个小区已全部成立业主委员会，物业服务合同网上公示，维修资金使用情况每半年公布一次；"
    "新装充电车棚四十二处，飞线充电现象基本消除，消防通道全部划线标识，堵占行为由网格员每日劝导。\n"
    "老旧小区加装电梯九部，外墙保温改造六栋，雨污分流管网改造四点二公里，施工期间未发生安全事故。居民议事会"
    "每月召开一次，先议后办、办完再评，群众提出的停车、遛狗、晾晒等小事，件件有着落，事事有回音，满意率稳步上升。\n"
    "志愿服务积分可以兑换理发、家电清洗和书报，登记志愿者已有三千一百人，其中青年占四成，银龄志愿者承担了"
    "调解邻里纠纷、接送小学生过街等工作，暑期还为双职工家庭的孩子办起了免费托管班，深受家长欢迎。各项支出逐笔列入台账，"
    "由居民代表按季度抽查，结果张贴在小区门口的公告栏里。"
)


@dataclass(frozen=True, eq=False, repr=False)
class CopiedBlock(ProjectCheck[list[int]]):
    """跨文件重复：几份文件里有同样的大段文字。

    同一段材料在几份文件里各存一份，改了一处漏了别处，就会互相矛盾；抄来的工作总结也由此可见。
    连续两段以上、共三百字以上原样出现在别的文件里才报；同样的文字不论在几份文件里，合成一组，
    在第一份之外的每份文件里各报一次，列出其他各处的文件和行。繁体、简体两种写法视为相同。

    成套的文件常有共用的套语，所以本项默认不检查，须在 select 中写明；整库检查的钩子已经写明。

    Blocks of two paragraphs and 300 characters or more that stand in several files. Equal blocks form one group however
    many files hold them; every file but the first gets one finding that names the others. Runs only when selected.
    """

    code = "DUP011"
    name = "copied-block"
    title = Text("跨文件重复", "block stands in several files")
    severity = Severity.WARNING
    weight = 3.0
    basis = ("实测 1421 份文件：跨文件重复 22 处，均为同一文件的两份或成套文件的共用段落",)
    opt_in = True
    needs_paragraphs = True
    examples = (
        bad({"城东.txt": f"街道工作总结\n{_FIRST}", "城西.txt": f"社区工作总结\n⟦{_FIRST}⟧\n特此报告。"}),
        bad({"1.txt": _FIRST, "2.txt": f"前言\n\n⟦{_FIRST}⟧", "3.txt": f"⟦{_FIRST}⟧\n结语"}),
        good({"城东.txt": f"街道工作总结\n{_FIRST}\n{_FIRST}", "乙.txt": "社区工作总结\n另行报送。"}),
        good({"甲.txt": "特此通知。\n联系人见附件。", "乙.txt": "特此通知。\n联系人见附件。"}),
    )

    fewest_paragraphs: Annotated[int, Text("最少段数", "Fewest paragraphs of a block")] = 2
    least_characters: Annotated[int, Text("最少字数", "Least characters of a block")] = 300

    def collect(self, document: Document) -> list[int]:
        """Return for every paragraph of ``document`` a hash with its size; a row of a table has no size."""
        keys = document.get(paragraphs).written_keys()
        # The built-in hash differs from process to process. Only runs of equal paragraphs count, so 32 bits do.
        hashes = map(crc32, "\n".join(keys).encode("utf-8", "surrogatepass").split(b"\n")) if keys else ()
        sizes = [0 if key[0] in _ROW else len(key) << _HASH_BITS for key in keys]
        return list(map(or_, hashes, sizes))

    def compare(self, facts: Mapping[str, list[int]], library: Library) -> Iterable[tuple[str, Finding]]:
        """Yield one finding for every file of a group but its first."""
        groups: defaultdict[tuple[_Place, int], list[_Place]] = defaultdict(list)
        for source, copy, length in self._copies(facts):
            groups[source, length].append(copy)
        for (source, length), copies in groups.items():
            places = [source, *copies]
            for place in copies:
                size = sum(key >> _HASH_BITS for key in facts[place.path][place.number : place.number + length])
                finding = _finding(place, [other for other in places if other != place], (length, size), library)
                if finding is not None:
                    yield place.path, finding

    def _copies(self, facts: Mapping[str, list[int]]) -> "Iterator[tuple[_Place, _Place, int]]":
        """Yield the first place, the later place and the number of paragraphs of every copy in another file."""
        items: list[int] = []
        places: list[_Place] = []
        for place, keys in self._shared(facts):
            # A separator between two stretches equals nothing, not even another separator.
            items += [*keys, -len(items) - 1]
            places += [_Place(place.path, place.number + index) for index in range(len(keys) + 1)]
        for run in repeated_runs(items, lambda start, length: self._is_enough(items[start : start + length])):
            source, copy = places[run.source], places[run.start]
            if source.path != copy.path:
                yield source, copy, run.length

    def _shared(self, facts: Mapping[str, list[int]]) -> "Iterator[tuple[_Place, list[int]]]":
        """Yield the stretches of paragraphs that all stand in several files."""
        seen: set[int] = set()
        shared: set[int] = set()
        for hashes in facts.values():
            keys = set(hashes)
            shared |= seen & keys
            seen |= keys
        for path in sorted(facts):
            keys_of_path = facts[path]
            if not self._is_enough(shared.intersection(keys_of_path)):
                continue
            number = 0
            for is_shared, group in groupby(keys_of_path, shared.__contains__):
                stretch = list(group)
                if is_shared and self._is_enough(stretch):
                    yield _Place(path, number), stretch
                number += len(stretch)

    def _is_enough(self, keys: Collection[int]) -> bool:
        return (
            len(keys) >= self.fewest_paragraphs and sum(key >> _HASH_BITS for key in set(keys)) >= self.least_characters
        )


class _Place(NamedTuple):
    path: str
    number: int


def _finding(place: _Place, others: list[_Place], extent: tuple[int, int], library: Library) -> Finding | None:
    """Return the finding at ``place``, None if it can no longer be read; ``extent`` is in paragraphs and characters."""
    length, size = extent
    found = _lines(place, length, library)
    related = []
    for other in others[:_MOST_SHOWN]:
        seen = _lines(other, length, library)
        if seen is not None:
            span, lines = seen
            text = Text(f"{other.path} 第 {lines} 行", f"{other.path}, lines {lines}")
            related.append(Related(span, text, other.path))
    if found is None or not related:
        return None
    span, here = found
    there, count = related[0].message, len(others) + 1
    message = Text(
        f"第 {here} 行（{length} 段、{size} 字）与 {there.zh}相同，共 {count} 处；请核对是否套用，或者只留一份",
        f"lines {here} ({length} paragraphs, {size} characters) also stand in {there.en}; {count} places in all: "
        "check which is meant, or keep one",
    )
    return Finding(span, message, related=tuple(related))


def _lines(place: _Place, length: int, library: Library) -> tuple[Span, str] | None:
    """Return the span of ``length`` paragraphs and their line numbers, None if the document can no longer be read."""
    document = library(place.path)
    if document is None:
        return None
    found = document.get(paragraphs)
    if len(found.keys) < place.number + length:
        return None
    span = found.span(place.number, place.number + length - 1)
    return span, range_text(*lines_of(document, span))
