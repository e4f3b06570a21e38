"""The stories of a whole package: which parts are seen, in which order, with which numbers and headings."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gaojian.word.names import child, is_on, local, number, relationship, value
from gaojian.word.numbering import Numbering
from gaojian.word.package import Package
from gaojian.word.story import Paragraph, Piece, Story
from gaojian.word.styles import Styles
from gaojian.word.walk import Walk

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BODY_TEXT = 9


class Gathering:
    """The stories of one package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(self._root("styles"))
        self._tables = 0
        self._boxes: list[Story] = []

    def stories(self) -> list[Story]:
        """Return headers, the body, and after it what stands beside it: boxes, notes and footers."""
        package = self._package
        body, notes = self._walk(package.parse(package.document), "body", package.document)
        headers = self._margins("header")
        footers = self._margins("footer")
        stories = [*headers, body, *self._notes("footnote", notes), *self._notes("endnote", notes), *footers]
        stories[len(headers) + 1 : len(headers) + 1] = self._boxes
        return [self._numbered(story, Numbering(self._root("numbering"), self._styles)) for story in stories]

    def _root(self, kind: str) -> "Element | None":
        name = self._package.linked(kind)
        return None if name is None else self._package.parse(name)

    def _walk(self, root: "Element", name: str, part: str, count: int = 1) -> "tuple[Story, list[Element]]":
        for follow_fields in (True, False):
            walk = Walk(self._styles, follow_fields=follow_fields, tables=self._tables, boxes=len(self._boxes))
            story = walk.story(root, name, part, count)
            if not walk.unended:
                break
        self._tables = walk.tables
        self._boxes.extend(walk.boxes)
        return story, walk.notes

    def _notes(self, name: str, references: "list[Element]") -> Iterator[Story]:
        """Yield the notes in the order of their references: what no reference names is on no page."""
        part = self._package.linked(f"{name}s")
        if part is None:
            return
        notes = {value(note, "id"): note for note in self._package.parse(part) if local(note.tag) == name}
        count = 0
        for reference in references:
            note = notes.pop(value(reference, "id"), None) if local(reference.tag) == f"{name}Reference" else None
            if note is not None:
                count += 1
                yield self._walk(note, name, part, count)[0]

    def _margins(self, name: str) -> list[Story]:
        """Return the headers or footers that are on a page; of those with the same words, the first."""
        found: list[Story] = []
        texts: set[str] = set()
        for part in self._margin_parts(name):
            story, _ = self._walk(self._package.parse(part), name, part, len(found) + 1)
            text = "\n".join([paragraph.text for paragraph in story.paragraphs])
            if text.strip() and text not in texts:
                texts.add(text)
                found.append(story)
        return found

    def _margin_parts(self, name: str) -> Iterator[str]:
        package = self._package
        settings = self._root("settings")
        seen = {""}
        for section in package.parse(package.document).iter("{*}sectPr"):
            for reference in section:
                if local(reference.tag) != f"{name}Reference":
                    continue
                kind = value(reference, "type")
                if kind == "first" and not is_on(child(section, "titlePg")):
                    continue
                if kind == "even" and not is_on(child(settings, "evenAndOddHeaders")):
                    continue
                link = package.links.get(relationship(reference))
                if link is not None and link.target in package.names and link.target not in seen:
                    seen.add(link.target)
                    yield link.target

    def _numbered(self, story: Story, numbering: Numbering) -> Story:
        return story._replace(paragraphs=[self._headed(one, numbering) for one in story.paragraphs])

    def _headed(self, paragraph: Paragraph, numbering: Numbering) -> Paragraph:
        properties = child(paragraph.element, "pPr")
        style = self._styles.resolve(self._styles.paragraph_style(value(child(properties, "pStyle"))))
        outline = child(properties, "outlineLvl")
        level = number(outline, default=_BODY_TEXT) if outline is not None else style.outline
        drawn = numbering.number(paragraph.element)
        pieces = [Piece(drawn, None), *paragraph.pieces] if drawn else paragraph.pieces
        heading = 0 if level is None or not 0 <= level < _BODY_TEXT else level + 1
        return paragraph._replace(pieces=pieces, number=drawn.rstrip(" "), level=heading)


def gather(package: Package) -> list[Story]:
    """Return the stories of ``package``. Raises ReadError."""
    return Gathering(package).stories()
