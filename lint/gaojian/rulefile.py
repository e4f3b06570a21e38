"""Rules that are tables, in TOML or YAML: each becomes a class of its kind, as if it were written in Python.

Every mistake is named with its file, the number and code of the rule, its key and the nearest right word. A rule with
a mistake is left out, the others hold.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gaojian.check import Check
from gaojian.diagnostic import Safety, Severity, Text
from gaojian.errors import LoadError, RuleError
from gaojian.kinds import TableError
from gaojian.mistakes import Mistakes
from gaojian.rulekeys import COMMON, KINDS, REQUIRED, KindOfRule, check_placeholders, read_terms
from gaojian.toml import parse_toml

SUFFIXES = (".toml", ".yaml", ".yml")
_LARGEST = 16 * 2**20


def rules_of_file(file: Path) -> Iterator[type[Check] | LoadError]:
    """Yield the rules in ``file``, and what is wrong with others."""
    try:
        if file.stat().st_size > _LARGEST:
            yield RuleError(Text(f"{file}：超过 16 MiB", f"{file}: larger than 16 MiB"))
            return
        source = file.read_text("utf-8-sig")
        table = _parse_toml(file, source) if file.suffix == ".toml" else _parse_yaml(file, source)
    except OSError as error:
        reason = error.strerror or str(error)
        yield RuleError(Text(f"{file}：读不了规则文件（{reason}）", f"{file}: cannot be read ({reason})"))
        return
    except UnicodeDecodeError:
        yield RuleError(
            Text(f"{file}：规则文件不是 UTF-8 编码，请转存为 UTF-8", f"{file}: is not UTF-8; save it as UTF-8")
        )
        return
    except RuleError as error:
        yield error
        return
    mistakes = Mistakes(file)
    if not isinstance(table, dict) or "rules" not in table:
        zh = "没有 [[rules]]；若不是规则文件，请改名以 _ 开头，或移出 plugins 所指的文件夹"
        mistakes.add("rules", zh, "is missing; if this is no file of rules, let its name begin with _, or move it")
    else:
        for key in table:
            if key != "rules":
                mistakes.unknown(str(key), str(key), ["rules"])
        yield from rules_of_tables(file, table["rules"])
    yield from map(RuleError, mistakes.found)


def rules_of_tables(file: Path, tables: object) -> Iterator[type[Check] | LoadError]:
    """Yield the rules in ``tables``, which stand in ``file``, and what is wrong with others."""
    if not isinstance(tables, Sequence) or isinstance(tables, str) or not all(isinstance(one, dict) for one in tables):
        mistakes = Mistakes(file)
        mistakes.add("rules", "应为表的列表，写作 [[rules]]", "must be written as [[rules]] tables")
        yield from map(RuleError, mistakes.found)
        return
    for number, table in enumerate(tables, 1):
        mistakes = Mistakes(file)
        code = table.get("code")
        place = f"rules#{number} {code}" if isinstance(code, str) and code else f"rules#{number}"
        rule = _rule(file, place, table, mistakes)
        if mistakes.found or rule is None:
            yield from map(RuleError, mistakes.found)
        else:
            yield rule


def _rule(file: Path, place: str, table: Mapping[str, Any], mistakes: Mistakes) -> type[Check] | None:
    """Return the class for ``table``; None, or one that must not be used, where there are mistakes."""
    kind = KINDS.get(str(table.get("kind")))
    for key in REQUIRED:
        if key not in table:
            mistakes.add(f"{place}.{key}", "缺少这个键", "is missing")
    if kind is None:
        if "kind" in table:
            COMMON["kind"](mistakes, f"{place}.kind", table["kind"])
        return None
    readers = {**COMMON, **kind.keys}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key in readers:
            values[key] = readers[key](mistakes, f"{place}.{key}", value)
        else:
            mistakes.unknown(f"{place}.{key}", str(key), readers)
    _check_needs(kind, place, values, mistakes)
    if "message" in values:
        check_placeholders(mistakes, f"{place}.message", values["message"], kind.placeholders)
    if mistakes.found:
        return None
    try:
        return _made(kind, file, place, values, mistakes)
    except TableError as error:
        mistakes.add(place, error.text.zh, error.text.en)
        return None


def _check_needs(kind: KindOfRule, place: str, values: Mapping[str, Any], mistakes: Mistakes) -> None:
    if not any(key in values for key in kind.needed):
        wanted = kind.needed
        mistakes.add(f"{place}.{wanted[0]}", f"缺少 {' 或 '.join(wanted)}", f"needs {' or '.join(wanted)}")
    if kind.message_needed and "message" not in values:
        mistakes.add(f"{place}.message", "缺少这个键", "is missing")


def _made(
    kind: KindOfRule, file: Path, place: str, values: Mapping[str, Any], mistakes: Mistakes
) -> type[Check] | None:
    members: dict[str, Any] = {
        "__module__": str(file),
        "__doc__": values.get("description") or "\n\n".join(dict.fromkeys(values["title"])),
        "code": values["code"],
        "name": values["name"],
        "title": values["title"],
        "severity": Severity[values.get("severity", "warning").upper()],
        "basis": values["basis"],
        "sources": (file,),
    }
    for key in ("message", "examples", "opt-in", "weight", "profiles", *kind.keys):
        if key in values:
            members[key.replace("-", "_")] = values[key]
    if "safety" in values:
        members["safety"] = Safety(values["safety"])
    if "patterns" in values or "texts" in values:
        message = members.pop("message")
        for key in {"patterns", "texts"} & set(values):
            members[key] = dict.fromkeys(values[key], message)
    if "terms-file" in values:
        path = file.parent / members.pop("terms_file")
        members["sources"] = (file, path)
        members["terms"] = {**read_terms(mistakes, f"{place}.terms-file", path), **values.get("terms", {})}
        if mistakes.found:
            return None
        if not members["terms"]:
            mistakes.add(f"{place}.terms-file", f"{path} 里没有一个词", f"{path} holds no term")
            return None
    if "terms" in members and "exceptions" in values:
        members["terms"] = {**members["terms"], **{word: word for word in members.pop("exceptions")}}
    title = "".join(word.capitalize() for word in values["name"].split("-"))
    return type(title, (kind.base,), members)


def _parse_toml(file: Path, source: str) -> object:
    try:
        return parse_toml(source)
    except ValueError as error:
        raise RuleError(Text(f"{file}：TOML 语法有误（{error}）", f"{file}: is not valid TOML ({error})")) from error


def _parse_yaml(file: Path, source: str) -> object:
    try:
        import yaml  # noqa: PLC0415 (few have rules in YAML, and it is an extra)
    except ImportError as error:
        command = "pip install 'gaojian[yaml]'"
        raise RuleError(
            Text(
                f"{file}：读 YAML 需要 PyYAML，请运行 {command}，或改用 TOML",
                f"{file}: YAML needs PyYAML: run {command}, or write TOML",
            )
        ) from error

    class Loader(yaml.SafeLoader):
        """The safe loader, to which a key that stands twice is a mistake, as it is in TOML."""

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 (as its base has it)
            seen: set[str] = set()
            for key, _ in node.value:
                if isinstance(key, yaml.ScalarNode):
                    if key.value in seen:
                        problem = f"{key.value} stands twice"
                        raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
                    seen.add(key.value)
            return super().construct_mapping(node, deep)

    try:
        return yaml.load(source, Loader)  # noqa: S506 (a safe loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise RuleError(Text(f"{file}：YAML 语法有误（{reason}）", f"{file}: is not valid YAML ({reason})")) from error
