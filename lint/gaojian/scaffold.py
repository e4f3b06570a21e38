"""The first version of a check of one's own: it runs at once, and shows where to write what."""

from collections.abc import Collection

_PYTHON = '''"""A check of one's own: {code} {name}. Change it, then run gaojian test-rules."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good

# The rarest characters first; they stand once more as the gate, without which nothing is looked for.
_PATTERN = Pattern("待核实(?<!无待核实)", "待核实")


class {title}(Check):
    """待核实的话留在定稿里：（一句话说清查什么）。

    （说明为什么要紧，依据是什么。）

    不报：（列出容易误报、但不该报的写法，如“无待核实事项”。）

    What was still to be verified is left in the final text.
    """

    code = "{code}"
    name = "{name}"
    title = Text("待核实的话留在定稿里", "left to be verified")
    severity = Severity.WARNING
    basis = ("本单位行文规范",)
    examples = (
        bad("共有小区 12 个⟦待核实⟧。", fixed="共有小区 12 个。"),
        good("共有小区 12 个，无待核实事项。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every match."""
        for match in _PATTERN.finditer(document.prose):
            span = Span(*match.span())
            message = Text(f"“{{match[0]}}”还留在定稿里，请核实后删去", f"“{{match[0]}}” is left: verify it")
            yield Finding(span, message, Fix(Text("删去", "delete it"), (Edit(span, ""),)))
'''

_TABLE = """# 一条本单位的规则：{code} {name}。改好之后运行 gaojian test-rules。
# 种类还有 preferred、paired、consistent、required-section、allowed-order，写法见 lint/README.md 的 Rules as data。

[[rules]]
kind = "forbidden"
code = "{code}"
name = "{name}"
title = {{zh = "待核实的话留在定稿里", en = "left to be verified"}}
message = {{zh = "“{{text}}”还留在定稿里，请核实后删去", en = "“{{text}}” is left: verify, and delete it"}}
severity = "warning"  # note、warning、error
basis = ["本单位行文规范"]
texts = ["待核实"]  # 照字面找；patterns = ['…'] 是正则表达式（包 regex）
exceptions = ["无待核实"]  # 在这些话里的不报
examples = [
    "共有小区 12 个⟦待核实⟧。",  # ⟦ ⟧ 标出应报之处
    "共有小区 12 个，无待核实事项。",  # 没有标记的，不应报
]
"""


def source_of(name: str, code: str, *, table: bool) -> str:
    """Return the file for a new check: a ``table`` of one rule, or a Python module."""
    title = "".join(word.capitalize() for word in name.split("-"))
    if f" {title}," in _PYTHON or title == "Check":
        # One of the names that the module imports.
        title = f"Own{title}"
    return (_TABLE if table else _PYTHON).format(code=code, name=name, title=title)


def free_code(taken: Collection[str], prefix: str = "OWN") -> str | None:
    """Return the first code with ``prefix`` that is not ``taken``; None where all are."""
    codes = (f"{prefix}{number:03}" for number in range(1, 1_000))
    return next((code for code in codes if code not in taken), None)
