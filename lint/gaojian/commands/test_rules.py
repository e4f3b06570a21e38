"""``gaojian test-rules``: do the rules of one's own find what their examples mark?"""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from gaojian.config import FILE_NAMES
from gaojian.diagnostic import Failure, Text
from gaojian.errors import LoadError
from gaojian.invocation import (
    config_option,
    early_language,
    failure_line,
    language_option,
    overrides,
    reporting_errors,
    say,
)
from gaojian.output import Output
from gaojian.registry import load_recogniser, load_rules
from gaojian.report.screen import visible
from gaojian.session import Session
from gaojian.trial import Fault, Trial, try_rules


@click.command(name="test-rules")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@config_option
@language_option
def command(paths: tuple[Path, ...], config: Path | None, lang: str | None) -> None:
    """试跑本地规则的示例：PATHS 是规则文件、规则文件夹或配置文件，默认为当前配置里的全部。

    Run the examples of local rules: those in PATHS (files or folders of rules, or a configuration), or all that the
    configuration here names. Exit code 1 if a rule does not find what its examples mark, 2 if one cannot be read.
    """
    language = early_language(lang)
    with reporting_errors(language):
        built_in = load_rules()
        errors: list[LoadError] = []
        plugins = [path for path in paths if _configuration(path) is None]
        rules = dict(load_rules(plugins, errors)) if plugins else {}
        failures = [Failure("", error.text) for error in errors]
        configurations: list[Path | None] = [file for path in paths if (file := _configuration(path)) is not None]
        for file in configurations if paths else [config]:
            session = Session(overrides({"config": file, "lang": lang}))
            rules.update(session.plan_for(Path()).rules)
            failures += session.failures
        for failure in failures:
            say(failure_line(failure, language))
        own = [rule for code, rule in sorted(rules.items()) if code not in built_in]
        trial = try_rules(own, load_recogniser(built_in.packages))
        Output(None, machine=False).write(f"{line}\n" for line in _lines(trial, language))
        sys.exit(2 if failures else int(trial.has_failed))


def _configuration(path: Path) -> Path | None:
    """Return the configuration file that ``path`` is or holds."""
    if path.is_file():
        return path if path.name in FILE_NAMES else None
    return next((path / name for name in FILE_NAMES if (path / name).is_file()), None)


def _lines(trial: Trial, language: str) -> Iterator[str]:
    for fault in trial.faults:
        yield from _told(fault, language)
    if not trial.rules:
        zh = "没有本地规则；写在 plugins 所指的文件里，或用 gaojian new-check 新建一条"
        yield Text(zh, "no rules of your own; name them in plugins, or make one by gaojian new-check").in_language(
            language
        )
        return
    failed = sum(not fault.warning for fault in trial.faults)
    result = Text(f"{failed} 处不符", f"{failed} failed") if failed else Text("全部相符", "all as expected")
    yield Text(
        f"规则 {trial.rules} 条，示例 {trial.examples} 个：{result.zh}",
        f"{trial.rules} rules, {trial.examples} examples: {result.en}",
    ).in_language(language)


def _told(fault: Fault, language: str) -> Iterator[str]:
    mark = Text("（提醒）", " (warning)").in_language(language) if fault.warning else ""
    separator = "：" if language == "zh" else ": "
    head = f"{fault.rule.code} {fault.rule.name}{mark}{separator}"
    for number, line in enumerate(fault.text.in_language(language).split("\n")):
        yield visible(line if number else head + line)
