"""What a report leaves out although it was found: known findings, and those on lines that nobody touched."""

from collections.abc import Callable, Iterable, Sequence

from gaojian.diagnostic import Diagnostic, Outcome

Texts = Callable[[str], str | None]
"""From the path of a document to its text as it was checked; None when it cannot be had."""
Sieve = Callable[[Sequence[Diagnostic], Texts], Iterable[Diagnostic]]
"""Returns those of the diagnostics, in their order, that are to be reported.

It is pure: asked for one document alone, it decides as it does for all of them.
"""


def sift(outcome: Outcome, sieves: Iterable[Sieve], texts: Texts) -> Outcome:
    """Return ``outcome`` with what passes all ``sieves``."""
    diagnostics: Sequence[Diagnostic] = outcome.diagnostics
    for sieve in sieves:
        diagnostics = tuple(sieve(diagnostics, texts))
    return outcome._replace(diagnostics=tuple(diagnostics))
