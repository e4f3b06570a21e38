"""``gaojian config``: the configuration of a file, and where it came from."""

from pathlib import Path

import click

from gaojian.invocation import config_option, early_language, language_option, own_plan, reporting_errors
from gaojian.listing import show_config
from gaojian.output import Output


@click.command(name="config")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@config_option
@language_option
def command(file: Path | None, config: Path | None, lang: str | None) -> None:
    """显示 FILE（默认为当前文件夹）适用的配置，以及每个值的来源。

    Show the configuration that holds for FILE, and where each value came from.
    """
    language = early_language(lang)
    with reporting_errors(language):
        target = file or Path()
        plan = own_plan(config, lang, language, target if target.is_dir() else target.parent)
        Output(None, machine=False).write(show_config(plan, file, language))
