"""What a client may set, as initialization options or later; nothing in it is trusted to be of the right type."""

import os
from collections.abc import Callable, Mapping
from typing import Any

from gaojian.config import LANGUAGES
from gaojian.diagnostic import Text
from gaojian.lsp.messages import Settings

SECTION = "gaojian"


def read_settings(given: Any, base: Settings) -> tuple[Settings, list[Text]]:
    """Return ``base`` with what the client has ``given``, and what of that is wrong.

    What is not named stays as it is; null, or an empty text, sets it back.
    """
    table = given.get(SECTION, given) if isinstance(given, Mapping) else {}
    wrong: list[Text] = []
    values: dict[str, Any] = {}
    for key, (field, is_right, zh, en) in _KEYS.items():
        if not isinstance(table, Mapping) or key not in table:
            continue
        value = table[key]
        if value in (None, ""):
            values[field] = Settings._field_defaults[field]
        elif is_right(value):
            values[field] = value
        else:
            wrong.append(_wrong(key, zh, en))
    settings = base._replace(**values)
    if settings.config is not None and settings.folders:
        # An absolute one stays.
        settings = settings._replace(config=os.path.join(settings.folders[0], settings.config))  # noqa: PTH118
    return settings, wrong


def _is_language(value: object) -> bool:
    return isinstance(value, str) and value in LANGUAGES


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_duration(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1_000_000


_KEYS: Mapping[str, tuple[str, Callable[[object], bool], str, str]] = {
    "lang": ("lang", _is_language, f"应为 {'、'.join(LANGUAGES)} 之一", f"must be one of {', '.join(LANGUAGES)}"),
    "config": ("config", _is_text, "应为文件名", "must name a file"),
    "seconds": ("seconds", _is_duration, "应为大于 0 的秒数", "must be a number of seconds above 0"),
    "workspace": ("whole", _is_flag, "应为 true 或 false", "must be true or false"),
}


def _wrong(key: str, zh: str, en: str) -> Text:
    return Text(f"编辑器设置 {SECTION}.{key}：{zh}", f"editor setting {SECTION}.{key}: {en}")
