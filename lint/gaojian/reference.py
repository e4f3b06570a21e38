"""The reference of all checks in Markdown, generated from the checks themselves."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from gaojian.check import Rule
from gaojian.examples import Example
from gaojian.explain import grouped, paragraphs, settings, shown, toml
from gaojian.options import Option, options_of
from gaojian.profiles import told
from gaojian.registry import load_rules
from gaojian.report.summary import WORDS

_WIDE = r"[\u2014\u2018-\u201d\u2026\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
_BREAK_IN_CHINESE = re.compile(rf"(?<={_WIDE})\n(?={_WIDE})")
_CODE_SPAN = re.compile(r"(`+[^`]+`+)")

_PREFACE = """\
<!-- 由 make reference 从检查本身生成，请勿手改。Generated from the checks by `make reference`: edit those instead. -->

# 检查一览 Reference of checks

每项检查的说明、依据、选项和例子都写在检查自己的文件里；例子同时就是它的测试。⟦ ⟧ 标出应报的位置，不是文稿的一部分。
`gaojian explain 代码` 在终端显示同样的内容。

Docs, basis, options and examples of each check stand in its own file, and the examples are its tests. ⟦ ⟧ mark what is
reported and are no part of the text. `gaojian explain CODE` shows the same on a terminal.
"""


def reference(rules: Mapping[str, type[Rule]]) -> str:
    """Return the Markdown reference of ``rules``: a table of contents by family, then each check."""
    families = [(family, list(members)) for family, members in groupby(sorted(rules), lambda code: code[:3])]
    lines = [_PREFACE, "## 目录 Contents", ""]
    for family, codes in families:
        lines.append(f"- {_family(family, rules[codes[0]])}")
        lines += [f"  - {_entry(rules[code])}" for code in codes]
    for family, codes in families:
        lines += ["", f"## {_family(family, rules[codes[0]])}"]
        for code in codes:
            lines += ["", *_section(rules[code])]
    return "\n".join(lines) + "\n"


def _family(family: str, rule: type[Rule]) -> str:
    """Return the prefix and what the docstring of the package says behind it."""
    package = sys.modules.get(rule.__module__.rpartition(".")[0])
    prefix, colon, title = (package.__doc__ or "").partition(":") if package else ("", "", "")
    return f"{family}{colon}{title.strip() and ' ' + title.strip()}" if prefix == family else family


def _entry(rule: type[Rule]) -> str:
    return (
        f"[{rule.code} {rule.name}](#{rule.code.lower()}-{rule.name}) {_escape(f'{rule.title.zh} · {rule.title.en}')}"
    )


def _section(rule: type[Rule]) -> Iterator[str]:
    word = WORDS[rule.severity]
    yield f"### {rule.code} {rule.name}"
    yield ""
    only = "　默认不启用 opt-in" if rule.opt_in else ""
    yield f"**{_escape(rule.title.zh)}** {_escape(rule.title.en)}　级别 severity：{word.zh} {word.en}{only}"
    by_profile = told(rule.profiles)
    if by_profile:
        yield ""
        yield f"体裁 profiles：{by_profile.zh} · {by_profile.en}"
    for paragraph in paragraphs(rule):
        yield ""
        yield _escape(_BREAK_IN_CHINESE.sub("", paragraph))
    if rule.basis:
        yield ""
        yield f"依据 basis：{_escape('；'.join(rule.basis))}"
    options = options_of(rule)
    if options:
        yield ""
        yield from _table(options)
    for label, examples in grouped(rule):
        yield ""
        yield f"{label.zh} {label.en}："
        yield ""
        for example in examples:
            yield from _item(example)


def _table(options: Iterable[Option]) -> Iterator[str]:
    yield "| 选项 option | 类型 type | 默认 default | 说明 meaning |"
    yield "|---|---|---|---|"
    for option in options:
        meaning = _escape(f"{option.doc.zh} {option.doc.en}".strip())
        cells = (f"`{option.name}`", option.kind, _code(toml(option.default)), meaning)
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _item(example: Example) -> Iterator[str]:
    label = f"{_code(settings(example))} " if example.options else ""
    yield from _listed("- ", label, shown(example.files))
    if example.fixed is not None:
        yield from _listed("  - ", "改为 fixed：", shown({"": example.fixed}))


def _listed(bullet: str, label: str, lines: list[str]) -> Iterator[str]:
    """Yield a list item with ``label``: one line as a code span, several as a fence."""
    if len(lines) == 1:
        yield f"{bullet}{label}{_code(lines[0])}"
        return
    fence = "`" * max(3, _longest_run(lines) + 1)
    indent = " " * len(bullet)
    first, *rest = ([label.rstrip(), ""] if label else []) + [f"{fence}text", *lines, fence]
    yield bullet + first
    yield from (f"{indent}{line}".rstrip() for line in rest)


def _longest_run(lines: Iterable[str]) -> int:
    return max((len(run) for line in lines for run in re.findall("`+", line)), default=0)


def _code(text: str) -> str:
    ticks = "`" * (_longest_run([text]) + 1)
    space = " " if "`" in text or not text.strip() else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def _escape(text: str) -> str:
    """Return prose for Markdown: what looks like markup is text, but for code spans."""
    parts = _CODE_SPAN.split(text)
    return "".join(part if part.startswith("`") else re.sub(r"([\\<*_\[\]])", r"\\\1", part) for part in parts)


if __name__ == "__main__":
    sys.stdout.buffer.write(reference(load_rules()).encode("utf-8"))
