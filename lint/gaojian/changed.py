"""Documents and lines that changed since a revision of git.

A line has changed if the older version does not hold it, or not so often: lines that only moved have not. Versions are
read like any document, so that a paragraph of a Word file is a line here too.
"""

import os
import subprocess
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path, PurePosixPath

from gaojian.diagnostic import Diagnostic, Place, Text
from gaojian.errors import UsageError
from gaojian.examine import Source
from gaojian.plan import Plan
from gaojian.reading import ReadError, read_bytes
from gaojian.sieve import Texts

# The repository may be anybody's: none of its programs is run.
_GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.quotepath=off", "--no-optional-locks")


class Changes:
    """What changed in one repository between ``revision`` and the work tree, or what is staged.

    Raises UsageError where there is no repository, or no such revision.
    """

    def __init__(self, folder: Path, revision: str = "HEAD", *, staged: bool = False) -> None:
        self._staged = staged
        self._root = Path(_git(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n"))
        self._base = "HEAD" if staged else _base(folder, revision)
        self._before = self._older_names()

    def select(self, plan: Plan, sources: Iterable[Source]) -> list[Source]:
        """Return those of ``sources`` that changed, and those that a project check compares them with.

        What is staged is taken from the index, where the work tree has gone on.
        """
        names = [(source, self._name(source)) for source in sources]
        changed = {name for _, name in names if name is not None and name in self._before}
        folders = {PurePosixPath(name).parent for name in changed} if plan.planned_project_checks else set()
        is_wide = not all(planned.declaration.within_folder for planned in plan.planned_project_checks)
        chosen = []
        for source, name in names:
            if name in changed and self._staged and source.file is not None:
                chosen.append(self._from_index(source, str(name)))
            elif name in changed or is_wide or (name is not None and PurePosixPath(name).parent in folders):
                chosen.append(source)
        return chosen

    def sieve(self, plan: Plan, sources: Iterable[Source]) -> "ChangedOnly":
        """Return the sieve that keeps what concerns a changed line of ``sources``."""
        return ChangedOnly(self, plan, {source.name: source for source in sources})

    def older_text(self, plan: Plan, source: Source) -> tuple[bool, str | None]:
        """Return whether ``source`` changed at all, and the text it had; None where it is new, or could not be read."""
        name = self._name(source)
        if name is None or name not in self._before:
            return False, None
        older = self._before[name]
        if older is None:
            return True, None
        try:
            data = _git(self._root, "cat-file", "blob", f"{self._base}:{older}")
            return True, read_bytes(data, older, plan.profile_of(source.name), plan.encoding).text
        except (UsageError, ReadError):
            return True, None

    def _name(self, source: Source) -> str | None:
        """Return the name of ``source`` in its repository; None outside of it."""
        path = Path(os.path.abspath(source.file or source.name))  # noqa: PTH100 (a link is its own document)
        for root in (self._root, self._root.resolve()):
            if path.is_relative_to(root):
                return path.relative_to(root).as_posix()
        real = path.parent.resolve() / path.name
        return real.relative_to(self._root.resolve()).as_posix() if real.is_relative_to(self._root.resolve()) else None

    def _from_index(self, source: Source, name: str) -> Source:
        data = _git(self._root, "cat-file", "blob", f":{name}")
        return source if source.contents() == data else Source(source.name, data=data)

    def _older_names(self) -> dict[str, str | None]:
        """Return every changed document with the name it had; None where it is new."""
        arguments = ["diff", "--name-status", "-z", "-M", "--no-ext-diff", "--no-textconv", "--ignore-submodules"]
        target = ["--cached", self._base] if self._staged else [self._base]
        fields = iter(_split(_git(self._root, *arguments, *target, "--")))
        names: dict[str, str | None] = {}
        for status in fields:
            first = next(fields)
            if status[0] in "RC":
                names[next(fields)] = first
            elif status != "D":
                names[first] = None if status == "A" else first
        if not self._staged:
            untracked = _git(self._root, "ls-files", "--others", "--exclude-standard", "-z")
            names.update(dict.fromkeys(_split(untracked)))
        return names


class ChangedOnly:
    """A sieve: what concerns a line that changed, by its own place or by one that it speaks of."""

    def __init__(self, changes: Changes, plan: Plan, sources: dict[str, Source]) -> None:
        self._changes = changes
        self._plan = plan
        self._sources = sources

    def __call__(self, diagnostics: Sequence[Diagnostic], texts: Texts) -> Iterator[Diagnostic]:
        """Yield those of ``diagnostics`` that concern a changed line."""
        known: dict[str, _ChangedLines | None] = {}

        def concerns(place: Diagnostic | Place) -> bool:
            if place.path not in known:
                known[place.path] = self._changed_lines(place.path, texts)
            lines = known[place.path]
            return lines is not None and lines.meet(place.span.start, place.span.end)

        for diagnostic in diagnostics:
            if concerns(diagnostic) or any(map(concerns, diagnostic.related)):
                yield diagnostic

    def _changed_lines(self, path: str, texts: Texts) -> "_ChangedLines | None":
        source = self._sources.get(path)
        changed, older = self._changes.older_text(self._plan, source) if source else (False, None)
        text = texts(path) if changed else None
        return None if text is None else _ChangedLines(text, older)


class _ChangedLines:
    """The lines of ``text`` that ``older`` does not hold; all of them for None."""

    def __init__(self, text: str, older: str | None) -> None:
        lines = text.split("\n")
        new = Counter(map(str.strip, lines))
        old = Counter(map(str.strip, older.split("\n"))) if older is not None else Counter[str]()
        more = {line for line, count in new.items() if count > old[line]}
        self._changed = [line.strip() in more for line in lines]
        self._starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]

    def meet(self, start: int, end: int) -> bool:
        """Return whether a changed line lies in part between the offsets ``start`` and ``end``."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, max(start, end - 1)) - 1
        return any(self._changed[first : last + 1])


def content_at(revision: str, file: Path) -> bytes | None:
    """Return what ``file`` held at ``revision``, or where this branch left it; None if it was not there.

    Raises UsageError where there is no repository, or no such revision.
    """
    folder = file.resolve().parent
    commit = _base(folder, revision)
    if not _git(folder, "ls-tree", "-z", commit, "--", f"./{file.name}"):
        return None
    return _git(folder, "cat-file", "blob", f"{commit}:./{file.name}")


def _base(folder: Path, revision: str) -> str:
    """Return the commit from which on changes count: where this branch left ``revision``."""
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", of=revision)
    try:
        commit = _git(folder, "merge-base", commit.decode().strip(), "HEAD")
    except UsageError:
        # Histories without a common commit: a shallow clone, say. The revision itself is what is left.
        return commit.decode().strip()
    return commit.decode().strip()


def _git(folder: Path, *arguments: str, of: str = "") -> bytes:
    """Return what git prints. Raises UsageError; ``of`` is the revision that the user gave."""
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        process = subprocess.run(  # noqa: S603 (git itself, and no shell)
            [*_GIT, "-C", os.fspath(folder), *arguments], capture_output=True, check=False, env=environment
        )
    except OSError as error:
        raise UsageError(
            Text("--changed 和 --staged 需要 git，请先安装", "--changed and --staged need git: install it")
        ) from error
    if process.returncode == 0:
        return process.stdout
    if of:
        raise UsageError(
            Text(
                f"--changed {of}：git 里没有这个版本；文件和文件夹请写在最后，例如 --changed=HEAD {of}",
                f"--changed {of}: git knows no such revision; put paths behind it, as in --changed=HEAD {of}",
            )
        )
    reason = process.stderr.decode("utf-8", "replace").strip().splitlines()
    raise UsageError(
        Text(
            f"--changed 和 --staged 只能用在 git 仓库里（{reason[-1] if reason else folder}）",
            f"--changed and --staged work in a git repository ({reason[-1] if reason else folder})",
        )
    )


def _split(listed: bytes) -> list[str]:
    return listed.decode("utf-8", "surrogateescape").split("\0")[:-1]
