"""A Word draft with gaojian's findings in its margin, and its fixes as tracked changes if asked for."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from gaojian.delivery import deliver, read_whole, target_of
from gaojian.diagnostic import Diagnostic, Outcome, Text
from gaojian.discover import shown
from gaojian.document import Document
from gaojian.errors import UsageError
from gaojian.examine import Source
from gaojian.plan import Plan
from gaojian.reading import ReadError, read_bytes
from gaojian.record import NamedTuple
from gaojian.remarks import Remarks
from gaojian.run import run
from gaojian.text import Span
from gaojian.word.comments import MOST_RANGES, Comments, Range
from gaojian.word.fields import Field, Fields
from gaojian.word.locate import Stretch, ends_of
from gaojian.word.package import Package
from gaojian.word.revisions import reject_own, track
from gaojian.word.splice import Place, Splicer, beside, holder_of
from gaojian.word.story import Index, Story, stories, text_of
from gaojian.word.suggestions import Suggestion, Suggestions

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")


class Reviewed(NamedTuple):
    """The reviewed file, what was found in it, and what became of that.

    ``data`` is None where the file could not be checked: then the failures of ``outcome`` say why. ``comments`` counts
    the findings that have a comment of their own, ``gathered`` those that share the one at the beginning, ``settled``
    those whose earlier comment people answered or marked as done, and ``changes`` the fixes that are tracked.
    """

    data: bytes | None
    outcome: Outcome
    comments: int = 0
    gathered: int = 0
    settled: int = 0
    changes: int = 0


class Request(NamedTuple):
    """What the command line asks for: ``output`` or ``in_place``, and a ``date``, None for now."""

    file: Path
    output: Path | None = None
    in_place: bool = False
    suggest: bool = False
    date: datetime | None = None


def review(request: Request, plan: Plan) -> Reviewed:
    """Check a Word file and write it with comments to where ``request`` wants it.

    Raises GaojianError for what cannot be read or written; nothing is written then.
    """
    file = request.file
    data = read_whole(file)
    if file.suffix.lower() not in SUFFIXES:
        raise _no_word_file(file)
    target = target_of(file, request.output, in_place=request.in_place)
    # Word writes the time of the author's clock, and a Z that it does not mean.
    date = (request.date or datetime.now().astimezone()).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        reviewed = annotate(Source(shown(file), data=data), plan, date=date, suggest=request.suggest)
    except ReadError as error:
        raise UsageError(Text(f"{file}：{error.text.zh}", f"{file}: {error.text.en}")) from error
    if reviewed.data is not None:
        deliver(reviewed.data, target, file, data)
    return reviewed


def told(reviewed: Reviewed) -> Iterator[Text]:
    """Yield what became of the findings, as far as it is not in the report."""
    if reviewed.data is None:
        return
    yield Text(f"批注 {reviewed.comments} 处", f"{reviewed.comments} comments")
    if reviewed.gathered:
        number = reviewed.gathered
        yield Text(
            f"{number} 处不能就地批注，集中列在文首的批注里",
            f"{number} findings without a place for a comment are listed in one at the beginning",
        )
    if reviewed.settled:
        number = reviewed.settled
        yield Text(
            f"{number} 处已有人答复或标为已解决，原批注保留",
            f"{number} comments that people answered or resolved were left as they are",
        )
    if reviewed.changes:
        yield Text(f"{reviewed.changes} 处建议写成修订", f"{reviewed.changes} fixes are tracked changes")


def annotate(source: Source, plan: Plan, *, date: str, suggest: bool = False) -> Reviewed:
    """Check the Word file that ``source`` holds in its ``data`` and return it with comments. Raises ReadError.

    What an earlier run left is taken out first. ``date`` is that of comments and changes, as XML writes it.
    """
    package = Package(source.data)
    comments = Comments(package)
    settled = comments.remove_own()
    if reject_own(package.parse(package.document), settled):
        comments.touch()
    changed = comments.changes()
    data = package.rewritten(changed) if changed else source.data
    outcome = run(plan, [Source(source.name, data=data)], jobs=1)
    if not outcome.files:
        return Reviewed(None, outcome)
    document = read_bytes(data, source.name, plan.profile_of(source.name), plan.encoding)
    found = stories(package)
    # One range is kept for what is gathered.
    review = _Review(
        Remarks(document, plan.rules, plan.config.lang), Counter(settled.values()), MOST_RANGES - 1 - comments.ranges
    )
    index, fields = text_of(found)[1], Fields(package.parse(package.document))
    review.sort(outcome, document, index, fields, suggest=suggest)
    gathered = review.gathered_lines()
    if gathered:
        comments.add(_beginning(package, found), gathered, date)
    splicer = Splicer(review.places(), comments.ids)
    for margin in review.margins:
        (first, last), (field, last_field) = margin.ends, margin.fields
        begin = field.begin if field else splicer.run_from(first.first)
        comments.add(Range(begin, last_field.end if last_field else splicer.run_until(last.last)), margin.lines, date)
    comments.mark()
    # Backwards, so that no part of a long insertion is moved more than once where changes divide it.
    for margin in reversed(review.margins):
        for suggestion in reversed(margin.suggestions):
            track(splicer, suggestion.change, date, comments.ids)
    changed = comments.changes()
    return Reviewed(
        package.rewritten(changed) if changed else source.data,
        outcome,
        comments=len(review.margins),
        gathered=len(review.homeless) + len(review.beyond),
        settled=review.settled,
        changes=sum(1 for margin in review.margins if margin.suggestions),
    )


def _no_word_file(file: Path) -> UsageError:
    return UsageError(
        Text(
            f"{file}：不是 .docx 文件，不能批注；请用 Word 或 WPS 另存为 .docx，或改用 gaojian check",
            f"{file}: is no .docx file and takes no comments; save it as .docx in Word, or use gaojian check",
        )
    )


class _Margin(NamedTuple):
    """What stands in the margin on one finding, from the first to the last stretch of its text.

    A field that either of them stands in has its comment around it: none survives within.
    """

    ends: tuple[Stretch, Stretch]
    fields: tuple[Field | None, Field | None]
    lines: list[str]
    suggestions: list[Suggestion]


class _Review:
    """The findings of one document by what becomes of them; ``room`` is how many can have a comment of their own."""

    def __init__(self, remarks: Remarks, settled: Counter[tuple[str, ...]], room: int) -> None:
        self._remarks = remarks
        self._settled = settled
        self._room = room
        self.settled = 0
        self.margins: list[_Margin] = []
        self.homeless: list[Diagnostic] = []
        self.beyond: list[Diagnostic] = []

    def sort(self, outcome: Outcome, document: Document, index: Index, fields: Fields, *, suggest: bool) -> None:
        """Decide for every finding of ``outcome`` what becomes of it."""
        suggestions = Suggestions(index, document.text, fields)
        for diagnostic in outcome.diagnostics:
            ends = ends_of(index, _widened(diagnostic.span, len(document.text)))
            around = (None, None) if ends is None else _fields_of(ends, fields)
            if ends is None or any(field is not None and field.is_table for field in around):
                self.homeless.append(diagnostic)
                continue
            made = suggestions.of(diagnostic) if suggest else []
            lines = self._remarks.remark(diagnostic, tracked=bool(made))
            if self._is_settled(lines):
                self.settled += 1
            elif len(self.margins) >= self._room:
                self.beyond.append(diagnostic)
            else:
                self.margins.append(_Margin(ends, around, lines, made))

    def gathered_lines(self) -> list[str]:
        """Return the lines on what cannot have a comment of its own; none if there is nothing new to say."""
        lines = self._remarks.gathered(self.homeless, self.beyond)
        return [] if self._is_settled(lines) else lines

    def places(self) -> list[Place]:
        """Return all places where runs have to begin or end, in the order of the document."""
        stretches = [stretch for margin in self.margins for stretch in margin.ends]
        for margin in self.margins:
            stretches += [stretch for suggestion in margin.suggestions for stretch in suggestion.stretches]
        keyed = [(one.origin, place.offset, place) for one in stretches for place in (one.first, one.last)]
        return [place for _, _, place in sorted(keyed, key=lambda key: key[:2])]

    def _is_settled(self, lines: list[str]) -> bool:
        said = tuple(lines[:2])
        self._settled[said] -= 1
        return self._settled[said] >= 0


def _fields_of(ends: tuple[Stretch, Stretch], fields: Fields) -> tuple[Field | None, Field | None]:
    first, last = ends
    return fields.of(holder_of(first.first.element)), fields.of(holder_of(last.first.element))


def _widened(span: Span, length: int) -> Span:
    """Return ``span`` with the character before or after it where it has no length: a comment shall be seen."""
    if span.start < span.end:
        return span
    return Span(max(span.start - 1, 0), min(max(span.end, 1), length))


def _beginning(package: Package, found: list[Story]) -> Range:
    """Return the first paragraph of the body that has text, or else the first of all, which may have to be made."""
    body = package.parse(package.document)
    lines = [paragraph for story in found if story.name == "body" for paragraph in story.paragraphs]
    ordered = sorted(lines, key=lambda paragraph: not paragraph.text.strip())
    if ordered:
        return Range(ordered[0].element, ordered[0].element)
    parent = next(body.iter(beside(body, "body")), body)
    paragraph = parent.makeelement(beside(body, "p"))
    parent.insert(0, paragraph)
    return Range(paragraph, paragraph)
