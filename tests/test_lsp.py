"""Sessions of a real client with ``gaojian lsp``."""

import asyncio
import io
import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from conftest import outside_environment
from editing import Editor, edited, edits_of, shown
from lsprotocol import types

from gaojian.commands.lsp import command

CLEAN = "# 工作总结\n\n全年产值增长百分之十二，创历史新高。\n"
FAULT = "# 工作总结\n\n全年产值增长%，创历史新高。\n"
BLOCK = (
    "全镇二十四个村全部建成标准化卫生室，聘用乡村医生五十一名，药品零差率销售全面推开，"
    "群众看病在村里就能报销；镇卫生院新添彩超和全自动生化仪，门诊人次比上年增加一成半，转诊预约当天办结，家庭医生签约户都有回访。\n"
    "慢性病患者建档三千七百份，六十五岁以上老人体检率超过八成，孕产妇系统管理和儿童预防接种均达到上级要求；"
    "健康知识讲座开到了田间地头，控烟限酒、合理膳食的标语上了墙，早晚跳广场舞的人比过去多了许多，麻将桌前的人少了许多。\n"
    "下半年继续做好乡村医生轮训，把远程会诊设备用起来，让疑难病症在家门口就能请到省里专家；"
    "同时盯紧医保基金使用，抽查处方和住院病历，对挂床住院、串换药品的行为发现一起查处一起，并向群众公开处理结果。\n"
)
OPEN = 'select = ["DEFAULT", "DUP011"]\n'


def extent(start: tuple[int, int], end: tuple[int, int] | None = None) -> types.Range:
    return types.Range(types.Position(*start), types.Position(*(end or start)))


@pytest_asyncio.fixture
async def editor(tmp_path: Path) -> AsyncIterator[Editor]:
    found = Editor(tmp_path)
    yield found
    await found.stop()


async def test_a_fault_is_typed_seen_fixed_and_gone(editor: Editor) -> None:
    """A session: open a clean draft, type a fault, see it while typing, take the quick fix, and it is gone."""
    await editor.start()
    uri = editor.uri("稿.md")
    editor.open(uri, CLEAN)
    assert shown(await editor.findings(uri, 1)) == []

    editor.type(uri, 2, (2, 12), (2, 12), " “先进”")
    text = CLEAN.replace("十二，", "十二， “先进”")
    assert shown(await editor.findings(uri, 2)) == [("SPC002", (2, 12), (2, 13))]

    (action,) = [action for action in await editor.actions(uri, extent((2, 12))) if action.is_preferred]
    assert (action.title, action.kind) == ("删去空格（SPC002）", "quickfix")
    text = edited(text, edits_of(action, uri))
    editor.replace(uri, 3, text)
    assert (text, shown(await editor.findings(uri, 3))) == (CLEAN.replace("十二，", "十二，“先进”"), [])


async def test_what_the_server_offers(editor: Editor) -> None:
    """Changes piece by piece, fixes that are completed when they are chosen, hover; it asks to be told of files."""
    offered = (await editor.start()).capabilities
    sync, actions, workspace = offered.text_document_sync, offered.code_action_provider, offered.workspace
    assert isinstance(sync, types.TextDocumentSyncOptions)
    assert isinstance(actions, types.CodeActionOptions)
    assert (sync.change, sync.open_close, bool(sync.save)) == (types.TextDocumentSyncKind.Incremental, True, True)
    assert actions == types.CodeActionOptions(
        code_action_kinds=("quickfix", "source.fixAll.gaojian", "source.gaojian.fixAllUnsafe"), resolve_provider=True
    )
    assert offered.hover_provider is True
    assert workspace is not None
    folders = types.WorkspaceFoldersServerCapabilities(supported=True, change_notifications=True)
    assert workspace.workspace_folders == folders
    assert (offered.completion_provider, offered.document_formatting_provider) == (None, None)

    editor.open("untitled:1", CLEAN)
    await editor.findings("untitled:1", 1)
    (registration,) = editor.registrations
    assert registration.method == "workspace/didChangeWatchedFiles"


