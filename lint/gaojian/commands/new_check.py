"""``gaojian new-check``: the first version of a check of one's own, ready to run."""

from pathlib import Path
from typing import Any

import click

from gaojian.config import nearest_file
from gaojian.diagnostic import Text
from gaojian.errors import UsageError
from gaojian.invocation import config_option, early_language, language_option, own_plan, reporting_errors
from gaojian.plan import Plan
from gaojian.rulekeys import CODE, NAME
from gaojian.scaffold import free_code, source_of


@click.command(name="new-check")
@click.argument("name")
@click.option("--code", help="代码，如 OWN001 / code  [default: the next OWN code]")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("rules"),
    help="文件夹 / folder",
    show_default=True,
)
@click.option("--data", is_flag=True, help="写成表，不写 Python / a table instead of Python")
@config_option
@language_option
def command(name: str, config: Path | None, lang: str | None, **options: Any) -> None:
    """新建一项本单位的检查：NAME 是英文名称，如 empty-phrase。

    Write a check of one's own with examples, ready to run; NAME is lower-case words joined by hyphens.
    """
    language = early_language(lang)
    with reporting_errors(language):
        plan = own_plan(config, lang, language)
        name = name.lower().replace("_", "-")
        code = options["code"] or free_code(plan.rules)
        code = _usable(plan, name, code)
        file = options["folder"] / (f"{name}.toml" if options["data"] else f"{name.replace('-', '_')}.py")
        _write(file, source_of(name, code, table=options["data"]))
        written = Text(f"已写入 {file}（{code}）", f"wrote {file} ({code})")
        click.echo(written.in_language(language))
        click.echo(_named_in(plan, file, config).in_language(language))


def _usable(plan: Plan, name: str, code: str | None) -> str:
    """Return ``code``. Raises UsageError where it or ``name`` cannot be used."""
    if not NAME.fullmatch(name):
        zh = f"名称 {name} 应为小写英文单词，用连字符相连，如 empty-phrase"
        raise UsageError(Text(zh, f"the name {name} is not lower-case words joined by hyphens, as in empty-phrase"))
    if code is None:
        raise UsageError(Text("OWN001—OWN999 都已用完，请用 --code 指定", "no code of OWN is left: name one by --code"))
    if not CODE.fullmatch(code):
        zh = f"代码 {code} 应为三个大写字母加三个数字，如 OWN001"
        raise UsageError(Text(zh, f"the code {code} is not three capital letters and three digits, as in OWN001"))
    for rule in plan.rules.values():
        if code == rule.code or name == rule.name:
            zh = f"已经有 {rule.code} {rule.name}，请换一个代码或名称"
            raise UsageError(Text(zh, f"there is {rule.code} {rule.name} already: choose another code or name"))
    return code


def _write(file: Path, source: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(source)
    except FileExistsError as error:
        raise UsageError(Text(f"{file}：已经有了，没有改写", f"{file}: exists already and was left alone")) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(Text(f"{file}：无法写入（{reason}）", f"{file}: cannot be written ({reason})")) from error


def _named_in(plan: Plan, file: Path, config: Path | None) -> Text:
    """Return what is left to do; where there is no configuration yet, write one that names the folder of ``file``."""
    target = config or nearest_file(Path())
    folder = file.parent.resolve()
    if any(path.resolve() in (folder, file.resolve()) for path in plan.config.plugin_paths):
        return Text("现在可以运行 gaojian test-rules", "now run gaojian test-rules")
    if target is None:
        line = f'plugins = ["{file.parent.as_posix()}"]'
        _write(Path("gaojian.toml"), f"{line}\n")
        return Text(
            f"已写入 gaojian.toml：{line}；现在可以运行 gaojian test-rules",
            f"wrote gaojian.toml: {line}; now run gaojian test-rules",
        )
    place = _relative(folder, target.parent)
    entries = ", ".join(f'"{plugin}"' for plugin in (*plan.config.plugins, place))
    line = f"plugins = [{entries}]"
    return Text(
        f"请在 {target} 里写 {line}，再运行 gaojian test-rules",
        f"put {line} into {target}, then run gaojian test-rules",
    )


def _relative(folder: Path, base: Path) -> str:
    try:
        return folder.relative_to(base.resolve()).as_posix()
    except ValueError:
        return folder.as_posix()
