"""Faults for checks that clean text offers no place for: the examples of the check itself, with clean text behind them.

They prove less than a fault in somebody else's sentence: that what stands around an example doesn't hide it, and where
an example is a whole document, nothing but that. A check is measured by them only where no other fault names it.
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
    whole: bool = False

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield every eighth paragraph: one document is as likely to be drawn as its share of the text."""
        for paragraph in document.paragraphs[::8]:
            yield Site(document, paragraph.start, genre_of(document))

    def exclusion(self, site: Site) -> str | None:
        """Return None: an example is faulty wherever it stands."""
        del site
        return None

    def seed(self, site: Site) -> Seeded:
        """Return an example, with a passage behind it unless it is a whole document."""
        suffix, marked = self.texts[site.start % len(self.texts)]
        plain, spans = unmark(marked)
        if not self.whole:
            passage = passage_around(site.document, site.start)
            plain += f"\n\n{site.document.text[passage.start : passage.end]}\n"
        return Seeded(Document(f"示例{suffix}", plain, _KINDS[suffix]), tuple(spans))


def example_faults(rules: Mapping[str, type[Rule]], measured: Iterable[str]) -> Iterator[ExampleFault]:
    """Yield a fault for every check that is not among the ``measured`` codes and has an example that can stand so."""
    known = set(measured)
    for code, rule in rules.items():
        if code in known or not issubclass(rule, Check):
            continue
        parts, wholes = tuple(_texts(rule.examples, whole=False)), tuple(_texts(rule.examples, whole=True))
        if parts or wholes:
            yield ExampleFault(f"example of {rule.name}", GROUP, (code,), parts or wholes, whole=not parts)


def _texts(examples: Iterable[Example], *, whole: bool) -> Iterator[tuple[str, str]]:
    """Yield suffix and marked text of the faulty examples of one file that are ``whole`` documents, or are not."""
    for example in examples:
        ((path, text), *others) = example.files.items()
        suffix = path[path.rfind(".") :]
        is_plain = not (others or example.options) and example.profile == "auto"
        if example.is_bad and is_plain and example.whole == whole and suffix in _KINDS:
            yield suffix, text
