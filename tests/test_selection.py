import pytest

from gaojian.selection import is_selected, merge_ignore, unknown_entries


@pytest.mark.parametrize(
    ("code", "opt_in", "select", "ignore", "expected"),
    [
        ("DUP001", False, ["DEFAULT"], [], True),
        ("DUP011", True, ["DEFAULT"], [], False),
        ("DUP011", True, ["ALL"], [], True),
        ("DUP011", True, ["DEFAULT", "DUP011"], [], True),
        ("DUP011", True, ["DUP"], [], True),
        ("DUP001", False, ["BLK"], [], False),
        ("DUP001", False, [], [], False),
        ("DUP001", False, ["DEFAULT"], ["DUP"], False),
        ("DUP001", False, ["DEFAULT"], ["DUP001"], False),
        ("DUP001", False, ["DUP001"], ["DUP"], True),
        ("DUP001", False, ["DUP"], ["DUP001"], False),
        ("DUP001", False, ["DUP"], ["DUP"], False),
        ("DUP001", False, ["ALL"], ["ALL"], False),
        ("DUP001", False, ["DUP"], ["ALL"], True),
    ],
)
def test_the_longest_entry_decides(
    code: str, *, opt_in: bool, select: list[str], ignore: list[str], expected: bool
) -> None:
    """The longest fitting entry wins, ignore wins a tie, and opt-in rules need to be named or ALL."""
    assert expected == is_selected(code, opt_in=opt_in, select=select, ignore=ignore)


def test_entries_that_fit_nothing_are_found() -> None:
    """ALL, DEFAULT, codes and prefixes of codes are known; all else, the empty word too, is not."""
    entries = ["ALL", "DEFAULT", "DUP", "DUP001", "D", "DUX", "DUP0011", ""]

    assert unknown_entries(entries, ["DUP001", "BLK001"]) == ["DUX", "DUP0011", ""]


def test_the_command_line_selects_what_a_file_ignores() -> None:
    """The very word that the command line selects is no longer ignored; what is more exact still is."""
    assert merge_ignore(("DUP",), ("BLK",), ("DUP", "DUP004")) == ("DUP004", "BLK")
    assert merge_ignore(None, None, ("DUP",)) == ("DUP",)
