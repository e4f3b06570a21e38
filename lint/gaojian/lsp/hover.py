"""What a rule says about itself, as Markdown for an editor; nothing of a document is taken for markup."""

import re
from collections.abc import Iterator

from gaojian.check import Rule
from gaojian.diagnostic import Severity, Text
from gaojian.explain import grouped, in_language, paragraphs, shown
from gaojian.report.summary import WORDS

_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MADE = re.compile(r"\*\*|^`{3,}(?:text)?\n?", re.MULTILINE)
# Chinese lines are put together without a space.
_WRAPPED = re.compile(r"(?<=[\u2e80-\uffef])\s*\n\s*(?=[\u2e80-\uffef])")
_BACKTICKS = re.compile(r"`+")
_MOST_EXAMPLES = 3


def page(rule: type[Rule], language: str) -> str:
    """Return title, basis, reason and examples of ``rule`` in ``language``."""
    return "\n\n".join(_parts(rule, language))


def heading(severity: Severity, message: str, language: str) -> str:
    """Return what stands above the page: how grave the finding is, and its message."""
    return f"**{WORDS[severity].in_language(language)}** {escaped(message)}"


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is: a draft must not bring links or pictures into the editor."""
    return _MARKUP.sub(r"\\\1", " ".join(_WRAPPED.sub("", text).split()))


def plain(markdown: str) -> str:
    """Return a page without its markup, for clients that show none."""
    return _MADE.sub("", _ESCAPED.sub(r"\1", markdown))


def _parts(rule: type[Rule], language: str) -> Iterator[str]:
    colon = "：" if language == "zh" else ": "
    yield f"**{rule.code} {rule.name}**{colon}{escaped(rule.title.in_language(language))}"
    label = Text("依据", "Basis").in_language(language)
    for basis in rule.basis:
        yield f"{label}{colon}{escaped(basis)}"
    for paragraph in in_language(paragraphs(rule), language):
        yield escaped(paragraph)
    for label_of_group, examples in grouped(rule):
        yield f"{label_of_group.in_language(language)}{colon}"
        for example in examples[:_MOST_EXAMPLES]:
            yield _fenced(shown(example.files))
            if example.fixed is not None:
                yield Text("改为：", "Fixed:").in_language(language)
                yield _fenced(shown({"": example.fixed}))


def _fenced(lines: list[str]) -> str:
    text = "\n".join(lines)
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"
