import assert from 'node:assert/strict';
import { configOf, configsOf, inForce } from '../support/configs.js';

describe('what is in force in a plain file', () => {
  it('is the last of equal keys; the earlier one is overridden', () => {
    const config = configOf('producer', 'producer.properties', 'acks=1\nlinger.ms=5\nacks=all\n');
    assert.deepEqual(inForce(config), ['linger.ms=5', 'acks=all']);
    assert.deepEqual(
      config.overridden.map(({ setting, by }) => [setting.value, by.value].map(value => (value.known ? value.text : '?'))),
      [['1', 'all']],
    );
  });
  it('is one configuration a role; each knows the others', () => {
    const configs = configsOf('kafka.properties', 'acks=all\nauto.offset.reset=earliest\nretry.backoff.ms=100\n');
    assert.deepEqual(
      configs.map(config => [config.role, ...inForce(config)]),
      [
        ['producer', 'acks=all', 'retry.backoff.ms=100'],
        ['consumer', 'auto.offset.reset=earliest', 'retry.backoff.ms=100'],
      ],
    );
    assert.deepEqual(configs[0]?.siblings.map(sibling => sibling.role).includes('consumer'), true);
  });
  it('gives the problems of the text to one configuration', () => {
    const configs = configsOf('kafka.properties', 'acks=all\nauto.offset.reset=\\uZZZZ\n');
    assert.deepEqual(
      configs.map(config => config.problems.map(problem => problem.kind)),
      [['malformed-escape'], []],
    );
  });
  it('keeps unknown keys apart', () => {
    const config = configOf('producer', 'producer.properties', 'acks=all\nackz=1\n');
    assert.deepEqual(
      config.unknownKeys.map(unknown => unknown.key),
      ['ackz'],
    );
  });
});

describe('a setting that the framework ignores', () => {
  it('is kept apart from what is in force', () => {
    const config = configOf('producer', 'application.properties', 'spring.kafka.producer.acks=all\nspring.kafka.producer.linger-ms=5\n');
    assert.deepEqual(inForce(config), ['acks=all']);
    assert.deepEqual(
      config.ignored.map(setting => setting.property),
      ['linger.ms'],
    );
    assert.equal(config.explicit('linger.ms'), undefined);
  });
});

describe('an effective value', () => {
  const config = configOf(
    'consumer',
    'consumer.properties',
    'group.id= orders \nmax.poll.records=x\ncheck.crcs=TRUE\nfetch.min.bytes=${N}\nauto.offset.reset=latest\n',
  );
  it('comes from the file, trimmed as Kafka does, or from Kafka', () => {
    assert.equal(config.effective('group.id')?.text, 'orders');
    assert.equal(config.effective('group.id')?.origin, 'explicit');
    assert.deepEqual(config.effective('session.timeout.ms'), { origin: 'kafka', text: '45000', setting: undefined });
    assert.equal(config.fallback('auto.offset.reset')?.text, 'latest');
  });
  it('is unknown for placeholders, for keys without a default and for those that nobody knows', () => {
    assert.ok(config.explicit('fetch.min.bytes'));
    assert.equal(config.text('fetch.min.bytes'), undefined);
    for (const name of ['fetch.min.bytes', 'group.instance.id', 'no.such.key']) {
      assert.equal(config.effective(name), undefined);
      assert.equal(config.number(name), undefined);
      assert.equal(config.flag(name), undefined);
    }
    assert.deepEqual(config.kafkaDefault('no.such.key'), { kind: 'absent' });
    assert.equal(config.property('no.such.key'), undefined);
  });
  it('can be asked as a number and as a boolean', () => {
    assert.equal(config.number('session.timeout.ms'), 45000);
    assert.equal(config.number('max.poll.records'), undefined);
    assert.equal(config.flag('check.crcs'), true);
    assert.equal(config.flag('enable.auto.commit'), true);
    assert.equal(config.flag('group.id'), undefined);
  });
  it('follows the version', () => {
    const [old] = configsOf('consumer.properties', 'group.id=a\nmax.poll.records=1\n', '2.8');
    assert.equal(old?.number('session.timeout.ms'), 10000);
  });
  it('may be the framework’s default, and its attributes are known', () => {
    const spring = configOf('consumer', 'application.properties', 'spring.kafka.consumer.group-id=a\n');
    assert.deepEqual(spring.effective('enable.auto.commit'), { origin: 'framework', text: 'false', setting: undefined });
    assert.equal(spring.property('spring:listener.ack-mode')?.type, 'string');
  });
});

describe('speaking of a role', () => {
  const speaks = (text: string) => configOf('producer', 'application.properties', text).speaks;
  it('takes a key of its own that is more than an address or security', () => {
    assert.equal(speaks('spring.kafka.producer.acks=all\n'), true);
    assert.equal(speaks('spring.kafka.producer.client-id=a\nspring.kafka.producer.properties.sasl.mechanism=PLAIN\n'), false);
    assert.equal(speaks('spring.kafka.properties.retries=5\n'), false);
  });
});

describe('what is in force in a profile', () => {
  const text = [
    'spring.kafka.consumer.group-id=a',
    'spring.kafka.consumer.properties.auto.offset.reset=earliest',
    '#---',
    'spring.config.activate.on-profile=eu',
    'spring.kafka.consumer.group-id=eu',
    'spring.kafka.consumer.auto-offset-reset=latest',
    '#---',
    'spring.kafka.consumer.max-poll-records=7',
    '',
  ].join('\n');
  const eu = configOf('consumer', 'application.properties', text, 'profile eu');
  it('is the profile’s over the base’s, in the order of the documents', () => {
    assert.equal(eu.text('group.id'), 'eu');
    assert.equal(eu.text('max.poll.records'), '7');
    const later = text.replace('max-poll-records=7', 'group-id=later');
    assert.equal(configOf('consumer', 'application.properties', later, 'profile eu').text('group.id'), 'later');
  });
  it('is the client’s map over a leaf, wherever the two stand', () => {
    assert.equal(eu.text('auto.offset.reset'), 'earliest');
  });
  it('knows what it inherits, and calls nothing overridden that is alive in its base', () => {
    const group = eu.explicit('group.id');
    const records = eu.explicit('max.poll.records');
    assert.deepEqual([group && eu.isOwn(group), records && eu.isOwn(records)], [true, false]);
    assert.deepEqual(eu.overridden, []);
  });
  it('is no configuration where the profile says nothing for the role', () => {
    const roles = configsOf('application.properties', `${text}spring.kafka.producer.acks=all\n`)
      .filter(config => config.scope.name === 'profile eu')
      .map(config => config.role);
    assert.deepEqual(roles, ['consumer']);
  });
  it('does not take minutes for thousands of profiles', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `spring.config.activate.on-profile=p${String(i)}\nspring.kafka.producer.acks=1\n`);
    const started = performance.now();
    assert.equal(configsOf('application.properties', many.join('#---\n')).length, 5000);
    assert.ok(performance.now() - started < 5000);
  });
});
