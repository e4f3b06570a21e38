"""The templates filled in: what of the page is markup, and what only looks like it."""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from gaojian import __version__
from gaojian.report.html.inscription import inscribe
from gaojian.report.html.page import Page
from gaojian.report.html.words import WORDS
from gaojian.report.rating import PASS_LINE
from gaojian.report.screen import visible

_PACKAGE = "gaojian.report.html"


def pieces(page: Page, language: str) -> Iterator[str]:
    """Yield the markup of ``page`` in small pieces."""
    script, sheet = _part("page.js"), _part("page.css")
    return (
        _environment(language)
        .get_template("page.html")
        .generate(
            page=page,
            language=language,
            version=__version__,
            pass_line=PASS_LINE,
            script=Markup(script),  # noqa: S704 (our own file)
            sheet=Markup(sheet),  # noqa: S704 (as above)
            script_hash=_digest(script),
            sheet_hash=_digest(sheet),
        )
    )


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_spelled_out,
    )
    environment.filters["inscribe"] = inscribe
    environment.globals["t"] = {key: text.in_language(language) for key, text in WORDS.items()}
    return environment


def _part(name: str) -> str:
    return files(_PACKAGE).joinpath("templates", name).read_text("utf-8")


def _digest(text: str) -> str:
    """Return what a policy knows an inline script or style by."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _spelled_out(value: object) -> object:
    """Return ``value``, in words that show what hides or reorders, wherever a template shows what is not markup."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
