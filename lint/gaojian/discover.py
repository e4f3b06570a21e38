"""Paths to files: walks folders, minds .gitignore and excludes, follows no link out of the tree."""

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gaojian.diagnostic import Failure, Text
from gaojian.reading import SUFFIXES

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SKIPPED_FOLDERS = ("node_modules",)
_HIDDEN = Text("隐藏文件夹", "a hidden folder")
_SKIPPED = Text("第三方软件包的文件夹", "a folder of third-party packages")
_NO_DOCUMENT = Text("后缀不是文稿的（点名则照查）", "its suffix is no document's; named, it is checked")
_LOCK = Text("Word 打开文稿时的临时文件", "what Word puts beside an open draft")
EXCLUDED = Text("配置的 exclude 排除了它", "excluded by the configuration")
_IGNORED = Text(".gitignore 忽略了它", "ignored by .gitignore")
_OUTSIDE = Text("链接指向文件夹之外", "a link that leads out of the folder")


class PathPatterns:
    """Gitignore patterns relative to one folder."""

    def __init__(self, folder: Path, lines: tuple[str, ...]) -> None:
        self.folder = folder
        self.lines = lines

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 (30 ms that most runs need not pay)

        return GitIgnoreSpec.from_lines(self.lines)

    def verdict(self, path: Path, *, folder: bool = False) -> bool | None:
        """Return True if ``path`` is matched, False if it is excepted by ``!``, None if no pattern speaks of it."""
        if not self.lines or not path.is_relative_to(self.folder):
            return None
        name = path.relative_to(self.folder).as_posix() + ("/" if folder else "")
        return self._spec.check_file(name).include

    def match(self, path: Path) -> bool:
        """Return whether ``path`` or a folder above it is matched."""
        if not self.lines or not path.is_relative_to(self.folder):
            return False
        parents = [parent for parent in path.parents if parent != self.folder and parent.is_relative_to(self.folder)]
        return self.verdict(path) is True or any(self.verdict(parent, folder=True) is True for parent in parents)


class Discovery:
    """What was found: files in order, each once; what could not be had; what was left out, for people to know.

    ``passed`` holds, where the run is to ``explain``, every path that was passed over, and why.
    """

    def __init__(self, *, explain: bool = False) -> None:
        self.explain = explain
        self.files: list[Path] = []
        self.failures: list[Failure] = []
        self.notices: list[Text] = []
        self.passed: list[tuple[str, Text]] = []

    def pass_over(self, path: Path, reason: Text) -> None:
        """Keep why ``path`` is none of the files, if anybody wants to know."""
        if self.explain:
            self.passed.append((shown(path), reason))


def discover(
    paths: Sequence[Path], exclude: PathPatterns, *, force_exclude: bool = False, explain: bool = False
) -> Discovery:
    """Return the documents under ``paths``, sorted within each folder.

    A file that is named is taken whatever its suffix, and even if excluded unless ``force_exclude``. A path that does
    not exist, a folder that cannot be listed and a folder without any document are failures.
    """
    found = Discovery(explain=explain)
    seen: set[str] = set()
    for path in paths:
        if path.is_dir():
            files = list(_walk(path, exclude, found))
            if not files and not any(failure.path.startswith(shown(path)) for failure in found.failures):
                suffixes = " ".join(SUFFIXES)
                found.failures.append(
                    Failure(
                        shown(path),
                        Text(
                            f"文件夹里没有可检查的文稿（{suffixes}），或都已被排除；请指明文件",
                            f"the folder holds no document ({suffixes}), or all are excluded; name the files",
                        ),
                    )
                )
        elif path.exists() and force_exclude and exclude.match(path.absolute()):
            files = []
            found.pass_over(path, EXCLUDED)
        elif path.exists():
            files = [path]
        else:
            files = []
            found.failures.append(
                Failure(shown(path), Text("没有这个文件或文件夹；请检查路径", "no such file or folder; check the path"))
            )
        for file in files:
            absolute = os.path.abspath(file)  # noqa: PTH100 (as in shown)
            if absolute not in seen:
                seen.add(absolute)
                found.files.append(file)
    return found


def shown(path: Path) -> str:
    """Return ``path`` as reports show it: as it was given, but relative where it lies below the current folder."""
    # Ten times as fast as pathlib, and done for every file.
    current = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118
    return os.path.normpath(path).removeprefix(current).replace(os.sep, "/")


def _walk(root: Path, exclude: PathPatterns, found: Discovery) -> Iterator[Path]:
    tree = root.resolve()
    ignores = [exclude, *_ignores_above(tree)]
    yield from _walk_folder(root, tree, tree, ignores, found)


def _walk_folder(folder: Path, real: Path, tree: Path, ignores: list[PathPatterns], found: Discovery) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        reason = error.strerror or str(error)
        found.failures.append(
            Failure(shown(folder), Text(f"无法列出文件夹（{reason}）", f"the folder cannot be listed ({reason})"))
        )
        return
    if any(entry.name == ".gitignore" for entry in entries):
        ignores = [*ignores, *_ignore_file(real)]
    has_patterns = any(patterns.lines for patterns in ignores)
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        against = _reason(entry.name, folder=is_folder)
        if against is None and has_patterns:
            against = _ignored(real / entry.name, ignores, folder=is_folder)
        path = folder / entry.name
        if against is not None:
            found.pass_over(path, against)
            continue
        if is_folder:
            yield from _walk_folder(path, real / entry.name, tree, ignores, found)
        elif not entry.is_symlink() or path.resolve().is_relative_to(tree):
            yield path
        else:
            found.pass_over(path, _OUTSIDE)
            found.notices.append(Text(f"跳过 {shown(path)}：{_OUTSIDE.zh}", f"skipped {shown(path)}: {_OUTSIDE.en}"))


def _reason(name: str, *, folder: bool) -> Text | None:
    """Return why a file or folder of this name is passed over; None where it is not."""
    if folder:
        if name.startswith("."):
            return _HIDDEN
        return _SKIPPED if name in _SKIPPED_FOLDERS else None
    if not name.lower().endswith(SUFFIXES):
        return _NO_DOCUMENT
    # ~$draft.docx is what Word puts beside a draft that is open.
    return _LOCK if name.startswith("~$") else None


def _ignored(path: Path, ignores: list[PathPatterns], *, folder: bool) -> Text | None:
    """Return why ``path`` is ignored, or None.

    Git's rule: the last pattern that speaks decides, and deeper files speak last. Above git stands the configuration.
    """
    if ignores[0].verdict(path, folder=folder) is True:
        return EXCLUDED
    verdicts = [verdict for patterns in ignores if (verdict := patterns.verdict(path, folder=folder)) is not None]
    return _IGNORED if verdicts and verdicts[-1] else None


def _ignores_above(folder: Path) -> list[PathPatterns]:
    """Return the .gitignore files of the folders above, as far up as the root of the repository, outermost first."""
    above = []
    for ancestor in (folder, *folder.parents):
        if ancestor != folder:
            above.append(ancestor)
        if (ancestor / ".git").exists():
            return [patterns for parent in reversed(above) for patterns in _ignore_file(parent)]
    return []


def _ignore_file(folder: Path) -> list[PathPatterns]:
    try:
        text = (folder / ".gitignore").read_text("utf-8", errors="replace")
    except OSError:
        return []
    return [PathPatterns(folder, tuple(text.splitlines()))]
