"""What a check says about itself: on a terminal, and in the reference."""

import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import pytest
from markdown_it import MarkdownIt

from gaojian.check import Rule
from gaojian.diagnostic import Severity, Text
from gaojian.examples import bad, good
from gaojian.explain import explain
from gaojian.reference import reference
from gaojian.registry import load_rules

README = Path(__file__).parents[1] / "checks" / "gaojian_checks" / "README.md"
LONG = "修" * 200


@dataclass(frozen=True)
class Sample(Rule):
    """错字示例：把“甲”写成“乙”。

    这样写会使读者误会，
    所以要报。

    不报：`甲` 与 a < b 的 *比较*。

    A sample of a wrong letter.
    """

    code = "SAM001"
    name = "wrong-letter"
    title = Text("错字示例", "wrong letter")
    severity = Severity.WARNING
    basis = ("GB/T 0000 第 1 条", "实测若干份")
    opt_in = True
    examples = (
        bad("⟦乙⟧地", fixed="甲地"),
        bad("甲\n⟦乙⟧\n", options={"longest_line": 8, "words": ("甲", "乙")}, fixed="甲\n甲\n"),
        bad({"一.txt": "⟦乙⟧", "二.txt": "丙"}),
        good("甲地 `乙`"),
    )

    longest_line: Annotated[int, Text("最多字数", "longest line")] = 60
    words: Annotated[tuple[str, ...], Text("词|表", "words")] = ("甲",)


def test_explain_in_chinese() -> None:
    """Code, name, title, severity, basis, Chinese docs, options and examples come in this order."""
    expected = """\
SAM001 wrong-letter：错字示例

级别：警告；默认不启用，须用 select 点名
依据：GB/T 0000 第 1 条
依据：实测若干份

错字示例：把“甲”写成“乙”。

这样写会使读者误会，
所以要报。

不报：`甲` 与 a < b 的 *比较*。

选项（gaojian.toml 的 [checks.SAM001]）：
  longest-line = 60  # int 最多字数
  words = ["甲"]  # list of str 词|表

应报：
  - ⟦乙⟧地
    - 改为：甲地
  - [longest-line = 8, words = ["甲", "乙"]] 甲
    ⟦乙⟧
    - 改为：甲
      甲
  - 一.txt:
    ⟦乙⟧
    二.txt:
    丙

不报：
  - 甲地 `乙`
"""

    assert expected == explain(Sample, "zh")


def test_explain_in_english() -> None:
    """Only the English paragraphs of the docstring are shown; examples stay as they are."""
    expected = """\
SAM001 wrong-letter: wrong letter

severity: warning; runs only when select names it
basis: GB/T 0000 第 1 条
basis: 实测若干份

A sample of a wrong letter.

options ([checks.SAM001] in gaojian.toml):
  longest-line = 60  # int longest line
"""

    assert explain(Sample, "en").startswith(expected)
    assert "\n    - fixed: 甲地\n" in explain(Sample, "en")


def test_a_docstring_in_one_language_serves_both() -> None:
    """Where there is no paragraph in the language, all are shown."""
    only_chinese = type("OnlyChinese", (Sample,), {"__doc__": "只有中文。"})

    assert "\n\n只有中文。\n\n" in explain(only_chinese, "en")


def test_the_reference_of_a_check() -> None:
    """Contents with links, then the section; Chinese lines are joined, and prose is no markup."""
    expected = """\
## 目录 Contents

- SAM
  - [SAM001 wrong-letter](#sam001-wrong-letter) 错字示例 · wrong letter

## SAM

### SAM001 wrong-letter

**错字示例** wrong letter　级别 severity：警告 warning　默认不启用 opt-in

错字示例：把“甲”写成“乙”。

这样写会使读者误会，所以要报。

不报：`甲` 与 a \\< b 的 \\*比较\\*。

A sample of a wrong letter.

依据 basis：GB/T 0000 第 1 条；实测若干份

| 选项 option | 类型 type | 默认 default | 说明 meaning |
|---|---|---|---|
| `longest-line` | int | `60` | 最多字数 longest line |
| `words` | list of str | `["甲"]` | 词\\|表 words |

应报 reported：

- `⟦乙⟧地`
  - 改为 fixed：`甲地`
- `longest-line = 8, words = ["甲", "乙"]`

  ```text
  甲
  ⟦乙⟧
  ```
  - 改为 fixed：

    ```text
    甲
    甲
    ```
- ```text
  一.txt:
  ⟦乙⟧
  二.txt:
  丙
  ```

不报 not reported：

- `` 甲地 `乙` ``
"""

    whole = reference({"SAM001": Sample})

    assert expected == whole[whole.index("## 目录") :]


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (bad(f"{LONG}⟦乙⟧{LONG}"), f"…{'修' * 30}⟦乙⟧{'修' * 30}…"),
        (good(LONG), f"{'修' * 61}…"),
        (bad("\n".join(f"第{n}行" for n in range(9)) + "\n⟦乙⟧\n末"), "第0行\n第1行\n…\n⟦乙⟧\n末"),
    ],
    ids=["marked", "unmarked", "lines"],
)
def test_long_examples_are_abridged_around_their_marks(example: object, expected: str) -> None:
    """What is far from a mark is left out, and the gap is shown."""
    rule = type("Long", (Sample,), {"examples": (example,), "__doc__": Sample.__doc__})
    shown = "\n".join(f"    {line}" for line in expected.split("\n")).replace("    ", "  - ", 1)

    assert f"：\n{shown}\n" in explain(rule, "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_explains_itself(language: str) -> None:
    """Each rule has a headline, a severity and a paragraph in the language."""
    for code, rule in load_rules().items():
        lines = explain(rule, language).split("\n")

        assert lines[0].startswith(f"{code} {rule.name}")
        assert rule.title.in_language(language) in lines[0]
        assert [line for line in lines if line != line.rstrip()] == []


def test_links_of_the_reference_lead_to_headings() -> None:
    """Every entry of the contents has the anchor that GitHub gives to the heading of its check."""
    rules = load_rules()
    tokens = MarkdownIt().enable("table").parse(reference(rules))
    inline = [token for token in tokens if token.type == "inline"]
    links = [child.attrs["href"] for token in inline for child in token.children or () if child.type == "link_open"]
    headings = [inside.content for before, inside in pairwise(tokens) if before.tag == "h3"]
    anchors = ["#" + heading.lower().replace(" ", "-") for heading in headings if heading[:6] in rules]

    assert anchors == links
    assert len(anchors) == len(rules)


def test_the_reference_can_be_written_to_a_file() -> None:
    """`python -m gaojian.reference` prints it in UTF-8, whatever the console speaks."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "gaojian.reference"]
    printed = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)

    assert reference(load_rules()).encode("utf-8") == printed.stdout


def test_the_reference_is_up_to_date() -> None:
    """The reference in the repository is what the checks say; `make reference` writes it anew."""
    assert reference(load_rules()) == README.read_text("utf-8")