async def test_folders_come_and_go(editor: Editor) -> None:
    """A folder that is added is checked; the findings of one that is removed go."""
    for name in ("甲", "乙"):
        (editor.root / name).mkdir()
        (editor.root / name / "稿.md").write_text(FAULT, "utf-8")
    first, second = (types.WorkspaceFolder(editor.uri(name), name) for name in ("甲", "乙"))
    root = types.WorkspaceFolder(editor.root.as_uri(), "w")
    await editor.start({"workspace": True})
    await editor.until(lambda params: params.uri == editor.uri("乙/稿.md") and len(params.diagnostics) == 1)

    def change(added: list[types.WorkspaceFolder], removed: list[types.WorkspaceFolder]) -> None:
        event = types.WorkspaceFoldersChangeEvent(added, removed)
        editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))

    change([first], [root])
    await editor.until(lambda params: params.uri == editor.uri("乙/稿.md") and not params.diagnostics)
    editor.published.clear()
    change([second], [first])
    await editor.until(lambda params: params.uri == editor.uri("乙/稿.md") and len(params.diagnostics) == 1)
    await editor.until(lambda params: params.uri == editor.uri("甲/稿.md") and not params.diagnostics)


async def test_places_are_counted_in_utf_16(editor: Editor) -> None:
    """A character beyond the basic plane counts two for an editor that names no encoding, in and out."""
    result = await editor.start()
    assert result.capabilities.position_encoding == types.PositionEncodingKind.Utf16
    uri = editor.uri("稿.md")
    editor.open(uri, "😀𠮷全年产值增长百分之十二。\n")
    editor.type(uri, 2, (0, 10), (0, 15), "%")

    assert shown(await editor.findings(uri, 2)) == [("BLK002", (0, 10), (0, 11))]


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 26), ("utf-16", 10), ("utf-32", 8)])
async def test_places_are_counted_in_the_encoding_agreed_on(editor: Editor, encoding: str, character: int) -> None:
    """Whatever the client prefers, start and end are where it counts them."""
    editor.capabilities.general = types.GeneralClientCapabilities(
        position_encodings=[types.PositionEncodingKind(encoding)]
    )
    result = await editor.start()
    uri = editor.uri("稿.md")
    editor.open(uri, "😀𠮷全年产值增长%。\n")

    assert result.capabilities.position_encoding == encoding
    assert shown(await editor.findings(uri, 1)) == [("BLK002", (0, character), (0, character + 1))]


async def test_lines_end_where_editors_end_them(editor: Editor) -> None:
    """U+2028, form feed and U+0085 end no line; a lone carriage return does: edits behind them hit their place."""
    await editor.start()
    uri = editor.uri("稿.txt")
    editor.open(uri, "序\u2028言\x0c目\x85录\r全年产值增长百分之十二。\r\n完。\n", "plaintext")
    editor.type(uri, 2, (1, 6), (1, 11), "%")

    assert shown(await editor.findings(uri, 2)) == [("BLK002", (1, 6), (1, 7))]


async def test_safe_and_unsafe_fixes_are_told_apart(editor: Editor) -> None:
    """A safe fix is preferred; one that may change the meaning says so; saving never makes it."""
    await editor.start()
    uri = editor.uri("稿.md")
    scraped = "来源：县政府网 发布日期：2020-01-09 08:30 浏览次数：35次\n\n全年完成清淤。\n"
    editor.open(uri, f"# 总结\n\n出席会议的有张三,李四，获得了 “先进”称号。\n\n{scraped}")
    await editor.findings(uri, 1)
    whole = extent((0, 0), (9, 0))
    actions = await editor.actions(uri, whole)
    fixes = [(action.title, action.is_preferred) for action in actions if "指令" not in action.title]

    assert fixes == [
        ("改为全角标点（WID001）", True),
        ("删去空格（SPC002）", True),
        ("删去这一行（MET001，请核对）", None),
        ("改好全文 2 处不影响文意的问题", None),
        ("改好全文 3 处（其中 1 处请核对）", None),
    ]
    saving = await editor.actions(uri, whole, ["source.fixAll"])
    assert [action.kind for action in saving] == ["source.fixAll.gaojian"]


