"""Which rules run: a pure function of codes."""

from collections.abc import Iterable, Sequence

ALL = "ALL"
DEFAULT = "DEFAULT"


def is_selected(code: str, *, opt_in: bool, select: Iterable[str], ignore: Iterable[str]) -> bool:
    """Return whether the rule ``code`` runs.

    Entries are codes, prefixes of codes, ALL, or DEFAULT (every rule that is not opt-in). The longest entry that fits
    decides, so ``select = ["DUP"], ignore = ["DUP004"]`` runs all of DUP but one; of two equally long, ``ignore`` wins.
    """
    chosen = max((_fit(entry, code, opt_in=opt_in) for entry in select), default=-1)
    refused = max((_fit(entry, code, opt_in=opt_in) for entry in ignore), default=-1)
    return chosen > refused


def _fit(entry: str, code: str, *, opt_in: bool) -> int:
    if entry == ALL or (entry == DEFAULT and not opt_in):
        return 0
    return len(entry) if code.startswith(entry) else -1


def unknown_entries(entries: Iterable[str], codes: Iterable[str]) -> list[str]:
    """Return the entries that fit no code at all."""
    known = list(codes)
    return [
        entry
        for entry in entries
        if entry not in (ALL, DEFAULT) and not (entry and any(code.startswith(entry) for code in known))
    ]


def merge_ignore(
    select: Sequence[str] | None, ignore: Sequence[str] | None, configured: Sequence[str]
) -> tuple[str, ...]:
    """Return what is ignored when the command line gives ``select`` and ``ignore`` over the ``configured`` ignore.

    What the command line selects by the very same word that a file ignores is asked for now, and runs.
    """
    return tuple(entry for entry in configured if entry not in (select or ())) + tuple(ignore or ())
