"""What a check says about itself, as plain text for a terminal."""

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from gaojian.check import Rule
from gaojian.diagnostic import Text
from gaojian.examples import CLOSE, OPEN, Example
from gaojian.options import options_of
from gaojian.profiles import told
from gaojian.report.screen import visible
from gaojian.report.summary import WORDS

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_MARKS = re.compile(f"[{OPEN}{CLOSE}]")
_LONGEST_LINE, _MOST_LINES, _REACH = 100, 8, 30


def explain(rule: type[Rule], language: str) -> str:
    """Return all that ``rule`` says about itself, in ``language``, as plain text that ends in a newline."""
    return "".join(f"{line}\n" for line in _explanation(rule, language))


def _explanation(rule: type[Rule], language: str) -> Iterator[str]:
    def say(zh: str, en: str) -> str:
        return Text(zh, en).in_language(language)

    yield f"{rule.code} {rule.name}{say('：', ': ')}{rule.title.in_language(language)}"
    yield ""
    severity = WORDS[rule.severity].in_language(language)
    only = say("；默认不启用，须用 select 点名", "; runs only when select names it") if rule.opt_in else ""
    yield f"{say('级别：', 'severity: ')}{severity}{only}"
    by_profile = told(rule.profiles)
    if by_profile:
        yield f"{say('体裁：', 'profiles: ')}{by_profile.in_language(language)}"
    for basis in rule.basis:
        yield f"{say('依据：', 'basis: ')}{basis}"
    for paragraph in in_language(paragraphs(rule), language):
        yield ""
        yield paragraph
    options = options_of(rule)
    if options:
        yield ""
        yield say(f"选项（gaojian.toml 的 [checks.{rule.code}]）：", f"options ([checks.{rule.code}] in gaojian.toml):")
    for option in options:
        yield f"  {option.name} = {toml(option.default)}  # {option.kind} {option.doc.in_language(language)}".rstrip()
    for label, examples in grouped(rule):
        yield ""
        yield label.in_language(language) + say("：", ":")
        for example in examples:
            yield from _bullet(shown(example.files), f"[{settings(example)}] " if example.options else "")
            if example.fixed is not None:
                yield from (
                    f"  {line}".rstrip() for line in _bullet(shown({"": example.fixed}), say("改为：", "fixed: "))
                )


def suppression(code: str, language: str) -> str:
    """Return how a finding of ``code`` that is right as it stands is suppressed, in any format."""
    return Text(
        f"屏蔽：在 Markdown 和纯文本里，前一行写 <!-- gaojian: next {code} — 理由 -->；\n"
        f'Word、PDF 里写不了，可在 gaojian.toml 的 [[per-file]] 里写 ignore = ["{code}"] 和 lines = ["所在行的文字"]\n',
        f"to suppress: in Markdown and plain text, <!-- gaojian: next {code} — reason --> on the line before;\n"
        f'for Word and PDF, a [[per-file]] in gaojian.toml: ignore = ["{code}"], lines = ["text of the line"]\n',
    ).in_language(language)


def grouped(rule: type[Rule]) -> Iterator[tuple[Text, list[Example]]]:
    """Yield the examples of ``rule``, those with faults first, under their labels; a group is never empty."""
    for label, is_bad in ((Text("应报", "reported"), True), (Text("不报", "not reported"), False)):
        examples = [example for example in rule.examples if example.is_bad is is_bad]
        if examples:
            yield label, examples


def _bullet(lines: list[str], label: str) -> Iterator[str]:
    first, *rest = lines
    yield f"  - {label}{first}"
    yield from (f"    {line}".rstrip() for line in rest)


def paragraphs(rule: type[Rule]) -> list[str]:
    """Return the paragraphs of the docstring, without its indentation."""
    return inspect.cleandoc(rule.__doc__ or "").split("\n\n")


def in_language(texts: list[str], language: str) -> list[str]:
    """Return those of ``texts`` that are in ``language``, or all of them where there are none."""
    english = [len(_LATIN.findall(text)) > 3 * len(_HAN.findall(text)) for text in texts]
    return [text for text, is_english in zip(texts, english, strict=True) if is_english == (language == "en")] or texts


def toml(value: object) -> str:
    """Return the value of an option as configuration spells it."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def settings(example: Example) -> str:
    """Return the options of ``example`` as configuration spells them."""
    return ", ".join(f"{field.replace('_', '-')} = {toml(value)}" for field, value in example.options.items())


def shown(files: Mapping[str, str]) -> list[str]:
    """Return the lines of marked texts, each file under its path if there are several; long stretches are left out."""
    lines = []
    for path, text in files.items():
        if len(files) > 1:
            lines.append(f"{visible(path)}:")
        lines += _abridge([visible(line) for line in text.removesuffix("\n").split("\n")])
    return lines


def _abridge(lines: list[str]) -> list[str]:
    if len(lines) > _MOST_LINES:
        marked = {number for number, line in enumerate(lines) if _MARKS.search(line)}
        kept = [number in marked or number in (0, 1, len(lines) - 1) for number in range(len(lines))]
        groups = groupby(zip(kept, lines, strict=True), key=lambda pair: pair[0])
        lines = [line for keep, group in groups for line in ([line for _, line in group] if keep else ["…"])]
    return [_shorten(line) for line in lines]


def _shorten(line: str) -> str:
    if len(line) <= _LONGEST_LINE:
        return line
    marks = [match.start() for match in _MARKS.finditer(line)] or [_REACH]
    kept = [any(abs(place - mark) <= _REACH for mark in marks) for place in range(len(line))]
    groups = groupby(zip(kept, line, strict=True), key=lambda pair: pair[0])
    return "".join("".join(character for _, character in group) if keep else "…" for keep, group in groups)
