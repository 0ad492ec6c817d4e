import assert from 'node:assert/strict';
import { readFile } from '../support/configs.js';

/** Each scope with the groups that are written in it. */
function groups(path: string, ...lines: readonly string[]): readonly string[] {
  const file = readFile(path, `${lines.join('\n')}\n`);
  return (file?.reading.scopes ?? []).map(scope => {
    const texts = file?.reading.settings.filter(setting => setting.scope === scope).map(({ value }) => (value.known ? value.text : '?'));
    return `${scope.name}${scope.development ? ' (dev)' : ''}: ${texts?.join() ?? ''}`;
  });
}
const group = 'spring.kafka.consumer.group-id';
const on = 'spring.config.activate.on-profile';

describe('the documents of a Spring YAML file', () => {
  const documents = (...parts: readonly string[]) => groups('application.yml', parts.join('\n---\n'));
  it('are one base without a profile', () => {
    assert.deepEqual(documents(`${group}: a`, 'spring.kafka.consumer.client-id: b'), ['file: a,b']);
  });
  it('form a scope of their own for each profile, which equal profiles share', () => {
    const parts = [`${group}: a`, `${on}: eu\n${group}: b`, `${on}: us\n${group}: c`, `${on}: eu\n${group}: d`];
    assert.deepEqual(documents(...parts), ['file: a', 'profile eu: b,d', 'profile us: c']);
    const file = readFile('application.yml', parts.join('\n---\n'));
    assert.equal(file?.reading.scopes[1]?.base, file?.reading.scopes[0]);
  });
  it('name profiles nested, in a list, or as before Spring Boot 2.4', () => {
    assert.deepEqual(documents(`spring:\n  config:\n    activate:\n      on-profile: eu\n${group}: b`), ['file: ', 'profile eu: b']);
    assert.deepEqual(documents(`${on}: [eu, us]\n${group}: b`), ['file: ', 'profile eu, us: b']);
    assert.deepEqual(documents(`spring.profiles: eu\n${group}: b`), ['file: ', 'profile eu: b']);
    assert.deepEqual(documents(`spring:\n  profiles: [eu]\n  kafka.consumer.group-id: b`), ['file: ', 'profile eu: b']);
    assert.deepEqual(documents(`spring.profiles.active: eu\n${group}: b`), ['file: b']);
  });
  it('form a scope for a cloud platform, and for one with a profile', () => {
    const platform = 'spring.config.activate.on-cloud-platform: kubernetes';
    assert.deepEqual(documents(`${group}: a`, `${platform}\n${group}: b`, `${on}: eu\n${platform}\n${group}: c`), [
      'file: a',
      'platform kubernetes: b',
      'profile eu on platform kubernetes: c',
    ]);
    assert.deepEqual(documents(`spring.config.activate.on: x\n${group}: b`), ['file: b']);
  });
  it('leave open what they do not say where the file imports others', () => {
    const complete = (text: string) => readFile('application.yml', `${text}\n${group}: b\n`)?.reading.scopes[0]?.complete;
    assert.equal(complete('spring.config.import: optional:file:secrets.yml'), false);
    assert.equal(complete('spring:\n  config:\n    import:\n      - configtree:/etc/config/'), false);
    assert.equal(complete('spring.config.name: x'), true);
  });
  it('are made for development if every profile that they name is', () => {
    const development = (expression: string) => documents(`${on}: ${expression}\n${group}: b`)[1]?.includes('(dev)');
    for (const yes of ['dev', 'local', 'test', 'integration-test', 'dev-eu', 'DEV', '"dev | test"', '[dev, local]', '"(dev & eu-test)"']) {
      assert.equal(development(yes), true, yes);
    }
    for (const no of ['prod', '"!dev"', '"dev | prod"', '[prod, dev]', 'latest', 'developers', 'prod-test', '""'])
      assert.ok(!development(no), no);
  });
});

describe('the documents of a Spring .properties file', () => {
  /** Whether a key below the separator is in another document than the one above. */
  function splits(...separator: readonly string[]): boolean {
    return groups('application.properties', `${group}=a`, ...separator, `${on}=eu`, `${group}=b`)[0] === 'file: a';
  }
  // the answers are those of Spring Boot 3.5.0
  it('are split by #--- and !---', () => {
    assert.ok(splits('#---'));
    assert.ok(splits('!---'));
    assert.ok(splits('#--- \t'));
    assert.ok(splits('', '#---', ''));
    assert.ok(splits('#---', '#---'));
  });
  it('are not split by what only looks like it', () => {
    for (const line of ['# ---', ' #---', '#----', '#---x', '#--', '---']) assert.ok(!splits(line), line);
  });
  it('are not split next to comments, but for another sign or an empty line above', () => {
    assert.ok(!splits('#x', '#---'));
    assert.ok(splits('!x', '#---'));
    assert.ok(splits('#x', '', '#---'));
    assert.ok(!splits('#---', '#x'));
    assert.ok(!splits('#---', '!x'));
    assert.ok(!splits('#---', '', '#x'));
    assert.ok(!splits('#---', '#---', '#x'));
    assert.ok(splits('#---', 'x=1', '#x'));
    assert.deepEqual(groups('application.properties', `${group}=a`, '#---', `${on}=eu`, `${group}=b`, '#x', '#---'), [
      'file: a',
      'profile eu: b',
    ]);
  });
  it('are split in files with any line end, and at the beginning', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['#---', '#x', `${group}=a`, '#---', `${on}=eu`, `${group}=b`, ''].join(end);
      assert.deepEqual(groups('application.properties', text), ['file: a', 'profile eu: b']);
    }
  });
});

describe('a profile file of Spring', () => {
  it('is one scope whose base is in another file', () => {
    for (const path of ['application-eu.yml', 'config/application-eu.yaml', 'bootstrap-eu.yml']) {
      const file = readFile(path, `${group}: a\n`);
      assert.deepEqual(file?.reading.scopes, [{ name: 'profile eu', base: undefined, complete: false, development: false }], path);
    }
    assert.deepEqual(groups('application-dev.properties', `${group}=a`), ['profile dev (dev): a']);
    assert.deepEqual(groups('my-application-dev.yml', `${group}: a`), ['file: a']);
  });
  it('hands down what it is to its documents', () => {
    assert.deepEqual(groups('application-dev.yml', `${group}: a`, '---', `${on}: eu`, `${group}: b`), [
      'profile dev (dev): a',
      'profile eu (dev): b',
    ]);
    assert.equal(readFile('application-dev.yml', `${on}: eu\n${group}: b\n`)?.reading.scopes[1]?.complete, false);
  });
});
