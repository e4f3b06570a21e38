import pickle
from pathlib import Path

import pytest

from gaojian.config import Config, nearest_file, read_config
from gaojian.diagnostic import Severity
from gaojian.errors import ConfigError
from gaojian.plan import make_plan


def write(folder: Path, text: str, name: str = "gaojian.toml") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def mistakes(folder: Path, text: str) -> list[str]:
    config, found = read_config(write(folder, text), folder)
    return [
        sentence.zh.removeprefix(f"{folder / 'gaojian.toml'}：") for sentence in [*found, *make_plan(config).failures]
    ]


def test_every_key_is_read(folder: Path) -> None:
    """All keys of the file arrive, and say where they came from."""
    text = (
        'select = ["DUP", "BLK"]\nignore = ["DUP004"]\nexclude = ["旧稿/"]\nfail-on = "error"\nlang = "en"\n'
        'profile = "report"\n[[per-file]]\npaths = ["表格/**"]\nignore = ["BLK"]\nprofile = "specimen"\n'
        '[checks.BLK002]\nseverity = "note"\n'
    )
    config, found = read_config(write(folder, text), folder)

    assert found == []
    assert config.select == ("DUP", "BLK")
    assert config.ignore == ("DUP004",)
    assert config.exclude == ("旧稿/",)
    assert (config.fail_on, config.lang, config.profile) == ("error", "en", "report")
    assert config.per_file[0].paths == ("表格/**",)
    assert config.origins["select"] == str(folder / "gaojian.toml")
    plan = make_plan(config)
    assert plan.severities["BLK002"] is Severity.NOTE
    assert plan.profile_of("表格/一.md") == "specimen"
    assert plan.ignored_in("表格/一.md") == ("BLK",)
    assert plan.ignored_in("报告.md") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("selct = []", "selct：不认识 selct；是不是 select？"),
        ('fail-on = "warnings"', "fail-on：不认识 warnings；是不是 warning？"),
        ("fail-on = 3", "fail-on：应为 note、warning、error、never 之一"),
        ('select = "DUP"', 'select：应为文字列表，如 ["DUP"]'),
        ("exclude = [1]", 'exclude：应为文字列表，如 ["DUP"]'),
        ('select = ["BLKK002"]', "select：不认识 BLKK002；是不是 BLK002？"),
        ('profile = "reports"', "profile：不认识 reports；是不是 report？"),
        ("checks = 3", "checks：应为表，如 [checks.DUP002]"),
        ("[checks.BLKK002]", "checks.BLKK002：不认识 BLKK002；是不是 BLK002？"),
        ('[checks.BLK002]\nseverity = "warn"', "checks.BLK002.severity：不认识 warn；是不是 warning？"),
        ("[per-file]\npaths = []", "per-file：应为表的列表，写作 [[per-file]]"),
        ('[[per-file]]\nignore = ["DUP"]', "per-file.paths：缺少这个键"),
        ('[[per-file]]\npaths = ["a"]\nignor = []', "per-file.ignor：不认识 ignor；是不是 ignore？"),
    ],
)
def test_a_mistake_names_the_key_and_the_nearest_word(folder: Path, text: str, expected: str) -> None:
    """Each mistake is one sentence with file, key and what was probably meant."""
    assert mistakes(folder, text) == [expected]


def test_all_mistakes_are_named_at_once_and_the_rest_holds(folder: Path) -> None:
    """Three mistakes are three sentences; what is right is kept, what is wrong keeps its default."""
    config, found = read_config(write(folder, 'selct = []\nlang = "en"\nfail-on = "x"\nexclude = 1\n'), folder)

    assert len(found) == 3
    assert (config.lang, config.fail_on, config.exclude) == ("en", "warning", ())


@pytest.mark.parametrize("data", [b"select = [", b"\xff\xfe", b"select = 1\nselect = 2"])
def test_a_file_that_is_no_toml_is_an_error(folder: Path, data: bytes) -> None:
    """The sentence names the file."""
    file = folder / "gaojian.toml"
    file.write_bytes(data)

    with pytest.raises(ConfigError, match=r"gaojian\.toml"):
        read_config(file, folder)


def test_the_nearest_file_up_to_the_root_of_the_repository_counts(folder: Path) -> None:
    """A file above the repository is not this project's; a pyproject.toml without the table is passed over."""
    write(folder, "lang = 'en'")
    repository = folder / "库"
    (repository / ".git").mkdir(parents=True)
    (repository / "甲" / "乙").mkdir(parents=True)

    assert nearest_file(repository / "甲") is None

    own = write(repository, "[tool.gaojian]\nlang = 'en'", "pyproject.toml")
    write(repository / "甲", "[tool.other]\n", "pyproject.toml")

    assert nearest_file(repository / "甲" / "乙") == own
    assert read_config(own, repository)[0].lang == "en"


def test_outside_a_repository_the_current_folder_is_the_last(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below the current folder its file counts; elsewhere only the folder itself is asked."""
    own = write(folder / "甲", "lang = 'en'")
    (folder / "甲" / "乙").mkdir()
    (folder / "丙").mkdir()

    assert nearest_file(folder / "甲" / "乙") == own

    monkeypatch.chdir(folder / "丙")
    assert nearest_file(folder / "甲" / "乙") is None
    assert nearest_file(folder / "甲") == own


def test_without_a_file_the_defaults_hold(folder: Path) -> None:
    """No file, no mistakes, every check that is not opt-in."""
    config, found = read_config(None, folder)
    plan = make_plan(config)

    assert (config, found) == (Config(folder), [])
    assert plan.active == {code for code, rule in plan.rules.items() if not rule.opt_in}


def test_a_configuration_can_be_handed_to_a_process(folder: Path) -> None:
    """Worker processes that do not inherit it get it pickled."""
    for config in (Config(folder), read_config(write(folder, '[checks.BLK002]\nseverity = "note"\n'), folder)[0]):
        assert pickle.loads(pickle.dumps(config)) == config  # noqa: S301 (what this test itself has made)


def test_per_file_ignore_takes_every_word_that_ignore_takes(folder: Path) -> None:
    """Codes, prefixes, ALL and DEFAULT mean the same as for the whole run."""
    words = ("BLK002", "BLK", "ALL", "DEFAULT", "DUP")
    plan = make_plan(Config(folder))

    assert [plan.is_active("BLK002", (word,)) for word in words] == [False, False, False, False, True]
