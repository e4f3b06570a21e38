"""The built-in checks of gaojian, loaded by the entry point that any plugin uses."""

from gaojian_checks.language.fold import simplified as in_one_script
from gaojian_checks.language.recognition import recognise

__all__ = ["in_one_script", "recognise", "support"]

# Packages that hold what checks share, and no check.
support = ("language", "facts")
# What a page shows of the dates of a document.
chronicle = "gaojian_checks.language.chronicle:chronicle"
