"""``gaojian checks``: all checks, and which of them are selected here."""

from pathlib import Path

import click

from gaojian.invocation import config_option, early_language, language_option, own_plan, reporting_errors
from gaojian.listing import list_rules, list_rules_json
from gaojian.output import Output


@click.command(name="checks")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@config_option
@language_option
def command(output_format: str, config: Path | None, lang: str | None) -> None:
    """列出全部检查，* 表示按当前配置启用。

    List all checks; * marks those that the configuration here selects.
    """
    language = early_language(lang)
    with reporting_errors(language):
        plan = own_plan(config, lang, language)
        write = list_rules_json if output_format == "json" else list_rules
        Output(None, machine=output_format == "json").write(write(plan.rules, plan.active, language))
