"""Measure recall on seeded faults and false alarms on clean text: ``make accuracy``.

Clean text is taken, one fault at a time is put into a copy of a passage, and the checks that should find it are asked.
Every place where a fault fits is as likely to be drawn as any other; places are left out only for a printed reason.
The same seed gives the same faults. It measures and exits with 0; with --enforce, 1 when a target is missed.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import accuracy_table
import example_faults
import false_alarms
import judgements
import recall
from almanac_faults import ALMANAC_FAULTS
from arithmetic_faults import ARITHMETIC_FAULTS
from chronology_faults import CHRONOLOGY_FAULTS
from citation_faults import CITATION_FAULTS
from clean import CORPORA, GENRES, default_folders, load
from document_faults import DOCUMENT_FAULTS
from enumeration_faults import ENUMERATION_FAULTS
from false_alarms import Alarms
from gaojian.registry import load_rules
from inline_faults import INLINE_FAULTS
from numbering_faults import NUMBERING_FAULTS
from pair_faults import PAIR_FAULTS
from punctuation_faults import PUNCTUATION_FAULTS
from recall import Recall
from script_faults import SCRIPT_FAULTS
from seeding import Fault
from spacing_faults import SPACING_FAULTS

FAULTS: tuple[Fault, ...] = (
    *INLINE_FAULTS,
    *ALMANAC_FAULTS,
    *DOCUMENT_FAULTS,
    *NUMBERING_FAULTS,
    *ENUMERATION_FAULTS,
    *PAIR_FAULTS,
    *SPACING_FAULTS,
    *PUNCTUATION_FAULTS,
    *SCRIPT_FAULTS,
    *ARITHMETIC_FAULTS,
    *CHRONOLOGY_FAULTS,
    *CITATION_FAULTS,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return the exit code."""
    options = parse(arguments)
    folders = options.clean or default_folders()
    if options.write and not options.clean and not CORPORA.is_dir():
        print(f"{options.write} stays as it is: {CORPORA} is not there", file=sys.stderr)
        options.write = None
    clean = load(folders)
    if options.judge:
        judgements.write_judgements({**judgements.read_judgements(), **judgements.parse(options.judge)})
    if not clean:
        print(f"no clean text (.txt, .md) in {', '.join(map(str, folders)) or 'examples/clean'}", file=sys.stderr)
        return 2
    rules = load_rules()
    own = example_faults.example_faults(rules, [code for fault in FAULTS for code in fault.codes])
    faults = [fault for fault in (*FAULTS, *own) if any(code.startswith(tuple(options.select)) for code in fault.codes)]
    chosen = {code: rule for code, rule in rules.items() if code.startswith(tuple(options.select))}
    recalls = recall.measure(faults, clean, rules, options.sample, options.seed)
    alarms = false_alarms.measure(clean, chosen)
    if options.write or options.against:
        everything = alarms.joined(false_alarms.measure(clean, chosen, opt_in=True))
        if options.write:
            table = accuracy_table.lines(recalls, everything, chosen, GENRES)
            options.write.write_text("".join(f"{line}\n" for line in table), "utf-8")
        if options.against:
            before = accuracy_table.parse(options.against.read_text("utf-8"))
            worse = list(accuracy_table.worse(before, accuracy_table.rows(recalls, everything, chosen)))
            print("\n".join(worse or ["no check is worse than its row"]))
            return int(bool(worse))
    if options.output_format == "json":
        print(json.dumps(as_json(recalls, alarms), ensure_ascii=False, indent=1))
    else:
        print("\n".join(["# Seeded faults", "", *recall.recall_lines(recalls, options.show_missed), ""]))
        print("\n".join(["# False alarms", "", *false_alarms.alarm_lines(alarms, options.show_false)]))
    return 1 if options.enforce and not all_met(recalls, alarms) else 0


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clean", type=Path, action="append", metavar="DIR", help="clean text; may be repeated")
    parser.add_argument("--select", action="append", default=None, metavar="CODE", help="only checks of this prefix")
    parser.add_argument("--sample", type=int, default=300, metavar="N", help="faults of each kind (300)")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other places (1)")
    parser.add_argument("--output-format", choices=("text", "json"), default="text")
    parser.add_argument("--show-missed", type=int, default=0, metavar="N", help="print N misses of each kind")
    parser.add_argument("--show-false", type=int, default=0, metavar="N", help="print N findings on clean text")
    parser.add_argument("--judge", action="append", metavar="CODE:MARK=VERDICT", help="keep a verdict on a finding")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table of all checks")
    parser.add_argument("--against", type=Path, metavar="FILE", help="exit with 1 when a check is worse than its row")
    parser.add_argument("--enforce", action="store_true", help="exit with 1 when a target is missed")
    options = parser.parse_args(arguments)
    options.select = options.select or [""]
    return options


def all_met(recalls: Sequence[Recall], alarms: Alarms) -> bool:
    """Whether every target is met."""
    shares = recall.by_group(recalls)
    return all(shares.get(group, 1.0) >= target for group, target in recall.TARGETS.items()) and all(
        alarms.worst(severity) <= target for severity, target in false_alarms.TARGETS.items()
    )


def as_json(recalls: Sequence[Recall], alarms: Alarms) -> dict[str, object]:
    """Return all that was measured as data."""
    return {
        "recall": [
            {
                "fault": item.fault.name,
                "group": item.fault.group,
                "codes": item.fault.codes,
                "not_there": item.missing,
                "sites": item.sites,
                "drawn": item.drawn,
                "excluded": item.excluded,
                "tried": item.tried.total(),
                "exact": item.exact.total(),
                "nearby": item.nearby,
                "parts": {part: [item.exact[part], count] for part, count in item.tried.items()},
                "missed": item.missed,
            }
            for item in recalls
        ],
        "groups": {
            group: {"exact": share, "target": recall.TARGETS.get(group)}
            for group, share in recall.by_group(recalls).items()
        },
        "false_alarms": {
            "characters": alarms.characters,
            "per_million": {severity.label: alarms.rate(severity) for severity in false_alarms.TARGETS},
            "findings": [{**alarm._asdict(), "severity": alarm.severity.label} for alarm in alarms.found],
        },
    }


if __name__ == "__main__":
    sys.exit(main())
