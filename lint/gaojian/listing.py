"""Lists for people who ask: the checks there are, and the configuration that holds for a file."""

import difflib
import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from gaojian.check import ProjectCheck, Rule
from gaojian.config import Config
from gaojian.diagnostic import Text
from gaojian.discover import shown
from gaojian.errors import UsageError
from gaojian.examine import Source
from gaojian.options import options_of
from gaojian.plan import Plan
from gaojian.profiles import OFF
from gaojian.reading import ReadError
from gaojian.report.kinds import evidence
from gaojian.report.screen import visible
from gaojian.rules import Rules


def find_rule(word: str, rules: Rules) -> type[Rule]:
    """Return the rule with the code or name ``word``. Raises UsageError naming the nearest."""
    for rule in rules.values():
        if word.upper() == rule.code or word.lower() == rule.name:
            return rule
    names = [rule.name for rule in rules.values()]
    near = difflib.get_close_matches(word.upper(), list(rules), 1) or difflib.get_close_matches(word.lower(), names, 1)
    zh, en = (
        (f"是不是 {near[0]}？", f"did you mean {near[0]}?")
        if near
        else ("gaojian checks 列出全部", "see gaojian checks")
    )
    raise UsageError(Text(f"没有检查 {word}；{zh}", f"no check is called {word}; {en}"))


def list_rules(rules: Rules, active: Collection[str], language: str) -> Iterator[str]:
    """Yield a line for each rule: a star if it is active, code, severity, name and title."""
    for code, rule in rules.items():
        star = "*" if code in active else " "
        yield f"{star} {code}  {rule.severity.label:<7}  {rule.name:<28}  {rule.title.in_language(language)}\n"


def list_rules_json(rules: Rules, active: Collection[str], language: str) -> Iterator[str]:
    """Yield one JSON list: code, name, title, severity, active, opt_in, project, basis and options of each rule."""
    table = [
        {
            "code": code,
            "name": rule.name,
            "title": rule.title.in_language(language),
            "severity": rule.severity.label,
            "active": code in active,
            "opt_in": rule.opt_in,
            "profiles": {
                profile: OFF if severity is None else severity.label for profile, severity in rule.profiles.items()
            },
            "project": issubclass(rule, ProjectCheck),
            "basis": list(rule.basis),
            "options": [
                {
                    "name": option.name,
                    "type": option.kind,
                    "default": option.default,
                    "description": option.doc.in_language(language),
                }
                for option in options_of(rule)
            ],
        }
        for code, rule in rules.items()
    ]
    yield json.dumps(table, ensure_ascii=False, indent=2) + "\n"


def explain_files(
    groups: Iterable[tuple[Plan, Iterable[Source]]], passed: Iterable[tuple[str, Text]], language: str
) -> Iterator[str]:
    """Yield a line for every file in order: + and what it goes by if it is checked, - and the reason if it is not.

    Of a file that is checked it is told as what kind of document it is read, and what tells so.
    """
    lines = {}
    for plan, sources in groups:
        config = "" if plan.config.file is None else shown(plan.config.file)
        by = Text(f"配置 {config}" if config else "默认配置", f"by {config}" if config else "by the defaults")
        for source in sources:
            kind = _kind(plan, source)
            lines[source.name] = ("+", Text(f"{by.zh}，{kind.zh}", f"{by.en}, {kind.en}"))
    lines.update({path: ("-", reason) for path, reason in passed if path not in lines})
    for path, (sign, words) in sorted(lines.items()):
        yield f"{sign} {visible(path)}{'：' if language == 'zh' else ': '}{words.in_language(language)}\n"


def _kind(plan: Plan, source: Source) -> Text:
    """Return what kind of document ``source`` is and why, as far as it can be read."""
    profile = plan.profile_of(source.name)
    try:
        return evidence(plan.recognise(source.read(profile, plan.encoding)))
    except ReadError as error:
        return Text(f"体裁 {profile}（{error.text.zh}）", f"profile {profile} ({error.text.en})")


def show_config(plan: Plan, file: Path | None, language: str) -> Iterator[str]:
    """Yield the configuration of ``plan`` as TOML, each value with a comment that says where it came from."""
    config = plan.config
    zh = language == "zh"
    if config.file is None:
        yield "# 没有找到配置文件，全部为默认值\n" if zh else "# no configuration file was found\n"
    else:
        yield f"# {'配置文件' if zh else 'configuration file'}: {config.file}\n"
    values = {
        "select": list(config.select),
        "ignore": list(config.ignore),
        "exclude": list(config.exclude),
        "fail-on": config.fail_on,
        "lang": config.lang,
        "encoding": config.encoding,
        "profile": plan.profile_of(str(file)) if file is not None else config.profile,
        "plugins": list(config.plugins),
    }
    default = "默认" if zh else "default"
    for key, value in values.items():
        origin = config.origins.get(key, default)
        if key == "profile" and value != config.profile:
            origin = f"{config.file} [[per-file]]"
        yield f"{key} = {_toml(value)}  # {origin}\n"
    yield from _tables(config)
    ignored = plan.ignored_in(str(file)) if file is not None else ()
    active = [code for code in sorted(plan.active) if plan.is_active(code, ignored)]
    yield f"\n# {'启用的检查' if zh else 'active checks'} ({len(active)}): {' '.join(active)}\n"


def _tables(config: Config) -> Iterator[str]:
    for entry in config.per_file:
        yield f"\n[[per-file]]  # {config.file}\n"
        for key, value in entry._asdict().items():
            if value:
                yield f"{key} = {_toml(list(value) if isinstance(value, tuple) else value)}\n"
    for code, table in config.checks.items():
        yield f"\n[checks.{code}]  # {config.file}\n"
        for key, value in table.items():
            yield f"{key} = {_toml(value)}\n"
    for rule in config.rules:
        yield f"\n[[rules]]  # {config.file}\n"
        for key in ("kind", "code", "name"):
            yield f"{key} = {_toml(rule.get(key))}\n"


def _toml(value: object) -> str:
    # JSON strings, numbers, booleans and lists of them are TOML as well.
    return json.dumps(value, ensure_ascii=False)
