"""What ends a run before it begins: one sentence each, in both languages, naming the place and the cure."""

from gaojian.diagnostic import Text


class GaojianError(Exception):
    """A mistake of the user's that the user can mend; the exit code is 2."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class UsageError(GaojianError):
    """The command line asks for something that cannot be."""


class ConfigError(GaojianError):
    """A configuration file cannot be read or says something wrong."""


class LoadError(GaojianError):
    """A plugin cannot be loaded."""

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(
            Text(
                f"{origin}：检查插件无法加载（{reason}）；请改正插件，或从 plugins 中删去",
                f"{origin}: the plugin cannot be loaded ({reason}); mend it or take it out of plugins",
            )
        )


class RuleError(LoadError):
    """A rule that is a table says something wrong, or its file cannot be read."""

    def __init__(self, text: Text) -> None:
        GaojianError.__init__(self, text)
