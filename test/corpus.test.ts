import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { parseCommand } from '../server/src/cli/arguments.js';
import { check } from '../server/src/cli/check.js';
import { reportJson } from '../server/src/cli/report-json.js';
import { reportText } from '../server/src/cli/report-text.js';
import { nodeFiles } from '../server/src/files/node.js';

/** Real files of other people's projects, which are not part of this one. */
const corpus = '../shared/corpus';

if (existsSync(corpus)) describe('a corpus of real files', checkCorpus);
else console.log(`The corpus of real files is not checked: there is no folder ${corpus} beside the project.`);

function checkCorpus(): void {
  const run = (path: string) => {
    const command = parseCommand(['check', path]);
    assert.equal(command.kind, 'check');
    return check(command, nodeFiles, message => assert.fail(message));
  };

  it('is read without a rule failing, and every fix can be written', () => {
    const result = run(corpus);
    assert.ok(result.files.length > 30);
    assert.deepEqual(result.unreadable, []);
    assert.doesNotThrow(() => JSON.parse(reportJson(result)) as unknown);
  });

  it('gives nothing for files that are not Kafka', () => {
    assert.equal(reportText(run(`${corpus}/not-kafka`)), '');
  });
}
