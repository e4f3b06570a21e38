"""The enumeration commas (、) that deserve a look, found in one scan for the checks of them."""

from gaojian import Document, NamedTuple, Pattern

_NUMERALS = "一二三四五六七八九"
_CIRCLED = "①-⑳㈠-㈩⑴-⒇"
_COMMA = Pattern(
    rf"、(?:(?<=[）){_CIRCLED}{_NUMERALS}十0-9]、)(?:(?P<label>(?<=[）){_CIRCLED}]、))"
    rf"|(?P<pair>(?<=[{_NUMERALS}1-9]、)(?=[{_NUMERALS}2-9]))"
    rf"|(?P<ordinal>(?<=第[{_NUMERALS}十]、))|(?P<figure>(?<=[0-9]、)(?![0-9])))|(?=等))",
    "、",
)


class Commas(NamedTuple):
    """Offsets of 、 by what stands beside it.

    ``deng``: before 等. ``label``: after ）or ①. ``pair``: between two digits of one script. ``ordinal``: after 第一.
    ``figure``: after figures.
    """

    deng: tuple[int, ...]
    label: tuple[int, ...]
    pair: tuple[int, ...]
    ordinal: tuple[int, ...]
    figure: tuple[int, ...]


def commas(document: Document) -> Commas:
    """Return the 、 that deserve a look; call it through ``document.get(commas)``."""
    found: dict[str, list[int]] = {kind: [] for kind in Commas._fields}
    for match in _COMMA.finditer(document.prose):
        found[match.lastgroup or "deng"].append(match.start())
    return Commas(*[tuple(places) for places in found.values()])
