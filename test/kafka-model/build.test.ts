import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decodeRole, type EncodedCatalogue } from '../../server/src/kafka/catalogue/encoding.js';
import type { Property, Role } from '../../server/src/kafka/property.js';
import { catalogueModule, encodeCatalogue } from '../../server/tools/catalogue/build.js';
import { parseCsv } from '../../server/tools/catalogue/csv.js';
import type { DumpedKey, DumpedLine } from '../../server/tools/catalogue/dumped.js';
import { neutralized } from '../../server/tools/catalogue/neutral.js';
import { parseHistory, parseValidTexts } from '../../server/tools/catalogue/ranges.js';

const heading = 'role,key,type,default by line,valid values by line\n';

const acks: DumpedKey = { component: 'producer', name: 'acks', type: 'string', default: 'all', importance: 'low' };

function line(name: string, keys: readonly DumpedKey[], unserved: DumpedLine['unserved'] = []): DumpedLine {
  return { line: name, keys, unserved };
}

function properties(catalogue: EncodedCatalogue, role: Role): readonly Property[] {
  return [...decodeRole(catalogue, role).values()];
}

function only(catalogue: EncodedCatalogue, role: Role): Property {
  const [property, ...others] = properties(catalogue, role);
  assert.ok(property);
  assert.deepEqual(others, []);
  return property;
}

describe('the generator of the catalogue', () => {
  it('stays within its budget', () => {
    const written = readFileSync(new URL('../../../server/src/kafka/catalogue/data.ts', import.meta.url), 'utf8');
    assert.ok(written.length < 100_000);
  });

  it('follows a key from line to line', () => {
    const catalogue = encodeCatalogue(
      [
        line('2.8', [{ ...acks, default: '1', importance: 'high', internal: true }]),
        line('3.0', [{ ...acks, type: 'list', validator: { class: 'a.ConfigDef$Range', min: '0' } }]),
        line('3.1', [{ ...acks, type: 'list', deprecated: true }]),
        line('3.3', [{ ...acks, type: 'list', deprecated: true }]),
      ],
      heading,
    );
    assert.deepEqual(only(catalogue, 'producer'), {
      name: 'acks',
      role: 'producer',
      type: 'list',
      types: [
        { from: '2.8', to: '2.8', type: 'string' },
        { from: '3.0', to: '3.1', type: 'list' },
        { from: '3.3', to: '3.3', type: 'list' },
      ],
      defaults: [
        { from: '2.8', to: '2.8', value: { kind: 'value', text: '1' } },
        { from: '3.0', to: '3.1', value: { kind: 'value', text: 'all' } },
        { from: '3.3', to: '3.3', value: { kind: 'value', text: 'all' } },
      ],
      validity: undefined,
      validities: [
        { from: '2.8', to: '2.8', validity: undefined },
        { from: '3.0', to: '3.0', validity: { kind: 'range', min: 0 } },
        { from: '3.1', to: '3.1', validity: undefined },
        { from: '3.3', to: '3.3', validity: undefined },
      ],
      importance: 'low',
      internal: [{ from: '2.8', to: '2.8' }],
      deprecatedSince: '3.1',
    });
  });

  it('keeps what only brokers and topics have', () => {
    const update: DumpedKey = { component: 'broker', name: 'x', type: 'int', importance: 'high', update: 'cluster-wide' };
    const catalogue = encodeCatalogue(
      [
        line('3.0', [
          { component: 'broker', name: 'x', type: 'int', importance: 'high' },
          { component: 'topic', name: 'y', type: 'int', default: null, importance: 'high', synonym: 'log.y' },
        ]),
        line('3.1', [update]),
        line('3.2', [update]),
      ],
      heading,
    );
    assert.deepEqual(only(catalogue, 'broker').updates, [{ from: '3.1', to: '3.2', mode: 'cluster-wide' }]);
    assert.deepEqual(only(catalogue, 'broker').defaults, [{ from: '3.0', to: '3.2', value: { kind: 'required' } }]);
    assert.equal(only(catalogue, 'topic').brokerSynonym, 'log.y');
    assert.deepEqual(only(catalogue, 'topic').defaults, [{ from: '3.0', to: '3.0', value: { kind: 'null' } }]);
  });

  it('carries facts on over lines without jars of a part, and back to the first line that has it', () => {
    const key: DumpedKey = { component: 'mirror-maker', name: 'clusters', type: 'list', importance: 'high' };
    const others: DumpedKey = { ...key, component: 'mirror-client', name: 'x' };
    const dumped = [
      line('2.3', [], ['mirror']),
      line('2.4', [], ['mirror']),
      line('2.5', [{ ...key, default: 'a' }, others]),
      line('2.6', [], ['mirror', 'streams']),
      line('2.7', [{ ...key, default: 'b' }]),
    ];
    const catalogue = encodeCatalogue(dumped, heading);
    assert.deepEqual(only(catalogue, 'mirror-maker').defaults, [
      { from: '2.4', to: '2.6', value: { kind: 'value', text: 'a' } },
      { from: '2.7', to: '2.7', value: { kind: 'value', text: 'b' } },
    ]);
    assert.deepEqual(only(catalogue, 'mirror-client').defaults, [{ from: '2.4', to: '2.6', value: { kind: 'required' } }]);
  });

  it('does not invent a part of which there are no jars at all', () => {
    assert.deepEqual(properties(encodeCatalogue([line('3.0', [acks], ['mirror', 'connect', 'streams'])], heading), 'mirror-maker'), []);
  });

  it('gives each connector of MirrorMaker its keys from before they were told apart', () => {
    const shared: DumpedKey = { component: 'mirror-connector', name: 'topics', type: 'list', default: '.*', importance: 'high' };
    const own: DumpedKey = { ...shared, component: 'mirror-source' };
    const late: DumpedKey = { ...own, name: 'late' };
    const catalogue = encodeCatalogue([line('3.3', [shared]), line('3.4', [own]), line('3.5', [own, late])], heading);
    const [other, source] = properties(catalogue, 'mirror-source');
    assert.deepEqual(source?.defaults, [{ from: '3.3', to: '3.5', value: { kind: 'value', text: '.*' } }]);
    assert.deepEqual(other?.defaults, [{ from: '3.5', to: '3.5', value: { kind: 'value', text: '.*' } }]);
    assert.deepEqual(properties(catalogue, 'mirror-heartbeat'), []);
  });

  it('adds what no jar tells', () => {
    const rows = 'producer,acks,string,`1` 0.9.0-0.10.2,"`[all, -1, 0, 1]` 0.10.0-0.10.1"\nconsumer,x,list,`null` 0.9.0,\n';
    const catalogue = encodeCatalogue([line('0.11.0', [acks])], heading + rows);
    const { defaults, validities, importance } = only(catalogue, 'producer');
    assert.deepEqual(
      defaults.map(({ from, to }) => [from, to]),
      [
        ['0.9.0', '0.10.2'],
        ['0.11.0', '0.11.0'],
      ],
    );
    assert.deepEqual(
      validities?.map(({ from, to, validity }) => [from, to, validity?.kind]),
      [
        ['0.9.0', '0.9.0', undefined],
        ['0.10.0', '0.10.1', 'one-of'],
        ['0.10.2', '0.11.0', undefined],
      ],
    );
    assert.equal(importance, 'low');
    const before = only(catalogue, 'consumer');
    assert.deepEqual(before.defaults, [{ from: '0.9.0', to: '0.9.0', value: { kind: 'null' } }]);
    assert.equal(before.importance, undefined);
  });

  it('refuses what does not hold together', () => {
    assert.throws(() => encodeCatalogue([line('7.7', [acks])], heading), /7\.7 is not among the lines/);
    assert.throws(() => encodeCatalogue([], `${heading}redis,acks,string,\`1\` 0.9.0,\n`), /unknown role redis/);
    assert.throws(() => encodeCatalogue([], `${heading}producer,acks,string,\`1\` 0.9.0,odd\n`), /not understood what acks accepts: odd/);
    assert.throws(
      () => encodeCatalogue([line('3.0', [acks])], `${heading}producer,acks,string,\`1\` 3.0,\n`),
      /two sources for producer acks in 3\.0/,
    );
  });

  it('carries text with quotes and back slashes into the module', () => {
    assert.ok(catalogueModule([line('3.0', [{ ...acks, default: "it's \\d" }])], heading).includes("it\\'s \\\\\\\\d"));
  });

  it('writes defaults of the machine and of the JVM as they hold everywhere', () => {
    const told = (name: string, value?: string | null): string | null | undefined =>
      neutralized({ ...acks, name, ...(value !== undefined && { default: value }) }, '/t').default;
    assert.equal(told('state.dir', '/t/kafka-streams'), '${java.io.tmpdir}/kafka-streams');
    assert.equal(told('ssl.keymanager.algorithm', 'IbmX509'), 'SunX509');
    assert.equal(told('log.dir', '/tmp/kafka-logs'), '/tmp/kafka-logs');
    assert.equal(told('client.rack', null), null);
  });
});

