"""Which checks see a document, and how grave they are in its kind: what a run decides, for those who ask directly."""

from functools import partial

from gaojian import Check, Document, Finding, Rule, Severity
from gaojian.needs import Holdings
from gaojian.profiles import severity_in
from gaojian_checks import in_one_script, recognise


def severity_on(rule: Rule | type[Rule], document: Document) -> Severity | None:
    """Return the severity of ``rule`` in ``document``, None if it is not run there."""
    return severity_in(recognise(document).profiles, rule.profiles, rule.severity) if rule.profiles else rule.severity


def sees(rule: Rule | type[Rule], document: Document) -> bool:
    """Return whether ``document`` holds what ``rule`` needs, so that it is asked about it."""
    return Holdings(document.text, partial(in_one_script, document)).include(rule.needs)


def findings(check: Check, document: Document) -> list[Finding]:
    """Return what ``check`` says of ``document`` in a run."""
    if severity_on(check, document) is None or not sees(check, document):
        return []
    return list(check.check(document))
