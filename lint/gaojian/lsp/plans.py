"""Plans by folder, each made once until its files change, and what is wrong with the configurations."""

from collections.abc import Iterator
from pathlib import Path

from gaojian.checking import Baselines
from gaojian.diagnostic import Failure, Text
from gaojian.lsp.configuration import Signature, is_outdated, mistake_marks, signature
from gaojian.lsp.messages import Report, Settings
from gaojian.lsp.pace import Pace, paced
from gaojian.plan import Plan
from gaojian.session import Overrides, Session
from gaojian.sieve import Sieve


class Plans:
    """The plans of one workspace; ``failures`` are what project checks could not do since last asked."""

    def __init__(self, settings: Settings, pace: Pace) -> None:
        self._encoding = settings.encoding
        self._config = Path(settings.config) if settings.config else None
        self._session = Session(Overrides(config=self._config, lang=settings.lang))
        self._pace = pace
        self._plans: dict[Path | None, Plan] = {}
        self._by_folder: dict[Path, Plan] = {}
        self._signatures: dict[Path | None, Signature] = {}
        self._mistakes: dict[Path | None, list[Text]] = {}
        self._sieves: dict[Path | None, list[Sieve]] = {}
        self.failures: list[Failure] = []

    def of(self, folder: Path) -> Plan:
        """Return the plan for documents in ``folder``."""
        if folder not in self._by_folder:
            before = len(self._session.failures)
            plan = self._session.plan_for(folder)
            file = plan.config.file
            if file not in self._plans:
                self._plans[file] = paced(plan, self._pace)
                self._signatures[file] = signature(plan)
                self._mistakes[file] = [failure.message for failure in self._session.failures[before:]]
            self._by_folder[folder] = self._plans[file]
        return self._by_folder[folder]

    def is_outdated(self, folder: Path) -> bool:
        """Return whether the configuration for documents in ``folder`` has changed since its plan was made."""
        plan = self._by_folder.get(folder)
        return plan is not None and is_outdated(plan, self._signatures[plan.config.file], folder, self._config)

    def are_outdated(self) -> bool:
        """Return whether any configuration has changed."""
        return any(self.is_outdated(folder) for folder in self._by_folder)

    def excludes(self, file: Path) -> bool:
        """Return whether the configuration excludes ``file``."""
        return self.of(file.parent).exclude.match(file)

    def reading(self, folder: Path, name: str) -> tuple[str, str | None]:
        """Return the profile and the encoding of the document ``name`` in ``folder``."""
        plan = self.of(folder)
        return plan.profile_of(name), plan.encoding

    def sieves(self, plan: Plan) -> list[Sieve]:
        """Return what leaves out known findings. Raises UsageError."""
        if plan.config.file not in self._sieves:
            self._sieves[plan.config.file] = list(Baselines().sieves(plan))
        return self._sieves[plan.config.file]

    def reports(self) -> tuple[Report, ...]:
        """Return for every configuration file what is wrong in it."""
        return tuple(self._reports())

    def messages(self, language: str) -> tuple[str, ...]:
        """Return what is wrong with the configurations in sentences."""
        return tuple(mistake.in_language(language) for mistakes in self._mistakes.values() for mistake in mistakes)

    def _reports(self) -> Iterator[Report]:
        for file, mistakes in self._mistakes.items():
            if file is None:
                continue
            try:
                text = file.read_text("utf-8-sig", errors="replace")
            except OSError:
                text = ""
            language = self._plans[file].config.lang
            yield Report(str(file), None, language, tuple(mistake_marks(text, mistakes, self._encoding, language)))
