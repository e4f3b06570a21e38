"""Faults for checks that clean text offers no place for: the examples of the check itself, with clean text behind them.

They prove less than a fault in somebody else's sentence: that what stands around an example doesn't hide it, and where
an example is a whole document, nothing but that. A check is measured by them only where no other fault names it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gaojian import Check, Document, Kind, ProjectCheck, Rule
from gaojian.examples import OPEN, Example, unmark
from seeding import Fault, Seeded, Site, genre_of, passage_around

GROUP = "examples with clean text behind them"
_KINDS = {".md": Kind.MARKDOWN, ".txt": Kind.TEXT}


@dataclass(frozen=True)
class ExampleFault(Fault):
    """The examples of one check, in turn by the place of the clean text that follows."""

    texts: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = ()
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
        path, marked, others = self.texts[site.start % len(self.texts)]
        plain, spans = unmark(marked)
        if not self.whole:
            passage = passage_around(site.document, site.start)
            plain += f"\n\n{site.document.text[passage.start : passage.end]}\n"
        beside = tuple(Document(name, text, _kind(name)) for name, text in others)
        return Seeded(Document(path, plain, _kind(path)), tuple(spans), beside=beside)


def example_faults(rules: Mapping[str, type[Rule]], measured: Iterable[str]) -> Iterator[ExampleFault]:
    """Yield a fault for every check that is not among the ``measured`` codes and has an example that can stand so."""
    known = set(measured)
    for code, rule in rules.items():
        if code in known or not issubclass(rule, (Check, ProjectCheck)):
            continue
        parts, wholes = tuple(_texts(rule.examples, whole=False)), tuple(_texts(rule.examples, whole=True))
        if parts or wholes:
            yield ExampleFault(f"example of {rule.name}", GROUP, (code,), parts or wholes, whole=not parts)


def _texts(examples: Iterable[Example], *, whole: bool) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Yield path and marked text of faulty examples with one marked file, and the files beside it.

    They are those that are ``whole`` documents, or those that are not.
    """
    for example in examples:
        marked = [path for path, text in example.files.items() if OPEN in text]
        is_plain = not example.options and example.profile == "auto" and len(marked) == 1
        if is_plain and example.whole == whole and all(path.endswith(tuple(_KINDS)) for path in example.files):
            (path,) = marked
            others = ((name, text) for name, text in example.files.items() if name != path)
            yield path, example.files[path], tuple(others)


def _kind(path: str) -> Kind:
    return _KINDS[path[path.rfind(".") :]]
