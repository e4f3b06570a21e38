// A stand-in for VS Code, just enough for the real language client: opens a draft in the packed extension, and prints
// the findings that arrive, what hovers over the first, and what was shown to the user.
// node vscode.js EXTENSION FOLDER TEXT COMMAND...
"use strict";

const Module = require("module");
const [extensionFile, folder, text, ...command] = process.argv.slice(2);

const nothing = () => ({ dispose() {} });
const events = {};
const providers = {};
const found = new Map();
const shown = [];

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}
class Range {
  constructor(line, character, lastLine, lastCharacter) {
    this.start = new Position(line, character);
    this.end = new Position(lastLine, lastCharacter);
  }
}
class Uri {
  constructor(path) {
    Object.assign(this, { scheme: "file", path, fsPath: path });
  }
  toString() {
    return `file://${this.path}`;
  }
  static file(path) {
    return new Uri(path);
  }
  static parse(uri) {
    return new Uri(decodeURI(uri.replace("file://", "")));
  }
}
class EventEmitter {
  listeners = [];
  event = (listener, self) => {
    this.listeners.push(listener.bind(self));
    return nothing();
  };
  fire(value) {
    return Promise.all(this.listeners.map((listener) => listener(value)));
  }
  dispose() {}
}
class CodeActionKind {
  constructor(value) {
    this.value = value;
  }
  append(part) {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
  }
}
CodeActionKind.Empty = new CodeActionKind("");
class MarkdownString {
  constructor(value) {
    this.value = value;
  }
}
class Hover {
  constructor(contents) {
    this.contents = contents;
  }
}
class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}
const token = { isCancellationRequested: false, onCancellationRequested: nothing };
class CancellationTokenSource {
  token = token;
  cancel() {}
  dispose() {}
}

// What is not named here: an event by its name, else something that can be called and does nothing.
const room = (name, own) =>
  new Proxy(own, {
    get: (_, key) => {
      if (key in own || key === "then") return own[key];
      return /^on[A-Z]/.test(String(key)) ? (events[`${name}.${key}`] ??= new EventEmitter()).event : nothing;
    },
  });
const settings = { command, lang: "", config: "", workspace: true, seconds: 60 };
const tell = (message) => {
  shown.push(message);
  return Promise.resolve();
};
const log = { appendLine: (line) => shown.push(line), append: (line) => shown.push(line), show() {}, dispose() {} };
const own = {
  version: "1.95.0",
  Position,
  Range,
  Uri,
  EventEmitter,
  CodeActionKind,
  MarkdownString,
  Hover,
  Diagnostic,
  CancellationTokenSource,
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  env: { appName: "stand-in", language: "zh-cn" },
  commands: room("commands", {}),
  extensions: room("extensions", { all: [] }),
  workspace: room("workspace", {
    getConfiguration: () => ({ get: (key, other) => settings[key] ?? other, ...settings }),
    getWorkspaceFolder: () => undefined,
    createFileSystemWatcher: () => room("watcher", { dispose() {} }),
    textDocuments: [],
    notebookDocuments: [],
    workspaceFolders: [{ uri: new Uri(folder), name: "folder", index: 0 }],
  }),
  window: room("window", {
    createOutputChannel: () => log,
    showErrorMessage: tell,
    showWarningMessage: tell,
    visibleTextEditors: [],
    activeTextEditor: undefined,
    tabGroups: room("tabs", { all: [] }),
  }),
  languages: room("languages", {
    match: () => 10,
    registerHoverProvider: (_, provider) => {
      providers.hover = provider;
      return nothing();
    },
    createDiagnosticCollection: () => ({
      set: (uri, diagnostics) => found.set(uri.toString(), diagnostics),
      delete: (uri) => found.delete(uri.toString()),
      clear() {},
      dispose() {},
    }),
  }),
};
// Classes and enumerations that the client only names.
const named = () => new Proxy(class {}, { get: (base, key) => (key in base ? base[key] : 1) });
const vscode = new Proxy(own, { get: (_, key) => (key in own ? own[key] : (own[key] = named())) });

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));

async function main() {
  const extension = require(extensionFile);
  await extension.activate({ subscriptions: [] });
  const uri = new Uri(`${folder}/draft.md`);
  const draft = { uri, fileName: uri.path, languageId: "markdown", version: 1, isClosed: false, getText: () => text };
  own.workspace.textDocuments.push(draft);
  await events["workspace.onDidOpenTextDocument"].fire(draft);
  for (let turn = 0; turn < 600 && !shown.length && !found.get(uri.toString())?.length; turn++) {
    await new Promise((resume) => setTimeout(resume, 100));
  }
  const diagnostics = found.get(uri.toString()) ?? [];
  const place = diagnostics[0]?.range.start;
  const hover = place && (await providers.hover.provideHover(draft, place, token));
  await extension.deactivate();
  console.log(JSON.stringify({ diagnostics, hover: hover?.contents.value, shown }));
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error, shown);
    process.exit(1);
  },
);
