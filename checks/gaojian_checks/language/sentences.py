"""Sentences, cut only where a check looks."""

from collections.abc import Iterator

from gaojian import Pattern, Span

_END = Pattern(r"[。！？!?…]+[”’」』）)》]*|(?<=[\u4e00-\u9fff”）])[.](?![0-9A-Za-z.])")


def sentences(prose: str, span: Span) -> Iterator[Span]:
    """Yield the spans of the sentences in ``span``, closing marks with them, blanks between them left out."""
    start = span.start
    for match in _END.finditer(prose, span.start, span.end):
        yield _trimmed(prose, start, match.end())
        start = match.end()
    if prose[start : span.end].strip():
        yield _trimmed(prose, start, span.end)


def _trimmed(prose: str, start: int, end: int) -> Span:
    sentence = prose[start:end]
    return Span(end - len(sentence.lstrip()), end - len(sentence) + len(sentence.rstrip()))
