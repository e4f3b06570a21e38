"""What ``gaojian check`` does once it knows what is asked: run, leave out what is known, make fixes."""

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from gaojian.check import Rule
from gaojian.diagnostic import Failure, Outcome, Text
from gaojian.errors import UsageError
from gaojian.plan import Plan
from gaojian.run import Means, merge, run
from gaojian.session import Groups, texts_of
from gaojian.sieve import Sieve, sift

if TYPE_CHECKING:
    from gaojian.changed import Changes
    from gaojian.repair import Repairs


class Baselines:
    """The sieves of known findings, by plan: one ``file`` for all, or what each configuration names if it counts."""

    def __init__(self, file: Path | None = None, *, configured: bool = True) -> None:
        self._file = file
        self._configured = configured

    def sieves(self, plan: Plan) -> Iterator[Sieve]:
        """Yield the sieve for the documents of ``plan``, if there is one. Raises UsageError."""
        file = self._file
        if file is None and self._configured and plan.config.baseline is not None:
            file = plan.config.root / plan.config.baseline
        if file is not None:
            from gaojian.baseline import read_baseline  # noqa: PLC0415 (JSON and hashes, which few runs need)

            yield read_baseline(file).unknown


class Checking:
    """Documents on their way to a report.

    ``groups`` are the documents as they are now, ``outcomes`` what there is to say of them, each with the ``fail-on``
    it goes by. With ``changes`` only documents and lines that changed count.
    """

    def __init__(self, groups: Groups, failures: Outcome, changes: "Changes | None" = None) -> None:
        self._changes = changes
        self.groups = groups
        if changes is not None:
            self.groups = [(plan, changes.select(plan, sources)) for plan, sources in groups]
        self.outcomes: list[tuple[str, Outcome]] = [("never", failures)]
        self._known = 0

    @property
    def size(self) -> int:
        """The bytes to read."""
        return sum(source.size for _, sources in self.groups for source in sources)

    @property
    def rules(self) -> Mapping[str, type[Rule]]:
        """The rules of all plans."""
        # A dictionary of them would import them all. A chain is made of mappings that it never writes to.
        return ChainMap(*[cast("MutableMapping[str, type[Rule]]", plan.rules) for plan, _ in reversed(self.groups)])

    @property
    def outcome(self) -> Outcome:
        """All that there is to say, sorted."""
        return merge([outcome for _, outcome in self.outcomes])

    def run(
        self,
        baselines: Baselines,
        repairs: "Repairs | None",
        *,
        jobs: int,
        advance: Callable[[int], None],
        means: Means,
    ) -> None:
        """Check the documents of every group; ``advance`` is told the number of bytes done."""
        for index, (plan, sources) in enumerate(self.groups):
            outcome = run(plan, sources, jobs=jobs, advance=advance, means=means)
            texts = texts_of([(plan, sources)])
            sieves: list[Sieve] = []
            if self._changes is not None:
                sieves.append(self._changes.sieve(plan, sources))
                outcome = sift(outcome, sieves, texts)
            try:
                known = list(baselines.sieves(plan))
            except UsageError as error:
                known = []
                outcome = outcome._replace(failures=(*outcome.failures, Failure("", error.text)))
            new = sift(outcome, known, texts)
            self._known += len(outcome.diagnostics) - len(new.diagnostics)
            if repairs is not None:
                now, new = repairs.make(plan, sources, new, [*sieves, *known])
                self.groups[index] = (plan, now)
            self.outcomes.append((plan.config.fail_on, new))

    def standard_input(self) -> Iterator[bytes]:
        """Yield the document that came by standard input, as it is now."""
        return (source.data for _, sources in self.groups for source in sources if not source.file)

    def told(self) -> Iterator[Text]:
        """Yield how much was left out because it is known."""
        if self._known:
            yield Text(f"基线里已有的 {self._known} 处没有列出", f"{self._known} known findings not shown")
