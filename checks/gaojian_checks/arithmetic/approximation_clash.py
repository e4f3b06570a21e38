"""ARI008 approximation-clash."""

import re
from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.clues import clues, matches
from gaojian_checks.language.twin import in_both_scripts

_NUMBER = "[0-9０-９.．,一二两三四五六七八九十百千万亿]{1,14}"
_UNIT = "(?:[元人名户项个家件篇次所台套辆吨亩年月天岁周小时分钟公里平方米度美％%成倍份例起百点]{0,5})"
_ABOVE = Pattern(rf".{{2}}{_NUMBER}{_UNIT}(?P<second>以上|左右)(?![手侧岸翼两对边的])")
_BELOW = Pattern(rf".{{2}}{_NUMBER}{_UNIT}(?P<second>以下|左右)(?![手侧岸翼两对边的])")
# 超过, 多于, 高于; 低于, 少于, 不到: found by the last character, and what goes on from there.
_FIRST = (
    ("过", Pattern("过(?<=超过)(?<!不超过)"), _ABOVE),
    ("于", Pattern("于(?<=[多高]于)(?<!不[多高]于)"), _ABOVE),
    ("于", Pattern("于(?<=[低少]于)(?<!不[低少]于)"), _BELOW),
    ("到", Pattern("到(?<=不到)(?<!不不到)"), _BELOW),
)
_MARKS = frozenset("过于到左余多")
_SECOND = Pattern("左(?=右).(?![手侧岸翼两对边])")
_ABOUT = Pattern(rf"约(?<![合条公契节预签违特履缔邀如失制简集]约)约?{_NUMBER}{_UNIT}(?P<second>左右)$")
# 近100余人: nearly a hundred, and more than a hundred.
_BEHIND_MORE = "(?<=[0-9０-９万亿十百千].)(?=[万亿]?[元人名户项个家件篇次所台套辆吨亩年天米公])"
_MANY, _OVER = Pattern(f"多{_BEHIND_MORE}"), Pattern(f"余{_BEHIND_MORE}")
_NEARLY = Pattern(rf"(?:近|约(?<![合条公契节预签违特履缔邀如失制简集]约)|大约|将近|接近){_NUMBER}(?P<second>[余多])$")
_NOT_BEFORE = tuple("最附新远靠邻临相")
_REACH = 24


class ApproximationClash(Check):
    """约数矛盾：“超过1000元以上”“约100人左右”“近100余人”，两个约数词说同一件事，或者互相抵触。

    “超过1000元”与“1000元以上”、“约100人”与“100人左右”，各留一个即可；“超过100人左右”则自相矛盾。

    不报：“不超过”；“左右两侧”等不是约数的；只有一个约数词的。

    Two words of approximation for one number, which say it twice or contradict each other.
    """

    code = "ARI008"
    name = "approximation-clash"
    title = Text("约数矛盾", "two approximations of one number")
    severity = Severity.WARNING
    basis = ("《图书编校质量差错认定细则》第19条",)
    examples = (
        bad("捐款⟦超过1000元以上⟧。", fixed="捐款超过1000元。"),
        bad("到场⟦约100人左右⟧。", fixed="到场约100人。"),
        bad("来了大⟦约五十人左右⟧。", fixed="来了大约五十人。"),
        bad("距离⟦不到3公里以下⟧，历时⟦超过两个月左右⟧。", fixed="距离不到3公里，历时超过两个月。"),
        bad("培训⟦近100余⟧人，投入⟦约2万多⟧元。", fixed="培训近100人，投入约2万元。"),
        good("捐款超过1000元，到场100人左右，最近10余年，附近20多户，合约30余份。"),
        good("不超过1000元，2000元以上。"),
        good("大约有左右两侧100米，合约100份左右。"),
        good("约10人在左右两侧警戒，约100米左右两侧各一。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every number between two words of approximation."""
        prose = document.prose
        if _MARKS.isdisjoint(document.get(clues).signs):
            return
        for mark, word, clash in _FIRST:
            for first in matches(document, mark, word):
                found = clash.match(prose, first.start() - 1)
                if found:
                    yield _finding(found)
        for second in matches(document, "左", _SECOND):
            about = _ABOUT.search(prose, max(0, second.end() - _REACH), second.end())
            if about:
                yield _finding(about)
        for more in (*matches(document, "余", _OVER), *matches(document, "多", _MANY)):
            nearly = _NEARLY.search(prose, max(0, more.end() - _REACH), more.end())
            if nearly and prose[nearly.start() - 1 : nearly.start()] not in _NOT_BEFORE:
                yield _finding(nearly)


def _finding(match: re.Match[str]) -> Finding:
    second = match["second"]
    return Finding(
        Span(*match.span()),
        Text(
            f"“{match[0]}”前后两个约数词重复或矛盾，留一个即可",
            "two words of approximation for one number; keep one",
        ),
        Fix(Text(f"删去“{second}”", f"delete {second}"), (Edit(Span(*match.span("second")), ""),)),
    )
