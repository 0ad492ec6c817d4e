import assert from 'node:assert/strict';
import { configOf } from '../support/configs.js';

/** The acks that the producer gets; undefined where nobody knows. */
function acks(value: string, ...others: readonly string[]): string | undefined {
  return configOf('producer', 'application.yml', `spring.kafka.producer.acks: ${value}\n${others.join('\n')}\n`).text('acks');
}

describe('a placeholder of Spring', () => {
  it('has the value of a key of the same file, not its default', () => {
    assert.equal(acks('${app.acks:1}', 'app.acks: all'), 'all');
    assert.equal(acks('${app.acks}', 'app:', '  acks: all'), 'all');
    assert.equal(acks('${app.levels[1]}', 'app.levels: [0, all]'), 'all');
    assert.equal(acks('${app.acks:1}'), '1');
    assert.equal(acks('${app.acks}'), undefined);
  });
  it('finds every spelling by the canonical name, and one alone by another', () => {
    assert.equal(acks('${app.my-acks:1}', 'app.myAcks: all'), 'all');
    assert.equal(acks('${app.myAcks:1}', 'app.myAcks: all'), 'all');
    assert.equal(acks('${app.myAcks:1}', 'app.my-acks: all'), '1');
  });
  it('may stand in others, in a default, and beside text', () => {
    assert.equal(acks('${x:${app.acks}}', 'app.acks: all'), 'all');
    assert.equal(acks('${${name}}', 'name: app.acks', 'app.acks: all'), 'all');
    assert.equal(acks('${app.acks:${NOBODY}}', 'app.acks: all'), 'all');
    assert.equal(acks('"-${one}"', 'one: 1'), '-1');
    assert.equal(acks('"${one}${two:ll}"', 'one: a'), 'all');
  });
  it('is followed from key to key, but not in a circle', () => {
    assert.equal(acks('${a}', 'a: ${b}', 'b: ${c:all}'), 'all');
    assert.equal(acks('${a}', 'a: ${b}', 'b: ${a}'), undefined);
    assert.equal(acks('${spring.kafka.producer.acks}'), undefined);
  });
  it('is open where a profile decides, and known in the profile itself', () => {
    const inEu = '---\nspring.config.activate.on-profile: eu\n';
    assert.equal(acks('${app.acks:1}', inEu, 'app.acks: all'), undefined);
    const text = `app.acks: 1\n${inEu}app.acks: all\nspring.kafka.producer.acks: \${app.acks}\n`;
    assert.equal(configOf('producer', 'application.yml', text, 'profile eu').text('acks'), 'all');
    const other = `${text}---\nspring.config.activate.on-profile: us\napp.acks: 0\n`;
    assert.equal(configOf('producer', 'application.yml', other, 'profile eu').text('acks'), undefined);
  });
  it('without an end, or longer than anybody writes, is nothing', () => {
    assert.equal(acks('${app.acks', 'app.acks: all'), '${app.acks');
    const doubling = Array.from({ length: 20 }, (_, i) => `a${i}: "\${a${i + 1}}\${a${i + 1}}"`);
    assert.equal(acks('${a0}', ...doubling, 'a20: x'), undefined);
    assert.equal(acks(`"\${app.acks:${'x'.repeat(10_001)}}"`, 'app.acks: all'), undefined);
  });
});
