"""What a client may set, as initialization options or later; nothing in it is trusted to be of the right type."""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from gaojian.config import LANGUAGES
from gaojian.diagnostic import Text
from gaojian.lsp.messages import Settings

SECTION = "gaojian"


def read_settings(given: Any, base: Settings) -> tuple[Settings, list[Text]]:
    """Return ``base`` with what the client has ``given``, and what of that is wrong. Null leaves a value as it is."""
    table = given.get(SECTION, given) if isinstance(given, Mapping) else {}
    if not isinstance(table, Mapping):
        table = {}
    wrong: list[Text] = []
    lang = _one_of(table, "lang", LANGUAGES, wrong) or base.lang
    config = _path(table, wrong) or base.config
    if config is not None and base.folders:
        config = os.path.join(base.folders[0], config)  # noqa: PTH118 (an absolute one stays)
    return base._replace(lang=lang, config=config, whole=_flag(table, "workspace", wrong, default=base.whole)), wrong


def _one_of(table: Mapping[str, Any], key: str, words: Sequence[str], wrong: list[Text]) -> str | None:
    value = table.get(key)
    if value in (None, ""):
        return None
    if isinstance(value, str) and value in words:
        return value
    wrong.append(_wrong(key, f"应为 {'、'.join(words)} 之一", f"must be one of {', '.join(words)}"))
    return None


def _path(table: Mapping[str, Any], wrong: list[Text]) -> str | None:
    value = table.get("config")
    if value in (None, ""):
        return None
    if isinstance(value, str):
        return value
    wrong.append(_wrong("config", "应为文件名", "must name a file"))
    return None


def _flag(table: Mapping[str, Any], key: str, wrong: list[Text], *, default: bool) -> bool:
    value = table.get(key)
    if isinstance(value, bool):
        return value
    if value is not None:
        wrong.append(_wrong(key, "应为 true 或 false", "must be true or false"))
    return default


def _wrong(key: str, zh: str, en: str) -> Text:
    return Text(f"编辑器设置 {SECTION}.{key}：{zh}", f"editor setting {SECTION}.{key}: {en}")
