"""The title and the description of a page, which often say again what the page says."""

import re
from itertools import accumulate

from gaojian.reading._html_runs import Run
from gaojian.reading._html_text import Extraction

# 关于放假的通知 - 某市人民政府: what stands behind the title is the name of the site.
_SITE = re.compile(r"[ \u3000]*[-_|–—·]")
_BLANKS = re.compile(r"\s++")
_CUT = "…."
_LONGEST_TITLE = 300
_FIRST_LINES = 3


def without_repetition(page: Extraction) -> list[Run]:
    """Return the runs of ``page``, its title and description left out where the page itself says the same.

    What stands twice would be reported twice. A title that stands further down stays, without the name of the site: it
    is the title of the document although menus stand first.
    """
    runs = page.runs
    first, second = sorted((page.title, page.description), key=lambda part: (part.start, part.stop))
    before, between, after = runs[: first.start], runs[first.stop : second.start], runs[second.stop :]
    body = _text([*before, *between, *after])
    title, description = _title(runs[page.title], body), _description(runs[page.description], body)
    parts = (title, description) if first is page.title else (description, title)
    return [run for part in (before, parts[0], between, parts[1], after) for run in part if run.text]


def _title(title: list[Run], body: str) -> list[Run]:
    text = _text(title).rstrip("\n")
    if not text or len(text) > _LONGEST_TITLE:
        return title
    lines = body.split("\n")
    known = set(lines)
    ends = [len(text), *reversed([match.start() for match in _SITE.finditer(text)])]
    end = next((end for end in ends if text[:end] in known), None)
    if end is None:
        return title
    return [] if text[:end] in list(filter(None, lines))[:_FIRST_LINES] else _cut(title, end)


def _description(description: list[Run], body: str) -> list[Run]:
    words = _BLANKS.sub("", _text(description)).rstrip(_CUT)
    return [] if words in _BLANKS.sub("", body) else description


def _cut(runs: list[Run], length: int) -> list[Run]:
    """Return the first ``length`` characters of a paragraph, and its end."""
    kept = []
    for run, start in zip(runs[:-1], accumulate([len(run.text) for run in runs], initial=0), strict=False):
        text = run.text[: max(0, length - start)]
        kept.append(run._replace(text=text, end=run.start + len(text) if run.is_exact else run.end))
    return [*kept, runs[-1]]


def _text(runs: list[Run]) -> str:
    return "".join([run.text for run in runs])
