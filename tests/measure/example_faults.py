"""Faults for checks that clean text offers no place for: the examples of the check itself, with clean text behind them.

They prove less than a fault in somebody else's sentence: that what stands around an example doesn't hide it. A check
is measured by them only where no other fault names it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gaojian import Check, Document, Kind, Rule
from gaojian.examples import Example, unmark
from seeding import Fault, Seeded, Site, genre_of, passage_around

GROUP = "examples with clean text behind them"
_KINDS = {".md": Kind.MARKDOWN, ".txt": Kind.TEXT}


@dataclass(frozen=True)
class ExampleFault(Fault):
    """The examples of one check, in turn by the place of the clean text that follows."""

    texts: tuple[tuple[str, str], ...] = ()

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield every eighth paragraph: one document is as likely to be drawn as its share of the text."""
        for paragraph in document.paragraphs[::8]:
            yield Site(document, paragraph.start, genre_of(document))

    def exclusion(self, site: Site) -> str | None:
        """Return None: an example is faulty wherever it stands."""
        del site
        return None

    def seed(self, site: Site) -> Seeded:
        """Return an example with a passage behind it."""
        suffix, marked = self.texts[site.start % len(self.texts)]
        plain, spans = unmark(marked)
        passage = passage_around(site.document, site.start)
        behind = site.document.text[passage.start : passage.end]
        return Seeded(Document(f"示例{suffix}", f"{plain}\n\n{behind}\n", _KINDS[suffix]), tuple(spans))


def example_faults(rules: Mapping[str, type[Rule]], measured: Iterable[str]) -> Iterator[ExampleFault]:
    """Yield a fault for every check that is not among the ``measured`` codes and has an example that can stand so."""
    known = set(measured)
    for code, rule in rules.items():
        texts = tuple(_texts(rule.examples))
        if code not in known and texts and issubclass(rule, Check):
            yield ExampleFault(f"example of {rule.name}", GROUP, (code,), texts)


def _texts(examples: Iterable[Example]) -> Iterator[tuple[str, str]]:
    """Yield suffix and marked text of faulty examples of one file that needn't be a whole document."""
    for example in examples:
        ((path, text), *others) = example.files.items()
        suffix = path[path.rfind(".") :]
        is_alone = not (others or example.whole or example.options) and example.profile == "auto"
        if example.is_bad and is_alone and suffix in _KINDS:
            yield suffix, text
