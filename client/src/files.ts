import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** More is no file of settings. */
const mostBytes = 1_000_000;

/** Answers the server's questions for files that an open one names, wherever the workspace is; null for one that is not there. */
export function answerForFiles(client: BaseLanguageClient): void {
  client.onRequest('ackguard/readFile', async ({ uri }: { readonly uri: string }) => {
    try {
      const { type, size } = await workspace.fs.stat(Uri.parse(uri));
      // devices and pipes may never end
      return (type & FileType.File) === 0 || size > mostBytes
        ? null
        : new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
    } catch {
      return null;
    }
  });
}
