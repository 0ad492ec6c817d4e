import assert from 'node:assert/strict';
import { summaries } from '../support/check.js';
import { clientIn, readStream, scopesIn } from '../support/cloud-stream.js';

const yml = 'src/main/resources/application.yml';
const root = 'spring.cloud.stream';
const brokers = `${root}.kafka.binder.brokers=kafka1\n`;
const input = `${root}.bindings.orders-in-0.destination=orders\n`;
const output = `${root}.bindings.bills-out-0.destination=bills\n`;

describe('a binding of Spring Cloud Stream', () => {
  it('is Kafka’s where a key of its binder is there', () => {
    assert.deepEqual(scopesIn(brokers + input + output).slice(2), ['binding orders-in-0', 'binding bills-out-0']);
    assert.deepEqual(scopesIn(`${input}${root}.kafka.bindings.orders-in-0.consumer.ack-mode=record\n`).slice(2), ['binding orders-in-0']);
    assert.equal(readStream(input), undefined);
    assert.equal(readStream(`${input}${root}.rabbit.bindings.orders-in-0.consumer.prefix=a\n`), undefined);
    assert.equal(readStream('spring.application.name=a\nspring.cloud.config.uri=b\n'), undefined);
  });
  it('is not needed for a file that says something to the binder', () => {
    assert.equal(readStream(`${root}.kafka.binder.auto-create-topics=true\n`), undefined);
    assert.equal(readStream(`${root}.kafka.binder.required-aks=all\n`)?.unknownKeys.length, 1);
  });
  it('is only taken for Kafka’s where nothing but Spring Boot’s keys speak for it', () => {
    assert.equal(readStream(`${input}spring.kafka.bootstrap-servers=a:1\n`)?.trust, 'inferred');
    assert.equal(readStream(brokers + input)?.trust, 'certain');
    assert.equal(readStream(`${input}spring.kafka.bootstrap-servers=a:1\n${root}.rabbit.binder.nodes=b\n`), undefined);
  });
  it('is one of Kafka Streams where its function or its binder is', () => {
    const streams = `${root}.kafka.streams.binder.configuration.num.stream.threads=2\n`;
    assert.deepEqual(clientIn(streams + input, 'streams', 'binding orders-in-0')?.text('num.stream.threads'), '2');
    const both = `${streams}${root}.kafka.binder.auto-create-topics=false\n`;
    assert.ok(!scopesIn(both + input).includes('binding orders-in-0'));
    assert.ok(scopesIn(both + input).includes('streams binder'));
    const named = `${root}.kafka.streams.binder.functions.orders.application-id=a\n`;
    assert.equal(clientIn(both + named + input, 'streams', 'binding orders-in-0')?.text('application.id'), 'a');
    const own = `${root}.kafka.streams.bindings.orders-in-0.consumer.key-serde=a\n`;
    assert.ok(clientIn(both + own + input, 'streams', 'binding orders-in-0'));
    assert.ok(clientIn(`${both}${root}.kafka.bindings.orders-in-0.consumer.ack-mode=record\n${input}`, 'consumer', 'binding orders-in-0'));
    assert.ok(clientIn(`${both}${input}${root}.bindings.orders-in-0.binder=kstream\n`, 'streams', 'binding orders-in-0'));
  });
  it('has the binder that it names, or the default, or the only candidate', () => {
    const isRead = (text: string): boolean => scopesIn(text).includes('binding orders-in-0');
    const far = `${root}.binders.far.type=kafka\n`;
    const near = `${root}.binders.near.type=rabbit\n`;
    const own = `${root}.bindings.orders-in-0.binder`;
    assert.ok(isRead(far + input));
    assert.ok(!isRead(far + near + input));
    assert.ok(isRead(`${far}${near}${root}.binders.near.default-candidate=false\n${input}`));
    assert.ok(isRead(`${far}${near}${root}.default-binder=far\n${input}`));
    assert.ok(!isRead(`${far}${near}${root}.default-binder=near\n${input}`));
    assert.ok(!isRead(`${far}${input}${own}=\${BINDER}\n`));
    assert.ok(!isRead(`${brokers}${input}${own}=rabbit\n`));
    assert.ok(isRead(`${brokers}${input}${own}=kafka\n`));
    assert.deepEqual(scopesIn(`${far}${brokers}${input}${own}=kafka\n`), [
      'binder',
      'all bindings',
      'binding orders-in-0',
      'binder far',
      'all bindings of far',
    ]);
    assert.ok(isRead(`${root}.binders.kafka.environment.a.b=c\n${input}`));
  });
  it('is an input or an output by its name, or by what is written for it', () => {
    const direction = (name: string, more: string): string | undefined => {
      const scopes = readStream(`${brokers}${root}.bindings.${name}.destination=a\n${root}.bindings.${name}.${more}=1\n`)?.scopes;
      return scopes?.find(one => one.name === `binding ${name}`)?.clients?.[0];
    };
    assert.equal(direction('a-in-0', 'content-type'), 'consumer');
    assert.equal(direction('a-out-1', 'content-type'), 'producer');
    assert.equal(direction('input', 'content-type'), 'consumer');
    assert.equal(direction('output', 'content-type'), 'producer');
    assert.equal(direction('a', 'group'), 'consumer');
    assert.equal(direction('a', 'consumer.max-attempts'), 'consumer');
    assert.equal(direction('a', 'producer.partition-count'), 'producer');
    assert.equal(direction('a', 'content-type'), undefined);
    assert.ok(scopesIn(`${brokers}${root}.bindings.a=b\n${root}.bindings.a.group=c\n`).includes('binding a'));
    assert.equal(readStream(`${root}.kafka=\n${root}=\n`), undefined);
  });
  it('has one name in any case of letters, below kafka only beside the exact one', () => {
    const text = `${brokers}${input}${root}.bindings.ORDERS-IN-0.group=billing\n`;
    assert.equal(clientIn(text, 'consumer', 'binding orders-in-0')?.text('group.id'), 'billing');
    const other = `${root}.kafka.bindings.Orders-In-0.consumer.configuration.max.poll.records=5\n`;
    assert.equal(clientIn(text + other, 'consumer', 'binding orders-in-0')?.text('max.poll.records'), undefined);
    const exact = `${root}.kafka.bindings.orders-in-0.consumer.ack-mode=record\n`;
    assert.equal(clientIn(text + other + exact, 'consumer', 'binding orders-in-0')?.text('max.poll.records'), '5');
  });
  it('may be nothing but a name with the topic', () => {
    assert.deepEqual(scopesIn(`${brokers}${root}.bindings.orders-in-0=orders\n`).slice(-1), ['binding orders-in-0']);
    assert.deepEqual(scopesIn('spring.cloud.stream:\n  kafka.binder.brokers: a\n  bindings:\n    orders-in-0:\n', yml).slice(-1), [
      'binding orders-in-0',
    ]);
  });
  it('is shown at its name', () => {
    const text =
      'spring:\n  cloud:\n    stream:\n      kafka.binder.brokers: a\n      bindings:\n        orders-in-0:\n          destination: a\n';
    assert.deepEqual(summaries(yml, text), ['warning no-consumer-group orders-in-0']);
    assert.deepEqual(summaries('application.properties', brokers + input), [
      `warning no-consumer-group ${root}.bindings.orders-in-0.destination`,
    ]);
    const bracketed = 'spring.cloud.stream:\n  kafka.binder.brokers: a\n  bindings:\n    "[eu.orders-in-0]":\n      destination: a\n';
    assert.deepEqual(summaries(yml, bracketed), ['warning no-consumer-group "[eu.orders-in-0]"']);
  });
});
