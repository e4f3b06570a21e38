"""``gaojian baseline``: old findings that are not to be seen again."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from gaojian.baseline import FILE_NAME, Baseline, parse_baseline, read_baseline
from gaojian.changed import content_at
from gaojian.checking import Baselines, Checking
from gaojian.diagnostic import Outcome, Text
from gaojian.discover import shown
from gaojian.invocation import (
    Codes,
    cache_for,
    config_option,
    early_language,
    failure_line,
    language_option,
    overrides,
    reporting_errors,
    say,
)
from gaojian.output import Output, progress
from gaojian.reading import ENCODINGS
from gaojian.report.screen import cells, pad
from gaojian.run import Means
from gaojian.session import Session, texts_of

_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
_file = click.option("--baseline", "file", type=click.Path(path_type=Path), help="基线文件 / the baseline file")
_select = click.option("--select", multiple=True, type=Codes(), help="只做这些检查 / codes, prefixes, ALL or DEFAULT")
_ignore = click.option("--ignore", multiple=True, type=Codes(), help="不做这些检查 / codes or prefixes")
_encoding = click.option("--encoding", type=click.Choice(ENCODINGS), help="同 check / as for check")
_jobs = click.option("--jobs", "-j", type=click.IntRange(min=0), default=0, help="进程数 / processes; 0 chooses")


@click.group(name="baseline")
def command() -> None:
    """基线：记下现有的问题，以后只看新的。

    A baseline remembers the findings of today, so that only new ones are seen.
    """


@command.command()
@_paths
@_file
@_select
@_ignore
@config_option
@_encoding
@_jobs
@language_option
@click.pass_context
def write(context: click.Context, /, paths: tuple[Path, ...], **options: Any) -> None:
    """记下 PATHS 中现有的全部问题；不在 PATHS 中的文件，原来的记录保留。

    Write down all findings of PATHS; what is known of other files is kept.
    """
    with reporting_errors(early_language(options["lang"])):
        baseline, now, checking, language = _checked(paths, options, must_exist=False)
        _save(_beyond(baseline, checking).join(now))
    name, count = shown(baseline.file), now.counts.total()
    _say(Text(f"{name}：记下 {count} 处", f"{name}: {count} written down"), language)
    context.exit(_told(checking.outcome, language))


@command.command()
@_paths
@_file
@click.option("--check", "only_check", is_flag=True, help="只看，不写；有可删的记录则返回 1 / write nothing, exit 1")
@_select
@_ignore
@config_option
@_encoding
@_jobs
@language_option
@click.pass_context
def prune(context: click.Context, /, paths: tuple[Path, ...], *, only_check: bool, **options: Any) -> None:
    """删去已经改好的记录，不添新的。

    Forget what has been mended; nothing new is added.
    """
    with reporting_errors(early_language(options["lang"])):
        baseline, now, checking, language = _checked(paths, options, must_exist=True)
        kept = _beyond(baseline, checking).join(baseline.meet(now))
        count = baseline.counts.total() - kept.counts.total()
        if count and not only_check:
            _save(kept)
    name, left = shown(baseline.file), kept.counts.total()
    done = Text("可删", "to be forgotten") if only_check else Text("删去", "forgotten")
    _say(Text(f"{name}：{done.zh} {count} 处，还有 {left} 处", f"{name}: {count} {done.en}, {left} left"), language)
    context.exit(_told(checking.outcome, language) or int(only_check and bool(count)))


@command.command()
@_file
@click.option("--since", metavar="REV", help="只列此版本以后新增的；有则返回 1 / entries added since; exit 1 if any")
@config_option
@language_option
@click.pass_context
def show(context: click.Context, /, file: Path | None, since: str | None, **options: Any) -> None:
    """按文件和代码列出记录。CI 用 --since 要求基线只减不增。

    List what is known; with --since a CI can demand that the baseline only shrinks.
    """
    language = early_language(options["lang"])
    with reporting_errors(language):
        session = Session(overrides(options))
        baseline = read_baseline(_place(file, session))
        if since is not None:
            data = content_at(since, baseline.file)
            older = parse_baseline(baseline.file, data) if data is not None else Baseline(baseline.file)
            baseline = Baseline(baseline.file, baseline.counts - older.counts, baseline.texts)
        rows = [
            (str(count), entry.code, entry.path, baseline.texts.get(entry, ""))
            for entry, count in sorted(baseline.counts.items())
        ]
        Output(None, machine=False).write(_table(rows))
    _say(Text(f"共 {baseline.counts.total()} 处", f"{baseline.counts.total()} in all"), language)
    context.exit(int(since is not None and bool(baseline.counts)))


def _checked(
    paths: Sequence[Path], options: dict[str, Any], *, must_exist: bool
) -> tuple[Baseline, Baseline, Checking, str]:
    """Return the baseline as it was, what it would know now of ``paths``, the documents, and the language."""
    session = Session(overrides(options))
    file = _place(options["file"], session)
    baseline = read_baseline(file) if must_exist or file.exists() else Baseline(file)
    groups = session.assemble(paths or (Path(),))
    language = groups[0][0].config.lang if groups else early_language(options["lang"])
    checking = Checking(groups, Outcome((), tuple(session.failures), 0))
    with cache_for(checking, language, wanted=True) as cache, progress(checking.size, quiet=False) as advance:
        checking.run(Baselines(configured=False), None, jobs=options["jobs"], advance=advance, means=Means(cache))
    return baseline, baseline.of(checking.outcome.diagnostics, texts_of(groups)), checking, language


def _place(file: Path | None, session: Session) -> Path:
    """Return where the baseline stands: as told, as configured, or beside the configuration."""
    if file is not None:
        return file
    config = session.plan_for(Path()).config
    return config.root / (config.baseline or FILE_NAME)


def _beyond(baseline: Baseline, checking: Checking) -> Baseline:
    """Return what is known of documents that were not checked, or could not be, and of checks that did not run."""
    failed = {failure.path for failure in checking.outcome.failures}
    names = [source.name for _, sources in checking.groups for source in sources if source.name not in failed]
    return baseline.outside(names, {code for plan, _ in checking.groups for code in plan.active})


def _save(baseline: Baseline) -> None:
    with Output(baseline.file, machine=True) as output:
        output.write(baseline.lines())


def _told(outcome: Outcome, language: str) -> int:
    """Say what could not be done, and return the exit code."""
    for failure in outcome.failures:
        say(failure_line(failure, language))
    return 2 if outcome.failures else 0


def _say(text: Text, language: str) -> None:
    click.echo(text.in_language(language), err=True)


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield the rows, all but the last column of even width."""
    widths = [max(map(cells, column)) for column in list(zip(*rows, strict=True))[:-1]]
    for row in rows:
        yield "  ".join([*map(pad, row, widths), row[-1]]).rstrip() + "\n"
