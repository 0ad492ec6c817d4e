import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName, clientOptions } from './client.js';
import { answerForFiles } from './files.js';

/** Starts the server as a web worker and hands it over to VS Code, which stops it with the extension. */
export async function activate(context: ExtensionContext): Promise<void> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true));
  const client = new LanguageClient(clientId, clientName, worker, clientOptions);
  context.subscriptions.push(client);
  answerForFiles(client);
  await client.start();
}
