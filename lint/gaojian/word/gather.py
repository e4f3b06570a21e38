"""The stories of a whole package: which parts are seen, in which order, with which numbers and headings."""

import re
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
_PAGE = re.compile(r"[第共] ?[0-9]{0,9} ?[页頁]|(?i:page|of)")
_WORDS = re.compile(r"[^\W\d_]")


class Gathering:
    """The stories of one package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(self._root("styles"))
        self._numbering = Numbering(self._root("numbering"), self._styles)
        self._tables = 0
        self._boxes: list[Story] = []

    def stories(self) -> list[Story]:
        """Return the body, and after it what stands beside it, so that its first lines are those of the text."""
        package = self._package
        body, references = self._walk(package.parse(package.document), "body", package.document)
        boxes, self._boxes = self._boxes, []
        stories = [body, *boxes]
        for kind in ("footnote", "endnote"):
            stories += self._notes(kind, references)
        for kind in ("header", "footer"):
            stories += self._margins(kind, body)
        return [self._numbered(story) for story in stories]

    def _root(self, kind: str) -> "Element | None":
        name = self._package.linked(kind)
        return None if name is None else self._package.parse(name)

    def _walk(self, root: "Element", name: str, part: str, count: int = 1) -> "tuple[Story, list[Element]]":
        for follow_fields in (True, False):
            walk = Walk(self._styles, follow_fields=follow_fields, tables=self._tables)
            story = walk.story(root, name, part, count)
            if not walk.unended:
                break
        self._tables = walk.tables
        self._boxes.extend(walk.boxes)
        return story, walk.notes

    def _beside(self, root: "Element", name: str, part: str, count: int) -> Iterator[Story]:
        """Yield a story beside the body, and the boxes in it."""
        yield self._walk(root, name, part, count)[0]
        yield from self._boxes
        self._boxes.clear()

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
                yield from self._beside(note, name, part, count)

    def _margins(self, name: str, body: Story) -> Iterator[Story]:
        """Yield the headers or footers that are on a page and say what nothing before them said.

        Sections repeat them, titles run in them, and page numbers are no text.
        """
        said = {paragraph.text.strip() for paragraph in body.paragraphs}
        for part in self._margin_parts(name):
            for story in self._beside(self._package.parse(part), name, part, 1):
                lines = {paragraph.text.strip() for paragraph in story.paragraphs}
                if any(_WORDS.search(_PAGE.sub("", line)) for line in lines - said):
                    said |= lines
                    yield story

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

    def _numbered(self, story: Story) -> Story:
        self._numbering.restart()
        return story._replace(paragraphs=[self._headed(paragraph) for paragraph in story.paragraphs])

    def _headed(self, paragraph: Paragraph) -> Paragraph:
        properties = child(paragraph.element, "pPr")
        style_name = self._styles.paragraph_style(value(child(properties, "pStyle")))
        outline = child(properties, "outlineLvl")
        level = number(outline, default=_BODY_TEXT) if outline is not None else self._styles.resolve(style_name).outline
        drawn = self._numbering.number(properties, style_name)
        pieces = [Piece(drawn, None), *paragraph.pieces] if drawn else paragraph.pieces
        heading = 0 if level is None or not 0 <= level < _BODY_TEXT else level + 1
        if not drawn and not heading:
            return paragraph
        return paragraph._replace(pieces=pieces, number=drawn.rstrip(" "), level=heading)


def gather(package: Package) -> list[Story]:
    """Return the stories of ``package``. Raises ReadError."""
    return Gathering(package).stories()
