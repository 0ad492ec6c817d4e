import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  TextDocuments,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActionsOf, fixAllKind } from '../service/code-actions.js';
import { completionsOf } from '../service/completion.js';
import { diagnosticsOf } from '../service/diagnostics.js';
import { hoverOf } from '../service/hover.js';
import type { ReadFile } from '../files/files.js';
import { remoteFiles } from '../files/remote.js';
import { pathOf, uriBeside } from '../service/analyzed.js';
import { createSession } from './session.js';

/** Files that others name, and files that name them: what is said of an open one may change with them. */
const namedByOthers = '**/{*.env,.env,.env.*,*.yml,*.yaml}';

/**
 * Answers the language server protocol over any connection: node IPC, stdio or a browser worker. Files that an open one names are read as
 * the editor has them, or from the disk by `readFile`; where there is none, the editor is asked by the request `ackguard/readFile`.
 */
export function serve(connection: Connection, readFile?: ReadFile): void {
  const documents = new TextDocuments(TextDocument);
  const openAt = (path: string): TextDocument | undefined => documents.all().find(({ uri }) => pathOf(uri) === path);
  const session = createSession(
    message => {
      connection.console.error(message);
    },
    (path, uri) => openAt(path)?.getText() ?? (readFile && isOnDisk(uri) ? readFile(path) : remote.read(uriBeside(uri, path))),
  );
  const remote = remoteFiles(
    uri => connection.sendRequest<string | null>('ackguard/readFile', { uri }),
    () => {
      judgeAgain();
    },
  );
  let client: ClientCapabilities = {};
  const pulls = (): boolean => client.textDocument?.diagnostic !== undefined;

  /** What the client does with a notification is its affair; a refusal is worth a line in the log. */
  const tell = (sent: Promise<void>): void => {
    sent.catch((error: unknown) => {
      connection.console.error(String(error));
    });
  };
  const push = (document: TextDocument): void => {
    if (pulls()) return;
    const analyzed = session.analyzed(document);
    tell(
      connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: analyzed ? diagnosticsOf(analyzed) : [] }),
    );
  };
  const judgeAgain = (): void => {
    if (client.workspace?.diagnostics?.refreshSupport) tell(connection.languages.diagnostics.refresh());
    documents.all().forEach(push);
  };
  const recheck = (section: unknown): void => {
    session.configure(section);
    judgeAgain();
  };
  const fetchSettings = async (): Promise<void> => {
    if (client.workspace?.configuration) recheck(await connection.workspace.getConfiguration('ackguard'));
  };

  connection.onInitialize(({ capabilities, initializationOptions }) => {
    client = capabilities;
    session.configure(initializationOptions);
    return {
      serverInfo: { name: 'ackguard' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['.', '=', ':', ' ', '"'] },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
        ...(pulls() ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } } : {}),
      },
    };
  });
  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'ackguard' });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: namedByOthers }] });
    }
    await fetchSettings();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) remote.forget(uri);
    const paths = changes.map(({ uri }) => pathOf(uri));
    if (documents.all().some(document => paths.some(path => session.dependsOn(document, path)))) judgeAgain();
  });
  connection.onDidChangeConfiguration(async ({ settings }: { settings: unknown }) => {
    if (client.workspace?.configuration) await fetchSettings();
    else recheck((settings as { ackguard?: unknown } | null)?.ackguard);
  });

  documents.onDidChangeContent(({ document }) => {
    const path = pathOf(document.uri);
    push(document);
    documents
      .all()
      .filter(other => other !== document && session.dependsOn(other, path))
      .forEach(push);
  });
  documents.onDidClose(({ document }) => {
    session.forget(document.uri);
    if (!pulls()) tell(connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
  });
  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const analyzed = session.analyzed(documents.get(textDocument.uri));
    const resultId = session.resultId(documents.get(textDocument.uri));
    if (resultId !== undefined && resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = analyzed ? diagnosticsOf(analyzed) : [];
    return { kind: DocumentDiagnosticReportKind.Full, items, ...(resultId === undefined ? {} : { resultId }) };
  });
  connection.onCodeAction(({ textDocument, range, context }, token) => {
    const analyzed = token.isCancellationRequested ? undefined : session.analyzed(documents.get(textDocument.uri));
    return analyzed ? codeActionsOf(analyzed, range, context) : [];
  });
  connection.onHover(({ textDocument, position }, token) => {
    const analyzed = token.isCancellationRequested ? undefined : session.analyzed(documents.get(textDocument.uri));
    return analyzed ? hoverOf(analyzed, position) : null;
  });
  connection.onCompletion(({ textDocument, position }, token) => {
    const analyzed = token.isCancellationRequested ? undefined : session.analyzed(documents.get(textDocument.uri));
    return analyzed ? completionsOf(analyzed, position) : [];
  });

  documents.listen(connection);
  connection.listen();
}

function isOnDisk(uri: string): boolean {
  return uri.startsWith('file:');
}
