"""How good a text is: its rate of errors as proofreaders reckon it, and the score that is made of it."""

from collections.abc import Iterable, Mapping

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Severity

PASS_LINE = 1.0
"""图书质量管理规定 (2004): a book passes with one weighted error in 10,000 characters at most."""
PASS_SCORE = 60


def weigh(diagnostics: Iterable[Diagnostic], rules: Mapping[str, type[Rule]]) -> float:
    """Return the sum of the weights of ``diagnostics``; notes are no errors."""
    return sum(
        rules[diagnostic.code].weight if diagnostic.code in rules else Rule.weight
        for diagnostic in diagnostics
        if diagnostic.severity > Severity.NOTE
    )


def rate(weighted: float, characters: int) -> float:
    """Return the errors in 10,000 characters; 0 for a text without any."""
    return weighted * 10_000 / characters if characters else 0.0


def score(errors: float) -> float:
    """Return a mark from 100 down to 0 for a rate of ``errors``: 100 without any, PASS_SCORE on the pass line.

    100 / (1 + 2/3 rate): it falls ever more slowly, so that bad texts can still be told apart.
    """
    return 100 / (1 + (100 / PASS_SCORE - 1) * errors / PASS_LINE)
