"""What is hidden and what stays; one code point for one, on any text, in linear work."""

import importlib
import re
from collections.abc import Iterator
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaojian import markup, prose
from gaojian.examples import unmark
from gaojian.markup import find_markup
from gaojian.pattern import Pattern
from gaojian.prose import HIDDEN, hide_markdown, hide_urls

# Hidden are exactly the marked spans.
MARKDOWN = {
    "front matter": "⟦---\ntitle: 年报\n---⟧\n正文。",
    "front matter of TOML": '⟦+++\nt = "报"\n+++⟧\n正文。',
    "front matter ended by dots": "⟦---\nt: 报\n...⟧\n正文。",
    "unclosed front matter": "---\nt: 报\n正文。",
    "rules around a paragraph": "---\n第一段。\n\n---\n第二段。",
    "rule further down": "首段。\n\n---\nt: 报\n---\n",
    "fence": "前\n⟦```py\n码 = 1\n```⟧\n后",
    "fence of tildes": "⟦~~~\n``` 码\n~~~⟧\n后",
    "fence at any depth": "      ⟦```\n      码\n      ```⟧\n后",
    "fence in a quote": "> ⟦```\n> 码\n> ```⟧\n> 引",
    "fence holds a quoted one": "⟦```\n> ```\n码\n```⟧\n后",
    "quote ends before its fence": "> ⟦```\n> 码⟧\n后",
    "fence in a list": "- ⟦```\n  码\n  ```⟧\n- 项",
    "fence in a numbered list": "1. 项\n   ⟦```\n   码\n   ```⟧\n2. 项",
    "longer fence holds a shorter": "⟦````\n```\n码\n````⟧\n后",
    "fence holds a deeper one": "⟦```\n码\n       ```\n码\n```⟧\n后",
    "closing fence has no words": "⟦```\n``` 码\n```⟧\n后",
    "unclosed fence": "前\n⟦```\n码\n\n码⟧",
    "three backticks in a line": "用 ⟦```码```⟧ 标出",
    "three backticks begin a line": "⟦```码```⟧ 标出\n后",
    "fence within a comment": "⟦<!--\n```\n-->⟧\n正文。\n",
    "code": "用 ⟦`码`⟧ 标出",
    "code with backticks": "用 ⟦`` 码`码 ``⟧ 标出",
    "code over a line break": "用 ⟦`码\n码`⟧ 标出",
    "code never crosses a blank line": "一个 ` 号\n\n又一个 ` 号",
    "code never crosses list items": "- 一个 ` 号\n- 又一个 ` 号",
    "code never crosses table rows": "| ` | 甲 |\n| ` | 乙 |",
    "code never crosses into a heading": "一个 ` 号\n## 题 ` 号",
    "escaped backtick": r"用 \`字\` 标出",
    "escape has no force in code": r"用 ⟦`码\`⟧ 标出` 后",
    "runs of different length": "`` 字 ` 字",
    "code before tag": "写 ⟦`<!--`⟧ 与 ⟦`-->`⟧ 两种",
    "comment": "前⟦<!-- 注 -->⟧后",
    "comment over blank lines": "⟦<!-- 注\n\n释 -->⟧\n正文。",
    "unclosed comment": "前\n\n⟦<!-- 注\n\n释⟧",
    "unclosed comment within a line": "写 <!-- 而不闭合。\n\n下段 -->",
    "empty comment": "前⟦<!-->⟧后",
    "tag": '前⟦<b class="重">⟧粗⟦</b>⟧后⟦<br/>⟧',
    "tag over a line break": '⟦<img src="图.png"\n     alt="a>b">⟧后',
    "tag in Han": "由<单位名称>承办",
    "less and greater": "若 a<b，则 c>d；若 x <y 且 y> z",
    "unbalanced quote in a tag": '前<b "字> 后',
    "script": "⟦<script>\n\nlet 数 = 1\n</script>⟧\n后",
    "style": "⟦<STYLE>甲{}</Style>⟧后",
    "pre": "⟦<div><pre>\n甲\n\n乙\n</pre></div>⟧后",
    "code element": "按⟦<code>码</code>⟧键",
    "unclosed code element": "按⟦<code>⟧键\n\n下段。",
    "empty element of a template": "前⟦<textarea />⟧后\n⟦</textarea>⟧",
    "autolink": "见⟦<https://例.cn/?a=b>⟧。",
    "western autolink": "见⟦<https://a.cn/?a=b&c>⟧。",
    "link": '见[说明]⟦(a/说明.md "标题")⟧。',
    "link with brackets": "见[说明]⟦(a_(b)_(c(d)).md)⟧。",
    "link in angle brackets": "见[说明]⟦(<a b.md>)⟧。",
    "image in a link": "[![图]⟦(甲.png)⟧]⟦(乙.md)⟧",
    "brackets with words": "数组[1](见第三条 和第四条)",
    "definition": "⟦[甲]: https://a.cn/b '题'⟧\n正文。",
    "definition in angle brackets": "⟦[甲]: <a b>⟧\n正文。",
    "footnote": "[^1]: 说明。\n[注]: 说明。",
    "formula": "设⟦$x_1+y$⟧为",
    "block of formula": "设\n⟦$$\nx\n=1\n$$⟧\n则",
    "currency": "$5 和 $6，US$5-$6，$5 or $6",
    "dollars around Han": "$5元和$，$$五元$$",
    "escaped dollar": r"\$5+$6",
    "identifier": "## 总则 ⟦{#general}⟧",
    "comment of MDX": "## 总则 ⟦{/*general*/}⟧",
    "short codes": '⟦{{< note "甲" >}}{{% b %}}{% raw %}⟧后',
    "template variables": "{{姓名}}、{{name}}、${name}、{name}",
    "container": "::: tip 提示\n正文\n:::",
    "emphasis and tables": "**甲**_乙_ | __丙__ |\n|---|---|",
    "indented text": "首段。\n\n    次段缩进。\n",
}
PLAIN = {
    "URL": "见⟦https://a.cn/b?c=d#e⟧。",
    "URL before Han": "见⟦http://a.cn/⟧目录和",
    "URL in brackets": "（⟦http://a.cn⟧）(⟦http://a.cn/b⟧)",
    "URL with brackets": "⟦http://a.cn/b_(c)⟧，",
    "URL at the end of a sentence": "See ⟦http://a.cn/b⟧.",
    "URL in emphasis": "**⟦http://a.cn⟧**",
    "URL in a table": "|⟦http://a.cn⟧|甲|",
    "other schemes": "⟦git+ssh://a@b.cn/c⟧、⟦ftp://a.cn⟧",
    "no scheme": "甲://乙，：//a.cn",
    "site": "登录⟦www.a.gov.cn⟧查询",
    "no site": "awww.b",
    "mail": "邮箱：⟦a.b-c@d.gov.cn⟧。",
    "mail at the end of a sentence": "Mail ⟦a@b.cn⟧.",
    "no mail": "张三@李四，a@b，@甲",
    "markup": "`码`<b>",
}
BREAKS = pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])

