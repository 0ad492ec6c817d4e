import assert from 'node:assert/strict';
import { resolveValue, type PlaceholderStyle } from '../../server/src/config/placeholder.js';

/** The text, `?` where it is not known; `~` before one that rests on the default of a placeholder. */
function resolved(text: string, style: PlaceholderStyle = 'spring'): string {
  const value = resolveValue(text, style);
  return value.known ? `${value.placeholder ? '~' : ''}${value.text}` : '?';
}

describe('a value', () => {
  it('is what is written, where nothing stands for something else', () => {
    for (const text of ['all', '', ' 1 ', 'a$b', '{x}', 'a<b', 'me@home', '50%', 'PLAINTEXT://:9092']) assert.equal(resolved(text), text);
  });
  it('is unknown where a template or a build will fill it in', () => {
    const templates = [
      '{{ acks }}',
      '{% if x %}1{% endif %}',
      '<%= acks %>',
      '#{systemProperties.acks}',
      '$(ACKS)',
      '@acks@',
      '<YOUR-ACKS>',
      '%ACKS%',
      '$ACKS',
    ];
    for (const text of templates) assert.equal(resolved(text), '?', text);
  });
});

describe('a placeholder of Spring', () => {
  it('counts as its default', () => {
    assert.equal(resolved('${ACKS:1}'), '~1');
    assert.equal(resolved('${acks.of.orders:all}'), '~all');
    assert.equal(resolved('${ACKS:}'), '~');
    assert.equal(resolved('${HOST:kafka:9092}'), '~kafka:9092');
  });
  it('may stand inside other text, beside and inside others', () => {
    assert.equal(resolved('${A:x}-${B:y}'), '~x-y');
    assert.equal(resolved('${A:${B:1}}'), '~1');
    assert.equal(resolved('${A:${B}}'), '?');
  });
  it('is unknown without a default', () => {
    assert.equal(resolved('${ACKS}'), '?');
    assert.equal(resolved('x${A:1}${B}'), '?');
  });
});

describe('a placeholder in a plain Kafka file', () => {
  it('has the default of a shell or of a template of upper-case names', () => {
    assert.equal(resolved('${ACKS:-1}', 'kafka'), '~1');
    assert.equal(resolved('${acks:-all}', 'kafka'), '~all');
    assert.equal(resolved('${ACKS:1}', 'kafka'), '~1');
  });
  it('is unknown where it may be a config provider', () => {
    assert.equal(resolved('${env:ACKS}', 'kafka'), '?');
    assert.equal(resolved('${file:/etc/kafka/secrets:password}', 'kafka'), '?');
    assert.equal(resolved('${ACKS}', 'kafka'), '?');
  });
});

describe('a text of monstrous length', () => {
  it('is taken as it is without placeholders, and is unknown with them', () => {
    const long = 'x'.repeat(100_000);
    assert.equal(resolved(long), long);
    assert.equal(resolved('${A:1}'.repeat(800_000)), '?');
  });
});
