"""Named tuples that are defined in a fifth of the time: a run over one draft defines a hundred and forty of them.

The standard library writes a constructor as text for every class and compiles it. Those of as many fields differ in
nothing but names: one is compiled for each number of fields, and the others are copies of it under their own names.
What a type checker sees is the standard library's class, and so does Python from 3.14 on, which keeps annotations
elsewhere.
"""

import sys
from collections import namedtuple
from collections.abc import Iterable
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any, Self

__all__ = ["NamedTuple"]

if TYPE_CHECKING or sys.version_info >= (3, 14):
    from typing import NamedTuple
else:

    class _Record(tuple[Any, ...]):
        """What all named tuples can do, as those of the standard library."""

        __slots__ = ()

        @classmethod
        def _make(cls, values: Iterable[object]) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes: object) -> Self:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        __replace__ = _replace

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            inside = ", ".join([f"{field}={value!r}" for field, value in self._asdict().items()])
            return f"{type(self).__name__}({inside})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

    class _Definition(type):
        """Makes a named tuple of a class with annotated fields."""

        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            del bases
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace[field] for field in fields if field in namespace}
            late = fields[len(fields) - len(defaults) :]
            if late != tuple(defaults):
                raise TypeError(f"{name}: a field without a default follows {next(iter(defaults))}")
            constructor, getters = _template(len(fields))
            code = constructor.__code__.replace(
                co_varnames=("_cls", *fields), co_qualname=f"{namespace['__qualname__']}.__new__"
            )
            new = FunctionType(code, constructor.__globals__, "__new__", tuple(defaults.values()))
            namespace.update(
                zip(fields, getters, strict=True),
                __slots__=(),
                __new__=new,
                __match_args__=fields,
                _fields=fields,
                _field_defaults=defaults,
            )
            return type(name, (_Record,), namespace)

    @cache
    def _template(count: int) -> tuple[FunctionType, tuple[object, ...]]:
        """Return the constructor and the getters of a named tuple of ``count`` fields."""
        made = namedtuple("made", [f"field_{number}" for number in range(count)])  # noqa: PYI024 (it has no types)
        constructor: Any = made.__new__
        return constructor, tuple([vars(made)[field] for field in made._fields])

    NamedTuple = type.__new__(_Definition, "NamedTuple", (), {})
