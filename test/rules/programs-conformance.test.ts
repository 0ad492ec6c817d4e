import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { judge, type JudgedRole } from '../kafka/differential/judge.js';
import { propsOf } from '../kafka/differential/program-cases.js';

interface Recorded {
  readonly role: JudgedRole;
  readonly settings: readonly string[];
  readonly refusedIn: readonly string[];
  readonly acceptedIn: readonly string[];
}

// what the programs of each version said, recorded by test/kafka/differential/record-programs.ts
const recorded = readFileSync(new URL('../../../test/conformance/verdicts/programs.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as Recorded);

describe('what Streams, Connect and MirrorMaker say of their files', () => {
  for (const role of ['streams', 'connect-distributed', 'connect-standalone', 'mirror-maker'] as const) {
    it(`is said of every recorded file of ${role}`, () => {
      const cases = recorded.filter(one => one.role === role);
      assert.ok(cases.length > 20);
      const others = cases.flatMap(one => {
        const refuses = (version: string) => judge({ version, role, props: propsOf(one) }).refusals.length > 0;
        return [
          ...one.refusedIn.filter(version => !refuses(version)).map(version => `${version} refuses ${one.settings.join('; ')}`),
          ...one.acceptedIn.filter(refuses).map(version => `${version} takes ${one.settings.join('; ')}`),
        ];
      });
      assert.deepEqual(others, []);
    });
  }
});
