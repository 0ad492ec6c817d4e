import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName, clientOptions } from './client.js';
import { answerForFiles } from './files.js';

/** Starts the server as a Node process beside the extension host and hands it over to VS Code, which stops it with the extension. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.cjs');
  const client = new LanguageClient(clientId, clientName, { module, transport: TransportKind.ipc }, clientOptions);
  context.subscriptions.push(client);
  answerForFiles(client);
  await client.start();
}
