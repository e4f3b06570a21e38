"""What one command line asks for: which documents go by which plan."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from gaojian.chronicle import Moment
from gaojian.config import Config, nearest_file, read_config
from gaojian.diagnostic import Failure, Outcome, Severity, Text
from gaojian.discover import EXCLUDED, discover, shown
from gaojian.errors import ConfigError
from gaojian.examine import Source
from gaojian.plan import Plan, make_plan
from gaojian.reading import LEGACY_SUFFIXES, ReadError
from gaojian.record import NamedTuple
from gaojian.selection import merge_ignore

Groups = list[tuple[Plan, list[Source]]]


class Overrides(NamedTuple):
    """What the command line sets over every configuration file; None leaves the file's value."""

    config: Path | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: str | None = None
    lang: str | None = None
    encoding: str | None = None
    origin_of_lang: str = "--lang"

    def apply(self, config: Config) -> Config:
        """Return ``config`` with what is set here."""
        given = {
            "select": ("--select", self.select),
            "ignore": ("--ignore", self.ignore),
            "fail-on": ("--fail-on", self.fail_on),
            "lang": (self.origin_of_lang, self.lang),
            "encoding": ("--encoding", self.encoding),
        }
        origins = {key: origin for key, (origin, value) in given.items() if value is not None}
        return config._replace(
            select=config.select if self.select is None else self.select,
            ignore=merge_ignore(self.select, self.ignore, config.ignore),
            fail_on=self.fail_on or config.fail_on,
            lang=self.lang or config.lang,
            encoding=self.encoding or config.encoding,
            origins={**config.origins, **origins},
        )


class Session:
    """Plans by configuration file, each made once, and all that went wrong in making them."""

    def __init__(self, overrides: Overrides) -> None:
        self.overrides = overrides
        self.failures: list[Failure] = []
        self.notices: list[Text] = []
        self.passed: list[tuple[str, Text]] = []
        self._plans: dict[Path | None, Plan] = {}
        self._nearest: dict[Path, Path | None] = {}

    def plan_for(self, folder: Path) -> Plan:
        """Return the plan for documents in ``folder``."""
        if folder not in self._nearest:
            self._nearest[folder] = self.overrides.config or nearest_file(folder)
        file = self._nearest[folder]
        if file not in self._plans:
            self._plans[file] = self._make_plan(file, folder)
        return self._plans[file]

    def assemble(
        self, paths: Sequence[Path], *, stdin: Source | None = None, force_exclude: bool = False, explain: bool = False
    ) -> Groups:
        """Return the documents under ``paths``, grouped by the plan they go by; ``stdin`` is what ``-`` stands for.

        To ``explain`` is to keep in ``passed`` what was passed over.
        """
        groups: dict[Path | None, tuple[Plan, list[Source]]] = {}
        seen: set[str] = set()
        for path in paths:
            if stdin is not None and path == Path("-"):
                plan = self.plan_for(Path(stdin.name).parent)
                groups.setdefault(plan.config.file, (plan, []))[1].append(stdin)
                continue
            is_folder = path.is_dir()
            plan = self.plan_for(path if is_folder else path.parent)
            found = discover([path], plan.exclude, force_exclude=force_exclude, explain=explain)
            self.failures += found.failures
            self.notices += found.notices
            self.passed += found.passed
            for file in found.files:
                own = self.plan_for(file.parent)
                absolute = os.path.abspath(file)  # noqa: PTH100 (ten times as fast as pathlib, for every file)
                if is_folder and own is not plan and own.exclude.match(Path(absolute)):
                    self.passed.append((shown(file), EXCLUDED))
                    continue
                if absolute in seen:
                    continue
                seen.add(absolute)
                groups.setdefault(own.config.file, (own, []))[1].append(Source(shown(file), file))
        return [(plan, self._converted(sources)) for plan, sources in groups.values()]

    def _converted(self, sources: list[Source]) -> list[Source]:
        """Return ``sources``; those that LibreOffice has to read are converted, by one process for all later use."""
        files = [source.file for source in sources if source.file and source.file.suffix.lower() in LEGACY_SUFFIXES]
        if not files:
            return sources
        from gaojian.reading.legacy import convert  # noqa: PLC0415 (few runs need it)

        results = convert(files)
        kept = []
        for source in sources:
            result = results.get(source.file) if source.file else None
            if isinstance(result, ReadError):
                self.failures.append(Failure(source.name, result.text))
            else:
                kept.append(source if result is None else Source(source.name, data=result))
        return kept

    def _make_plan(self, file: Path | None, folder: Path) -> Plan:
        try:
            config, mistakes = read_config(file, folder.resolve())
        except ConfigError as error:
            config, mistakes = Config(folder.resolve(), file), [error.text]
        plan = make_plan(self.overrides.apply(config))
        self.failures += [Failure("", text) for text in [*mistakes, *plan.failures]]
        return plan


def exit_code(outcomes: Sequence[tuple[str, Outcome]], *, exit_zero: bool = False) -> int:
    """Return 2 if anything could not be done, else 1 if a finding is as grave as its ``fail-on``, else 0.

    ``outcomes`` pairs each outcome with the ``fail-on`` it goes by.
    """
    if any(outcome.failures for _, outcome in outcomes):
        return 2
    if exit_zero:
        return 0
    return int(
        any(
            fail_on != "never" and diagnostic.severity >= Severity[fail_on.upper()]
            for fail_on, outcome in outcomes
            for diagnostic in outcome.diagnostics
        )
    )


def moments_of(groups: Groups) -> Callable[[str], list[Moment]]:
    """Return a function from the path of a document to the times that it speaks of. Raises LoadError.

    The function raises whatever the package that tells of them does.
    """
    from gaojian.registry import load_chronicles  # noqa: PLC0415 (only a page shows them)

    chronicles = list(load_chronicles())
    sources = {source.name: (source, plan) for plan, group in groups for source in group}

    def moments(path: str) -> list[Moment]:
        try:
            source, plan = sources[path]
            document = source.read(plan.profile_of(path), plan.encoding)
        except (KeyError, ReadError):
            return []
        return [moment for chronicle in chronicles for moment in chronicle(document)]

    return moments


def texts_of(groups: Groups) -> Callable[[str], str | None]:
    """Return a function from the path of a document to its text, None when it can no longer be read."""
    sources = {source.name: (source, plan.encoding) for plan, group in groups for source in group}

    def text_of(path: str) -> str | None:
        try:
            source, encoding = sources[path]
            return source.read("auto", encoding).text
        except (KeyError, ReadError):
            return None

    return text_of
