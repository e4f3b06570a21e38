"""The options of a rule: its dataclass fields, as configuration and documentation know them."""

import dataclasses
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from gaojian.check import Rule
from gaojian.diagnostic import Text
from gaojian.errors import LoadError
from gaojian.record import NamedTuple

_KINDS: dict[object, str] = {
    int: "int",
    float: "float",
    bool: "bool",
    str: "str",
    tuple[str, ...]: "list of str",
    Path: "path",
}
_WANTED = {
    "int": Text("整数", "an integer"),
    "float": Text("数", "a number"),
    "bool": Text(" true 或 false", "true or false"),
    "str": Text("加引号的字符串", "a quoted string"),
    "path": Text("加引号的文件名", "the quoted name of a file"),
    "list of str": Text('字符串列表，如 ["甲", "乙"]', 'a list of strings such as ["a", "b"]'),
}


class Option(NamedTuple):
    """One option: ``name`` is spelled as in TOML, ``field`` as in Python; ``kind`` is a key of the types allowed.

    The default of a ``path`` is shown as text; the empty path, for none, as the empty string.
    """

    name: str
    field: str
    kind: str
    default: object
    doc: Text


class OptionError(ValueError):
    """A value is of the wrong type, or means nothing to its check; ``text`` says what is wanted and what was given.

    A check raises it from ``__post_init__`` for a value of the right type that it cannot use.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def options_of(rule: type[Rule]) -> tuple[Option, ...]:
    """Return the options of ``rule`` in the order of their declaration.

    Raises LoadError when one has no default or a type that TOML cannot give.
    """
    fields = dataclasses.fields(rule) if dataclasses.is_dataclass(rule) else ()
    if not fields:
        return ()
    origin = f"{rule.__module__}.{rule.__qualname__}"
    try:
        hints = get_type_hints(rule, include_extras=True)
    except (NameError, TypeError) as error:
        raise LoadError(origin, f"the type of an option cannot be read: {error}") from error
    return tuple(_option(origin, field, hints[field.name]) for field in fields)


def _option(origin: str, field: dataclasses.Field[Any], hint: object) -> Option:
    doc = Text("", "")
    if get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
        doc = next((note for note in notes if isinstance(note, Text)), doc)
    kind = _KINDS.get(hint)
    if kind is None:
        raise LoadError(origin, f"option {field.name} is of type {hint}, which is none of {', '.join(_KINDS.values())}")
    if field.default_factory is not dataclasses.MISSING:
        default = field.default_factory()
    elif field.default is not dataclasses.MISSING:
        default = field.default
    else:
        raise LoadError(origin, f"option {field.name} has no default")
    if isinstance(default, Path):
        default = "" if default == Path() else default.as_posix()
    return Option(field.name.replace("_", "-"), field.name, kind, default, doc)


def value_of(option: Option, value: object) -> object:
    """Return the value of the field for the TOML ``value``.

    Raises OptionError when the type is wrong: true is no integer, and a single string no list.
    """
    kind = option.kind
    if kind == "list of str" and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if kind == "float" and type(value) is int:
        return float(value)
    if kind == "path" and isinstance(value, str):
        return Path(value)
    if kind == type(value).__name__:
        return value
    wanted = _WANTED[kind]
    raise OptionError(
        Text(
            f"{option.name} 应为{wanted.zh}，而不是 {_shown(value)}",
            f"{option.name} must be {wanted.en}, not {_shown(value)}",
        )
    )


def _shown(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= 40 else text[:39] + "…"