FRAGMENTS = (
    *("`", "``", "```", "~~~", "<!--", "-->", "<b>", "</b>", "<", ">", "<pre>", "</pre>", "<code>", "</code>"),
    *("[", "](", "](a)", "]: a", ")", '"', "'", "$", "$$", "{{<", ">}}", "{%", "%}", "{#", "}", "---", "+++", "\\"),
    *("http://", "www.", "@", "a.b", "x", "1", " ", "  ", "> ", "- ", "正文", "。", "\u2028", "𠮷"),
    *("\n", "\r\n", "\r", "\n\n"),
)
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join) | st.text()
SILENT = st.text(alphabet="正文，。（）“”0123456789abc.-*_|#:;!?()>+=~&%^/ \t\n\r\u3000")


def hide_marked(marked: str) -> tuple[str, str]:
    """Return the plain text of a marked one, and the same with what was marked hidden."""
    source, spans = unmark(marked)
    hidden = {offset for span in spans for offset in range(*span) if source[offset] not in "\r\n"}
    return source, "".join(HIDDEN if offset in hidden else source[offset] for offset in range(len(source)))


def breaks(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in re.finditer(r"[\r\n]", text)]


@BREAKS
@pytest.mark.parametrize("marked", MARKDOWN.values(), ids=MARKDOWN)
def test_hides_in_markdown_what_is_no_prose(marked: str, line_break: str) -> None:
    """Exactly the marked spans are hidden, whatever ends the lines."""
    source, expected = hide_marked(marked.replace("\n", line_break))

    assert expected == hide_markdown(source)


@pytest.mark.parametrize("marked", PLAIN.values(), ids=PLAIN)
def test_hides_addresses_in_plain_text(marked: str) -> None:
    """In plain text nothing but URLs and e-mail addresses is hidden."""
    source, expected = hide_marked(marked)

    assert expected == hide_urls(source)


@given(TEXTS)
def test_hides_one_code_point_for_one(text: str) -> None:
    """Each code point stays or becomes U+FFFC; line breaks stay."""
    for hidden in (hide_markdown(text), hide_urls(text)):
        assert len(text) == len(hidden)
        assert breaks(text) == breaks(hidden)
        assert all(after in (before, HIDDEN) for before, after in zip(text, hidden, strict=True))


