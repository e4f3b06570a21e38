"""The command line: parses, calls the pipeline, writes what it gives, returns the exit code; decides nothing else."""

import sys
from pathlib import Path
from typing import Any

import click

from gaojian import __version__
from gaojian.diagnostic import Outcome
from gaojian.invocation import (
    Codes,
    config_option,
    early_language,
    failure_line,
    language_option,
    overrides,
    own_plan,
    repairs_for,
    reporting_errors,
    say,
    standard_input,
)
from gaojian.output import Output, progress, terminal_width, wants_color
from gaojian.reading import ENCODINGS
from gaojian.report import FORMATS, MACHINE_FORMATS, Style, left_out, render, summary


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="gaojian %(version)s")
def cli() -> None:
    """稿检：检查中文文稿里漏填的数字、占位符、错误的日期和重复的段落。

    Check Chinese documents for missing numbers, placeholders, impossible dates and doubled text.
    """


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--select", multiple=True, type=Codes(), help="只做这些检查 / codes, prefixes, ALL or DEFAULT")
@click.option("--ignore", multiple=True, type=Codes(), help="不做这些检查 / codes or prefixes")
@config_option
@click.option(
    "--fail-on",
    type=click.Choice(["note", "warning", "error", "never"]),
    help="达到此级别则退出码为 1 / severity that fails the run  [default: warning]",
)
@click.option(
    "--output-format", type=click.Choice(FORMATS), default="text", show_default=True, help="输出格式 / format"
)
@click.option("--output-file", type=click.Path(path_type=Path), help="把报告写入文件 / write the report to a file")
@click.option("--encoding", type=click.Choice(ENCODINGS), help="文本文件的编码，默认自动识别 / of all text files")
@click.option("--fix", is_flag=True, help="改好不影响文意的问题 / make the safe fixes")
@click.option("--unsafe-fixes", is_flag=True, help="需要核对的修改也做 / make all fixes; review them")
@click.option("--diff", is_flag=True, help="只显示修改，不写文件 / show fixes as a patch, write nothing")
@click.option("--statistics", is_flag=True, help="按代码统计 / count findings by code")
@language_option
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="颜色 / colour"
)
@click.option("--jobs", "-j", type=click.IntRange(min=0), default=0, help="进程数，0 为自动 / processes; 0 chooses")
@click.option("--quiet", "-q", is_flag=True, help="不输出小结和进度 / no summary, no progress bar")
@click.option("--exit-zero", is_flag=True, help="有问题也返回 0 / exit 0 in spite of findings")
@click.option("--stdin-filename", help="标准输入当作这个文件 / name of what standard input (-) holds")
@click.option("--force-exclude", is_flag=True, help="点名的文件也按 exclude 排除 / exclude even files that are named")
@click.pass_context
def check(context: click.Context, /, paths: tuple[Path, ...], **options: Any) -> None:
    """检查文稿：PATHS 是文件或文件夹，默认为当前文件夹；- 表示标准输入。

    Check files and folders (the current one by default); - reads standard input.
    """
    # The pipeline is imported here, so that --help and --version start fast.
    from gaojian.report.summary import fixable  # noqa: PLC0415
    from gaojian.run import merge, run  # noqa: PLC0415
    from gaojian.session import Session, exit_code, texts_of  # noqa: PLC0415

    with reporting_errors(early_language(options["lang"])):
        session = Session(overrides(options))
        named = paths or (Path("-" if options["stdin_filename"] else "."),)
        stdin = standard_input(named, options["stdin_filename"])
        groups = session.assemble(named, force_exclude=options["force_exclude"], stdin=stdin)
        language = groups[0][0].config.lang if groups else early_language(options["lang"])
        machine = options["output_format"] in MACHINE_FORMATS
        outcomes = [("never", Outcome((), tuple(session.failures), 0))]
        size = sum(source.size for _, sources in groups for source in sources)
        repairs = repairs_for(options)
        with Output(options["output_file"], machine=machine) as output:
            with progress(size, quiet=options["quiet"]) as advance:
                for index, (plan, sources) in enumerate(groups):
                    outcome = run(plan, sources, jobs=options["jobs"], advance=advance)
                    if repairs is not None:
                        groups[index], outcome = repairs.make(plan, sources, outcome)
                    outcomes.append((plan.config.fail_on, outcome))
            outcome = merge([outcome for _, outcome in outcomes])
            rules = {code: rule for plan, _ in groups for code, rule in plan.rules.items()}
            style = Style(
                language,
                color=not machine and wants_color(options["color"], terminal=output.is_terminal),
                statistics=options["statistics"],
                width=terminal_width(),
            )
            report = render(options["output_format"], outcome, rules, style, texts_of(groups))
            if repairs is not None and options["diff"]:
                output.write_bytes(repairs.patch())
                outcomes.append(("note", Outcome((), tuple(repairs.unshown), 0)))
            elif repairs is not None and stdin is not None:
                # What came in goes out, mended; what is said of it must not stand in between.
                output.write_bytes(source.data for _, sources in groups for source in sources if not source.file)
                click.echo("".join(report), nl=False, err=True)
            else:
                output.write(report)
    outcome = merge([outcome for _, outcome in outcomes])
    for text in [*session.notices, *left_out(outcome), *(repairs.unwritten() if repairs else ())]:
        say(text.in_language(language))
    for failure in outcome.failures:
        say(failure_line(failure, language))
    if not options["quiet"]:
        for text in fixable(outcome) if repairs is None else repairs.told():
            click.echo(text.in_language(language), err=True)
        click.echo(summary(outcome, language), err=True)
    code = exit_code(outcomes, exit_zero=options["exit_zero"])
    if repairs is not None and options["diff"] and code != 2:
        code = int(bool(repairs.changed) and not options["exit_zero"])
    context.exit(code)


