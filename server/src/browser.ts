import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './lsp/server.js';

declare const self: DedicatedWorkerGlobalScope;
serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)));
