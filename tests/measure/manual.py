"""The manual pages, made of the commands: ``make manual``."""

import os
import sys
import warnings
from pathlib import Path

import click
from click_man.core import write_man_pages  # type: ignore[import-untyped]

from gaojian import __version__
from gaojian.cli import cli


def write_manual(folder: Path, date: str) -> None:
    """Write a page for every command to ``folder``; ``date`` is the day that stands on them, in seconds since 1970."""
    # The generator looks for commands where a group keeps them, and ours is imported when it is asked for.
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        if command is not None:
            cli.add_command(command)
    os.environ["SOURCE_DATE_EPOCH"] = date
    folder.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        # The generator calls what click will take away in its version 9, which we do not allow yet.
        warnings.simplefilter("ignore", DeprecationWarning)
        write_man_pages("gaojian", cli, version=__version__, target_dir=str(folder))


if __name__ == "__main__":
    write_manual(Path(sys.argv[1]), sys.argv[2])
