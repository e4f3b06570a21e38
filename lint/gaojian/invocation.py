"""What the commands share: options, how errors are said, and what the command line sets over configuration files."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gaojian.diagnostic import Failure, Outcome, Text
from gaojian.errors import GaojianError, UsageError

if TYPE_CHECKING:
    from gaojian.cache import Cache
    from gaojian.changed import Changes
    from gaojian.checking import Baselines, Checking
    from gaojian.examine import Source
    from gaojian.plan import Plan
    from gaojian.repair import Repairs
    from gaojian.session import Overrides
    from gaojian.timing import Stopwatch


# Of fewer bytes of plain text, more time goes into opening the cache than into the checks.
_CACHED_BYTES = 512 * 1024
no_cache_option = click.option("--no-cache", is_flag=True, help="不用缓存，全部重查 / find out everything anew")


class Codes(click.ParamType[tuple[str, ...]]):
    """Codes and prefixes, joined by commas; the option may be given again."""

    name = "codes"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, ...]:
        """Return the codes in ``value``."""
        del param, ctx
        return tuple(str(value).replace("，", ",").replace(",", " ").split())


language_option = click.option("--lang", type=click.Choice(["zh", "en"]), help="输出语言 / language of messages")
config_option = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="指定配置文件 / configuration file instead of the nearest one",
)


def early_language(flag: str | None) -> str:
    """Return the language of messages before any configuration is known."""
    return flag or environment_language() or "zh"


def environment_language() -> str | None:
    """Return the language that GAOJIAN_LANG asks for, if it is one of ours."""
    language = os.environ.get("GAOJIAN_LANG", "")[:2]
    return language if language in ("zh", "en") else None


def overrides(options: dict[str, Any]) -> "Overrides":
    """Return what the options of a command set over configuration files."""
    from gaojian.session import Overrides  # noqa: PLC0415

    def flatten(values: Iterable[tuple[str, ...]]) -> tuple[str, ...] | None:
        return tuple(code for value in values for code in value) or None

    return Overrides(
        config=options["config"],
        select=flatten(options.get("select", ())),
        ignore=flatten(options.get("ignore", ())),
        fail_on=options.get("fail_on"),
        lang=options["lang"] or environment_language(),
        origin_of_lang="--lang" if options["lang"] else "GAOJIAN_LANG",
        encoding=options.get("encoding"),
    )


@contextmanager
def reporting_errors(language: str) -> Iterator[None]:
    """Say what is wrong with the command in one sentence, and end it with exit code 2."""
    try:
        yield
    except GaojianError as error:
        say(error.text.in_language(language))
        sys.exit(2)


def failure_line(failure: Failure, language: str) -> str:
    """Return the sentence on ``failure``."""
    text = failure.message.in_language(language)
    return f"{failure.path}{'：' if language == 'zh' else ': '}{text}" if failure.path else text


def say(sentence: str) -> None:
    """Write ``sentence`` to standard error."""
    click.echo(f"gaojian: {sentence}", err=True)


def standard_input(paths: Iterable[Path], name: str | None) -> "Source | None":
    """Return what standard input holds, if ``paths`` ask for it by ``-``; ``name`` is what it is called."""
    from gaojian.examine import Source  # noqa: PLC0415

    return Source(name or "<stdin>", data=sys.stdin.buffer.read()) if Path("-") in paths else None


def repairs_for(options: dict[str, Any]) -> "Repairs | None":
    """Return what makes the fixes that the command line asks for; None where it asks for none."""
    if not (options["fix"] or options["unsafe_fixes"] or options["diff"]):
        return None
    from gaojian.repair import Repairs  # noqa: PLC0415

    return Repairs(unsafe=options["unsafe_fixes"], write=not options["diff"])


def own_plan(config: Path | None, lang: str | None, language: str, folder: Path = Path()) -> "Plan":
    """Return the plan for ``folder``; what is wrong with it is said, and ends the command if nothing is left."""
    from gaojian.session import Session  # noqa: PLC0415

    session = Session(overrides({"config": config, "lang": lang}))
    plan = session.plan_for(folder)
    for failure in session.failures:
        say(failure_line(failure, language))
    return plan


def baselines_for(options: dict[str, Any]) -> "Baselines":
    """Return what leaves out known findings: the baseline that is named, or those that are configured."""
    from gaojian.checking import Baselines  # noqa: PLC0415

    return Baselines(options["baseline"], configured=not options["no_baseline"])


@contextmanager
def cache_for(checking: "Checking", language: str, *, wanted: bool) -> "Iterator[Cache | None]":
    """Yield what is known of documents that have not changed; None where it isn't wanted, or would cost more time.

    What there is to say of it is said at the end, in ``language``.
    """
    from gaojian.reading import is_plain  # noqa: PLC0415
    from gaojian.storage import cache_folder  # noqa: PLC0415

    folder = cache_folder() if wanted else None
    names = [source.name for _, sources in checking.groups for source in sources]
    if folder is None or (checking.size < _CACHED_BYTES and all(map(is_plain, names))):
        yield None
        return
    from gaojian.cache import Cache  # noqa: PLC0415 (a database, which a draft need not load)

    cache = Cache(folder)
    try:
        yield cache
    finally:
        cache.close()
    for text in cache.notices:
        say(text.in_language(language))


def stopwatch_for(options: dict[str, Any]) -> "Stopwatch | None":
    """Return what is told where the time goes, where the command line asks for that."""
    if not options["profile_checks"]:
        return None
    from gaojian.timing import Stopwatch  # noqa: PLC0415 (few runs are timed)

    return Stopwatch()


def write_times(watch: "Stopwatch", language: str) -> None:
    """Write to standard error where the time went."""
    from gaojian.timing import speed, table  # noqa: PLC0415 (as above)

    click.echo("\n".join([*table(watch), speed(watch).in_language(language)]), err=True)


def changes_for(options: dict[str, Any]) -> "Changes | None":
    """Return what changed, where the command line asks for that alone. Raises UsageError."""
    revision, staged = options["changed"], options["staged"]
    if revision is None and not staged:
        return None
    if staged and revision is not None:
        raise UsageError(Text("--changed 和 --staged 请只用一个", "use --changed or --staged, not both"))
    if staged and (options["fix"] or options["unsafe_fixes"] or options["diff"]):
        raise UsageError(
            Text(
                "--staged 只看暂存区，不能改写文件；要修改请用 --changed",
                "--staged looks at the index and rewrites no file; use --changed to fix",
            )
        )
    from gaojian.changed import Changes  # noqa: PLC0415

    return Changes(Path(), revision or "HEAD", staged=staged)


def write_job_summary(outcome: Outcome, language: str) -> None:
    """Add to the summary of a job of GitHub Actions, where its runner has named the file for it."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    from gaojian.report.github import job_summary  # noqa: PLC0415

    try:
        with Path(file).open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.writelines(job_summary(outcome, language))
    except OSError as error:
        reason = error.strerror or str(error)
        say(Text(f"任务摘要写不进去（{reason}）", f"the job summary was not written ({reason})").in_language(language))
