from gaojian.diagnostic import Diagnostic, Severity, Text
from gaojian.fold import fold
from gaojian.text import Position, Span


def diagnostic(code: str, start: int, end: int, covers: tuple[int, int] | None = None) -> Diagnostic:
    return Diagnostic(
        "稿.txt",
        code,
        "name",
        Severity.ERROR,
        Text("问题", "fault"),
        Span(start, end),
        Position(1, start + 1),
        Position(1, end + 1),
        "",
        covers=Span(*covers) if covers else None,
    )


def codes(*diagnostics: Diagnostic) -> list[str]:
    return sorted(f"{kept.code}@{kept.span.start}" for kept in fold(diagnostics))


def test_what_lies_inside_a_covered_span_is_folded() -> None:
    """Findings within the span are gone, those that only touch or overlap it stay."""
    block = diagnostic("DUP001", 10, 20, (10, 20))
    others = [diagnostic("BLK001", *span) for span in [(9, 11), (10, 12), (18, 20), (19, 21), (20, 22), (0, 3)]]

    assert codes(block, *others) == ["BLK001@0", "BLK001@19", "BLK001@20", "BLK001@9", "DUP001@10"]


def test_of_two_that_cover_each_other_the_lower_code_stays() -> None:
    """A restart that is a doubled block as well is one finding."""
    assert codes(diagnostic("DUP009", 10, 20, (10, 20)), diagnostic("DUP001", 10, 20, (10, 20))) == ["DUP001@10"]


def test_the_wider_cover_keeps_the_narrower_out() -> None:
    """A doubled paragraph inside a doubled block is part of it; one beside it is not."""
    found = codes(
        diagnostic("DUP002", 12, 15, (12, 15)), diagnostic("DUP001", 10, 20, (10, 20)), diagnostic("DUP002", 30, 40)
    )

    assert found == ["DUP001@10", "DUP002@30"]


def test_a_finding_may_cover_more_than_it_marks() -> None:
    """The marked span may be a word in the middle of what is explained by it."""
    assert codes(diagnostic("DAT006", 15, 17, (10, 20)), diagnostic("BLK001", 11, 12)) == ["DAT006@15"]


def test_empty_findings_at_the_edges() -> None:
    """An insertion point at either edge of a covered span lies inside it."""
    assert codes(diagnostic("DUP001", 10, 20, (10, 20)), diagnostic("X", 10, 10), diagnostic("Y", 20, 20)) == [
        "DUP001@10"
    ]
