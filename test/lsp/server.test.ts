import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { startEditor, type Editor } from '../support/lsp.js';

const producer = 'file:///app/producer.properties';
const pulling: ClientCapabilities = {
  textDocument: { diagnostic: { dynamicRegistration: false } },
  workspace: { configuration: true, diagnostics: { refreshSupport: true }, didChangeConfiguration: { dynamicRegistration: true } },
};

describe('the language server', () => {
  let editor: Editor;
  let settings: unknown;

  async function start(capabilities: ClientCapabilities): Promise<void> {
    settings = null;
    editor = await startEditor(capabilities, () => settings);
  }
  const pull = async (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId ? { previousResultId } : {}) });
  const items = async (uri: string): Promise<readonly Diagnostic[]> => {
    const report = await pull(uri);
    return report.kind === 'full' ? report.items : [];
  };
  const published = (): Promise<PublishDiagnosticsParams> =>
    new Promise(resolve => {
      const listening = editor.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
        listening.dispose();
        resolve(params);
      });
    });

  afterEach(() => {
    editor.close();
  });

  it('gives diagnostics with rule id, link and range to a client that pulls', async () => {
    await start(pulling);
    await editor.open(producer, 'acks=1\n');
    const [found] = await items(producer);
    assert.equal(found?.code, 'acks-leader-only');
    assert.equal(found.source, 'ackguard');
    assert.match(found.codeDescription?.href ?? '', /^https:/);
    assert.deepEqual(found.range, { start: { line: 0, character: 5 }, end: { line: 0, character: 6 } });
  });

  it('answers "unchanged" while neither text nor settings change', async () => {
    await start(pulling);
    await editor.open(producer, 'acks=1\n');
    const first = await pull(producer);
    assert.equal((await pull(producer, first.resultId)).kind, 'unchanged');
    await editor.change(producer, 2, 'acks=all\n');
    assert.equal((await pull(producer, first.resultId)).kind, 'full');
  });

  it('pushes diagnostics to a client that cannot pull, again after each edit, and takes them back on close', async () => {
    await start({});
    const first = published();
    await editor.open(producer, 'acks=1\n');
    assert.deepEqual(
      (await first).diagnostics.map(one => one.code),
      ['acks-leader-only'],
    );
    const second = published();
    await editor.change(producer, 2, 'acks=all\n');
    assert.deepEqual((await second).diagnostics, []);
    const third = published();
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: producer } });
    assert.deepEqual((await third).diagnostics, []);
  });

  it('judges open files again when a setting changes', async () => {
    await start(pulling);
    await editor.open(producer, 'acks=1\n');
    assert.equal((await items(producer)).length, 1);
    const refreshed = new Promise<void>(resolve => {
      editor.connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve();
        return null;
      });
    });
    settings = { rules: { 'acks-leader-only': 'off', 'idempotence-silently-off': 'off' } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    assert.deepEqual(await items(producer), []);
  });

  it('pushes again when the settings come with the notification', async () => {
    await start({});
    const first = published();
    await editor.open(producer, 'acks=1\n');
    await first;
    const second = published();
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { ackguard: { profile: 'at-most-once' } } });
    assert.deepEqual((await second).diagnostics, []);
  });

  it('offers a quick fix that writes the safe value, without the diagnostics being sent back', async () => {
    await start(pulling);
    await editor.open(producer, 'acks = 1\n');
    const at = { line: 0, character: 2 };
    const wide = { start: at, end: { line: 0, character: 8 } };
    const actions = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: producer },
      range: wide,
      context: { diagnostics: [] },
    });
    const [fix] = actions;
    assert.equal(fix?.title, 'Set acks to all');
    assert.equal(fix.isPreferred, true);
    assert.deepEqual(fix.edit?.changes?.[producer], [
      { range: { start: { line: 0, character: 7 }, end: { line: 0, character: 8 } }, newText: 'all' },
    ]);
  });

  it('mends everything that is safe when asked for all', async () => {
    await start(pulling);
    await editor.open(producer, 'acks=1\nlinger.ms=5\n');
    const [all] = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: producer },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.equal(all?.kind, 'source.fixAll.ackguard');
    assert.equal(all.edit?.changes?.[producer]?.length, 1);
  });

  it('explains a setting on hover, on the key and on the value', async () => {
    await start(pulling);
    await editor.open(producer, 'acks=1\n');
    for (const character of [1, 5]) {
      const hover = await editor.connection.sendRequest<Hover>('textDocument/hover', {
        textDocument: { uri: producer },
        position: { line: 0, character },
      });
      const text = typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
      assert.match(text, /\*\*acks\*\* \(producer\)/);
      assert.match(text, /acks-leader-only/);
      assert.match(text, /`1`/);
    }
  });

  it('completes keys that are not set yet and values with the recommended one first', async () => {
    await start(pulling);
    await editor.open(producer, 'acks=\nlinger.ms=5\nret');
    const complete = (line: number, character: number): Promise<CompletionItem[]> =>
      editor.connection.sendRequest('textDocument/completion', { textDocument: { uri: producer }, position: { line, character } });
    const values = await complete(0, 5);
    assert.equal(values[0]?.label, 'all');
    const keys = (await complete(2, 3)).map(item => item.label);
    assert.ok(keys.includes('retries'));
    assert.ok(!keys.includes('acks') && !keys.includes('linger.ms'));
  });

  it('says nothing of files that are not Kafka, and of the other side of a comparison', async () => {
    await start(pulling);
    const minecraft = 'file:///server/server.properties';
    await editor.open(minecraft, 'motd=A Minecraft Server\nserver-port=25565\nmax-players=20\n');
    assert.deepEqual(await items(minecraft), []);
    const position = { line: 0, character: 1 };
    assert.equal(await editor.connection.sendRequest('textDocument/hover', { textDocument: { uri: minecraft }, position }), null);
    assert.deepEqual(await editor.connection.sendRequest('textDocument/completion', { textDocument: { uri: minecraft }, position }), []);
    const old = 'git:/app/producer.properties?ref=HEAD';
    await editor.open(old, 'acks=1\n');
    assert.deepEqual(await items(old), []);
  });
});
