"""How grave a check is in a document of its kind, as a run decides it: what measures and tests ask checks directly."""

from gaojian import Check, Document, Finding, Rule, Severity
from gaojian.profiles import severity_in
from gaojian_checks import recognise


def severity_on(rule: Rule | type[Rule], document: Document) -> Severity | None:
    """Return the severity of ``rule`` in ``document``, None if it is not run there."""
    return severity_in(recognise(document).profiles, rule.profiles, rule.severity) if rule.profiles else rule.severity


def findings(check: Check, document: Document) -> list[Finding]:
    """Return what ``check`` says of ``document`` in a run."""
    return [] if severity_on(check, document) is None else list(check.check(document))
