"""What the server and the worker tell each other: small, and picklable. Places are ranges of the editor."""

from gaojian.diagnostic import Severity
from gaojian.lsp.positions import Range
from gaojian.record import NamedTuple


class Settings(NamedTuple):
    """What the client asks for.

    ``folders`` are those of the workspace; ``whole`` is to check all documents in them. ``seconds`` are what one
    document may take, and as many again for every mebibyte of it.
    """

    folders: tuple[str, ...] = ()
    encoding: str = "utf-16"
    config: str | None = None
    lang: str | None = None
    whole: bool = True
    seconds: float = 15.0


class Draft(NamedTuple):
    """An open document as the editor has it. ``key`` is the absolute path, or the URI where it is no file.

    ``name`` is what to call one that is no file; its suffix decides its format.
    """

    key: str
    name: str
    text: str
    version: int


class Change(NamedTuple):
    """Replace what is in ``range`` by ``text``."""

    range: Range
    text: str


class Remedy(NamedTuple):
    """A fix; ``is_safe`` says that it cannot change the meaning."""

    title: str
    is_safe: bool
    changes: tuple[Change, ...]


class Elsewhere(NamedTuple):
    """Another place that explains a finding."""

    key: str
    range: Range
    message: str


class Mark(NamedTuple):
    """A finding as an editor shows it. ``code`` is empty where it tells of something that could not be done."""

    code: str
    severity: Severity
    message: str
    range: Range
    related: tuple[Elsewhere, ...] = ()
    remedy: Remedy | None = None


class Report(NamedTuple):
    """All that there is to say of one document; ``version`` is that of the draft, None for a file."""

    key: str
    version: int | None
    language: str
    marks: tuple[Mark, ...]


class Answer(NamedTuple):
    """What the worker has to tell after an order.

    ``pages`` explain, by code and language, what rules say of themselves. ``pending`` are files that want examining,
    ``known`` all files of the workspace; ``is_outdated`` says that the configuration has changed; ``text`` is a
    document with its fixes made; ``wants_comparison`` that documents have still to be compared with each other.
    """

    reports: tuple[Report, ...] = ()
    pages: tuple[tuple[str, str, str], ...] = ()
    messages: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    known: frozenset[str] | None = None
    is_outdated: bool = False
    text: str | None = None
    wants_comparison: bool = False
