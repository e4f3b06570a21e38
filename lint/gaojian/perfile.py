"""What differs for some files: entries of ``[[per-file]]``."""

from collections.abc import Mapping

from gaojian.mistakes import Mistakes
from gaojian.profiles import PROFILES
from gaojian.record import NamedTuple
from gaojian.values import one_of, texts, word_list


class PerFile(NamedTuple):
    """What differs for files whose path fits one of ``paths`` (gitignore patterns, relative to the configuration).

    With ``lines``, the codes in ``ignore`` are ignored only where the line of a finding holds one of these texts: in
    formats without comments no directive can say so.
    """

    paths: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    lines: tuple[str, ...] = ()


def read_per_file(mistakes: Mistakes, key: str, value: object) -> tuple[PerFile, ...]:
    """Read the entries, as ``values.py`` says."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        mistakes.add(key, "应为表的列表，写作 [[per-file]]", "must be written as [[per-file]] tables")
        return ()
    return tuple(_entry(mistakes, key, table) for table in value)


def _entry(mistakes: Mistakes, key: str, table: Mapping[str, object]) -> PerFile:
    for word in table:
        if word not in PerFile._fields:
            mistakes.unknown(f"{key}.{word}", word, PerFile._fields)
    if "paths" not in table:
        mistakes.add(f"{key}.paths", "缺少这个键", "is missing")
    if "lines" in table and not table.get("ignore"):
        mistakes.add(
            f"{key}.lines",
            "须与 ignore 同写，指明屏蔽哪些检查",
            "needs ignore, which says what is ignored there",
        )
    if "lines" in table and "profile" in table:
        mistakes.add(
            f"{key}.lines", "体裁属于整份文稿，请另写一条", "a profile is that of a whole document: write another entry"
        )
    return PerFile(
        word_list(mistakes, f"{key}.paths", table.get("paths", [])),
        word_list(mistakes, f"{key}.ignore", table.get("ignore", [])),
        one_of(*PROFILES)(mistakes, f"{key}.profile", table["profile"]) if "profile" in table else None,
        texts(mistakes, f"{key}.lines", table["lines"]) if "lines" in table else (),
    )
