"""What checks need of a document, so that others are passed over: examples and measures go through it as runs do."""

import pytest

from clean import default_folders, load
from gaojian import Check, Document
from gaojian.registry import load_rules
from profiled import sees

NEEDING = {code: rule for code, rule in load_rules().items() if rule.needs}


@pytest.mark.parametrize("code", NEEDING)
def test_needs_are_literals(code: str) -> None:
    """No entry is empty, names a literal twice, or holds one that another of it makes needless."""
    for need in NEEDING[code].needs:
        literals = need.split("|")
        assert "" not in literals
        assert len(set(literals)) == len(literals)
        assert not [(one, other) for one in literals for other in literals if one != other and one in other]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """Return every seventh clean document."""
    return [text.document for text in load(default_folders())][::7]


@pytest.mark.parametrize("code", [code for code, rule in NEEDING.items() if issubclass(rule, Check)])
def test_a_document_without_them_has_no_finding(code: str, documents: list[Document]) -> None:
    """Asked directly, a check is silent about documents that a run would pass over."""
    rule = NEEDING[code]
    check = rule()
    assert isinstance(check, Check)
    passed_over = [document for document in documents if not sees(rule, document)]

    assert [document.path for document in passed_over if list(check.check(document))] == []
