"""The examples of rules, run: what each example expects against what its rule finds, and patterns that are too slow."""

import re
import time
from collections.abc import Iterable, Iterator

from gaojian.check import Check, ProjectCheck, Rule
from gaojian.diagnostic import Finding, Text
from gaojian.document import Document, Kind
from gaojian.errors import GaojianError
from gaojian.examples import CLOSE, OPEN, Example
from gaojian.fix import apply
from gaojian.kinds import Forbidden
from gaojian.profiles import Recogniser, severity_in
from gaojian.record import NamedTuple
from gaojian.text import Span

# A pattern that takes longer on a hundred characters never ends on a page; the second bound is that of a whole chapter
# in one line, and tells patterns whose time grows with the square of its length.
_SHORT, _LONG = 100, 20_000
_SECONDS = 0.5
_MOST_CHARACTERS = 40


class Fault(NamedTuple):
    """What is wrong with one rule, in lines for people; a ``warning`` fails no run."""

    rule: type[Rule]
    text: Text
    warning: bool = False


class Trial(NamedTuple):
    """What came out: how many rules and examples were tried, and all faults."""

    rules: int
    examples: int
    faults: tuple[Fault, ...]

    @property
    def has_failed(self) -> bool:
        """Whether any rule did not do what its examples say."""
        return any(not fault.warning for fault in self.faults)


def try_rules(rules: Iterable[type[Rule]], recognise: Recogniser) -> Trial:
    """Run every example of ``rules`` and try their patterns on texts that are made to be slow."""
    tried = list(rules)
    faults = [fault for rule in tried for fault in _faults(rule, recognise)]
    return Trial(len(tried), sum(len(rule.examples) for rule in tried), tuple(faults))


def _faults(rule: type[Rule], recognise: Recogniser) -> Iterator[Fault]:
    for is_bad, zh, en in ((True, "应报", "a fault"), (False, "不报", "clean text")):
        if not any(example.is_bad is is_bad for example in rule.examples):
            yield Fault(rule, Text(f"没有“{zh}”的示例", f"has no example of {en}"), warning=True)
    for number, example in enumerate(rule.examples, 1):
        for text in _tried(rule, example, recognise):
            yield Fault(rule, Text(f"示例 {number}：{text.zh}", f"example {number}: {text.en}"))
    if issubclass(rule, Forbidden):
        yield from _slow(rule)


def _tried(rule: type[Rule], example: Example, recognise: Recogniser) -> Iterator[Text]:
    """Yield what is wrong with one example."""
    try:
        sources = example.sources()
        expected = example.expected()
        found = _found(rule, example, sources, recognise)
        for path, source in sources.items():
            spans = sorted(finding.span for finding in found[path])
            if spans != expected[path]:
                shown, really = _marked(source, expected[path]), _marked(source, spans)
                yield Text(
                    f"不符\n  应为：{shown}\n  实为：{really}", f"fails\n  expected: {shown}\n  found:    {really}"
                )
            if any(span.start == span.end for span in spans) and all(s.start != s.end for s in expected[path]):
                yield Text("报在空文字上，处处都可能报", "a finding of no text, which may be anywhere")
        if example.fixed is not None and len(sources) == 1:
            yield from _fixed(rule, example, found, recognise)
    except GaojianError as error:
        yield error.text
    except Exception as error:  # noqa: BLE001 (a plugin may raise anything; the others are tried all the same)
        what = f"{type(error).__name__}: {error}"
        yield Text(f"检查出错（{what}）", f"the check crashed ({what})")


def _fixed(
    rule: type[Rule], example: Example, found: dict[str, list[Finding]], recognise: Recogniser
) -> Iterator[Text]:
    ((path, source),) = example.sources().items()
    edits = {edit for finding in found[path] if finding.fix for edit in finding.fix.edits}
    fixed = apply(source, sorted(edits))
    if fixed != example.fixed:
        yield Text(
            f"改后不符\n  应为：{example.fixed}\n  实为：{fixed}",
            f"fixed otherwise\n  expected: {example.fixed}\n  found:    {fixed}",
        )
    elif any(finding.fix for finding in _found(rule, example, {path: fixed}, recognise)[path]):
        yield Text(f"改后仍要改：{fixed}", f"the fixed text has to be fixed: {fixed}")