async def test_fix_all_goes_on_until_nothing_is_left(editor: Editor) -> None:
    """The edit of an action that fixes all is made when it is chosen, and touches only what it fixes."""
    await editor.start()
    uri = editor.uri("稿.md")
    text = "# 总结\n\n😀获得了 “先进”称号。\n\n第二段没有问题。\n\n获得了 “优秀”,“先进”称号。\n"
    editor.open(uri, text)
    await editor.findings(uri, 1)
    (action,) = await editor.actions(uri, only=["source.fixAll"])
    assert action.edit is None
    edits = edits_of(await editor.client.code_action_resolve_async(action), uri)

    mended = "# 总结\n\n😀获得了“先进”称号。\n\n第二段没有问题。\n\n获得了“优秀”，“先进”称号。\n"
    assert edited(text, edits) == mended
    assert [edit.range.start.line for edit in edits] == [2, 6]


async def test_clients_that_resolve_nothing_get_edits_at_once(editor: Editor) -> None:
    """Then one round is made; what touches another fix waits for the next time."""
    editor.capabilities.text_document = types.TextDocumentClientCapabilities()
    await editor.start()
    uri = editor.uri("稿.md")
    text = "获得了 “先进”称号，又获得了 “优秀”称号。\n"
    editor.open(uri, text)
    await editor.findings(uri, 1)
    (action,) = await editor.actions(uri, only=["source.fixAll"])

    assert edited(text, edits_of(action, uri)) == "获得了“先进”称号，又获得了“优秀”称号。\n"


async def test_a_finding_is_silenced_by_a_directive(editor: Editor) -> None:
    """The action puts a directive where it silences the finding, here or in the whole document."""
    await editor.start()
    uri = editor.uri("稿.md")
    editor.open(uri, FAULT)
    (finding,) = await editor.findings(uri, 1)
    here, everywhere = (action for action in await editor.actions(uri, finding.range) if "指令" in action.title)
    for version, action in ((2, here), (3, everywhere)):
        editor.replace(uri, version, edited(FAULT, edits_of(action, uri)))
        assert shown(await editor.findings(uri, version)) == []

    assert edits_of(here, uri)[0].new_text == "<!-- gaojian: next BLK002 — 已核对 -->\n"
    assert edits_of(everywhere, uri)[0].new_text == "<!-- gaojian: file BLK002 — 已核对 -->\n"


async def test_plain_text_has_no_directives_to_offer(editor: Editor) -> None:
    """A comment in plain text would be read by the readers of the draft."""
    await editor.start()
    uri = editor.uri("稿.txt")
    editor.open(uri, FAULT, "plaintext")
    (finding,) = await editor.findings(uri, 1)

    assert await editor.actions(uri, finding.range) == []


async def test_hover_tells_reason_basis_and_examples(editor: Editor) -> None:
    """What the check says of itself stands under the message; nothing of the draft becomes markup."""
    await editor.start()
    uri = editor.uri("稿.md")
    editor.open(uri, FAULT)
    await editor.findings(uri, 1)
    found = await editor.hover(uri, (2, 6))

    assert found is not None
    assert found.startswith("**错误** ")
    assert all(part in found for part in ("**BLK002 missing-percent**", "依据：", "应报：", "不报：", "```text\n"))
    assert await editor.hover(uri, (0, 0)) is None


async def test_hover_is_plain_for_clients_without_markdown(editor: Editor) -> None:
    """The same words without asterisks, backslashes and fences."""
    editor.capabilities.text_document = types.TextDocumentClientCapabilities()
    await editor.start({"lang": "en"})
    uri = editor.uri("稿.md")
    editor.open(uri, FAULT)
    await editor.findings(uri, 1)
    found = await editor.hover(uri, (2, 6))

    assert found is not None
    assert found.startswith("error ")
    assert "\nBLK002 missing-percent: " in found
    assert not {"**", "```", "\\"} & {found[index : index + size] for size in (1, 2, 3) for index in range(len(found))}


