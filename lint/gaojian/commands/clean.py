"""``gaojian clean``: forget what earlier runs kept."""

import click

from gaojian.diagnostic import Text
from gaojian.invocation import early_language, language_option


@click.command(name="clean")
@language_option
def command(lang: str | None) -> None:
    """清空缓存：下一次全部重查。

    Empty the cache: the next run finds out everything anew.
    """
    from gaojian import cache, catalogue, compiled, modules, toml  # noqa: PLC0415
    from gaojian.storage import cache_folder  # noqa: PLC0415

    folder = cache_folder()
    size = 0
    for kind in (cache, catalogue, compiled, modules, toml) if folder else ():
        for path in list(kind.files(folder)):
            size += path.stat().st_size
            path.unlink()
    if folder:
        text = Text(f"{folder}：清去 {size:,} 字节", f"{folder}: {size:,} bytes removed")
    else:
        text = Text("没有缓存：GAOJIAN_CACHE 是空的", "there is no cache: GAOJIAN_CACHE is empty")
    click.echo(text.in_language(early_language(lang)), err=True)
