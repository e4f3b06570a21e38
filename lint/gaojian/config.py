"""Configuration: gaojian.toml or [tool.gaojian], checked word for word before anything runs."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from gaojian.diagnostic import Severity, Text
from gaojian.errors import ConfigError
from gaojian.mistakes import Mistakes
from gaojian.options import OptionError, options_of, value_of
from gaojian.perfile import PerFile, read_per_file
from gaojian.profiles import AUTO, PROFILES, check_table
from gaojian.reading import ENCODINGS
from gaojian.record import NamedTuple
from gaojian.rules import Rules
from gaojian.selection import ALL, DEFAULT, unknown_entries
from gaojian.toml import parse_toml
from gaojian.values import one_of, word_list

LANGUAGES = ("zh", "en")
FAIL_ON = ("note", "warning", "error", "never")
# A plain dictionary: a configuration is handed to worker processes, and a mapping proxy cannot be.
_NOTHING: Mapping[str, Any] = {}
FILE_NAMES = ("gaojian.toml", "pyproject.toml")


class Config(NamedTuple):
    """What a run goes by. ``root`` is the folder that patterns are relative to; ``file`` is None without a file.

    ``rules`` are the rules that stand in the file as tables, as written. ``checks`` holds, by code, the table of each
    check as written: its severity and its options in kebab-case.
    ``origins`` says, by key, where a value came from when it is not the default.
    """

    root: Path
    file: Path | None = None
    select: tuple[str, ...] = (DEFAULT,)
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    per_file: tuple[PerFile, ...] = ()
    plugins: tuple[str, ...] = ()
    rules: tuple[Mapping[str, Any], ...] = ()
    checks: Mapping[str, Mapping[str, Any]] = _NOTHING
    fail_on: str = "warning"
    lang: str = "zh"
    profile: str = AUTO
    encoding: str = "auto"
    baseline: str | None = None
    origins: Mapping[str, str] = _NOTHING

    @property
    def tables(self) -> tuple[Path, object] | None:
        """The rules that stand in the configuration file, with its path; None where there are none."""
        return (self.file, self.rules) if self.file is not None and self.rules else None

    @property
    def plugin_paths(self) -> list[Path]:
        """The plugins as paths; they are written relative to the configuration file."""
        return [self.root / plugin for plugin in self.plugins]


def nearest_file(folder: Path) -> Path | None:
    """Return the nearest configuration file from ``folder`` up to the root of its repository.

    Outside a repository the search ends at the current folder, or at ``folder`` if that lies elsewhere: a file in some
    shared parent is not this project's.
    """
    folder = folder.resolve()
    ancestors = [folder, *folder.parents]
    last = next((ancestor for ancestor in ancestors if (ancestor / ".git").exists()), None)
    if last is None:
        last = Path.cwd() if Path.cwd() in ancestors else folder
    for ancestor in ancestors:
        for name in FILE_NAMES:
            file = ancestor / name
            if file.is_file() and (name != "pyproject.toml" or b"[tool.gaojian" in file.read_bytes()):
                return file
        if ancestor == last:
            return None
    return None


def read_config(file: Path | None, folder: Path) -> tuple[Config, list[Text]]:
    """Return the configuration of ``file`` and every mistake in it; the defaults, rooted at ``folder``, for None.

    What is wrong keeps its default, so that a misspelt key costs an exit code and not the whole run. Codes and options
    are left to ``validate_codes``, for plugins bring their own. Raises ConfigError where the file is no TOML at all.
    """
    if file is None:
        return Config(folder), []
    table = _load(file)
    mistakes = Mistakes(file)
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key in _KEYS:
            attribute, convert = _KEYS[key]
            before = len(mistakes.found)
            converted = convert(mistakes, key, value)
            if len(mistakes.found) == before:
                values[attribute] = converted
        else:
            mistakes.unknown(key, key, _KEYS)
    return Config(file.parent, file, **values, origins=dict.fromkeys(table, str(file))), mistakes.found


def _load(file: Path) -> dict[str, Any]:
    try:
        table = parse_toml(file.read_text("utf-8-sig"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(Text(f"{file}：读不了配置文件（{reason}）", f"{file}: cannot be read ({reason})")) from error
    except UnicodeDecodeError as error:
        raise ConfigError(
            Text(f"{file}：配置文件不是 UTF-8 编码，请转存为 UTF-8", f"{file}: is not UTF-8; save it as UTF-8")
        ) from error
    except ValueError as error:
        raise ConfigError(Text(f"{file}：TOML 语法有误（{error}）", f"{file}: is not valid TOML ({error})")) from error
    if file.name == "pyproject.toml":
        table = table.get("tool", {}).get("gaojian", {})
    return table


def _path(mistakes: Mistakes, key: str, value: object) -> str | None:
    if isinstance(value, str) and value:
        return value
    mistakes.add(key, '应为文件名，如 "gaojian-baseline.json"', 'must name a file, such as "gaojian-baseline.json"')
    return None


def _tables(mistakes: Mistakes, key: str, value: object) -> Mapping[str, Mapping[str, Any]]:
    if isinstance(value, dict) and all(isinstance(table, dict) for table in value.values()):
        return value
    mistakes.add(key, "应为表，如 [checks.DUP002]", "must hold tables, such as [checks.DUP002]")
    return {}


def _rules(mistakes: Mistakes, key: str, value: object) -> tuple[Mapping[str, Any], ...]:
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return tuple(value)
    mistakes.add(key, "应为表的列表，写作 [[rules]]", "must be written as [[rules]] tables")
    return ()


_KEYS: Mapping[str, tuple[str, Callable[[Mistakes, str, Any], Any]]] = {
    "select": ("select", word_list),
    "ignore": ("ignore", word_list),
    "exclude": ("exclude", word_list),
    "per-file": ("per_file", read_per_file),
    "plugins": ("plugins", word_list),
    "rules": ("rules", _rules),
    "checks": ("checks", _tables),
    "fail-on": ("fail_on", one_of(*FAIL_ON)),
    "lang": ("lang", one_of(*LANGUAGES)),
    "profile": ("profile", one_of(*PROFILES)),
    "encoding": ("encoding", one_of(*ENCODINGS)),
    "baseline": ("baseline", _path),
}


def validate_codes(config: Config, rules: Rules, *, complete: bool = True) -> tuple[Config, list[Text]]:
    """Return ``config`` without the codes, severities and options that no rule knows, and a sentence about each.

    When the ``rules`` are not ``complete``, because a plugin could not be loaded, unknown codes are left out unsaid.
    """
    mistakes = Mistakes(config.file)

    def known(key: str, entries: tuple[str, ...]) -> tuple[str, ...]:
        unknown = unknown_entries(entries, rules)
        origin = config.origins.get(key, "")
        for entry in unknown if complete else ():
            mistakes.unknown(origin if origin.startswith("--") else key, entry, [*rules, ALL, DEFAULT])
        return tuple(entry for entry in entries if entry not in unknown)

    checks = {}
    for code, table in config.checks.items():
        if code in rules:
            checks[code] = _known_options(mistakes, code, table, rules)
        elif complete:
            mistakes.unknown(f"checks.{code}", code, rules)
    per_file = tuple(entry._replace(ignore=known("per-file.ignore", entry.ignore)) for entry in config.per_file)
    # Where no entry is known, the default stands: a misspelt code must not turn every check off.
    select = known("select", config.select) or ((DEFAULT,) if config.select else ())
    ignore = known("ignore", config.ignore)
    return config._replace(select=select, ignore=ignore, per_file=per_file, checks=checks), mistakes.found


def _known_options(mistakes: Mistakes, code: str, table: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    options = {option.name: option for option in options_of(rules[code])}
    result = {}
    for name, value in table.items():
        key = f"checks.{code}.{name}"
        before = len(mistakes.found)
        if name == "severity":
            one_of(*FAIL_ON[:3])(mistakes, key, value)
        elif name == "profiles":
            check_table(mistakes, key, value)
        elif name not in options:
            mistakes.unknown(key, name, [*options, "severity", "profiles"])
        else:
            try:
                value_of(options[name], value)
            except OptionError as error:
                mistakes.add(key, error.text.zh, error.text.en)
        if len(mistakes.found) == before:
            result[name] = value
    return result


def options_for(config: Config, code: str, rule: Any) -> dict[str, object]:
    """Return the options of one rule by field name, as its constructor takes them.

    A path is relative to the root; the empty one stays empty, for it names nothing.
    """
    table = config.checks.get(code, {})
    if not table:
        return {}
    given = {option.field: value_of(option, table[option.name]) for option in options_of(rule) if option.name in table}
    return {
        name: config.root / value if isinstance(value, Path) and value != Path() else value
        for name, value in given.items()
    }


def severity_for(config: Config, code: str, default: Severity) -> Severity:
    """Return the severity that ``config`` gives to one rule."""
    word = config.checks.get(code, {}).get("severity")
    return Severity[word.upper()] if word else default
