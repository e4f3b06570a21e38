"""The command line: finds the command, and says what is wrong with the call in one sentence."""

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from gaojian import __version__
from gaojian.collecting import collect_seldom
from gaojian.compiled import expressions
from gaojian.invocation import say
from gaojian.modules import modules
from gaojian.toml import tables

_COMMANDS = (
    "check",
    "annotate",
    "baseline",
    "explain",
    "checks",
    "config",
    "lsp",
    "test-rules",
    "new-check",
    "completion",
    "clean",
)


class _Commands(click.Group):
    """Commands by name, imported when they are asked for: starting up costs more than checking a report."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which they are of use."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"gaojian.commands.{cmd_name.replace('-', '_')}").command
        return command


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="gaojian %(version)s")
def cli() -> None:
    """稿检：检查中文文稿里漏填的数字、占位符、错误的日期和重复的段落。

    Check Chinese documents for missing numbers, placeholders, impossible dates and doubled text.
    """


def main(prog_name: str | None = None) -> None:
    """Run the command line; what is wrong with it is said in one sentence, exit code 2."""
    collect_seldom()
    try:
        code = cli.main(prog_name=prog_name, standalone_mode=False)
    except click.UsageError as error:
        place = f"（{error.ctx.command_path} --help）" if error.ctx else ""
        say(f"命令有误{place} / usage: {error.format_message()}")
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    finally:
        expressions.keep()
        tables.keep()
        modules.keep()
    _leave(code if isinstance(code, int) else 0)


def _leave(code: int) -> NoReturn:
    """End the process with ``code``, all being written: to take a hundred modules apart takes a tenth of a run."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        # Nobody reads any more: the interpreter knows how to end then.
        sys.exit(code)
    os._exit(code)
