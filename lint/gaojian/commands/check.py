"""``gaojian check``: documents in, findings out."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from gaojian.checking import Checking
from gaojian.diagnostic import Failure, Outcome, Text
from gaojian.errors import UsageError
from gaojian.invocation import (
    Codes,
    baselines_for,
    cache_for,
    changes_for,
    config_option,
    early_language,
    failure_line,
    language_option,
    no_cache_option,
    overrides,
    repairs_for,
    reporting_errors,
    say,
    standard_input,
    stopwatch_for,
    write_job_summary,
    write_times,
)
from gaojian.output import Output, progress, terminal_width, wants_color
from gaojian.reading import ENCODINGS
from gaojian.report import FORMATS, MACHINE_FORMATS, Style, fixable, left_out, ready, render, summary
from gaojian.run import Means
from gaojian.session import Session, exit_code, moments_of, texts_of


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
@no_cache_option
@click.option("--quiet", "-q", is_flag=True, help="不输出小结和进度 / no summary, no progress bar")
@click.option("--exit-zero", is_flag=True, help="有问题也返回 0 / exit 0 in spite of findings")
@click.option("--stdin-filename", help="标准输入当作这个文件 / name of what standard input (-) holds")
@click.option("--force-exclude", is_flag=True, help="点名的文件也按 exclude 排除 / exclude even files that are named")
@click.option("--watch", is_flag=True, help="文件一改就再查 / check again at every change")
@click.option("--profile-checks", is_flag=True, help="时间用在哪些检查上 / tell which checks take the time")
@click.option("--explain-files", is_flag=True, help="只列出哪些文件要查、为什么 / tell why each file is checked or not")
@click.pass_context
def command(context: click.Context, /, paths: tuple[Path, ...], **options: Any) -> None:
    """检查文稿：PATHS 是文件或文件夹，默认为当前文件夹；- 表示标准输入。

    Check files and folders (the current one by default); - reads standard input.
    """
    named = paths or (Path("-" if options["stdin_filename"] else "."),)
    if options["explain_files"]:
        context.exit(_explain(named, options))
    if not options["watch"]:
        context.exit(_look(named, options))
    from gaojian.watching import watch  # noqa: PLC0415 (few runs need it)

    def look() -> None:
        # What is wrong now may be right after the next change.
        with suppress(SystemExit):
            _look(named, options)

    with reporting_errors(early_language(options["lang"])):
        if Path("-") in named:
            raise UsageError(Text("标准输入没有可等的改动，不能用 --watch", "standard input cannot be watched"))
        watch(named, look, clear=sys.stdout.isatty())


def _look(named: tuple[Path, ...], options: dict[str, Any]) -> int:
    """Check the documents once, write the report, say what else there is to say, and return the exit code."""
    with reporting_errors(early_language(options["lang"])):
        ready(options["output_format"])
        session = Session(overrides(options))
        stdin = standard_input(named, options["stdin_filename"])
        groups = session.assemble(named, force_exclude=options["force_exclude"], stdin=stdin)
        language = groups[0][0].config.lang if groups else early_language(options["lang"])
        changes = changes_for(options)
        checking = Checking(groups, Outcome((), tuple(session.failures), 0), changes)
        repairs = repairs_for(options)
        watch = stopwatch_for(options)
        with Output(options["output_file"], machine=options["output_format"] in MACHINE_FORMATS) as output:
            with (
                cache_for(checking, language, wanted=not options["no_cache"] and watch is None) as cache,
                progress(checking.size, quiet=options["quiet"]) as advance,
            ):
                means = Means(cache, watch)
                checking.run(baselines_for(options), repairs, jobs=options["jobs"], advance=advance, means=means)
            if repairs is not None and options["diff"]:
                output.write_bytes(repairs.patch())
                checking.outcomes.append(("note", Outcome((), tuple(repairs.unshown), 0)))
            elif repairs is not None and stdin is not None:
                # What came in goes out, mended; what is said of it must not stand in between.
                output.write_bytes(checking.standard_input())
                click.echo("".join(_report(checking, options, language, terminal=False)), nl=False, err=True)
            else:
                output.write(_report(checking, options, language, terminal=output.is_terminal))
    outcome = checking.outcome
    if options["output_format"] == "github":
        write_job_summary(outcome, language)
    for text in [*session.notices, *left_out(outcome), *(repairs.unwritten() if repairs else ())]:
        say(text.in_language(language))
    _said(outcome.failures, language)
    if watch is not None:
        write_times(watch, language)
    if not options["quiet"]:
        told = fixable(outcome) if repairs is None else repairs.told()
        for text in [*checking.told(), *told]:
            click.echo(text.in_language(language), err=True)
        click.echo(summary(outcome, language), err=True)
        if options["output_format"] == "full":
            from gaojian.report.suppression import advice  # noqa: PLC0415 (few reports need it)

            click.echo("".join(advice(outcome, language, texts_of(checking.groups))), nl=False, err=True)
    code = exit_code(checking.outcomes, exit_zero=options["exit_zero"])
    if repairs is not None and options["diff"] and code != 2:
        return int(bool(repairs.changed) and not options["exit_zero"])
    return code


def _explain(named: tuple[Path, ...], options: dict[str, Any]) -> int:
    """Tell of every file why it would be checked or not, and return the exit code."""
    from gaojian.listing import explain_files  # noqa: PLC0415 (JSON and more, which a check need not load)

    with reporting_errors(early_language(options["lang"])):
        session = Session(overrides(options))
        groups = session.assemble(named, force_exclude=options["force_exclude"], explain=True)
        language = groups[0][0].config.lang if groups else early_language(options["lang"])
        with Output(options["output_file"], machine=False) as output:
            output.write(explain_files(groups, session.passed, language))
    return _said(session.failures, language)


def _report(checking: Checking, options: dict[str, Any], language: str, *, terminal: bool) -> Iterator[str]:
    output_format = options["output_format"]
    style = Style(
        language,
        color=output_format not in MACHINE_FORMATS and wants_color(options["color"], terminal=terminal),
        statistics=options["statistics"],
        width=terminal_width(),
        moments=moments_of(checking.groups) if output_format == "html" else None,
    )
    return render(output_format, checking.outcome, checking.rules, style, texts_of(checking.groups))


def _said(failures: Sequence[Failure], language: str) -> int:
    """Say what could not be done; return the exit code as far as that decides it."""
    for failure in failures:
        say(failure_line(failure, language))
    return 2 if failures else 0
