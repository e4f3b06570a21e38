"""What has to be true of a reviewed Word file, however broken the draft was that it was made of."""

import io
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gaojian.annotate import Reviewed, annotate
from gaojian.examine import Source
from gaojian.plan import Plan
from gaojian.reading import ReadError, read_bytes
from gaojian.session import Overrides, Session
from gaojian.word.comments import AUTHOR
from gaojian.word.names import local, value
from gaojian.word.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DATE = "2026-11-22T08:00:00Z"
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


def examine_review(name: str, data: bytes) -> None:
    """Annotate ``data``; raise AssertionError if what comes out is broken, or says something else.

    A file that cannot be read is refused by ReadError, and nothing else. Comments leave the text as it is, and
    suggestions can be taken back: the next run without them gives the text and the comments of the first.
    """
    try:
        plain = _reviewed(name, data, suggest=False)
    except ReadError:
        return
    if plain is None:
        return
    text = read_bytes(plain, name).text
    suggested = _reviewed(name, plain, suggest=True)
    assert suggested is not None
    again = _reviewed(name, suggested, suggest=False)
    assert again is not None
    assert read_bytes(again, name).text == text
    assert _said(again) == _said(plain)


def _reviewed(name: str, data: bytes, *, suggest: bool) -> bytes | None:
    """Return the reviewed file, None where it was told that it cannot be checked."""
    result = annotate(Source(name, data=data), _plan(), date=_DATE, suggest=suggest)
    if result.data is None:
        assert len(result.outcome.failures) == 1
        return None
    assert result.outcome.failures == ()
    _examine_package(data, result.data)
    _examine_comments(result.data, result)
    return result.data


@cache
def _plan() -> Plan:
    return Session(Overrides(lang="zh")).plan_for(Path())


def _examine_package(before: bytes, after: bytes) -> None:
    """Raise AssertionError if the package lost a member, doubled one, or is damaged."""
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert set(old.namelist()) <= set(new.namelist())
        for name in new.namelist():
            if name not in old.namelist() or old.getinfo(name).CRC != new.getinfo(name).CRC:
                Package(after).parse(name)


def _examine_comments(data: bytes, result: Reviewed) -> None:
    """Raise AssertionError if a new comment is not begun, ended and referred to in the text, once each."""
    package = Package(data)
    added = [value(comment, "id") for comment in _comments(package) if value(comment, "date") == _DATE]
    assert len(added) == result.comments + bool(result.gathered)
    body = package.parse(package.document)
    marks = Counter((local(one.tag), value(one, "id")) for one in body.iter("{*}*") if local(one.tag) in _MARKS)
    assert {marks[mark, identifier] for mark in _MARKS for identifier in added} <= {1}


def _said(data: bytes) -> list[str]:
    """Return the text of gaojian's comments."""
    return ["".join(map(str, comment.itertext())) for comment in _comments(Package(data))]


def _comments(package: Package) -> "list[Element]":
    name = package.linked("comments")
    return [] if name is None else [one for one in package.parse(name) if value(one, "author") == AUTHOR]
