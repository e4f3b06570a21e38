// 稿检 in VS Code: starts `gaojian lsp` and leaves everything else to the language client.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const LANGUAGES = ["markdown", "plaintext", "html"];
const SETTINGS = ["lang", "config", "workspace", "seconds"];
const SCHEMES = ["file", "untitled"];

let client;

async function start() {
  const settings = vscode.workspace.getConfiguration("gaojian");
  const [command, ...args] = settings.get("command");
  client = new LanguageClient(
    "gaojian",
    "稿检 gaojian",
    { command, args },
    {
      documentSelector: LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ scheme, language }))),
      initializationOptions: Object.fromEntries(SETTINGS.map((key) => [key, settings.get(key)])),
      synchronize: { configurationSection: "gaojian" },
    },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    vscode.window.showErrorMessage(
      `gaojian: 无法启动“${command}”（${error.message}）。请先运行 python -m pip install 'gaojian[lsp]'，` +
        `或在设置 gaojian.command 中写明路径。`,
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function activate(context) {
  const restart = async () => {
    await stop();
    await start();
  };
  context.subscriptions.push(
    vscode.commands.registerCommand("gaojian.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) =>
      event.affectsConfiguration("gaojian.command") ? restart() : undefined,
    ),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
