import assert from 'node:assert/strict';
import { workerKey, workerLayout } from '../../server/src/carriers/connect-worker/layout.js';
import { byKeys, scores } from '../../server/src/carriers/recognition.js';
import { sectionFiles } from '../../server/src/carriers/shared/flat-files.js';
import { flatCarrier } from '../../server/src/carriers/shared/flat.js';
import type { Role } from '../../server/src/kafka/property.js';
import { textOf } from '../../server/src/syntax/key-text.js';
import { syntaxes } from '../../server/src/syntax/registry.js';
import { applyEdits } from '../../server/src/text/edit.js';

/** Workers whose keys stand below `config` in resources of Kubernetes, each in a document of its own. */
const workers = flatCarrier({
  id: 'workers',
  title: 'Workers',
  syntaxes: ['yaml'],
  roles: ['connect-distributed', 'producer'],
  embedded: ['producer'],
  mayRead: (_path, text) => text.includes('config:'),
  filesIn: (document, path) => {
    const configs = document.sections.filter(section => section.path.map(textOf).join('.') === 'spec.config');
    return sectionFiles(
      document,
      path,
      configs.map(section => ({ section, name: `worker ${String(section.part)}` })),
    );
  },
  recognize: ({ entries }) => byKeys('connect-distributed', scores.own, entries),
  layout: ({ keys, entries, scope }, { roles: [role] }) => workerLayout(role, keys, entries, scope),
  keyFor: workerKey,
});

const config = 'spec:\n  config:\n    group.id: connect\n    linger.ms: 5\n    producer.acks: 1\n  replicas: 3\n';

function read(text: string) {
  const document = syntaxes.yaml.parse(text);
  const recognition = workers.recognize(document, 'workers.yaml');
  assert.ok(recognition);
  const reading = workers.read(document, 'workers.yaml', recognition);
  assert.ok(reading);
  return { document, recognition, reading };
}

describe('the keys of a program in a section of a document', () => {
  it('are read as those of a file', () => {
    const { reading } = read(config);
    assert.deepEqual(
      reading.settings.filter(({ role }) => role !== 'admin').map(({ role, property, scope }) => `${scope.name}: ${role} ${property}`),
      [
        'file: connect-distributed group.id',
        'internal topics: consumer group.id',
        'internal topics: producer linger.ms',
        'file: producer acks',
      ],
    );
    assert.deepEqual(
      reading.openers.map(({ role, span }) => `${role} ${config.slice(span.start, span.end)}`),
      ['connect-distributed config'],
    );
  });
  it('make configurations of their own in each section', () => {
    const { reading } = read(`${config}---\n${config}`);
    assert.deepEqual(
      reading.scopes.map(({ name }) => name),
      ['worker 0', 'worker 0 internal topics', 'worker 1', 'worker 1 internal topics'],
    );
  });
  it('are written into their section, and known by their place there', () => {
    const text = `${config}---\nspec:\n  config: { name: x }\n---\n${config}`;
    const { document, reading, recognition } = read(text);
    const written = (role: Role, name: string): string | undefined => {
      const scope = reading.scopes.find(one => one.name === name);
      assert.ok(scope);
      const spelling = workers.write({ property: 'linger.ms', role, scope, near: undefined }, document, reading);
      return spelling && applyEdits(text, syntaxes.yaml.insert(document, spelling.place, spelling.keys, '7'));
    };
    assert.equal(written('producer', 'worker 1'), text.replace('name: x', 'name: x, producer.linger.ms: 7'));
    const [first, ...rest] = text.split('---');
    assert.equal(written('producer', 'worker 0'), [first?.replace('acks: 1', 'acks: 1\n    producer.linger.ms: 7'), ...rest].join('---'));
    assert.equal(written('topic', 'worker 0'), undefined);
    const offers = (parents: readonly string[]) => workers.offerKeys(parents, document, recognition).map(({ key }) => key);
    assert.ok(offers(['spec', 'config']).includes('producer.linger.ms'));
    assert.deepEqual(offers(['spec']), []);
  });
  it('are none where no section holds them', () => {
    const document = syntaxes.yaml.parse('spec:\n  replicas: 3\n');
    assert.equal(workers.recognize(document, 'workers.yaml'), undefined);
    const recognition = byKeys('connect-distributed', scores.own, []);
    assert.equal(workers.read(document, 'workers.yaml', recognition), undefined);
  });
});