async def test_two_files_with_a_copied_block(editor: Editor) -> None:
    """A block copied into an open draft is found in a file that is not open, and goes when the draft is mended."""
    (editor.root / "gaojian.toml").write_text(OPEN, "utf-8")
    (editor.root / "乙.md").write_text(f"# 卫生院总结\n\n{BLOCK}", "utf-8")
    await editor.start()
    first, second = editor.uri("甲.md"), editor.uri("乙.md")
    editor.open(first, "# 镇工作总结\n\n另行报送。\n")
    assert shown(await editor.findings(first, 1)) == []

    editor.replace(first, 2, f"# 镇工作总结\n\n{BLOCK}")
    params = await editor.until(lambda params: any(found.code == "DUP011" for found in params.diagnostics))
    (finding,) = [found for found in params.diagnostics if found.code == "DUP011"]
    other = {first: second, second: first}[params.uri]
    assert [
        (related.location.uri, related.location.range.start.line) for related in finding.related_information or ()
    ] == [(other, 2)]

    editor.replace(first, 3, "# 镇工作总结\n\n另行报送。\n")
    assert shown(await editor.findings(first, 3)) == []
    await editor.until(lambda last: last.uri == params.uri and not last.diagnostics)
    last = {params.uri: params.diagnostics for params in editor.published}
    assert {uri: shown(found) for uri, found in last.items()} == {uri: [] for uri in last}


async def test_the_editor_has_precedence_over_the_disk(editor: Editor) -> None:
    """An open draft is checked as the editor has it; when it is closed, its file is."""
    file = editor.root / "稿.md"
    file.write_text(FAULT, "utf-8")
    await editor.start()
    uri = editor.uri("稿.md")
    await editor.until(lambda params: params.uri == uri and params.version is None and len(params.diagnostics) == 1)
    editor.open(uri, CLEAN)
    assert shown(await editor.findings(uri, 1)) == []
    editor.published.clear()
    editor.close(uri)

    await editor.until(lambda params: params.uri == uri and params.version is None and len(params.diagnostics) == 1)


async def test_findings_of_a_file_go_with_it(editor: Editor) -> None:
    """A file that was deleted has no findings; one that was written has."""
    file = editor.root / "稿.md"
    file.write_text(FAULT, "utf-8")
    await editor.start()
    uri = editor.uri("稿.md")
    await editor.until(lambda params: params.uri == uri and len(params.diagnostics) == 1)
    file.unlink()
    event = types.FileEvent(uri, types.FileChangeType.Deleted)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    await editor.until(lambda params: params.uri == uri and not params.diagnostics)
    assert shown(editor.published[-1].diagnostics) == []


async def test_configuration_is_read_again(editor: Editor) -> None:
    """A changed gaojian.toml counts from the next look on, and what is wrong in it stands at its place in it."""
    await editor.start()
    uri, file = editor.uri("稿.md"), editor.root / "gaojian.toml"
    editor.open(uri, FAULT)
    assert len(await editor.findings(uri, 1)) == 1
    editor.published.clear()
    file.write_text('# 全库\nignore = ["BLK"]\n', "utf-8")
    event = types.FileEvent(file.as_uri(), types.FileChangeType.Created)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert shown(await editor.findings(uri, 1)) == []

    file.write_text('# 全库\nignore = ["BLK"]\nselct = ["DUP"]\n', "utf-8")
    editor.type(uri, 2, (0, 6), (0, 6), "（稿）")
    mistakes = await editor.until(lambda params: params.uri == file.as_uri() and len(params.diagnostics) == 1)
    assert shown(mistakes.diagnostics) == [(None, (2, 0), (2, 5))]
    assert "select" in await editor.told("selct")
    assert shown(await editor.findings(uri, 2)) == []

    file.unlink()
    editor.type(uri, 3, (0, 6), (0, 9), "")
    await editor.until(lambda params: params.uri == file.as_uri() and not params.diagnostics)
    assert shown(await editor.findings(uri, 3)) == [("BLK002", (2, 6), (2, 7))]


