import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { readNamed } from './files/node.js';
import { serve } from './lsp/server.js';

// The command line chooses the transport: --node-ipc (VS Code), --stdio or --socket=PORT (other editors).
serve(createConnection(ProposedFeatures.all), readNamed);
