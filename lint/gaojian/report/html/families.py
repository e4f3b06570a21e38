"""Families of checks: the letters of their codes, and what the package that holds them says of itself."""

import sys
from collections.abc import Mapping

from gaojian.check import Rule


def family_of(code: str) -> str:
    """Return the letters that ``code`` begins with."""
    return code[:3]


def title_of(family: str, rules: Mapping[str, type[Rule]], language: str) -> str:
    """Return what ``family`` is about.

    The docstring of the package says it, behind the letters: "DUP: 重复的文字 · text that stands twice."; where it does
    not, the family is called by the title of its first check.
    """
    members = [rules[code] for code in sorted(rules) if family_of(code) == family]
    for rule in members:
        package = sys.modules.get(rule.__module__.rpartition(".")[0])
        prefixes, colon, title = (package.__doc__ or "").partition(":") if package else ("", "", "")
        if colon and family in prefixes.replace(" ", "").split(","):
            chinese, _, english = title.strip().rstrip(".").partition(" · ")
            return (english if language == "en" else chinese) or chinese
    return members[0].title.in_language(language) if members else family
