"""How long a table of thousands of preferred terms takes, by each method: ``python tests/measure/term_tables.py``.

The terms are made of the commonest characters, so that many begin alike; the text holds some of them.
"""

import argparse
import random
import time

from gaojian.kinds.terms import Terms

_METHODS = ("automaton", "pairs", "alternation")
_CHARACTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种"
_OTHERS = "，。报告情况县乡镇村街道社区项目资金建设程完投推进落实改造检查网格员部门问题打算"


def terms_of(count: int, chance: random.Random) -> list[str]:
    """Return ``count`` different terms of two to six characters."""
    terms: set[str] = set()
    while len(terms) < count:
        terms.add("".join(chance.choices(_CHARACTERS, k=chance.randint(2, 6))))
    return sorted(terms)


def text_of(characters: int, terms: list[str], chance: random.Random) -> str:
    """Return a text of ``characters`` with a term in every thousand."""
    parts = []
    for _ in range(characters // 1_000):
        parts += [*chance.choices(_CHARACTERS[:20] + 3 * _OTHERS, k=996), chance.choice(terms)[:3], "。"]
    return "".join(parts)


def main() -> None:
    """Print the seconds of user time by method."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--terms", type=int, default=5_000)
    parser.add_argument("--characters", type=int, default=3_400_000, help="10 MB of UTF-8")
    parser.add_argument("--methods", nargs="+", default=_METHODS[:2], choices=_METHODS)
    arguments = parser.parse_args()
    chance = random.Random(1)  # noqa: S311 (the same text every time)
    terms = terms_of(arguments.terms, chance)
    text = text_of(arguments.characters, terms, chance)
    for method in arguments.methods:
        table = Terms(terms, method)
        next(table.find("的"), None)
        start = time.process_time()
        found = sum(1 for _ in table.find(text))
        print(f"{method:<12} {time.process_time() - start:.2f} s, {found} found in {len(text)} characters")


if __name__ == "__main__":
    main()
