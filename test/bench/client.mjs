// Drives one language server over stdio as an editor would, and measures it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Opens the text, waits for its first diagnostics, edits it `edits` times and waits for the diagnostics of each edit.
 * Times in ms, memory in MB.
 */
export async function measure({ command, uri, languageId, text, edit, edits, settings, pull }) {
  const started = performance.now();
  const server = connect(command, settings);
  const capabilities = {
    textDocument: { publishDiagnostics: {}, synchronization: {}, ...(pull ? { diagnostic: { dynamicRegistration: false } } : {}) },
    workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  };
  await server.request('initialize', { processId: process.pid, rootUri: null, capabilities });
  server.notify('initialized', {});
  server.notify('workspace/didChangeConfiguration', { settings });
  const opened = server.diagnosticsOf(uri, pull);
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  const first = await opened();
  const cold = performance.now() - started;
  const times = [];
  for (let i = 0; i < edits; i++) {
    await new Promise(resolve => setTimeout(resolve, 30));
    const change = edit(i);
    const begun = performance.now();
    const answered = server.diagnosticsOf(uri, pull);
    server.notify('textDocument/didChange', { textDocument: { uri, version: i + 2 }, contentChanges: [change] });
    await answered();
    times.push(performance.now() - begun);
  }
  const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  server.stop();
  times.sort((a, b) => a - b);
  const quantile = part => times[Math.min(times.length - 1, Math.floor(part * times.length))];
  return { cold, p50: quantile(0.5), p95: quantile(0.95), memory, found: first.length };
}

function connect([program, ...args], settings) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = new Map();
  const listeners = new Set();
  let buffered = Buffer.alloc(0);
  let last = 0;
  const write = message => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const receive = message => {
    if (message.method !== undefined && message.id !== undefined) {
      const section = name => name?.split('.').reduce((value, key) => value?.[key], settings) ?? null;
      write({
        id: message.id,
        result: message.method === 'workspace/configuration' ? message.params.items.map(item => section(item.section)) : null,
      });
    } else if (message.method === 'textDocument/publishDiagnostics') {
      for (const listener of listeners) listener(message.params);
    } else if (message.id !== undefined) {
      const { resolve, reject } = answers.get(message.id);
      if (message.error) reject(new Error(JSON.stringify(message.error)));
      else resolve(message.result);
    }
  };
  child.stdout.on('data', chunk => {
    buffered = Buffer.concat([buffered, chunk]);
    for (;;) {
      const head = buffered.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffered.subarray(0, head).toString())[1]);
      if (buffered.length < head + 4 + length) return;
      const body = buffered.subarray(head + 4, head + 4 + length);
      buffered = buffered.subarray(head + 4 + length);
      receive(JSON.parse(body.toString()));
    }
  });
  const request = (method, params) =>
    new Promise((resolve, reject) => {
      answers.set(++last, { resolve, reject });
      write({ id: last, method, params });
    });
  return {
    pid: child.pid,
    request,
    notify: (method, params) => write({ method, params }),
    /** Begins to listen now; the function that it returns waits for the diagnostics that come next. */
    diagnosticsOf(uri, pull) {
      if (pull) return async () => (await request('textDocument/diagnostic', { textDocument: { uri } })).items;
      const next = new Promise(resolve => {
        const listener = params => {
          if (params.uri !== uri) return;
          listeners.delete(listener);
          resolve(params.diagnostics);
        };
        listeners.add(listener);
      });
      return () => next;
    },
    stop: () => child.kill(),
  };
}
