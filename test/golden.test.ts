import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCommand } from '../server/src/cli/arguments.js';
import { check } from '../server/src/cli/check.js';
import { reportProblems, reportText } from '../server/src/cli/report-text.js';
import { nodeFiles } from '../server/src/files/node.js';

/** Whole files with what the command prints for them beside; `UPDATE_GOLDEN=1` writes that anew, review reads the difference. */
const folder = 'test/golden';

describe('golden files', () => {
  const inputs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.(properties|ya?ml|jsonc?|env|tf|dockerfile)$|Dockerfile$/.test(name),
  );

  for (const name of inputs.sort()) {
    const path = join(folder, name).replaceAll('\\', '/');
    it(name, () => {
      const command = parseCommand(['check', path]);
      assert.equal(command.kind, 'check');
      const result = check(command, nodeFiles, message => assert.fail(message));
      const printed = reportText(result) + reportProblems(result);
      assert.doesNotMatch(printed, /not-for-your-eyes|hunter2/);
      const expected = `${path}.txt`;
      if (process.env.UPDATE_GOLDEN) writeFileSync(expected, printed);
      assert.ok(existsSync(expected), `${expected} is missing: run with UPDATE_GOLDEN=1`);
      assert.equal(printed, readFileSync(expected, 'utf8'));
    });
  }
});