async def test_rules_of_ones_own_are_read_again(editor: Editor) -> None:
    """A changed table of rules counts from the next key on, and so does the file of terms that it names."""
    rules, terms = editor.root / "规则.toml", editor.root / "词表.txt"
    (editor.root / "gaojian.toml").write_text('plugins = ["规则.toml"]\nselect = ["OWN"]\n', "utf-8")
    table = '[[rules]]\ncode = "OWN001"\nname = "own-word"\nkind = "preferred"\ntitle = "用词"\nbasis = ["本单位"]\n'
    rules.write_text(table + 'terms = {"甲词" = "乙词"}\n', "utf-8")
    await editor.start()
    uri = editor.uri("稿.md")
    editor.open(uri, "甲词和丙词。\n")
    assert shown(await editor.findings(uri, 1)) == [("OWN001", (0, 0), (0, 2))]

    terms.write_text("丙词\t丁词\n", "utf-8")
    rules.write_text(table + 'terms-file = "词表.txt"\n', "utf-8")
    editor.type(uri, 2, (0, 5), (0, 5), "！")
    assert shown(await editor.findings(uri, 2)) == [("OWN001", (0, 3), (0, 5))]

    terms.write_text("和丙\t与丙\n", "utf-8")
    editor.type(uri, 3, (0, 5), (0, 6), "")
    assert shown(await editor.findings(uri, 3)) == [("OWN001", (0, 2), (0, 4))]


async def test_a_workspace_behind_a_link(tmp_path: Path) -> None:
    """Configurations know the real folders, the client its own names: both are right."""
    (tmp_path / "真").mkdir()
    (tmp_path / "链").symlink_to(tmp_path / "真")
    (tmp_path / "真" / "gaojian.toml").write_text('exclude = ["存档.md"]\n', "utf-8")
    (tmp_path / "真" / "别的.md").write_text(FAULT, "utf-8")
    editor = Editor(tmp_path / "链")
    await editor.start()
    for name in ("存档.md", "稿.md"):
        editor.open(editor.uri(name), FAULT)
    assert shown(await editor.findings(editor.uri("存档.md"), 1)) == []
    assert len(await editor.findings(editor.uri("稿.md"), 1)) == 1
    await editor.until(lambda params: params.uri == editor.uri("别的.md") and len(params.diagnostics) == 1)
    await editor.stop()


async def test_an_untitled_document_is_checked(editor: Editor) -> None:
    """What was never saved has no folder; its language decides its format."""
    await editor.start(folder=False)
    uri = "untitled:Untitled-1"
    editor.open(uri, f"```\n{FAULT}```\n{FAULT}", "markdown")

    assert shown(await editor.findings(uri, 1)) == [("BLK002", (7, 6), (7, 7))]


async def test_web_pages_are_marked_in_their_source(editor: Editor) -> None:
    """The text of a page stands elsewhere than in its source; the editor shows the source."""
    await editor.start()
    uri = editor.uri("页.html")
    editor.open(uri, "<html><body>\n<p>😀 甲</p>\n<p>全年<b>产值</b>增长%，创历史新高。</p>\n</body></html>\n", "html")

    assert shown(await editor.findings(uri, 1)) == [("BLK002", (2, 16), (2, 17))]


async def test_settings_of_the_client(editor: Editor) -> None:
    """Language and scope come from the client, a setting that is wrong is named, and later ones count at once."""
    (editor.root / "别的.md").write_text(FAULT, "utf-8")
    await editor.start({"gaojian": {"lang": "en", "workspace": False, "config": 3}})
    assert await editor.told("config") == "gaojian: editor setting gaojian.config: must name a file"
    uri = editor.uri("稿.md")
    editor.open(uri, FAULT)
    (finding,) = await editor.findings(uri, 1)
    assert finding.message.isascii() is False
    assert "number" in finding.message
    assert [params.uri for params in editor.published if params.uri != uri] == []

    editor.published.clear()
    settings = types.DidChangeConfigurationParams({"gaojian": {"lang": "zh", "workspace": True}})
    editor.client.workspace_did_change_configuration(settings)
    await editor.until(lambda params: params.uri == editor.uri("别的.md") and len(params.diagnostics) == 1)
    assert "number" not in (await editor.findings(uri, 1))[0].message


