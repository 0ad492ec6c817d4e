import assert from 'node:assert/strict';
import { chooseCarriers, wantedNamed, wantedNames, type Wanted } from '../../server/src/analysis/choose.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import { analyzeFile } from '../support/check.js';

/** `carrier verdict roles` of each opinion, the best first. */
function opinions(path: string, text: string, wanted?: Wanted): readonly string[] {
  const syntax = syntaxOf(path, undefined);
  assert.ok(syntax);
  const choices = chooseCarriers(syntax.parse(text), path, wanted);
  return choices.map(({ carrier, recognition, verdict }) => `${carrier.id} ${verdict} ${recognition.roles.join()}`);
}

describe('the choice of carriers', () => {
  it('lets one carrier read the bare keys of a file, the best', () => {
    assert.deepEqual(opinions('x.properties', 'acks=1\noffset.storage.topic=a\nprocessing.guarantee=x\n'), [
      'connect-worker reads connect-distributed',
      'streams another-fits-better streams',
      'plain another-fits-better producer',
    ]);
  });
  it('lets keys with a beginning of their own stand beside them', () => {
    assert.deepEqual(opinions('x.properties', 'acks=1\nspring.kafka.client-id=a\n'), [
      'spring-boot reads producer',
      'plain reads producer',
    ]);
  });
  it('reads nothing where the best is unsure', () => {
    assert.deepEqual(opinions('x.properties', 'acks=1\nplugin.path=/p\n'), [
      'connect-worker unsure connect-distributed',
      'plain another-fits-better producer',
    ]);
  });
  it('is nobody’s where nothing is known', () => {
    assert.deepEqual(opinions('x.properties', 'a=1\n'), []);
    assert.deepEqual(opinions('x.yml', 'a: 1\n'), []);
  });
});

describe('what the user says that a file is', () => {
  it('is a carrier, a role of a file’s bare keys, or off', () => {
    assert.deepEqual(wantedNamed('connector'), { kind: 'carrier', id: 'connector' });
    assert.deepEqual(wantedNamed('producer'), { kind: 'role', role: 'producer' });
    assert.deepEqual(wantedNamed('off'), { kind: 'off' });
    for (const name of ['spring', 'Producer', '', 'constructor']) assert.equal(wantedNamed(name), undefined, name);
    assert.ok(wantedNames().includes('spring-boot') && wantedNames().includes('sink-connector'));
  });
  it('stands above every score', () => {
    const text = 'acks=1\nplugin.path=/p\n';
    assert.deepEqual(opinions('x.properties', text, { kind: 'carrier', id: 'plain' }), ['plain reads producer']);
    assert.deepEqual(opinions('x.properties', text, { kind: 'role', role: 'producer' }), ['plain reads producer']);
    assert.deepEqual(opinions('x.properties', text, { kind: 'role', role: 'consumer' }), ['plain reads consumer']);
    assert.deepEqual(opinions('x.properties', text, { kind: 'role', role: 'sink-connector' }), ['connector reads sink-connector']);
    const worker = opinions('x.properties', text, { kind: 'role', role: 'connect-distributed' });
    assert.deepEqual(worker, ['connect-worker reads connect-distributed']);
    assert.deepEqual(opinions('x.properties', 'a=1\n', { kind: 'carrier', id: 'streams' }), ['streams reads streams']);
    assert.deepEqual(opinions('x.properties', text, { kind: 'off' }), []);
  });
  it('is nothing where that carrier cannot read such a text', () => {
    assert.deepEqual(opinions('x.yml', 'acks: 1\n', { kind: 'role', role: 'broker' }), []);
  });
  it('holds for the files that a glob names, the last one that fits', () => {
    const rules = (path: string, files: readonly (readonly [string, string])[]) => {
      const patterns = files.flatMap(([glob, name]) => {
        const wanted = wantedNamed(name);
        return wanted ? [{ glob, wanted }] : [];
      });
      return analyzeFile(path, 'acks=1\n', { files: patterns }).diagnoses.map(({ rule }) => rule.id);
    };
    assert.deepEqual(rules('/a/b/x.properties', [['*.properties', 'off']]), []);
    assert.deepEqual(rules('/a/b/x.properties', [['b/*.properties', 'off']]), []);
    assert.deepEqual(rules('c:/a/b/x.properties', [['**/b/**', 'off']]), []);
    assert.deepEqual(rules('/a/b/x.properties', [['/a/b/*', 'off']]), []);
    assert.deepEqual(rules('/a/.b/x.properties', [['**/*.properties', 'off']]), []);
    assert.deepEqual(rules('/a/b/x.properties', [['/b/*', 'off']]), ['acks-leader-only']);
    const both = [
      ['*.properties', 'off'],
      ['**/x.*', 'producer'],
    ] as const;
    assert.deepEqual(rules('/a/b/x.properties', both), ['acks-leader-only']);
  });
  it('makes a file Kafka’s in which nothing is recognised', () => {
    const wanted = { kind: 'role', role: 'producer' } as const;
    const found = analyzeFile('settings.properties', 'compression.type=brotli\n', { files: [{ glob: '*', wanted }] });
    assert.deepEqual(
      found.diagnoses.map(({ rule }) => rule.id),
      ['invalid-value'],
    );
    assert.deepEqual(analyzeFile('settings.properties', 'compression.type=brotli\n').diagnoses, []);
  });
});
