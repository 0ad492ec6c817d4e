import assert from 'node:assert/strict';
import { syntaxOf } from '../../server/src/syntax/registry.js';

describe('the syntax of a file', () => {
  it('goes by the ending of its name, whatever the editor calls it', () => {
    assert.equal(syntaxOf('a/server.properties', 'ini')?.id, 'properties');
    assert.equal(syntaxOf('a/application.YML', undefined)?.id, 'yaml');
    assert.equal(syntaxOf('a/application.yaml', 'plaintext')?.id, 'yaml');
    assert.equal(syntaxOf('a/notes.txt', 'properties'), undefined);
  });

  it('is that of properties for other files of lines with a key and a value', () => {
    for (const path of [
      'getting_started.ini',
      '.confluent/librdkafka.config',
      'etc\\librdkafka.config',
      'fluent-bit.conf',
      'td-fluent.conf',
    ])
      assert.equal(syntaxOf(path, undefined)?.id, 'properties', path);
    for (const path of ['nginx.conf', 'App.config', 'my-librdkafka.config']) assert.equal(syntaxOf(path, undefined), undefined, path);
  });

  it('goes by the editor’s language where the name has no ending', () => {
    for (const language of ['properties', 'java-properties', 'jproperties', 'conf-javaprop', 'spring-boot-properties'])
      assert.equal(syntaxOf('Untitled-1', language)?.id, 'properties', language);
    assert.equal(syntaxOf('Untitled-1', 'yaml')?.id, 'yaml');
    assert.equal(syntaxOf('Untitled-1', 'spring-boot-properties-yaml')?.id, 'yaml');
    for (const language of ['json', 'jsonc']) assert.equal(syntaxOf('Untitled-1', language)?.id, 'json', language);
    assert.equal(syntaxOf('Untitled-1', 'markdown'), undefined);
    assert.equal(syntaxOf('Untitled-1', undefined), undefined);
  });
});
