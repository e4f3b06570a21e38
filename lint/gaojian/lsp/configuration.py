"""Configuration under an editor: whether it is still what was read, and where in its file a mistake stands."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from gaojian.config import nearest_file
from gaojian.diagnostic import Severity, Text
from gaojian.lsp.messages import Mark
from gaojian.lsp.positions import Range, Ruler
from gaojian.plan import Plan
from gaojian.plugins import PLUGIN_SUFFIXES
from gaojian.premises import tables
from gaojian.report.screen import visible
from gaojian.states import State, state_of
from gaojian.text import Span

Signature = tuple[State, ...]
_PLACE = re.compile(r"at line (\d+), column (\d+)")
_KEY = re.compile(r"[：:] ?([A-Za-z][\w.-]*)[：:]")
_WORD = re.compile(r"(?:不认识|unknown word) ([^\s；;]+)")


def signature(plan: Plan) -> Signature:
    """Return what changes with any file that ``plan`` was made from."""
    return tuple(state_of(str(file)) for file in sorted(set(_files(plan))))


def is_outdated(plan: Plan, known: Signature, folder: Path, config: Path | None) -> bool:
    """Return whether documents in ``folder`` would get another plan if it were made now."""
    try:
        return (config or nearest_file(folder)) != plan.config.file or signature(plan) != known
    except OSError:
        return False


def mistake_marks(text: str, mistakes: Iterable[Text], encoding: str, language: str) -> Iterator[Mark]:
    """Yield a mark for each of ``mistakes`` in the configuration whose source is ``text``."""
    ruler = Ruler(text, encoding)
    for mistake in mistakes:
        sentence = visible(mistake.in_language(language))
        yield Mark("", Severity.ERROR, sentence, _place(text, mistake, ruler))


def _place(text: str, mistake: Text, ruler: Ruler) -> Range:
    syntax = _PLACE.search(mistake.en)
    if syntax:
        point = (int(syntax[1]) - 1, int(syntax[2]) - 1)
        return Range(point, point)
    word, key = _WORD.search(mistake.en), _KEY.search(mistake.en)
    names = [match[1] for match in (word, key) if match]
    names += [part for name in names for part in reversed(name.split("."))]
    for name in names:
        found = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
        if found:
            return ruler.range(Span(*found.span()))
    return Range((0, 0), (0, 0))


def _files(plan: Plan) -> Iterator[Path]:
    config = plan.config
    if config.file is not None:
        yield config.file
    if config.baseline is not None:
        yield config.root / config.baseline
    for plugin in config.plugin_paths:
        # A folder itself changes when Python puts compiled modules there.
        if plugin.is_dir():
            yield from (file for suffix in PLUGIN_SUFFIXES for file in plugin.rglob(f"*{suffix}"))
        else:
            yield plugin
    yield from map(Path, tables(plan))
