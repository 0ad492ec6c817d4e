import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { catalogueModule, encodeCatalogue } from '../../server/tools/catalogue/build.js';
import { parseCsv } from '../../server/tools/catalogue/csv.js';
import { parseHistory, parseValidTexts } from '../../server/tools/catalogue/ranges.js';
import { parseValidity } from '../../server/tools/catalogue/validity.js';

const table = readFileSync(new URL('../../../server/tools/catalogue/default-history.csv', import.meta.url), 'utf8');

describe('the generator of the catalogue', () => {
  it('has written the data that is in use', () => {
    const written = readFileSync(new URL('../../../server/src/kafka/catalogue/data.ts', import.meta.url), 'utf8');
    assert.equal(catalogueModule(table), written);
  });

  it('stays below 150 kB', () => {
    assert.ok(catalogueModule(table).length < 150_000);
  });

  it('reads fields with quotes and commas', () => {
    assert.deepEqual(parseCsv('a,b,c\nx,"[0,...]","say ""yes"""\ny,,\n'), [
      ['x', '[0,...]', 'say "yes"'],
      ['y', '', ''],
    ]);
  });

  it('reads the history of a default', () => {
    assert.deepEqual(parseHistory('`1` 0.9.0-2.8; (absent) 3.0; (required) 3.1-4.4'), [
      { from: 0, to: 15, value: { text: '1' } },
      { from: 16, to: 16, value: 'absent' },
      { from: 17, to: 30, value: 'required' },
    ]);
  });

  it('refuses a history it cannot read', () => {
    assert.throws(() => parseHistory('1 since 2.0'), /not a default/);
    assert.throws(() => parseHistory('`1` 2.0-1.0'), /not lines of Kafka/);
    assert.throws(() => parseHistory('`1` 7.7'), /not lines of Kafka/);
  });

  it('refuses a component or type it does not know', () => {
    assert.throws(() => encodeCatalogue('h\nredis,acks,string,`1` 2.0,'), /unknown component/);
    assert.throws(() => encodeCatalogue('h\nproducer,acks,text,`1` 2.0,'), /unknown component or type/);
  });

  it('keeps the lines in which a check held', () => {
    const { checks, validities } = encodeCatalogue('h\nproducer,x,int,`1` 2.0-2.3,"`[0,...]` 2.0-2.1; `[1,...]` 2.3"');
    assert.deepEqual(checks, [[7, 8, 0, 9, 9, -1, 10, 10, 1]]);
    assert.deepEqual(validities, [
      { kind: 'range', min: 0 },
      { kind: 'range', min: 1 },
    ]);
  });

  it('carries text with quotes and back slashes into the module', () => {
    assert.ok(catalogueModule("h\nproducer,x,string,`it's \\d` 2.0,").includes("it\\'s \\\\\\\\d"));
  });

  it('understands the validators of Kafka', () => {
    assert.deepEqual(parseValidity('[0,...]'), { kind: 'range', min: 0 });
    assert.deepEqual(parseValidity('[0.5,...,1.0]'), { kind: 'range', min: 0.5, max: 1 });
    assert.deepEqual(parseValidity('[1,...,9] or -1'), { kind: 'range', min: -1, max: 9, except: [0] });
    assert.deepEqual(parseValidity('atLeast(0L)'), { kind: 'range', min: 0 });
    assert.deepEqual(parseValidity("Positive number, or -1 to use the broker's default"), { kind: 'range', min: -1, except: [0] });
    assert.deepEqual(parseValidity('(case insensitive) [CONSUMER, CLASSIC]'), {
      kind: 'one-of',
      values: ['CONSUMER', 'CLASSIC'],
      ignoreCase: true,
    });
    assert.deepEqual(parseValidity('[null, 2.4]'), { kind: 'one-of', values: ['2.4'], ignoreCase: false });
    assert.deepEqual(parseValidity('list [compact, delete] old'), { kind: 'list-of', values: ['compact', 'delete'], mayBeEmpty: true });
    assert.deepEqual(parseValidity('list not empty'), { kind: 'list-of', values: [], mayBeEmpty: false });
    assert.deepEqual(parseValidity('non-empty string'), { kind: 'non-empty' });
  });

  it('understands so many of each kind, and leaves exactly these alone', () => {
    const counts: Record<string, number> = {};
    const unknown = new Set<string>();
    for (const [, , , , column = ''] of parseCsv(table)) {
      for (const { value } of parseValidTexts(column)) {
        const kind = parseValidity(value)?.kind;
        if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
        else unknown.add(value);
      }
    }
    assert.deepEqual(counts, { 'list-of': 91, range: 439, 'one-of': 112, 'non-empty': 19 });
    assert.deepEqual([...unknown].sort(), [
      'A concrete subclass of org.apache.kafka.connect.storage.Converter, A class with a public, no-argument constructor',
      'A concrete subclass of org.apache.kafka.connect.storage.HeaderConverter, A class with a public, no-argument constructor',
      'A list of one or more MAC algorithms, each supported by the worker JVM',
      'Any KeyGenerator algorithm supported by the worker JVM',
      'Any MAC algorithm supported by the worker JVM',
      'CONNECTOR_VERSION_VALIDATOR',
      "Comma-separated header rules, where each header rule is of the form '[action] [header name]:[header value]' and optionally surrounded by double quotes if any part of a header rule contains a comma",
      'ConfigDef.CaseInsensitiveValidString.in( IsolationLevel.READ_UNCOMMITTED.name(), IsolationLevel.READ_COMMITTED.name())',
      'HEADER_CONVERTER_VERSION_VALIDATOR',
      'KEY_CONVERTER_VERSION_VALIDATOR',
      'List containing maximum of 5 elements',
      'List of comma-separated URLs, ex: http://localhost:8080,https://localhost:8443.',
      'The default value of -1 means that this will be set to the configured value of remote.log.manager.thread.pool.size, if available; otherwise, it defaults to 10.',
      'VALUE_CONVERTER_VERSION_VALIDATOR',
      '[partitionId],[brokerId]:[partitionId],[brokerId]:...',
      '[partitionId]:[brokerId],[partitionId]:[brokerId],...',
      'a version as MetadataVersion.fromVersionString reads it',
      'non-empty list',
      'non-null string, unique predicate aliases',
      'non-null string, unique topic creation groups',
      'non-null string, unique transformation aliases',
      'optimizations, comma separated',
      'valid regex',
    ]);
  });
});
