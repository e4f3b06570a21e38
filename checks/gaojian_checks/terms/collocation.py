"""TRM004 collocation."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.twin import in_both_scripts

_CLAUSE = "[^，。；：、！？\\n\\r]"
_COLLOCATIONS = (
    (
        Pattern(rf"增强了?{_CLAUSE}{{0,16}}水平(?![线的])", "增强"),
        Text("“水平”与“提高”搭配，“增强”可改为“提高”", "水平 is raised (提高), not strengthened (增强)"),
    ),
    (
        Pattern(r"[\u4e00-\u9fff]{0,4}力度(?:进一步|不断|明显|有所|大幅|持续|显著){0,2}(?:提高|提升)", "力度"),
        Text("“力度”与“加大”搭配，“提高”可改为“加大”", "力度 is increased (加大), not raised (提高)"),
    ),
    (
        Pattern(rf"(?:首次)?突破{_CLAUSE}{{1,10}}大关的?[纪记]录", "大关"),
        Text("“大关”与“纪录”重复，留一个", "大关 and 纪录 say the same; keep one"),
    ),
    (
        Pattern(rf"超过{_CLAUSE}{{0,3}}[0-9]{{1,12}}[\u4e00-\u9fff%％]{{1,3}}以上", "超过"),
        Text("“超过”与“以上”重复，留一个", "超过 and 以上 say the same; keep one"),
    ),
    (
        Pattern(r"(?:降低|减少|下降|缩小)了?[0-9一二三四五六七八九十两几]{1,4}倍", "倍"),
        Text("减少不能用倍数，请改用百分比或几分之几", "a decrease has no multiples; give a fraction or per cent"),
    ),
    (
        Pattern("大约[0-9]{1,12}[\u4e00-\u9fff%％]{1,3}左右|约[0-9]{1,12}[\u4e00-\u9fff%％]{1,3}左右", "左右"),
        Text("“约”与“左右”重复，留一个", "约 and 左右 say the same; keep one"),
    ),
)


class Collocation(Check):
    """搭配不当：“增强……水平”“力度……提高”“突破……大关纪录”“超过……以上”“降低两倍”。

    只收六种公文里常见、按字面就能认出的毛病。语感因人而异，修改要看整句，所以默认不查，只作提示，不给自动修改。

    不报：表外的搭配。

    Words that do not go together. A small table of what is common in official prose and told by its letters. Off by
    default: a matter of style that needs the whole sentence.
    """

    code = "TRM004"
    name = "collocation"
    title = Text("搭配不当", "words that do not go together")
    severity = Severity.NOTE
    opt_in = True
    needs = ("增强|力度|大关|超过|倍|左右",)
    basis = (
        "《图书编校质量差错认定细则》第19条：减少不用倍数、“超过”与“以上”不并用",
        "通行的病句分类：搭配不当、成分赘余",
    )
    examples = (
        bad("培训⟦增强了职工的业务水平⟧。"),
        bad("⟦宣传力度明显提高⟧，产值⟦首次突破500万元大关纪录⟧。"),
        bad("参加⟦超过300人以上⟧，成本⟦降低了两倍⟧，耗时⟦约30天左右⟧。"),
        good("提高了业务水平，增强了工作能力，加大了宣传力度。"),
        good("产值首次突破500万元大关，超过300人，成本降低两成，增长两倍。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every collocation of the table."""
        for pattern, message in _COLLOCATIONS:
            for match in pattern.finditer(document.prose):
                yield Finding(Span(*match.span()), message)
