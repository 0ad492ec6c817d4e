import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles } from '../../server/src/files/node.js';

describe('a file that another one names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ackguard-'));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('is read as a text', () => {
    assert.equal(nodeFiles.readNamed(file('a.env', 'A=é\n')), 'A=é\n');
  });

  it('is none where it is no file, not there, or too long to be one of settings', () => {
    assert.equal(nodeFiles.readNamed(folder), undefined);
    assert.equal(nodeFiles.readNamed(join(folder, 'none.env')), undefined);
    assert.equal(nodeFiles.readNamed('/dev/zero'), undefined);
    assert.equal(nodeFiles.readNamed(file('long.env', 'A='.padEnd(1_000_001, 'x'))), undefined);
    assert.equal(nodeFiles.readNamed('C:\0'), undefined);
  });
});
