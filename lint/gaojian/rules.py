"""Rules by code, of which the installed ones are imported when they are first asked for."""

import sys
from collections.abc import Iterator, Mapping

from gaojian.check import Rule
from gaojian.declaration import Declaration
from gaojian.errors import LoadError
from gaojian.packages import import_package


class Rules(Mapping[str, type[Rule]]):
    """Rules by code, sorted by it; ``declarations`` are those of all, ``packages`` the names of what they came with.

    To ask for a rule raises LoadError where it can no longer be imported.
    """

    def __init__(
        self, declarations: Mapping[str, Declaration], loaded: Mapping[str, type[Rule]], packages: tuple[str, ...]
    ) -> None:
        self.declarations = dict(sorted(declarations.items()))
        self.packages = packages
        self._loaded = dict(loaded)

    def __getitem__(self, code: str) -> type[Rule]:
        """Return the rule of that code."""
        rule = self._loaded.get(code)
        if rule is None:
            rule = self._loaded[code] = _load(self.declarations[code])
        return rule

    def __iter__(self) -> Iterator[str]:
        """Iterate over the codes."""
        return iter(self.declarations)

    def __len__(self) -> int:
        """Return how many rules there are."""
        return len(self.declarations)

    def __contains__(self, code: object) -> bool:
        """Return whether there is a rule of that code, without importing it."""
        return code in self.declarations


def _load(declaration: Declaration) -> type[Rule]:
    module = sys.modules.get(declaration.module) or import_package(declaration.module)
    rule = getattr(module, declaration.qualname, None)
    if not isinstance(rule, type) or not issubclass(rule, Rule) or rule.code != declaration.code:
        raise LoadError(declaration.module, f"no longer defines {declaration.code}")
    return rule