async def test_a_check_that_crashes_is_named_and_the_rest_reported(editor: Editor) -> None:
    """A plugin that raises, prints or hangs costs its own findings; the protocol stays whole."""
    write_plugin(
        editor.root,
        """
        print("Content-Length: 7")
        if "狠" in document.text:
            import os
            os._exit(9)
        raise RuntimeError("坏了")
        """,
    )
    await editor.start()
    uri = editor.uri("稿.md")
    editor.open(uri, FAULT)
    found = await editor.findings(uri, 1)
    assert [finding.code for finding in found] == [None, "BLK002"]
    assert "TST001" in found[0].message
    assert "TST001" in await editor.told("坏了")

    editor.replace(uri, 2, f"{FAULT}狠")
    (lost,) = await editor.findings(uri, 2)
    assert lost.message == "TST001 没有结束，或使检查进程中止；已跳过，改动后再查"

    editor.replace(uri, 3, FAULT)
    assert [finding.code for finding in await editor.findings(uri, 3)] == [None, "BLK002"]


async def test_a_check_that_hangs_is_ended_and_named(editor: Editor) -> None:
    """After the time that was set the worker is replaced; the document is looked at again when it has changed."""
    write_plugin(
        editor.root,
        """
        while "挂" in document.text:
            pass
        return ()
        """,
    )
    await editor.start({"seconds": 3})
    uri, other = editor.uri("稿.md"), editor.uri("别的.md")
    editor.open(uri, f"{FAULT}挂")
    editor.open(other, FAULT)
    (lost,) = await editor.findings(uri, 1)
    assert lost.message.startswith("TST001 没有结束")
    assert shown(await editor.findings(other, 1)) == [("BLK002", (2, 6), (2, 7))]

    editor.replace(uri, 2, FAULT)
    assert shown(await editor.findings(uri, 2)) == [("BLK002", (2, 6), (2, 7))]


async def test_a_worker_that_is_killed_is_replaced(editor: Editor) -> None:
    """Between two keys nobody is to blame, and nothing is lost."""
    await editor.start()
    uri = editor.uri("稿.md")
    editor.open(uri, FAULT)
    await editor.findings(uri, 1)
    server = editor.client._server  # noqa: SLF001 (the process itself is what is tested)
    assert server is not None
    for child in children_of(server.pid):
        os.kill(child, signal.SIGKILL)
    editor.type(uri, 2, (0, 0), (0, 0), "\n")

    assert shown(await editor.findings(uri, 2)) == [("BLK002", (3, 6), (3, 7))]


async def test_a_hostile_document(editor: Editor) -> None:
    """Null bytes, lone surrogates, endless lines and reordering marks are survived, and what can be found is."""
    await editor.start()
    uri = editor.uri("稿.md")
    editor.open(uri, FAULT + "\0")
    (refused,) = await editor.findings(uri, 1)
    assert (refused.code, refused.range.start) == (None, types.Position(0, 0))

    editor.replace(uri, 2, "\ud83d\u202e<script>\ud800" + "甲" * 200_000 + "全年产值增长%。\n")
    assert ("BLK002", (0, 200_017), (0, 200_018)) in shown(await editor.findings(uri, 2))
    editor.type(uri, 3, (9, 99), (7, 0), FAULT)
    assert ("BLK002", (3, 6), (3, 7)) in shown(await editor.findings(uri, 3))


