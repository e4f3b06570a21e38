"""Other tools on the same documents, as far as they are installed: they check other things, so only speed compares."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Peer(NamedTuple):
    """A tool, what it is, and the arguments by which it checks all Markdown below the current folder."""

    name: str
    what: str
    arguments: tuple[str, ...]


PEERS = (
    Peer("autocorrect", "Chinese spacing and marks, Rust", ("--lint", "--format", "json", ".")),
    Peer("zhlint", "Chinese spacing and marks, JavaScript", ("**/*.md",)),
    Peer("textlint", "rules of its own configuration, JavaScript", ("**/*.md",)),
    Peer("markdownlint-cli2", "Markdown, JavaScript", ("**/*.md",)),
    Peer("jscpd", "duplicates, Rust", ("-f", "markdown,txt", "-x", "1000000", "-z", "100mb", "--silent", ".")),
    Peer("codespell", "English spelling, Python", (".",)),
    Peer("typos", "English spelling, Rust", (".",)),
    Peer("rumdl", "Markdown, Rust", ("check", "--no-cache", ".")),
)


def installed(folders: tuple[Path, ...] = ()) -> Iterator[tuple[Peer, list[str]]]:
    """Yield the peers that are found in ``folders`` or on the path, with their whole command."""
    for peer in PEERS:
        for place in (*map(str, folders), None):
            program = shutil.which(peer.name, path=place)
            if program is not None:
                yield peer, [program, *peer.arguments]
                break
