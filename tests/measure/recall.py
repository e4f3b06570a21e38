"""How many of the faults that were put in are found, and how many of those at the exact place."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from clean import CleanText
from gaojian import Check, Finding, ProjectCheck, Rule
from profiled import findings, severity_on
from seeding import Fault, Seeded, show

TARGETS = {
    "tier 1 blanks": 0.97,
    "tier 2 counters": 0.80,
    "dates, ordinals and numbers of documents left blank": 0.97,
    "placeholders": 0.99,
    "dates": 0.99,
    "almanac and forms of dates": 0.95,
    "blocks and paragraphs": 1.0,
    "copies in other documents": 0.95,
    "numbering": 0.95,
    "paired marks": 0.95,
    "spacing and width": 0.95,
    "punctuation": 0.95,
    "script": 0.95,
    "residue": 0.95,
    "arithmetic": 0.90,
    "chronology": 0.90,
    "citations, names and form": 0.90,
}


@dataclass
class Recall:
    """What was measured of one kind of fault."""

    fault: Fault
    missing: tuple[str, ...]
    sites: int = 0
    drawn: int = 0
    excluded: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    nearby: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, part: str, seeded: Seeded, findings: Sequence[Finding]) -> None:
        """Count one seeded fault."""
        self.tried[part] += 1
        if any(map(seeded.is_exact, findings)):
            self.exact[part] += 1
            return
        near = any(map(seeded.is_nearby, findings))
        self.nearby += near
        self.missed.append(f"{seeded.document.path}: {'elsewhere in the line: ' if near else ''}{show(seeded)}")

    @property
    def share(self) -> float:
        """The share that was found exactly; 1 where there was nothing to try."""
        return ratio(self.exact.total(), self.tried.total())


def ratio(part: int, whole: int) -> float:
    """Return ``part`` of ``whole``, and 1 of nothing: no fault was missed."""
    return part / whole if whole else 1.0


def measure(
    faults: Iterable[Fault], clean: Sequence[CleanText], rules: Mapping[str, type[Rule]], sample: int, seed: int
) -> list[Recall]:
    """Return the recall of each of ``faults``, tried at ``sample`` sites drawn evenly from ``clean``."""
    return [_measure_one(fault, clean, rules, sample, seed) for fault in faults]


def _measure_one(
    fault: Fault, clean: Sequence[CleanText], rules: Mapping[str, type[Rule]], sample: int, seed: int
) -> Recall:
    found = (rules.get(code) for code in fault.codes)
    checks = [rule() for rule in found if rule is not None and issubclass(rule, (Check, ProjectCheck))]
    recall = Recall(fault, tuple(code for code in fault.codes if code not in rules))
    sites = [site for text in clean for site in fault.sites(text.document)]
    recall.sites = len(sites)
    # A stream of its own for every fault: a new row in the table leaves the other rows as they were.
    Random(f"{seed} {fault.name}").shuffle(sites)  # noqa: S311 (not for secrets)
    for site in sites:
        if recall.tried.total() == sample:
            break
        recall.drawn += 1
        if reason := fault.exclusion(site):
            recall.excluded[reason] += 1
            continue
        if checks and all(severity_on(check, site.document) is None for check in checks):
            recall.excluded["a kind of document in which the check is off"] += 1
            continue
        seeded = fault.seed(site)
        recall.add(site.part, seeded, [finding for check in checks for finding in _findings(check, seeded)])
    return recall


def _findings(check: Rule, seeded: Seeded) -> list[Finding]:
    if isinstance(check, Check):
        return findings(check, seeded.document)
    if not isinstance(check, ProjectCheck):
        raise TypeError(check.code)
    library = {document.path: document for document in (seeded.document, *seeded.beside)}
    facts = {path: check.collect(document) for path, document in library.items()}
    return [finding for path, finding in check.compare(facts, library.get) if path == seeded.document.path]


def by_group(recalls: Iterable[Recall]) -> dict[str, float]:
    """Return the share found exactly in every group of faults, all of its kinds together."""
    exact: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for recall in recalls:
        exact[recall.fault.group] += recall.exact.total()
        tried[recall.fault.group] += recall.tried.total()
    return {group: ratio(exact[group], count) for group, count in tried.items()}


def recall_lines(recalls: Sequence[Recall], show_missed: int) -> list[str]:
    """Return the report as Markdown: a row a kind of fault, then groups against targets, exclusions and misses."""
    lines = ["| fault | checks | sites | tried | exact | | nearby |", "|---|---|---:|---:|---:|---:|---:|"]
    for recall in recalls:
        absent = f" (not there: {', '.join(recall.missing)})" if recall.missing else ""
        lines.append(
            f"| {recall.fault.name} | {', '.join(recall.fault.codes)}{absent} | {recall.sites} | {recall.tried.total()}"
            f" | {recall.exact.total()} | {recall.share:.1%} | {recall.nearby} |"
        )
    lines += ["", "| group | exact | target | |", "|---|---:|---:|---|"]
    for group, share in by_group(recalls).items():
        target = TARGETS.get(group)
        lines.append(f"| {group} | {share:.1%} | {_target(target)} | {_verdict(share, target)} |")
    for recall in recalls:
        lines += _details(recall, show_missed)
    return lines


def _target(target: float | None) -> str:
    return "" if target is None else f"{target:.0%}"


def _verdict(share: float, target: float | None) -> str:
    if target is None:
        return ""
    return "met" if share >= target else "MISSED"


def _details(recall: Recall, show_missed: int) -> list[str]:
    lines = [
        f"- excluded: {count} of {recall.drawn} drawn, because {reason}"
        for reason, count in recall.excluded.most_common()
    ]
    if len(recall.tried) > 1:
        parts = (f"{part} {recall.exact[part]}/{count}" for part, count in recall.tried.most_common())
        lines.append(f"- of these: {', '.join(parts)}")
    lines += [f"- missed: {missed}" for missed in recall.missed[:show_missed]]
    return ["", f"{recall.fault.name}:", *lines] if lines else []
