import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import type { ReadFile } from '../../server/src/files/files.js';
import { serve } from '../../server/src/lsp/server.js';

/** An editor's side of a connection to a server in this process. */
export interface Editor {
  readonly connection: ProtocolConnection;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, text: string): Promise<void>;
  close(): void;
}

/** Starts the server over two streams and introduces an editor with these capabilities; `settings` is its section `ackguard`, `readFile` its disk. */
export async function startEditor(
  capabilities: ClientCapabilities,
  settings: () => unknown = () => null,
  readFile?: ReadFile,
): Promise<Editor> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), readFile);
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => settings()));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    open: (uri, text, languageId = 'properties') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, text) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
    close: () => {
      connection.dispose();
      toServer.destroy();
      toClient.destroy();
    },
  };
}
