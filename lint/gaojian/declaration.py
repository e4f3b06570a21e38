"""What a rule declares about itself, apart from its code: enough to choose among rules before any is imported."""

from dataclasses import fields, is_dataclass
from pathlib import Path

from gaojian.check import Check, ProjectCheck, Rule
from gaojian.diagnostic import Severity
from gaojian.profiles import Table
from gaojian.record import NamedTuple


class Declaration(NamedTuple):
    """The declaration of one rule; ``module`` and ``qualname`` are where its class stands.

    Most rules are either checks or project checks; the engine's own are neither. ``has_files`` says that one reads
    files by itself: rules that were read from a file, and those with an option that names one by default.
    """

    code: str
    name: str
    severity: Severity
    opt_in: bool
    needs_paragraphs: bool
    needs: tuple[str, ...]
    profiles: Table
    is_check: bool
    is_project: bool
    within_folder: bool
    has_files: bool
    module: str
    qualname: str


def declare(rule: type[Rule]) -> Declaration:
    """Return the declaration of ``rule``, which declares everything that a rule has to."""
    return Declaration(
        rule.code,
        rule.name,
        rule.severity,
        rule.opt_in,
        rule.needs_paragraphs,
        rule.needs,
        rule.profiles,
        issubclass(rule, Check),
        issubclass(rule, ProjectCheck),
        issubclass(rule, ProjectCheck) and rule.within_folder,
        bool(getattr(rule, "sources", ())) or _names_a_file(rule),
        rule.__module__,
        rule.__qualname__,
    )


def _names_a_file(rule: type[Rule]) -> bool:
    if not is_dataclass(rule):
        return False
    return any(isinstance(field.default, Path) and field.default.name for field in fields(rule))
