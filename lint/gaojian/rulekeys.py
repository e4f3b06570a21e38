"""What may stand in a rule that is a table: every key, how its value is read, and which kinds take it."""

import re
from collections.abc import Mapping
from pathlib import Path

from gaojian.check import Check
from gaojian.diagnostic import Safety, Severity, Text
from gaojian.examples import CLOSE, OPEN, Example, unmark
from gaojian.kinds import AllowedOrder, Consistent, Forbidden, Paired, Preferred, RequiredSection
from gaojian.kinds.allowed_order import SCOPES
from gaojian.mistakes import Mistakes
from gaojian.profiles import OFF, PROFILES, check_table
from gaojian.record import NamedTuple
from gaojian.values import Reader, both, flag, formed, number, one_of, shown, text, texts

CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
NAME = re.compile(r"[a-z]+(-[a-z]+)*")
LONGEST_TIMEOUT = 60.0
_EXAMPLE_KEYS = ("text", "fixed", "file", "profile")
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


def groups(least: int, most: int = 1_000) -> Reader:
    """Return a reader of a list of lists of texts; where one text is enough, it may stand alone."""
    shape = '["甲", ["乙", "丙"]]' if least == 1 else '[["甲", "乙"]]'

    def read(mistakes: Mistakes, key: str, value: object) -> tuple[tuple[str, ...], ...]:
        if not isinstance(value, list) or not value:
            mistakes.add(key, f"应为列表，如 {shape}", f"must be a list, such as {shape}")
            return ()
        result = []
        for place, item in enumerate(value, 1):
            words = (item,) if isinstance(item, str) else tuple(item) if isinstance(item, list) else ()
            if not least <= len(words) <= most or not all(isinstance(word, str) and word for word in words):
                mistakes.add(
                    f"{key}#{place}", f"应如 {shape}，而不是 {shown(item)}", f"must be as in {shape}, not {shown(item)}"
                )
            result.append(words)
        return tuple(result)

    return read


def terms(mistakes: Mistakes, key: str, value: object) -> dict[str, str]:
    """Read a table from wrong terms to right ones."""
    if isinstance(value, dict) and value and all(isinstance(k, str) and k for k in value):
        for wrong, right in value.items():
            if not isinstance(right, str) or not right:
                mistakes.add(
                    f"{key}.{wrong}",
                    f"应为正确写法，而不是 {shown(right)}",
                    f"must be a right term, not {shown(right)}",
                )
        return value
    mistakes.add(key, '应为表，如 {"帐号" = "账号"}', 'must be a table, such as {"帐号" = "账号"}')
    return {}


def profiles(mistakes: Mistakes, key: str, value: object) -> dict[str, Severity | None]:
    """Read how grave a rule is in which kind of document."""
    before = len(mistakes.found)
    check_table(mistakes, key, value)
    if not isinstance(value, dict) or len(mistakes.found) > before:
        return {}
    return {profile: None if word == OFF else Severity[word.upper()] for profile, word in value.items()}


def examples(mistakes: Mistakes, key: str, value: object) -> tuple[Example, ...]:
    """Read examples: marked texts, or tables with a text, what it is after all fixes, its file name and profile."""
    if not isinstance(value, list):
        mistakes.add(
            key, '应为列表，如 ["错在⟦这里⟧。", "没有错。"]', 'must be a list, such as ["a ⟦fault⟧", "no fault"]'
        )
        return ()
    return tuple(_example(mistakes, f"{key}#{number}", item) for number, item in enumerate(value, 1))


def _example(mistakes: Mistakes, key: str, value: object) -> Example:
    table = {"text": value} if isinstance(value, str) else value
    if not isinstance(table, dict):
        mistakes.add(key, '应为文字，或 {text = "…"}', 'must be a text, or a table such as {text = "…"}')
        return Example({})
    for word, part in table.items():
        if word not in _EXAMPLE_KEYS:
            mistakes.unknown(f"{key}.{word}", word, _EXAMPLE_KEYS)
        elif not isinstance(part, str):
            mistakes.add(f"{key}.{word}", "应为文字", "must be a text")
            return Example({})
    marked = table.get("text", "")
    try:
        unmark(marked)
    except ValueError:
        mistakes.add(key, f"{OPEN} 和 {CLOSE} 不成对", f"{OPEN} and {CLOSE} do not pair")
        return Example({})
    if not marked:
        mistakes.add(f"{key}.text", "缺少这个键", "is missing")
    profile = one_of(*PROFILES)(mistakes, f"{key}.profile", table.get("profile", PROFILES[0]))
    return Example({table.get("file", "示例.txt"): marked}, table.get("fixed"), profile=profile)


