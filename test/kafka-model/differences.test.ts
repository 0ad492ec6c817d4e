import assert from 'node:assert/strict';
import { catalogueModule } from '../../server/tools/catalogue/build.js';
import type { DumpedLine } from '../../server/tools/catalogue/dumped.js';
import { differences } from '../kafka/catalogue/differences.js';

const module = (value: string, ...names: readonly string[]): string => {
  const keys = names.map(name => ({ component: 'producer', name, type: 'string', default: value, importance: 'high' }) as const);
  const dumped: DumpedLine = { line: '4.3', keys, unserved: [] };
  return catalogueModule([dumped], 'role,key,type,default by line,valid values by line\n');
};

describe('the difference between two catalogues', () => {
  it('is told by property', () => {
    assert.deepEqual(differences(module("it's", 'a'), module("it's", 'a')), []);
    const [changed, ...others] = differences(module('1', 'a', 'b'), module('1', 'a', 'b').replace('"1"', '"2"'));
    assert.match(String(changed), /^producer a: .*"text":"1".* -> .*"text":"2"/);
    assert.equal(others.length, 1);
    assert.match(String(differences(module('1', 'a'), module('1', 'a', 'b'))), /^producer b: nothing -> \{/);
  });

  it('is told by line for other files, and not without end', () => {
    assert.deepEqual(differences('{\n  "a": 1\n}', '{\n  "a": 2\n}'), ['line 2:   "a": 1 ->   "a": 2']);
    const many = differences('', Array.from({ length: 50 }, (_, i) => String(i)).join('\n'));
    assert.equal(many.length, 41);
    assert.equal(many.at(-1), 'and 10 more');
  });
});
