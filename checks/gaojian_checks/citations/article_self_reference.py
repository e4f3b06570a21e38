"""CIT008 article-self-reference."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.numerals import value
from gaojian_checks.language.outline import title
from gaojian_checks.language.twin import in_both_scripts

_NUMBER = "[一二三四五六七八九十百千零〇0-9]{1,8}"
_REFERENCES = {
    kind: Pattern(rf"本{kind}第(?P<number>{_NUMBER})条", f"本{kind}第")
    for kind in (*("条例", "办法", "规定", "细则", "规则", "章程"), *("规程", "准则", "标准", "解释", "决定", "法"))
}
_LEAD, _LONGEST_LEAD = " \t\u3000*#", 12
_ARTICLE = Pattern(rf"\n[{_LEAD}]{{0,{_LONGEST_LEAD}}}第 ?(?P<number>{_NUMBER}) ?条", "条")
_FEWEST_ARTICLES = 3
_FEW = 40


class ArticleSelfReference(Check):
    """条款引用越界：一共三十条的办法，写着“依照本办法第四十条”。

    修改时删了条文，或者条文重新编号，引用却没有跟着改。信息给出全文的末条，请核对应当引用哪一条。

    不报：引用其他法律的条文，以“本法”代称其他法律的实施细则，没有条文编号的文稿。

    A statute refers to an article of its own that it does not have. References to other laws are left alone.
    """

    code = "CIT008"
    name = "article-self-reference"
    title = Text("条款引用越界", "article that does not exist")
    severity = Severity.WARNING
    basis = ("实测：584份法规中1546处“本法第×条”一类引用，没有一处越界",)
    examples = (
        bad(
            "粮油储存办法\n第一条 为储粮安全，制定本办法。\n第二条 依照⟦本办法第四条⟧处理。\n第三条 自公布之日起施行。"
        ),
        bad("粮油储存条例\n第一条 总则。\n第二条 违反⟦本条例第十三条⟧的，处罚款。\n第三条 违反本条例第二条的，警告。"),
        good("粮油储存办法\n第一条 总则。\n第二条 依照本办法第三条处理。\n第三条 自公布之日起施行。"),
        good("粮油储存办法\n第一条 总则。\n第二条 依照《食品安全法》第一百条处理。\n第三条 施行。"),
        good("检疫实施细则\n第一条 根据检疫法（以下简称本法）制定。\n第二条 本法第九条所称。\n第三条 施行。"),
        good("学习体会\n他引用本法第四十条说明理由。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every reference beyond the last article."""
        span = document.get(title)
        if span is None or document.get(genre) is not Genre.STATUTE:
            return
        prose = document.prose
        # A statute calls itself by the last of these words in its title.
        heading = prose[span.start : span.end]
        kind = max(_REFERENCES, key=lambda word: heading.rfind(word) + len(word))
        if kind not in heading:
            return
        found = list(_REFERENCES[kind].finditer(prose))
        # Most articles that are referred to stand in the text: then there is nothing to count.
        named = {match["number"] for match in found}
        if len(named) <= _FEW and all(_is_there(prose, number) for number in named):
            return
        if _is_another(prose, f"本{kind}"):
            return
        last = _last_article(document)
        for match in found:
            number = value(match["number"])
            if last and number and number > last:
                yield Finding(
                    Span(*match.span()),
                    Text(
                        f"本{kind}末条是第{last}条，没有第{match['number']}条；请核对应当引用的条文",
                        f"the last article is {last}; there is no article {number}",
                    ),
                )


def _is_there(prose: str, number: str) -> bool:
    """Whether some line begins with 第…条 of ``number``."""
    article, at = f"第{number}条", -1
    # There may be a reference on every line: only the first few places are looked at.
    for _ in range(_FEW):
        at = prose.find(article, at + 1)
        if at < 0:
            return False
        if prose[max(0, at - _LONGEST_LEAD - 1) : at].rstrip(_LEAD)[-1:] == "\n":
            return True
    return False


def _is_another(prose: str, name: str) -> bool:
    """Whether ``name`` stands for another statute: 根据检疫法（以下简称本法）."""
    return f"简称{name}" in prose or f"简称“{name}" in prose


def _last_article(document: Document) -> int:
    """Return the highest number that an article is headed by, 0 where there are no articles."""
    numbers = [value(match["number"]) or 0 for match in _ARTICLE.finditer(document.prose)]
    return max(numbers) if len(numbers) >= _FEWEST_ARTICLES else 0
