import assert from 'node:assert/strict';
import type { ClientCapabilities, DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { startEditor, type Editor } from '../support/lsp.js';

const compose = 'file:///app/compose.yml';
const variables = 'file:///app/connect.env';
const service = 'services:\n  a:\n    image: confluentinc/cp-kafka-connect:7.5.0\n    env_file: connect.env\n';

describe('files that an open one names', () => {
  let editor: Editor;
  let disk: Record<string, string>;

  async function start(capabilities: ClientCapabilities): Promise<void> {
    disk = {};
    editor = await startEditor(
      capabilities,
      () => null,
      path => disk[path],
    );
  }
  const pull = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId ? { previousResultId } : {}) });
  const codes = (report: DocumentDiagnosticReport): unknown =>
    report.kind === 'full' ? report.items.map(({ code }) => code) : report.kind;

  afterEach(() => {
    editor.close();
  });

  it('are read from the disk, and again when they have changed there', async () => {
    await start({ textDocument: { diagnostic: {} } });
    await editor.open(variables, 'CONNECT_PRODUCER_ACKS=1\n', 'dotenv');
    const first = await pull(variables);
    assert.deepEqual(codes(first), []);
    assert.equal((await pull(variables, first.resultId)).kind, 'unchanged');
    disk['/app/compose.yml'] = service;
    const second = await pull(variables, first.resultId);
    assert.deepEqual(codes(second), ['acks-leader-only']);
    assert.equal((await pull(variables, second.resultId)).kind, 'unchanged');
  });

  it('are read as the editor has them where they are open', async () => {
    await start({ textDocument: { diagnostic: {} } });
    disk['/app/compose.yml'] = service;
    await editor.open(compose, 'services: {}\n', 'yaml');
    await editor.open(variables, 'CONNECT_PRODUCER_ACKS=1\n', 'dotenv');
    assert.deepEqual(codes(await pull(variables)), []);
    await editor.change(compose, 2, service);
    assert.deepEqual(codes(await pull(variables)), ['acks-leader-only']);
  });

  it('have those judged again that depend on them, where the client cannot ask', async () => {
    await start({});
    const told = new Map<string, readonly unknown[]>();
    editor.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      told.set(
        uri,
        diagnostics.map(({ code }) => code),
      );
    });
    await editor.open(variables, 'CONNECT_PRODUCER_ACKS=1\n', 'dotenv');
    await editor.open(compose, service, 'yaml');
    // an answer comes after what was told before
    await editor.connection.sendRequest('textDocument/hover', { textDocument: { uri: compose }, position: { line: 0, character: 0 } });
    assert.deepEqual(told.get(variables), ['acks-leader-only']);
    assert.deepEqual(told.get(compose), []);
  });

  it('are asked of the editor where there is no disk, and again when they change', async () => {
    const folder = 'vscode-vfs://github/some%20one/app';
    const shown: Record<string, string | null> = { [`${folder}/compose.yml`]: service };
    let refreshed = 0;
    let heard: (() => void) | undefined;
    const hear = (): Promise<void> =>
      new Promise(resolve => {
        heard = resolve;
      });
    editor = await startEditor({
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
    });
    editor.connection.onRequest('ackguard/readFile', ({ uri }: { readonly uri: string }) => shown[uri] ?? null);
    editor.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed++;
      heard?.();
      return null;
    });
    const uri = `${folder}/connect.env`;
    await editor.open(uri, 'CONNECT_PRODUCER_ACKS=1\n', 'dotenv');
    const asked = hear();
    assert.deepEqual(codes(await pull(uri)), []);
    await asked;
    assert.deepEqual(codes(await pull(uri)), ['acks-leader-only']);
    assert.equal(refreshed, 1);
    shown[`${folder}/compose.yml`] = 'services: {}\n';
    const again = hear();
    const changed = (name: string): Promise<void> =>
      editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${folder}/${name}`, type: 2 }] });
    await changed('unrelated.env');
    await changed('compose.yml');
    await again;
    assert.deepEqual(codes(await pull(uri)), []);
  });

  it('are none where the editor does not know the question', async () => {
    editor = await startEditor({ textDocument: { diagnostic: {} } });
    await editor.open('untitled:connect.env', 'CONNECT_PRODUCER_ACKS=1\n', 'dotenv');
    assert.deepEqual(codes(await pull('untitled:connect.env')), []);
    assert.deepEqual(codes(await pull('untitled:connect.env')), []);
  });
});
