"""What people said of findings on clean text, kept by the mark of each finding and not by its words.

The table holds no sentence of any document: a code, the fingerprint of the finding and the verdict. A finding that
nobody has judged counts as wrong, so that a check which begins to report more shows at once.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

FILE = Path(__file__).with_name("judgements.tsv")
RIGHT, DEBATABLE, WRONG = "right", "debatable", "wrong"
VERDICTS = (RIGHT, DEBATABLE, WRONG)
Key = tuple[str, str]
"""A code and the fingerprint of a finding."""


def read_judgements(file: Path = FILE) -> dict[Key, str]:
    """Return the verdict on every finding that was judged. Raises ValueError for a line that says something else."""
    judgements: dict[Key, str] = {}
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        fields = line.split("\t")
        if len(fields) != 3 or fields[2] not in VERDICTS:
            raise ValueError(f"{file}:{number}: not a code, a fingerprint and one of {', '.join(VERDICTS)}: {line!r}")
        judgements[fields[0], fields[1]] = fields[2]
    return judgements


def write_judgements(judgements: Mapping[Key, str], file: Path = FILE) -> None:
    """Write the table, sorted."""
    lines = ("\t".join((*key, verdict)) for key, verdict in sorted(judgements.items()))
    file.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def parse(words: Iterable[str]) -> dict[Key, str]:
    """Return the judgements that ``words`` give, each as CODE:FINGERPRINT=VERDICT. Raises ValueError."""
    judged: dict[Key, str] = {}
    for word in words:
        name, _, verdict = word.partition("=")
        code, _, mark = name.partition(":")
        if not mark or verdict not in VERDICTS:
            raise ValueError(f"not CODE:FINGERPRINT=VERDICT with one of {', '.join(VERDICTS)}: {word!r}")
        judged[code, mark] = verdict
    return judged
