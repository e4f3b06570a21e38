"""The options of checks, as configuration and documentation know them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import pytest

from gaojian.check import Rule
from gaojian.diagnostic import Text
from gaojian.errors import LoadError
from gaojian.options import Option, OptionError, options_of, value_of
from gaojian.registry import load_rules

SIZE = Text("最少字数", "fewest characters")


@dataclass(frozen=True)
class Sample(Rule):
    """One option of each type."""

    min_size: Annotated[int, SIZE] = 12
    share: Annotated[float, SIZE] = 0.5
    strict: bool = False
    mark: str = "稿"
    words: Annotated[tuple[str, ...], SIZE] = field(default_factory=lambda: ("甲",))
    table: Path = Path()


@dataclass(frozen=True)
class Unsupported(Rule):
    """A type that TOML gives and options do not take."""

    table: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Bare(Rule):
    """An option without a default."""

    limit: int


def option(kind: str) -> Option:
    return next(option for option in options_of(Sample) if option.kind == kind)


def test_options_are_the_fields_in_order() -> None:
    """Each field is an option spelled with hyphens, with its type, default and documentation."""
    expected = (
        Option("min-size", "min_size", "int", 12, SIZE),
        Option("share", "share", "float", 0.5, SIZE),
        Option("strict", "strict", "bool", default=False, doc=Text("", "")),
        Option("mark", "mark", "str", "稿", Text("", "")),
        Option("words", "words", "list of str", ("甲",), SIZE),
        Option("table", "table", "path", "", Text("", "")),
    )

    assert expected == options_of(Sample)


def test_a_rule_without_fields_has_no_options() -> None:
    """What is not a dataclass field is no option."""
    assert options_of(Rule) == ()


@pytest.mark.parametrize(
    ("rule", "reason"),
    [(Unsupported, "table is of type dict"), (Bare, "limit has no default")],
    ids=["type", "default"],
)
def test_an_option_that_cannot_be_configured_is_named(rule: type[Rule], reason: str) -> None:
    """A field of another type, or without a default, is a LoadError that names it."""
    with pytest.raises(LoadError, match=reason):
        options_of(rule)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("int", 3, 3),
        ("float", 2.5, 2.5),
        ("float", 2, 2.0),
        ("bool", True, True),
        ("str", "字", "字"),
        ("list of str", ["甲", "乙"], ("甲", "乙")),
        ("list of str", [], ()),
        ("path", "表/地方.toml", Path("表/地方.toml")),
    ],
)
def test_values_of_the_right_type_become_field_values(kind: str, value: object, expected: object) -> None:
    """TOML values go over unchanged, but lists become tuples and integers serve as numbers."""
    result = value_of(option(kind), value)

    assert (expected, type(expected)) == (result, type(result))


@pytest.mark.parametrize(
    ("kind", "value", "zh", "en"),
    [
        ("int", True, "min-size 应为整数，而不是 true", "min-size must be an integer, not true"),
        ("int", "3", "min-size 应为整数，而不是 '3'", "min-size must be an integer, not '3'"),
        ("int", 1.0, "min-size 应为整数，而不是 1.0", "min-size must be an integer, not 1.0"),
        ("float", False, "share 应为数，而不是 false", "share must be a number, not false"),
        ("bool", 1, "strict 应为 true 或 false，而不是 1", "strict must be true or false, not 1"),
        ("path", 1, "table 应为加引号的文件名，而不是 1", "table must be the quoted name of a file, not 1"),
        ("str", 1, "mark 应为加引号的字符串，而不是 1", "mark must be a quoted string, not 1"),
        (
            "list of str",
            "甲",
            'words 应为字符串列表，如 ["甲", "乙"]，而不是 \'甲\'',
            'words must be a list of strings such as ["a", "b"], not \'甲\'',
        ),
    ],
)
def test_values_of_the_wrong_type_are_refused_with_what_is_wanted(kind: str, value: object, zh: str, en: str) -> None:
    """The message names the option, the type wanted and the value given."""
    with pytest.raises(OptionError) as caught:
        value_of(option(kind), value)

    assert Text(zh, en) == caught.value.text


def test_a_list_with_something_else_in_it_is_refused() -> None:
    """Every item of a list has to be a string."""
    with pytest.raises(OptionError):
        value_of(option("list of str"), ["甲", 1])


def test_every_option_of_every_check_is_documented_in_both_languages() -> None:
    """Options without a sentence in each language are named here."""
    wanting = [
        f"{rule.code} {option.name}"
        for rule in load_rules().values()
        for option in options_of(rule)
        if not option.doc.zh or not option.doc.en or option.doc.zh == option.doc.en
    ]

    assert wanting == []
