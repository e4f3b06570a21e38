"""``gaojian lsp``: a language server for editors."""

import sys
from importlib.util import find_spec
from pathlib import Path

import click

from gaojian.diagnostic import Text
from gaojian.errors import UsageError
from gaojian.invocation import config_option, early_language, environment_language, language_option, reporting_errors


@click.command(name="lsp")
@click.option("--stdio", is_flag=True, hidden=True, help="一些编辑器总会给出 / some clients always give it")
@config_option
@language_option
def command(config: Path | None, lang: str | None, *, stdio: bool) -> None:
    """语言服务器：由编辑器启动，边写边查（经标准输入输出）。

    Language server on standard input and output, started by an editor: findings while typing.
    """
    del stdio
    language = early_language(lang)
    with reporting_errors(language):
        if sys.stdin.isatty():
            raise UsageError(
                Text(
                    "gaojian lsp 由编辑器启动，不能在终端里直接用；设置办法见 examples/editors/README.md",
                    "gaojian lsp is started by an editor, not by hand; examples/editors/README.md tells how",
                )
            )
        if find_spec("pygls") is None:
            raise UsageError(
                Text(
                    "语言服务器需要先运行：python -m pip install 'gaojian[lsp]'",
                    "the language server needs: python -m pip install 'gaojian[lsp]'",
                )
            )
        from gaojian.lsp.messages import Settings  # noqa: PLC0415 (this command alone needs it)
        from gaojian.lsp.session import serve  # noqa: PLC0415 (as above)

        file = str(config.absolute()) if config else None
        serve(Settings(config=file, lang=lang or environment_language()))
