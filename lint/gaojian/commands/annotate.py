"""``gaojian annotate``: findings as comments in a Word file."""

from pathlib import Path
from typing import Any

import click

from gaojian.annotate import Request, review, told
from gaojian.diagnostic import Outcome
from gaojian.invocation import (
    Codes,
    config_option,
    early_language,
    failure_line,
    language_option,
    overrides,
    reporting_errors,
    say,
)
from gaojian.reading import ENCODINGS
from gaojian.report import summary
from gaojian.session import Session, exit_code


@click.command(name="annotate")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(path_type=Path), help="批注后的文件 / the reviewed file")
@click.option("--in-place", is_flag=True, help="改写原文件 / rewrite the draft itself")
@click.option("--suggest", is_flag=True, help="把修改建议写成修订 / write fixes as tracked changes")
@click.option("--select", multiple=True, type=Codes(), help="只做这些检查 / codes, prefixes, ALL or DEFAULT")
@click.option("--ignore", multiple=True, type=Codes(), help="不做这些检查 / codes or prefixes")
@config_option
@click.option("--encoding", type=click.Choice(ENCODINGS), help="同 check / as for check")
@click.option("--date", type=click.DateTime(), help="批注的日期，默认为现在 / date of the comments, now by default")
@language_option
@click.option("--quiet", "-q", is_flag=True, help="不输出小结 / no summary")
@click.option("--exit-zero", is_flag=True, help="有问题也返回 0 / exit 0 in spite of findings")
@click.pass_context
def command(context: click.Context, /, file: Path, **options: Any) -> None:
    """批注 Word 文稿：把检查结果写成 FILE（.docx）的批注，另存为 -o 指定的文件。

    Write the findings into a Word file as comments; those of an earlier run are replaced, those of people stay.
    """
    language = early_language(options["lang"])
    with reporting_errors(language):
        session = Session(overrides(options))
        plan = session.plan_for(file.parent)
        language = plan.config.lang
        wish = {key: options[key] for key in ("output", "in_place", "suggest", "date")}
        reviewed = review(Request(file, **wish), plan)
    outcomes = [("never", Outcome((), tuple(session.failures), 0)), (plan.config.fail_on, reviewed.outcome)]
    for failure in [*session.failures, *reviewed.outcome.failures]:
        say(failure_line(failure, language))
    if not options["quiet"]:
        for text in told(reviewed):
            say(text.in_language(language))
        click.echo(summary(reviewed.outcome, language), err=True)
    context.exit(exit_code(outcomes, exit_zero=options["exit_zero"]))
