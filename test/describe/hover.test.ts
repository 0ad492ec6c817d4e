import assert from 'node:assert/strict';
import { propertyDocumentation, settingHover } from '../../server/src/describe/hover.js';
import { findProperty } from '../../server/src/kafka/catalogue/catalogue.js';
import { parseVersion } from '../../server/src/kafka/version.js';
import type { RuleDocs } from '../../server/src/rules/rule.js';
import { configOf, read, ruleWith, settingOf } from '../analysis/stubs.js';

function hover(text: string, property: string, version = '4.3', path = 'producer.properties', role = 'producer'): string {
  const config = configOf(read(path, text, { version }), role);
  const setting = [...config.settings, ...config.ignored, ...config.overridden.map(one => one.setting)].find(
    one => one.property === property,
  );
  assert.ok(setting);
  return settingHover(setting, config, []);
}

describe('the hover of a setting', () => {
  it('says what it is, its type, its defaults and what is recommended', () => {
    const shown = hover('acks=1\n', 'acks');
    assert.match(shown, /^\*\*acks\*\* \(producer\)\n\n[A-Z].*\.\n\n- Type: string, one of `/);
    assert.match(shown, /- Default: `1` \(0\.9\.0 to 2\.8\), `all` \(3\.0 to [\d.]+\)/);
    assert.match(shown, /- Recommended: `all`/);
  });

  it('says which value is in force and how it differs from the default', () => {
    assert.match(hover('acks=1\n', 'acks'), /In force here: `1`, set by this line, instead of `all` by default in Kafka 4\.3\.$/);
    assert.match(hover('acks=1\n', 'acks', '2.8'), /In force here: `1`, set by this line, which is also the default in Kafka 2\.8\.$/);
    assert.match(hover('acks=${A:-1}\n', 'acks'), /set by this line, the default in the placeholder, instead/);
    assert.match(hover('acks=${A}\n', 'acks'), /In force here: a value that is known only at run time\.$/);
    assert.match(hover('transactional.id=a\n', 'transactional.id'), /instead of not set by default/);
  });

  it('names the client of several, and compares with what the framework sets by itself', () => {
    const channel = 'mp.messaging.outgoing.orders.connector=smallrye-kafka\nmp.messaging.outgoing.orders.acks=';
    const shown = (value: string): string => {
      const config = configOf(read('microprofile-config.properties', `${channel}${value}\n`), 'producer', 'channel orders');
      return settingHover(settingOf(config, 'acks'), config, []);
    };
    assert.match(shown('all'), /^\*\*acks\*\* \(producer, channel orders\)/);
    assert.match(
      shown('all'),
      /In force here: `all`, set by this line, instead of `1`, which SmallRye Reactive Messaging sets by itself\.$/,
    );
    assert.match(shown('1'), /In force here: `1`, set by this line, which SmallRye Reactive Messaging sets by itself\.$/);
  });

  it('says that a line has no effect', () => {
    assert.match(hover('acks=1\nacks=all\n', 'acks'), /In force here: `all`/);
    const config = configOf(read('producer.properties', 'acks=1\nacks=all\n'), 'producer');
    const [dead] = config.overridden;
    assert.ok(dead);
    assert.match(settingHover(dead.setting, config, []), /no effect: the value in force is `all`, set elsewhere in this file\.$/);
    const ignored = 'spring.kafka.producer.acks=all\nspring.kafka.producer.enable-idempotence=true\n';
    assert.match(hover(ignored, 'enable.idempotence', '4.3', 'application.properties'), /This line has no effect here\.$/);
  });

  it('says that the version does not know it', () => {
    assert.match(hover('delivery.timeout.ms=5\nacks=1\n', 'delivery.timeout.ms', '2.0'), /Kafka 2\.0 does not know this key\./);
  });

  it('has little to say of a framework’s attribute, and of what nobody knows', () => {
    const shown = hover(
      'spring.kafka.consumer.group-id=a\nspring.kafka.listener.ack-mode=manual\n',
      'spring:listener.ack-mode',
      '4.3',
      'application.properties',
      'consumer',
    );
    assert.match(shown, /- Type: string, one of .* in any case\n\n/);
    assert.match(shown, /^\*\*listener\.ack-mode\*\* \(consumer\)/);
    assert.doesNotMatch(shown, /- Default/);
    assert.doesNotMatch(shown, /does not know/);
    assert.match(shown, /In force here: `manual`, set by this line, instead of `batch`, which Spring Boot sets by itself\.$/);
    const config = configOf(read('producer.properties', 'acks=1\n'), 'producer');
    const stranger = { ...settingOf(config, 'acks'), property: 'no.such.key' };
    const nothingKnown = {
      ...config,
      explicit: () => stranger,
      effective: () => ({ origin: 'explicit', text: '1', setting: stranger }) as const,
    };
    assert.equal(settingHover(stranger, nothingKnown, []), '**no.such.key** (producer)\n\nIn force here: `1`, set by this line.');
  });

  it('names librdkafka where that has the defaults', () => {
    const own = 'metadata.broker.list=a:1\nstatistics.interval.ms=5\n';
    const shown = (line: string): string => hover(`${own}${line}\n`, 'acks', '4.3', 'rdkafka.properties', 'librdkafka-producer');
    assert.match(shown('acks=1'), /- Default: `-1` \(librdkafka [\d.]+\)/);
    assert.match(shown('acks=1'), /In force here: `1`, set by this line, instead of `-1` by default in librdkafka [\d.]+\.$/);
    assert.match(shown('acks=all'), /In force here: `-1`, set by this line, which is also the default in librdkafka [\d.]+\.$/);
  });

  it('shows no secret, and no more of a value than fits', () => {
    const secret = hover('ssl.key.password=hunter2\nacks=1\n', 'ssl.key.password');
    assert.match(secret, /In force here: \(hidden\), set by this line/);
    assert.doesNotMatch(secret, /hunter2/);
    assert.ok(hover(`transactional.id=${'x'.repeat(10_000)}\n`, 'transactional.id').length < 1_000);
  });

  it('explains what is found there, each rule once', () => {
    const config = configOf(read('producer.properties', 'acks=1\n'), 'producer');
    const one = ruleWith({ id: 'one', docs: { ...ruleWith({}).docs, references: ['A class', 'A page: https://example.org/a'] } });
    const shown = settingHover(settingOf(config, 'acks'), config, [
      { rule: one, message: 'First.' },
      { rule: one, message: 'Second.' },
      { rule: ruleWith({ id: 'two' }), message: 'Third.' },
    ]);
    assert.equal(shown.split('Because.\n\n*What to do:* Do it.').length, 3);
    assert.match(shown, /\*\*one\*\*: First\.\n\nBecause\.[^]*\[More about one\]\(https:\/\/example\.org\/a\)/);
    assert.match(shown, /\*\*one\*\*: Second\.\n\n\[More about one\]/);
    assert.match(shown, /\*\*two\*\*: Third\.\n\nBecause\.\n\n\*What to do:\* Do it\.$/);
  });
});

describe('what a hover tells of the cluster', () => {
  const config = configOf(read('producer.properties', 'acks=1\n'), 'producer');
  const run = { kafka: '4.3.1', setting: 'acks=1', safe: false, sent: 9, acknowledged: 9, lost: 9 };
  const scenario = { id: 'leader-dies', event: 'leader killed', harm: 'acknowledged records lost', brokers: 3, runs: [run] };
  const shownWith = (docs: Partial<RuleDocs>): string => {
    const rule = ruleWith({ docs: { ...ruleWith({}).docs, ...docs } });
    return settingHover(settingOf(config, 'acks'), config, [{ rule, message: 'So.' }], [scenario]);
  };

  it('is what was measured, before the reason', () => {
    assert.match(
      shownWith({ evidence: ['leader-dies'] }),
      /So\.\n\n\*Measured:\* Kafka 4\.3\.1, 3 brokers, leader killed: 9 of 9 acknowledged records lost with `acks=1`\.\n\nBecause\.\n\n\*What to do:\* /,
    );
  });

  it('or why it could not be', () => {
    assert.match(
      shownWith({ notReproduced: 'It takes a week.' }),
      /Because\.\n\n\*Not reproduced:\* It takes a week\.\n\n\*What to do:\* /,
    );
  });
});

describe('the documentation of a property', () => {
  const version = parseVersion('4.3');
  const property = findProperty('producer', 'acks');
  assert.ok(version && property);

  it('is the hover’s without a value', () => {
    assert.match(propertyDocumentation(property, version), /^[A-Z].*\.\n\n- Type: string/);
    assert.match(propertyDocumentation({ ...property, name: 'no.such.key' }, version), /^- Type: string/);
  });
});