@given(TEXTS)
def test_hides_addresses_once_for_all(text: str) -> None:
    """What is left after addresses are hidden holds no address."""
    hidden = hide_urls(text)

    again = hide_urls(hidden)

    assert hidden == again


@given(TEXTS)
def test_line_breaks_of_any_kind_hide_the_same(text: str) -> None:
    """A text with CR or CR LF in place of LF has the same prose."""
    source = text.replace("\r", "")
    expected = hide_markdown(source)

    assert expected == hide_markdown(source.replace("\n", "\r")).replace("\r", "\n")
    assert expected == hide_markdown(source.replace("\n", "\r\n")).replace("\r\n", "\n")


@given(SILENT)
def test_text_without_markup_is_returned_itself(text: str) -> None:
    """A text without a character of markup or address costs no copy."""
    assert hide_urls(text) is text
    if not text.startswith(("---", "+++")) and "~~~" not in text:
        assert hide_markdown(text) is text


@given(TEXTS)
def test_spans_are_sorted_and_apart(text: str) -> None:
    """Spans of markup are not empty, lie within the text, and follow each other without overlap."""
    spans = list(find_markup(text))
    offsets = [offset for span in spans for offset in span]

    assert sorted(offsets) == offsets
    assert all(0 <= start < end <= len(text) for start, end in spans)


def repeats(parsed: object) -> Iterator[bool]:
    """Yield for each unbounded repeat of a parsed pattern whether it is possessive."""
    parser = importlib.import_module("re._parser")
    if isinstance(parsed, parser.SubPattern | list | tuple):
        operator = str(parsed[0]) if parsed else ""
        if operator in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and parsed[1][1] == parser.MAXREPEAT:
            yield operator == "POSSESSIVE_REPEAT"
        for part in parsed:
            yield from repeats(part)


@pytest.mark.parametrize("module", [markup, prose], ids=lambda module: module.__name__)
def test_every_unbounded_repeat_is_possessive(module: ModuleType) -> None:
    """No pattern can give back what it took and try again: that is what makes patterns quadratic."""
    parser = importlib.import_module("re._parser")
    patterns = {name: value for name, value in vars(module).items() if isinstance(value, Pattern)}
    found = {name: list(repeats(parser.parse(pattern.source, pattern.flags))) for name, pattern in patterns.items()}

    assert patterns
    assert dict.fromkeys(patterns, True) == {name: all(possessive) for name, possessive in found.items()}


class Meter:
    """Stands for the module ``re`` and counts the characters that searches pass over."""

    def __init__(self) -> None:
        self.passed = 0

    def compile(self, source: str) -> "MeteredPattern":
        """Return a pattern that reports to this meter."""
        return MeteredPattern(re.compile(source), self)


class MeteredPattern:
    """A compiled pattern that tells its meter how far each search went."""

    def __init__(self, pattern: re.Pattern[str], meter: Meter) -> None:
        self._pattern = pattern
        self._meter = meter

    def search(self, text: str, start: int) -> re.Match[str] | None:
        """Return the first match from ``start`` on."""
        match = self._pattern.search(text, start)
        self._meter.passed += (match.end() if match else len(text)) - start
        return match

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield all matches between ``start`` and ``end``."""
        for match in self._pattern.finditer(text, start, end):
            self._meter.passed += match.end() - start
            start = match.end()
            yield match
        self._meter.passed += end - start


HOSTILE = {
    "backticks": "`",
    "two lengths": "` `` ",
    "many lengths": "".join("`" * length + " " for length in range(1, 120)),
    "unclosed code": "`a\n\n``b\n\n",
    "less": "<",
    "open tags": "<a \"<b '",
    "open elements": "x<code> <pre> <style> ",
    "open blocks": "<pre>\n<script>\n",
    "brackets": "[",
    "targets": "](a (](b '](c \"",
    "dollars": "$",
    "open formulas": "$$a $b",
    "open comments": "x <!-- a\n\n",
    "open short codes": "{{<{%{#{/*",
    "open front matter": "---\na: b\n",
    "fences": "```\n\n~~~ a\n",
    "quoted fences": "> ```\n\n",
    "indented fences": "```\n          ```\n",
    "list markers": "- 1. > ",
    "definitions": '[a]: x "',
    "URLs": "http://a(b",
    "mails": "a@a.",
    "breaks": "\r\n\r",
    "Han": "正文",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_searches_for_ends_are_linear(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However constructs are left open, all searches together pass over each character a bounded number of times."""
    meter = Meter()
    monkeypatch.setattr(markup, "re", meter)
    text = unit * (40_000 // len(unit))

    assert len(text) == len(hide_markdown(text))
    assert meter.passed <= 90 * len(text)
