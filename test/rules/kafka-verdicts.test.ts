import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyzeFile } from '../support/check.js';
import { some } from '../support/runs.js';
import { judge } from '../kafka/differential/judge.js';
import type { RecordedCase } from '../kafka/differential/record.js';

// what the classes of each version said, recorded by test/kafka/differential/record.ts
const recorded = readFileSync(new URL('../../../test/conformance/verdicts/clients-and-brokers.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as RecordedCase);

/** A properties file with these keys and values, everything escaped that could be read otherwise. */
function fileOf({ role, props }: RecordedCase): string {
  const escaped = (text: string): string =>
    text.replace(/[^A-Za-z0-9._:/@,;*'"-]|[:]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const address = role === 'topic' || role === 'broker' ? '' : 'bootstrap.servers=127.0.0.1:1\n';
  const lines = Object.entries(props).map(([key, value]) => `${escaped(key)}=${escaped(value)}\n`);
  return ('bootstrap.servers' in props || 'bootstrap.controllers' in props ? '' : address) + lines.join('');
}

describe('what clients, topics and brokers say of their settings', () => {
  for (const role of ['producer', 'consumer', 'admin', 'topic', 'broker'] as const) {
    const cases = recorded.filter(one => one.role === role);
    it(`is said of every recorded configuration of a ${role}`, () => {
      assert.ok(cases.length > 20);
      const others = some(cases, 0).flatMap(({ props, refusedIn, acceptedIn, said }) => {
        const refusals = (version: string) => judge({ version, role, props }).refusals;
        const words = new Set(refusedIn.flatMap(refusals).map(one => `${one.rule}/${one.message}`));
        return [
          ...refusedIn.filter(version => refusals(version).length === 0).map(version => `${version} refuses ${JSON.stringify(props)}`),
          ...acceptedIn.filter(version => refusals(version).length > 0).map(version => `${version} takes ${JSON.stringify(props)}`),
          ...(said.join() === [...words].sort().join() ? [] : [`${JSON.stringify(props)}: ${[...words].join()} instead of ${said.join()}`]),
        ];
      });
      assert.deepEqual(others, []);
    });

    it(`is said of the file of a ${role} too`, () => {
      const others = some(cases, 1).flatMap(one => {
        const text = fileOf(one);
        const refuses = (version: string) =>
          analyzeFile(`${role}.properties`, text, { version }).diagnoses.some(found => found.refusedByKafka);
        // the words by which a file is known may be missing
        if (analyzeFile(`${role}.properties`, text).carried.length === 0) return [];
        const wrong = [...one.refusedIn.filter(version => !refuses(version)), ...one.acceptedIn.filter(refuses)];
        return wrong.map(version => `${version}\n${text}`);
      });
      assert.deepEqual(others, []);
    });
  }
});
