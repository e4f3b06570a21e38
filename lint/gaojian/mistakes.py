"""What is wrong in a configuration, collected: each sentence names file, key and the nearest right word."""

from collections.abc import Iterable
from pathlib import Path

from gaojian.diagnostic import Text


class Mistakes:
    """Collects every mistake of one file, so that one run names them all."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.found: list[Text] = []

    def add(self, key: str, zh: str, en: str) -> None:
        """Add what is wrong at ``key``."""
        # What the command line gives has no file.
        if self.file is None or key.startswith("--"):
            self.found.append(Text(f"{key}：{zh}", f"{key}: {en}"))
        else:
            self.found.append(Text(f"{self.file}：{key}：{zh}", f"{self.file}: {key}: {en}"))

    def unknown(self, key: str, word: str, known: Iterable[str]) -> None:
        """Add that ``word`` is none of ``known``, and which of them is nearest."""
        from difflib import get_close_matches  # noqa: PLC0415 (11 ms that a run without mistakes need not pay)

        words = sorted(known)
        near = get_close_matches(word.lower(), words, 1, 0.5) or get_close_matches(word.upper(), words, 1, 0.5)
        zh, en = (f"；是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else _choices(words)
        self.add(key, f"不认识 {word}{zh}", f"unknown word {word}{en}")


def _choices(known: list[str]) -> tuple[str, str]:
    if len(known) > 20:
        return "；用 gaojian checks 查看全部代码", "; gaojian checks lists all codes"
    return f"；可用的是：{'、'.join(known)}", f"; known are: {', '.join(known)}"
