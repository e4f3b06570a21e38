"""``gaojian explain``: what a check finds, and why."""

from pathlib import Path

import click

from gaojian.explain import explain as explain_rule
from gaojian.explain import suppression
from gaojian.invocation import config_option, early_language, language_option, own_plan, reporting_errors
from gaojian.listing import find_rule
from gaojian.output import Output


@click.command(name="explain")
@click.argument("codes", nargs=-1, required=True)
@config_option
@language_option
def command(codes: tuple[str, ...], config: Path | None, lang: str | None) -> None:
    """解释检查：CODES 是代码（BLK001）或名称（missing-amount）。

    Explain checks by code or name: what they find, why, on what norm, with examples and options.
    """
    language = early_language(lang)
    with reporting_errors(language):
        rules = own_plan(config, lang, language).rules
        found = [find_rule(code, rules) for code in codes]
        Output(None, machine=False).write(
            [*(f"{explain_rule(rule, language).rstrip()}\n\n" for rule in found), suppression(found[-1].code, language)]
        )