def _found(
    rule: type[Rule], example: Example, sources: dict[str, str], recognise: Recogniser
) -> dict[str, list[Finding]]:
    check = rule(**example.options)
    documents = {
        path: Document(path, source, Kind.MARKDOWN if path.endswith(".md") else Kind.TEXT, profile=example.profile)
        for path, source in sources.items()
    }
    run = {path: document for path, document in documents.items() if _is_run(rule, document, recognise)}
    found: dict[str, list[Finding]] = {path: [] for path in sources}
    if isinstance(check, Check):
        for path, document in run.items():
            found[path] += check.check(document)
    elif isinstance(check, ProjectCheck):
        facts = {path: check.collect(document) for path, document in run.items()}
        for path, finding in check.compare(facts, documents.get):
            found[path].append(finding)
    return found


def _is_run(rule: type[Rule], document: Document, recognise: Recogniser) -> bool:
    profiles = recognise(document).profiles if rule.profiles else ()
    return severity_in(profiles, rule.profiles, rule.severity) is not None


def _marked(text: str, spans: list[Span]) -> str:
    """Return ``text`` with its ``spans`` marked, on one line."""
    marks = [(span.start, 1, OPEN) for span in spans] + [
        (span.end, 0, CLOSE) for span in spans if span.end > span.start
    ]
    marks += [(span.end, 2, CLOSE) for span in spans if span.end == span.start]
    for place, _, mark in sorted(marks, reverse=True):
        text = text[:place] + mark + text[place:]
    return text.replace("\r", "").replace("\n", "⏎")


def _slow(rule: type[Forbidden]) -> Iterator[Fault]:
    for source in rule.patterns:
        text = _hanging(rule, source)
        if text is not None:
            yield Fault(rule, text)
            continue
        if any(_seconds(rule, source, probe) >= _SECONDS for probe in _probes(rule, source, _LONG)):
            zh = f"正则表达式 {source} 在 {_LONG} 字的一行上要 {_SECONDS:g} 秒以上；请给重复加上上限，如 {{0,30}}"
            en = f"the pattern {source} takes over {_SECONDS:g} s for {_LONG} characters in a line; bound repetitions"
            yield Fault(rule, Text(zh, en), warning=True)


def _hanging(rule: type[Forbidden], source: str) -> Text | None:
    for probe in _probes(rule, source, _SHORT):
        if _seconds(rule, source, probe) >= _SECONDS:
            return Text(
                f"正则表达式 {source} 太慢：{_SHORT} 字（{probe[:12]}…）就要 {_SECONDS:g} 秒以上；避免重复之中再套重复",
                f"the pattern {source} is too slow: {_SHORT} characters ({probe[:12]}…) take more than {_SECONDS:g} s;"
                " no repetition inside a repetition",
            )
    return None


def _probes(rule: type[Forbidden], source: str, length: int) -> Iterator[str]:
    """Yield texts of about ``length`` characters that repeat what the pattern names, or an example of the rule."""
    literals = dict.fromkeys(re.sub(r"\\.|[\[\](){}|*+?.^$\\]", "", source) + "一a0 ，")
    pieces = list(literals)[:_MOST_CHARACTERS]
    for example in rule.examples:
        pieces += [text.replace("\n", "").replace("\r", "")[:50] for text in example.sources().values()]
    # A match needs what the pattern names to be there: without it, regex would not even begin.
    end = "\0\n" + "".join(literals)
    yield from (piece * (length // len(piece)) + end for piece in pieces if piece)


def _seconds(rule: type[Forbidden], source: str, probe: str) -> float:
    """Return the seconds that ``source`` takes for ``probe``, at most the time it is given."""
    start = time.process_time()
    try:
        for match in rule.compiled(source).finditer(probe, timeout=_SECONDS):
            del match
    except TimeoutError:
        return _SECONDS
    return time.process_time() - start