describe('the table of what no jar tells', () => {
  it('has fields with quotes and commas', () => {
    assert.deepEqual(parseCsv('a,b,c\nx,"[0,...]","say ""yes"""\ny,,\n'), [
      ['x', '[0,...]', 'say "yes"'],
      ['y', '', ''],
    ]);
  });

  it('has the history of a default', () => {
    assert.deepEqual(parseHistory('`1` 0.9.0-0.10.1; (required) 0.10.2'), [
      { from: 0, to: 2, value: { text: '1' } },
      { from: 3, to: 3, value: 'required' },
    ]);
    assert.throws(() => parseHistory('1 since 2.0'), /not a default/);
    assert.throws(() => parseHistory('`1` 2.0-1.0'), /not lines of Kafka/);
    assert.throws(() => parseHistory('`1` 7.7'), /not lines of Kafka/);
  });

  it('has the values that were valid, for all lines or each', () => {
    assert.deepEqual(parseValidTexts('[0,...]'), [{ from: 0, to: 30, value: '[0,...]' }]);
    assert.deepEqual(parseValidTexts('`[0,...]` 0.9.0; `[1,...]` 0.10.0-0.10.1'), [
      { from: 0, to: 0, value: '[0,...]' },
      { from: 1, to: 2, value: '[1,...]' },
    ]);
    assert.deepEqual(parseValidTexts(''), []);
  });
});
