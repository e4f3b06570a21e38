"""``gaojian check``: documents in, findings out."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from gaojian.checking import Checking
from gaojian.diagnostic import Failure, Outcome
from gaojian.invocation import (
    Codes,
    baselines_for,
    changes_for,
    config_option,
    early_language,
    failure_line,
    language_option,
    overrides,
    repairs_for,
    reporting_errors,
    say,
    standard_input,
    write_job_summary,
)
from gaojian.output import Output, progress, terminal_width, wants_color
from gaojian.reading import ENCODINGS
from gaojian.report import FORMATS, MACHINE_FORMATS, Style, fixable, left_out, render, summary
from gaojian.session import Session, exit_code, texts_of


@click.command(name="check")
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
@click.option("--baseline", type=click.Path(path_type=Path), help="不列此基线里已有的 / leave out what it knows")
@click.option("--no-baseline", is_flag=True, help="不用配置的基线 / use no baseline, though one is configured")
@click.option(
    "--changed",
    is_flag=False,
    flag_value="HEAD",
    metavar="[REV]",
    help="只看此版本以后改动的行 / only lines changed since  [HEAD]",
)
@click.option("--staged", is_flag=True, help="只看已暂存的改动 / only what is staged")
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
@click.option("--explain-files", is_flag=True, help="只列出哪些文件要查、为什么 / tell why each file is checked or not")
@click.pass_context
def command(context: click.Context, /, paths: tuple[Path, ...], **options: Any) -> None:
    """检查文稿：PATHS 是文件或文件夹，默认为当前文件夹；- 表示标准输入。

    Check files and folders (the current one by default); - reads standard input.
    """
    with reporting_errors(early_language(options["lang"])):
        session = Session(overrides(options))
        named = paths or (Path("-" if options["stdin_filename"] else "."),)
        stdin = standard_input(named, options["stdin_filename"])
        explain = options["explain_files"]
        groups = session.assemble(named, force_exclude=options["force_exclude"], stdin=stdin, explain=explain)
        language = groups[0][0].config.lang if groups else early_language(options["lang"])
        if explain:
            from gaojian.listing import explain_files  # noqa: PLC0415 (JSON and more, which a check need not load)

            Output(options["output_file"], machine=False).write(explain_files(groups, session.passed, language))
            context.exit(_said(session.failures, language))
        changes = changes_for(options)
        checking = Checking(groups, Outcome((), tuple(session.failures), 0), changes)
        repairs = repairs_for(options)
        with Output(options["output_file"], machine=options["output_format"] in MACHINE_FORMATS) as output:
            with progress(checking.size, quiet=options["quiet"]) as advance:
                checking.run(baselines_for(options), repairs, jobs=options["jobs"], advance=advance)
            if repairs is not None and options["diff"]:
                output.write_bytes(repairs.patch())
                checking.outcomes.append(("note", Outcome((), tuple(repairs.unshown), 0)))
            elif repairs is not None and stdin is not None:
                # What came in goes out, mended; what is said of it must not stand in between.
                output.write_bytes(checking.standard_input())
                click.echo("".join(_report(checking, options, language, terminal=False)), nl=False, err=True)
            else:
                output.write(_report(checking, options, language, terminal=output.is_terminal))
    if options["output_format"] == "github":
        write_job_summary(checking.outcome, language)
    outcome = checking.outcome
    for text in [*session.notices, *left_out(outcome), *(repairs.unwritten() if repairs else ())]:
        say(text.in_language(language))
    _said(outcome.failures, language)
    if not options["quiet"]:
        told = fixable(outcome) if repairs is None else repairs.told()
        for text in [*checking.told(), *told]:
            click.echo(text.in_language(language), err=True)
        click.echo(summary(outcome, language), err=True)
    code = exit_code(checking.outcomes, exit_zero=options["exit_zero"])
    if repairs is not None and options["diff"] and code != 2:
        code = int(bool(repairs.changed) and not options["exit_zero"])
    context.exit(code)


def _report(checking: Checking, options: dict[str, Any], language: str, *, terminal: bool) -> Iterator[str]:
    output_format = options["output_format"]
    style = Style(
        language,
        color=output_format not in MACHINE_FORMATS and wants_color(options["color"], terminal=terminal),
        statistics=options["statistics"],
        width=terminal_width(),
    )
    return render(output_format, checking.outcome, checking.rules, style, texts_of(checking.groups))


def _said(failures: Sequence[Failure], language: str) -> int:
    """Say what could not be done; return the exit code as far as that decides it."""
    for failure in failures:
        say(failure_line(failure, language))
    return 2 if failures else 0
