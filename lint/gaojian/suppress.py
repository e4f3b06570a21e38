"""Directives in the text that silence findings, and what is wrong with the directives themselves."""

from gaojian.check import Rule
from gaojian.diagnostic import Severity, Text


class UnusedDirective(Rule):
    """多余的指令：指令没有屏蔽任何问题，应当删去。

    A directive that silences nothing hides the next fault that comes to stand there.
    """

    code = "SUP001"
    name = "unused-directive"
    title = Text("多余的屏蔽指令", "unused directive")
    severity = Severity.WARNING
    basis = ("lint/README.md",)


class UnknownDirective(Rule):
    """无法识别的指令：指令的动作或代码写错，不起作用。

    A directive that is misspelt does nothing, and nobody notices.
    """

    code = "SUP002"
    name = "unknown-directive"
    title = Text("无法识别的屏蔽指令", "unknown directive")
    severity = Severity.WARNING
    basis = ("lint/README.md",)
