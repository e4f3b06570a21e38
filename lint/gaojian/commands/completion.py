"""``gaojian completion``: what makes a shell complete commands, options and files."""

import click
from click.shell_completion import get_completion_class

from gaojian.output import Output

_VARIABLE = "_GAOJIAN_COMPLETE"


@click.command(name="completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, /, shell: str) -> None:
    """输出 SHELL 的补全脚本，例如：gaojian completion bash > ~/.local/share/bash-completion/completions/gaojian。

    Print the completion script of a shell, for the folder where it keeps them.
    """
    complete = get_completion_class(shell)
    if complete is None:
        raise click.UsageError(f"no completion for {shell}")
    Output(None, machine=True).write([complete(context.find_root().command, {}, "gaojian", _VARIABLE).source() + "\n"])
