"""SARIF 2.1.0, for code scanning services and editors.

Columns and offsets count code points, as ``columnKind`` says. Locations are relative to %SRCROOT%, the directory where
the run was started. Nothing in the log tells of the machine or the time: the same documents give the same log.
"""

import inspect
from collections.abc import Iterator, Mapping, Sequence

from gaojian import __version__
from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Edit, Failure, Fix, Outcome, Place, Text, in_order
from gaojian.reading import is_plain
from gaojian.report.fingerprint import Fingerprints
from gaojian.report.json import encode, lines
from gaojian.report.location import uri
from gaojian.report.style import Source, Style

_Object = dict[str, object]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LONGEST_DESCRIPTION = 1024  # what GitHub takes
_MOST_RESULTS = 25_000  # the same


def render(outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source) -> Iterator[str]:
    """Yield one log with one run, a line for each result."""
    diagnostics = _within_limit(outcome.diagnostics)
    names = {diagnostic.code: diagnostic.name for diagnostic in diagnostics}
    codes = sorted(names)
    descriptors = [_descriptor(code, names[code], rules.get(code), style.language) for code in codes]
    head = encode({"$schema": _SCHEMA, "version": "2.1.0"})
    yield f'{head[:-1]}, "runs": [\n'
    yield f'{encode(_run(outcome, descriptors, style.language))[:-1]}, "results": [\n'
    indexes = {code: index for index, code in enumerate(codes)}
    fingerprints = Fingerprints(source)
    yield from lines(
        _result(diagnostic, indexes[diagnostic.code], fingerprints.of(diagnostic), style.language)
        for diagnostic in diagnostics
    )
    yield "]}]}\n"


def _within_limit(diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """Return the gravest of ``diagnostics``, in their order, where there are more than services take."""
    if len(diagnostics) <= _MOST_RESULTS:
        return diagnostics
    return in_order(sorted(diagnostics, key=lambda diagnostic: -diagnostic.severity)[:_MOST_RESULTS])


def _run(outcome: Outcome, descriptors: list[_Object], language: str) -> _Object:
    return {
        "tool": {"driver": {"name": "gaojian", "version": __version__, "rules": descriptors}},
        "language": "en" if language == "en" else "zh-CN",
        "invocations": [
            {
                "executionSuccessful": not outcome.failures,
                "toolExecutionNotifications": [
                    *(_notification(failure, language) for failure in outcome.failures),
                    *_left_out(outcome, language),
                ],
            }
        ],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The directory where the run was started."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
    }


def _descriptor(code: str, name: str, rule: type[Rule] | None, language: str) -> _Object:
    if rule is None:
        return {"id": code, "name": name}
    title = rule.title.in_language(language)
    documentation = inspect.cleandoc(rule.__doc__ or title)
    basis = "\n".join(rule.basis)
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": documentation.partition("\n\n")[0][:_LONGEST_DESCRIPTION]},
        "help": {"text": f"{documentation}\n\n{basis}" if basis else documentation},
        "defaultConfiguration": {"level": rule.severity.label},
    }


def _notification(failure: Failure, language: str) -> _Object:
    notification: _Object = {"level": "error", "message": {"text": failure.message.in_language(language)}}
    if failure.path:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(failure.path)}}]
    return notification


def _left_out(outcome: Outcome, language: str) -> Iterator[_Object]:
    more = len(outcome.diagnostics) - _MOST_RESULTS
    if more > 0:
        text = Text(
            f"问题太多，只写入最重的 {_MOST_RESULTS} 处，另有 {more} 处没有写入",
            f"only the gravest {_MOST_RESULTS} findings are listed, {more} are left out",
        )
        yield {"level": "warning", "message": {"text": text.in_language(language)}}


def _result(diagnostic: Diagnostic, index: int, fingerprint: str, language: str) -> _Object:
    result: _Object = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": diagnostic.severity.label,
        "message": {"text": diagnostic.message.in_language(language)},
        "locations": [{"physicalLocation": _physical(diagnostic)}],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _physical(place),
                "message": {"text": place.message.in_language(language)},
            }
            for number, place in enumerate(diagnostic.related, start=1)
        ]
    # Offsets into a text that was taken out of a package or markup are none into the file.
    if diagnostic.fix and is_plain(diagnostic.path):
        result["fixes"] = [_fix(diagnostic.path, diagnostic.fix, language)]
    return result


def _physical(place: Diagnostic | Place) -> _Object:
    return {
        "artifactLocation": _artifact(place.path),
        "region": {
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
        },
    }


def _artifact(path: str) -> _Object:
    location = uri(path)
    return {"uri": location} if location.startswith("file:") else {"uri": location, "uriBaseId": _ROOT}


def _fix(path: str, fix: Fix, language: str) -> _Object:
    replacements = [_replacement(edit) for edit in fix.edits]
    return {
        "description": {"text": fix.title.in_language(language)},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }


def _replacement(edit: Edit) -> _Object:
    return {
        "deletedRegion": {"charOffset": edit.span.start, "charLength": edit.span.end - edit.span.start},
        "insertedContent": {"text": edit.replacement},
    }