async def test_a_malformed_request_gets_an_error_and_the_session_goes_on(tmp_path: Path) -> None:
    """No JSON, no such method, wrong parameters, an unknown document: each is answered or passed over."""
    command = [sys.executable, "-m", "gaojian", "lsp"]
    server = await asyncio.create_subprocess_exec(
        *command,
        cwd=tmp_path,
        env=outside_environment(),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    stdin, stdout = server.stdin, server.stdout

    def send(body: bytes) -> None:
        stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    def ask(number: int, method: str, params: object) -> None:
        send(json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}).encode())

    async def answer(number: int) -> dict[str, Any]:
        while True:
            headers = await asyncio.wait_for(stdout.readuntil(b"\r\n\r\n"), 60)
            length = int(headers.split(b"Content-Length: ")[1].split(b"\r\n")[0])
            message: dict[str, Any] = json.loads(await stdout.readexactly(length))
            if message.get("id") == number and "method" not in message:
                return message

    ask(1, "initialize", {"capabilities": {}, "processId": None, "rootUri": None})
    await answer(1)
    send(b'{"jsonrpc": "2.0", "method": "initialized", "params": {}}')
    send(b"{no json")
    ask(2, "textDocument/hover", {"textDocument": 7})
    assert (await answer(2))["error"]["code"] == -32602
    ask(3, "no/such", {})
    assert (await answer(3))["error"]["code"] == -32601
    send(b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": {}}}')
    ask(4, "textDocument/hover", {"textDocument": {"uri": "::"}, "position": {"line": 0, "character": 0}})
    assert (await answer(4))["result"] is None
    item = {"uri": "untitled:1.md", "languageId": "markdown", "version": 1, "text": FAULT}
    send(json.dumps({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": item}}).encode())
    ask(5, "textDocument/hover", {"textDocument": {"uri": "untitled:1.md"}, "position": {"line": 2, "character": 6}})
    assert "BLK002" in json.dumps((await answer(5))["result"])
    ask(6, "shutdown", None)
    await answer(6)
    send(b'{"jsonrpc": "2.0", "method": "exit"}')
    assert await asyncio.wait_for(server.wait(), 30) == 0


async def test_a_kill_and_a_restart(tmp_path: Path) -> None:
    """A server that is killed leaves no process behind, and the next one finds the same."""
    counts = []
    for _ in range(2):
        editor = Editor(tmp_path)
        await editor.start()
        uri = editor.uri("稿.md")
        editor.open(uri, FAULT)
        counts.append(shown(await editor.findings(uri, 1)))
        server = editor.client._server  # noqa: SLF001 (the process itself is what is tested)
        assert server is not None
        children = children_of(server.pid)
        os.kill(server.pid, signal.SIGKILL)
        await server.wait()
        for _ in range(500):
            if not any(is_alive(child) for child in children):
                break
            await asyncio.sleep(0.02)
        assert [child for child in children if is_alive(child)] == []

    assert counts == [[("BLK002", (2, 6), (2, 7))]] * 2


def write_plugin(folder: Path, body: str) -> None:
    (folder / "gaojian.toml").write_text('plugins = ["rules.py"]\n', "utf-8")
    (folder / "rules.py").write_text(
        '"""A check of a team."""\n'
        "from gaojian import Check, Severity, Text, bad, good\n"
        "class Faulty(Check):\n"
        '    """总是出错。\n\n    Always fails.\n    """\n'
        '    code, name, title = "TST001", "faulty", Text("出错", "faulty")\n'
        '    severity, basis = Severity.NOTE, ("无",)\n'
        '    examples = (bad("⟦甲⟧"), good("乙"))\n'
        f"    def check(self, document):\n{textwrap.indent(textwrap.dedent(body), ' ' * 8)}\n",
        "utf-8",
    )


def children_of(process: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = (folder / "stat").read_text().rsplit(")", 1)[1].split()[1]
        except OSError:
            continue
        if int(parent) == process:
            found.append(int(folder.name))
    return found


def is_alive(process: int) -> bool:
    try:
        return (Path("/proc") / str(process) / "stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_without_the_package_one_sentence_tells_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The language server is an extra."""
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(SystemExit) as ended:
        command.main(["--lang", "en"], standalone_mode=False)

    expected = "gaojian: the language server needs: python -m pip install 'gaojian[lsp]'\n"
    assert (ended.value.code, capsys.readouterr().err) == (2, expected)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no terminals here")
def test_a_person_is_told_that_an_editor_starts_it(folder: Path) -> None:
    """At a terminal there is nobody to speak the protocol with."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "gaojian", "lsp"]
    process = subprocess.run(command, cwd=folder, stdin=theirs, capture_output=True, encoding="utf-8", check=False)
    os.close(ours)
    os.close(theirs)

    assert (process.returncode, process.stdout) == (2, "")
    assert process.stderr == (
        "gaojian: gaojian lsp 由编辑器启动，不能在终端里直接用；设置办法见 examples/editors/README.md\n"
    )