def check_placeholders(mistakes: Mistakes, key: str, message: Text, known: tuple[str, ...]) -> None:
    """Add every placeholder of ``message`` that is not filled in."""
    for word in dict.fromkeys(_PLACEHOLDER.findall(message.zh + message.en)):
        if word not in known:
            mistakes.unknown(key, f"{{{word}}}", [f"{{{name}}}" for name in known])


class KindOfRule(NamedTuple):
    """One kind: its class; its own keys; those of which one must be there; what its message can name."""

    base: type[Check]
    keys: Mapping[str, Reader]
    needed: tuple[str, ...]
    placeholders: tuple[str, ...]
    message_needed: bool = False


_safety = one_of(*(safety.value for safety in Safety))
COMMON: Mapping[str, Reader] = {
    "kind": one_of("forbidden", "preferred", "paired", "consistent", "required-section", "allowed-order"),
    "code": formed(CODE, "三个大写字母加三个数字，如 OWN001", "three capital letters and three digits"),
    "name": formed(NAME, "小写英文单词，用连字符相连，如 empty-phrase", "lower-case words joined by hyphens"),
    "title": both,
    "message": both,
    "severity": one_of("note", "warning", "error"),
    "basis": texts,
    "description": text,
    "examples": examples,
    "opt-in": flag,
    "weight": number(10.0),
    "profiles": profiles,
}
REQUIRED = ("kind", "code", "name", "title", "basis")
KINDS: Mapping[str, KindOfRule] = {
    "forbidden": KindOfRule(
        Forbidden,
        {"patterns": texts, "texts": texts, "exceptions": texts, "timeout": number(LONGEST_TIMEOUT)},
        ("patterns", "texts"),
        ("text",),
        message_needed=True,
    ),
    "preferred": KindOfRule(
        Preferred,
        {"terms": terms, "terms-file": text, "exceptions": texts, "safety": _safety},
        ("terms", "terms-file"),
        ("text", "right"),
    ),
    "paired": KindOfRule(Paired, {"pairs": groups(2, 2), "across-paragraphs": flag}, ("pairs",), ("text", "partner")),
    "consistent": KindOfRule(
        Consistent,
        {"variants": groups(2), "exceptions": texts, "safety": _safety},
        ("variants",),
        ("text", "right", "count", "others"),
    ),
    "required-section": KindOfRule(
        RequiredSection, {"sections": groups(1), "titled": texts}, ("sections",), ("section",)
    ),
    "allowed-order": KindOfRule(
        AllowedOrder, {"order": groups(1), "scope": one_of(*SCOPES), "titled": texts}, ("order",), ("text", "other")
    ),
}


def read_terms(mistakes: Mistakes, key: str, file: Path) -> dict[str, str]:
    """Return the terms in ``file``: on each line a wrong term, a tab, and the right one; # begins a comment."""
    try:
        lines = file.read_text("utf-8-sig").split("\n")
    except OSError as error:
        reason = error.strerror or str(error)
        mistakes.add(key, f"读不了 {file}（{reason}）", f"{file} cannot be read ({reason})")
        return {}
    except UnicodeDecodeError:
        mistakes.add(key, f"{file} 不是 UTF-8 编码", f"{file} is not UTF-8")
        return {}
    found: dict[str, str] = {}
    for row, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            wrong, tab, right = (part.strip() for part in line.partition("\t"))
            if not (wrong and right) or line.count("\t") > 1 or not line.count("\t"):
                mistakes.add(
                    key,
                    f"{file} 第 {row} 行应为“错误写法、制表符、正确写法”",
                    f"{file}:{row} must be wrong, tab, right",
                )
            elif found.setdefault(wrong, right) != right:
                mistakes.add(key, f"{file} 第 {row} 行：“{wrong}”前面已经有了", f"{file}:{row}: {wrong!r} stands above")
            del tab
    return found
