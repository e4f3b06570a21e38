"""The engine's named tuples do all that those of the standard library do."""

import copy
import inspect
import pickle
import sys
import typing

import pytest

from gaojian import NamedTuple


class Place(NamedTuple):
    """Where something is."""

    path: str
    line: int
    column: int = 1
    tags: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The place as it is printed."""
        return f"{self.path}:{self.line}:{self.column}"


class Standard(typing.NamedTuple):
    """The same, of the standard library."""

    path: str
    line: int
    column: int = 1
    tags: tuple[str, ...] = ()


class Nothing(NamedTuple):
    """No field at all."""


class Narrower(Place):
    """A class of its own below a named tuple."""


def test_it_is_made_by_position_by_name_and_with_defaults() -> None:
    assert Place("a", 2) == ("a", 2, 1, ()) == Place(line=2, path="a")
    assert Place("a", 2, 3, ("x",)).tags == ("x",)
    assert Place("a", 2).shown == "a:2:1"
    assert Nothing() == ()


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a",), {}), (("a", 1, 2, (), 5), {}), (("a", 1), {"row": 1}), (("a",), {"path": 1})],
)
def test_a_wrong_call_is_refused_in_the_same_words(
    values: tuple[typing.Any, ...], named: dict[str, typing.Any]
) -> None:
    with pytest.raises(TypeError) as expected:
        Standard(*values, **named)
    with pytest.raises(TypeError) as error:
        Place(*values, **named)
    assert str(error.value).partition("()")[2] == str(expected.value).partition("()")[2]
    assert str(error.value).startswith("Place.__new__()")


def test_its_methods_and_attributes_are_those_of_the_standard_library() -> None:
    ours, theirs = Place("a", 2), Standard("a", 2)
    assert repr(ours) == repr(theirs).replace("Standard", "Place")
    assert ours._asdict() == theirs._asdict()
    assert tuple(ours._replace(line=5)) == tuple(theirs._replace(line=5))
    assert type(ours._replace(line=5)) is Place
    assert tuple(Place._make(["a", 2, 3, ()])) == tuple(Standard._make(["a", 2, 3, ()]))
    assert Place._fields == Standard._fields == Place.__match_args__
    assert Place._field_defaults == Standard._field_defaults
    assert typing.get_type_hints(Place) == typing.get_type_hints(Standard)
    assert inspect.signature(Place).replace(return_annotation=None).parameters.keys() == set(Place._fields)
    assert Place.__doc__ == "Where something is."
    assert not hasattr(ours, "__dict__")
    with pytest.raises(AttributeError):
        ours.line = 3  # type: ignore[misc]


def test_wrong_changes_are_refused() -> None:
    with pytest.raises(ValueError, match="row"):
        Place("a", 2)._replace(row=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="4"):
        Place._make(["a"])


def test_it_is_copied_pickled_and_matched() -> None:
    place = Place("a", 2, tags=("x",))
    for twin in (copy.copy(place), copy.deepcopy(place), pickle.loads(pickle.dumps(place))):  # noqa: S301 (our own)
        assert twin == place
        assert type(twin) is Place
    match place:
        case Place(path, line):
            assert (path, line) == ("a", 2)


def test_a_class_below_one_is_an_ordinary_class() -> None:
    narrower = Narrower("a", 2)
    assert isinstance(narrower, Place)
    assert type(narrower._replace(line=3)) is Narrower
    assert narrower.shown == "a:2:1"


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="there it is the standard library's, with words of its own")
def test_a_field_without_default_cannot_follow_one_with() -> None:
    define: typing.Any = type(NamedTuple)
    fields = {"__qualname__": "Wrong", "__annotations__": {"first": int, "second": int}, "first": 1}
    with pytest.raises(TypeError, match="Wrong: a field without a default follows first"):
        define("Wrong", (), fields)
