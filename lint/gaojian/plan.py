"""What one configuration asks for, made ready to run: rules loaded, selected and given their options."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from gaojian.check import Check, ProjectCheck, Rule
from gaojian.config import Config, options_for, severity_for, validate_codes
from gaojian.declaration import Declaration
from gaojian.diagnostic import Severity, Text
from gaojian.discover import PathPatterns
from gaojian.errors import LoadError
from gaojian.mistakes import Mistakes
from gaojian.needs import Transcriber
from gaojian.options import OptionError
from gaojian.perfile import PerFile
from gaojian.profiles import Recogniser, Table, severity_in, table_of
from gaojian.registry import load_recogniser, load_rules, load_transcriber
from gaojian.rules import Rules
from gaojian.selection import ALL, is_selected

R = TypeVar("R", bound=Rule)


@dataclass(frozen=True, eq=False, repr=False)
class Planned(Generic[R]):
    """A rule that a plan selects, made with its options when the first document needs it.

    It ``is_plain`` when it has no options but its own.
    """

    declaration: Declaration
    is_plain: bool
    _make: Callable[[], R]

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.declaration.code

    @property
    def needs(self) -> tuple[str, ...]:
        """What a document must hold for the rule to be asked; nothing once it is imported: it is sooner asked then."""
        return () if "rule" in vars(self) else self.declaration.needs

    @cached_property
    def rule(self) -> R:
        """The rule. Raises LoadError where its module can no longer be imported."""
        return self._make()


@dataclass(frozen=True)
class Plan:
    """One configuration with the rules it selects."""

    config: Config
    rules: Rules
    planned_checks: tuple[Planned[Check], ...]
    planned_project_checks: tuple[Planned[ProjectCheck[object]], ...]
    active: frozenset[str]
    recognise: Recogniser
    transcribe: Transcriber
    failures: tuple[Text, ...] = ()

    @property
    def planned(self) -> tuple[Planned[Check] | Planned[ProjectCheck[object]], ...]:
        """All rules that are selected."""
        return *self.planned_checks, *self.planned_project_checks

    @property
    def checks(self) -> tuple[Check, ...]:
        """The checks that are selected, imported every one."""
        return tuple([planned.rule for planned in self.planned_checks])

    @property
    def project_checks(self) -> tuple[ProjectCheck[object], ...]:
        """The project checks that are selected, imported every one."""
        return tuple([planned.rule for planned in self.planned_project_checks])

    def prepare(self) -> None:
        """Import all that is selected: processes that are made of this one need not do so again."""
        for planned in self.planned:
            # What cannot be imported is named where a document needs it.
            with suppress(Exception):
                _ = planned.rule

    @cached_property
    def exclude(self) -> PathPatterns:
        """The files that the configuration excludes."""
        return PathPatterns(self.config.root, self.config.exclude)

    @cached_property
    def _per_file(self) -> list[tuple[PathPatterns, PerFile]]:
        return [(PathPatterns(self.config.root, entry.paths), entry) for entry in self.config.per_file]

    @property
    def encoding(self) -> str | None:
        """The encoding of all text files, None to find out for each."""
        return None if self.config.encoding == "auto" else self.config.encoding

    def profile_of(self, path: str) -> str:
        """Return the profile for the document at ``path``; the last entry that fits and names one decides."""
        named = [entry.profile for entry in self._fitting(path) if entry.profile is not None]
        return named[-1] if named else self.config.profile

    def ignored_in(self, path: str) -> tuple[str, ...]:
        """Return the codes and prefixes that are ignored in the document at ``path``."""
        return tuple(code for entry in self._fitting(path) if not entry.lines for code in entry.ignore)

    def line_entries(self, path: str) -> tuple[PerFile, ...]:
        """Return what is ignored in the document at ``path`` by the text of lines."""
        return tuple(entry for entry in self._fitting(path) if entry.lines)

    def is_active(self, code: str, ignored: Sequence[str]) -> bool:
        """Return whether the rule ``code`` runs where ``ignored`` is ignored besides."""
        if code not in self.active:
            return False
        return is_selected(code, opt_in=self.rules.declarations[code].opt_in, select=(ALL,), ignore=ignored)

    @cached_property
    def severities(self) -> Mapping[str, Severity]:
        """The severity of every rule under this configuration, by code."""
        declared = self.rules.declarations
        return {code: severity_for(self.config, code, one.severity) for code, one in declared.items()}

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """What each rule does in which profile, by code; rules that do the same in all are left out."""
        configured = self.config.checks
        declared = self.rules.declarations
        tables = {code: table_of(one.profiles, configured.get(code, {})) for code, one in declared.items()}
        return {code: table for code, table in tables.items() if table}

    def severity_in(self, code: str, profiles: Sequence[str]) -> Severity | None:
        """Return the severity of the rule ``code`` in a document of ``profiles``, None where it is not run."""
        table = self.tables.get(code)
        severity = self.severities[code]
        return severity if table is None else severity_in(profiles, table, severity)

    def checks_in(self, profiles: tuple[str, ...]) -> tuple[tuple[Planned[Check], Severity], ...]:
        """Return the checks that run in a document of ``profiles``, each with its severity there."""
        # Most documents are of a few kinds: asked for each check of each document, it would take a tenth of the time.
        found = self._by_profiles.get(profiles)
        if found is None:
            graded = [(check, self.severity_in(check.code, profiles)) for check in self.planned_checks]
            found = tuple([(check, severity) for check, severity in graded if severity is not None])
            self._by_profiles[profiles] = found
        return found

    @cached_property
    def _by_profiles(self) -> dict[tuple[str, ...], tuple[tuple[Planned[Check], Severity], ...]]:
        return {}

    def _fitting(self, path: str) -> Iterator[PerFile]:
        if self._per_file:
            absolute = Path(path).absolute()
            for patterns, entry in self._per_file:
                if patterns.match(absolute):
                    yield entry


def make_plan(config: Config) -> Plan:
    """Return the plan for ``config``; what of it cannot be done is among the plan's failures, the rest goes on."""
    errors: list[LoadError] = []
    rules = load_rules(config.plugin_paths, errors, tables=config.tables)
    config, mistakes = validate_codes(config, rules, complete=not errors)
    declarations = [
        declaration
        for code, declaration in rules.declarations.items()
        if is_selected(code, opt_in=declaration.opt_in, select=config.select, ignore=config.ignore)
    ]
    unusable = Mistakes(config.file)
    planned = [_planned(config, rules, declaration, unusable) for declaration in declarations]
    return Plan(
        config,
        rules,
        tuple([one for one in planned if one.declaration.is_check]),
        tuple([one for one in planned if one.declaration.is_project]),
        frozenset(declaration.code for declaration in declarations),
        load_recogniser(rules.packages),
        load_transcriber(rules.packages),
        tuple([error.text for error in errors] + mistakes + unusable.found),
    )


def _default(rules: Rules, code: str) -> Rule:
    return rules[code]()


def _planned(config: Config, rules: Rules, declaration: Declaration, unusable: Mistakes) -> Planned[Any]:
    """Return the rule as ``config`` has it, or as it is by default where it cannot use one of its options."""
    code = declaration.code
    if not config.checks.get(code):
        return Planned(declaration, is_plain=True, _make=partial(_default, rules, code))
    rule = rules[code]
    try:
        made = rule(**options_for(config, code, rule))
    except OptionError as error:
        unusable.add(f"checks.{code}", error.text.zh, error.text.en)
        made = rule()
    return Planned(declaration, is_plain=False, _make=lambda: made)