@cli.command()
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
def annotate(context: click.Context, /, file: Path, **options: Any) -> None:
    """批注 Word 文稿：把检查结果写成 FILE（.docx）的批注，另存为 -o 指定的文件。

    Write the findings into a Word file as comments; those of an earlier run are replaced, those of people stay.
    """
    from gaojian.annotate import Request, review, told  # noqa: PLC0415
    from gaojian.session import Session, exit_code  # noqa: PLC0415

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


@cli.command()
@click.argument("codes", nargs=-1, required=True)
@config_option
@language_option
def explain(codes: tuple[str, ...], config: Path | None, lang: str | None) -> None:
    """解释检查：CODES 是代码（BLK001）或名称（missing-amount）。

    Explain checks by code or name: what they find, why, on what norm, with examples and options.
    """
    from gaojian.explain import explain as explain_rule  # noqa: PLC0415
    from gaojian.listing import find_rule  # noqa: PLC0415

    language = early_language(lang)
    with reporting_errors(language):
        rules = own_plan(config, lang, language).rules
        Output(None, machine=False).write(
            explain_rule(find_rule(code, rules), language).rstrip() + "\n\n" for code in codes
        )


@cli.command()
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@config_option
@language_option
def checks(output_format: str, config: Path | None, lang: str | None) -> None:
    """列出全部检查，* 表示按当前配置启用。

    List all checks; * marks those that the configuration here selects.
    """
    from gaojian.listing import list_rules, list_rules_json  # noqa: PLC0415

    language = early_language(lang)
    with reporting_errors(language):
        plan = own_plan(config, lang, language)
        write = list_rules_json if output_format == "json" else list_rules
        Output(None, machine=output_format == "json").write(write(plan.rules, plan.active, language))


@cli.command(name="config")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@config_option
@language_option
def config_command(file: Path | None, config: Path | None, lang: str | None) -> None:
    """显示 FILE（默认为当前文件夹）适用的配置，以及每个值的来源。

    Show the configuration that holds for FILE, and where each value came from.
    """
    from gaojian.listing import show_config as show  # noqa: PLC0415

    language = early_language(lang)
    with reporting_errors(language):
        target = file or Path()
        plan = own_plan(config, lang, language, target if target.is_dir() else target.parent)
        Output(None, machine=False).write(show(plan, file, language))


def main(prog_name: str | None = None) -> None:
    """Run the command line; what is wrong with it is said in one sentence, exit code 2."""
    try:
        code = cli.main(prog_name=prog_name, standalone_mode=False)
    except click.UsageError as error:
        place = f"（{error.ctx.command_path} --help）" if error.ctx else ""
        say(f"命令有误{place} / usage: {error.format_message()}")
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    sys.exit(code if isinstance(code, int) else 0)
