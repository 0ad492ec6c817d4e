import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { springCloudStream } from '../../server/src/carriers/spring-cloud-stream/spring-cloud-stream.js';
import type { Role } from '../../server/src/kafka/property.js';
import { syntaxes } from '../../server/src/syntax/registry.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile } from '../support/check.js';
import { documentOf } from '../support/cloud-stream.js';

const yml = 'application.yml';
const properties = 'application.properties';
const root = 'spring.cloud.stream';
const brokers = `${root}.kafka.binder.brokers=a\n`;
const into = `${root}.bindings.orders-in-0.destination=a\n`;
const out = `${root}.bindings.bills-out-0.destination=b\n`;

/** The text with the property written into the scope of that name; undefined where it cannot be spelled. */
function write(text: string, role: Role, property: string, name: string, path = properties, near?: string): string | undefined {
  const document = documentOf(text, path);
  const read = springCloudStream.read(document, path, springCloudStream.recognize(document, path) ?? assert.fail(text));
  const scope = read?.scopes.find(one => one.name === name);
  if (!read || !scope) throw new Error(`There is no ${name} in:\n${text}`);
  const neighbour = read.settings.find(one => one.property === near && one.scope === scope);
  const spelling = springCloudStream.write({ property, role, scope, near: neighbour }, document, read);
  return spelling && applyEdits(text, syntaxes[document.syntax].insert(document, spelling.place, spelling.keys, 'x'));
}

/** The last line that is new. */
const added = (text: string, role: Role, property: string, name: string): string | undefined =>
  write(text, role, property, name)
    ?.split('\n')
    .find(line => !text.split('\n').includes(line));

/** The text after the first fix of the first finding of a rule. */
function mended(path: string, text: string, ruleId: string): string {
  const analysis = analyzeFile(path, text);
  const diagnosis = analysis.diagnoses.find(({ rule }) => rule.id === ruleId) ?? assert.fail(`${ruleId} is silent in:\n${text}`);
  const [fix] = fixesOf(diagnosis, analysis);
  return fix ? applyEdits(text, fix.edits) : assert.fail('There is no fix.');
}

describe('what is written for Spring Cloud Stream', () => {
  it('stands below the binding that it is for', () => {
    assert.equal(
      added(brokers + out, 'producer', 'acks', 'binding bills-out-0'),
      `${root}.kafka.bindings.bills-out-0.producer.configuration.acks=x`,
    );
    assert.equal(
      added(brokers + out, 'producer', 'scs:producer.sync', 'binding bills-out-0'),
      `${root}.kafka.bindings.bills-out-0.producer.sync=x`,
    );
    assert.equal(
      added(brokers + out, 'producer', 'scs:producer.error-channel-enabled', 'binding bills-out-0'),
      `${root}.bindings.bills-out-0.producer.error-channel-enabled=x`,
    );
    assert.equal(added(brokers + into, 'consumer', 'group.id', 'binding orders-in-0'), `${root}.bindings.orders-in-0.group=x`);
    assert.equal(
      added(brokers + into, 'consumer', 'acks', 'binding bills-out-0'.replace('bills-out', 'orders-in')),
      `${root}.kafka.bindings.orders-in-0.consumer.configuration.acks=x`,
    );
    assert.equal(added(brokers + into, 'producer', 'acks', 'binding orders-in-0'), undefined);
    assert.equal(added(brokers + into, 'consumer', 'bootstrap.servers', 'binding orders-in-0'), undefined);
    assert.equal(added(brokers + into, 'consumer', 'spring:listener.ack-count', 'binding orders-in-0'), undefined);
  });
  it('is there beside keys of the application itself', () => {
    const text = `${root}.default-binder=kafka\n${out}`;
    assert.equal(
      added(text, 'producer', 'acks', 'binding bills-out-0'),
      `${root}.kafka.bindings.bills-out-0.producer.configuration.acks=x`,
    );
  });
  it('stands below the binder that it is for', () => {
    const line = (role: Role, property: string, scope: string, text = ''): string | undefined =>
      added(brokers + text, role, property, scope)?.slice(`${root}.`.length);
    assert.equal(line('producer', 'acks', 'binder'), 'kafka.binder.producer-properties.acks=x');
    assert.equal(line('admin', 'client.id', 'binder'), 'kafka.binder.configuration.client.id=x');
    assert.equal(line('consumer', 'group.id', 'binder'), undefined);
    assert.equal(line('consumer', 'enable.auto.commit', 'binder'), undefined);
    assert.equal(line('consumer', 'scs:consumer.enable-dlq', 'binder'), undefined);
    assert.equal(line('topic', 'retention.ms', 'binder'), undefined);
    assert.equal(line('topic', 'scs:topic.replication-factor', 'binder'), 'kafka.binder.replication-factor=x');
    assert.equal(
      line('topic', 'retention.ms', 'binding bills-out-0', out),
      'kafka.bindings.bills-out-0.producer.topic.properties.retention.ms=x',
    );
    assert.equal(line('topic', 'spring:any', 'binding bills-out-0', out), undefined);
    const common = `${root}.default.content-type=a\n`;
    assert.equal(line('producer', 'acks', 'all bindings', common), 'kafka.default.producer.configuration.acks=x');
    assert.equal(line('consumer', 'scs:binding.group', 'all bindings', common), 'default.group=x');
    assert.equal(line('consumer', 'scs:consumer.enable-dlq', 'all bindings', common), 'kafka.default.consumer.enable-dlq=x');
    assert.equal(line('consumer', 'bootstrap.servers', 'all bindings', common), undefined);
    assert.equal(line('consumer', 'spring:listener.ack-time', 'all bindings', common), undefined);
    const own = `${root}.binders.far.type=kafka\n${root}.binders.far.environment.${root}.kafka.binder.brokers=b\n`;
    assert.equal(line('producer', 'acks', 'binder far', own), `binders.far.environment.${root}.kafka.binder.producer-properties.acks=x`);
    const alone = `${own}${root}.binders.far.inherit-environment=false\n${out}`;
    assert.equal(
      line('producer', 'acks', 'binding bills-out-0', alone),
      `binders.far.environment.${root}.kafka.bindings.bills-out-0.producer.configuration.acks=x`,
    );
  });
  it('stands where the producers of dead letters and of transactions have it', () => {
    const keeps = `${brokers}${into}${root}.bindings.orders-in-0.group=a\n${root}.kafka.bindings.orders-in-0.consumer.enable-dlq=true\n`;
    const scope = 'dead letters of orders-in-0';
    assert.equal(
      added(keeps, 'producer', 'acks', scope),
      `${root}.kafka.bindings.orders-in-0.consumer.dlq-producer-properties.configuration.acks=x`,
    );
    assert.equal(added(keeps, 'producer', 'scs:producer.sync', scope), undefined);
    const transaction = `${root}.kafka.binder.transaction`;
    const prefix = `${transaction}.transaction-id-prefix=a\n`;
    const inTransactions = `${transaction}.producer.configuration.acks=x`;
    assert.equal(added(keeps + prefix, 'producer', 'acks', scope), inTransactions);
    assert.equal(added(out + prefix, 'producer', 'acks', 'binding bills-out-0'), inTransactions);
    assert.equal(added(out + prefix, 'producer', 'bootstrap.servers', 'binding bills-out-0'), undefined);
    assert.equal(added(prefix, 'producer', 'acks', 'transactions'), inTransactions);
    assert.equal(added(prefix, 'producer', 'scs:producer.sync', 'transactions'), undefined);
    assert.equal(added(prefix, 'consumer', 'group.id', 'transactions'), undefined);
    assert.equal(
      added(brokers + out, 'producer', 'spring:transaction-id-prefix', 'binding bills-out-0'),
      `${transaction}.transaction-id-prefix=x`,
    );
    const own = `${transaction}.producer.configuration.linger.ms=5\n#---\nspring.config.activate.on-profile=eu\n${prefix}`;
    assert.equal(
      added(own, 'producer', 'spring:transaction-id-prefix', 'transactions, profile eu'),
      `${transaction}.transaction-id-prefix=x`,
    );
    const inProfile = `${brokers}${out}#---\nspring.config.activate.on-profile=eu\n${prefix}`;
    assert.equal(added(inProfile, 'producer', 'acks', 'binding bills-out-0, profile eu'), inTransactions);
    assert.equal(
      added(inProfile, 'producer', 'acks', 'binding bills-out-0'),
      `${root}.kafka.bindings.bills-out-0.producer.configuration.acks=x`,
    );
  });
  it('stands where Kafka Streams has it', () => {
    const streams = `${root}.kafka.streams`;
    const text = `${streams}.binder.auto-create-topics=true\n`;
    const own = `${streams}.bindings.orders-in-0.consumer`;
    assert.equal(added(text + into, 'producer', 'acks', 'binding orders-in-0'), `${own}.configuration.producer.acks=x`);
    assert.equal(added(text + into, 'streams', 'bootstrap.servers', 'binding orders-in-0'), undefined);
    assert.equal(added(text + into, 'streams', 'spring:streams.auto-startup', 'binding orders-in-0'), undefined);
    assert.equal(added(text + into, 'consumer', 'group.id', 'binding orders-in-0'), undefined);
    const handler = 'scs:streams.deserialization-exception-handler';
    assert.equal(added(text + into, 'streams', handler, 'binding orders-in-0'), `${own}.deserialization-exception-handler=x`);
    const binder = `${streams}.binder.configuration.num.stream.threads=2\n`;
    assert.equal(added(binder, 'streams', handler, 'streams binder'), `${streams}.binder.deserialization-exception-handler=x`);
    assert.equal(
      added(binder, 'streams', 'num.standby.replicas', 'streams binder'),
      `${streams}.binder.configuration.num.standby.replicas=x`,
    );
    assert.equal(added(binder, 'streams', 'spring:streams.auto-startup', 'streams binder'), undefined);
  });
  it('is nested as the file is, in its naming', () => {
    const text =
      'spring:\n  cloud:\n    stream:\n      kafka:\n        binder:\n          autoCreateTopics: true\n      bindings:\n        orders-in-0:\n          destination: a\n';
    assert.equal(
      write(text, 'consumer', 'scs:consumer.enable-dlq', 'binding orders-in-0', yml),
      text.replace(
        '      bindings:',
        '        bindings:\n          orders-in-0:\n            consumer:\n              enableDlq: x\n      bindings:',
      ),
    );
    assert.equal(write(text, 'consumer', 'scs:binding.group', 'binding orders-in-0', yml), `${text}          group: x\n`);
    const flat = 'spring.cloud.stream.kafka.binder.brokers: a\n';
    assert.equal(write(flat, 'producer', 'acks', 'binder', yml), `${flat}spring.cloud.stream.kafka.binder.producer-properties.acks: x\n`);
  });
  it('has brackets where the name wants them', () => {
    const text = `${brokers}${root}.bindings[eu.orders-in-0].destination=a\n`;
    assert.equal(added(text, 'consumer', 'scs:binding.group', 'binding eu.orders-in-0'), `${root}.bindings[eu.orders-in-0].group=x`);
  });
  it('stands beside the setting that it belongs to', () => {
    const text = `${brokers}${out}${root}.kafka.bindings.bills-out-0.producer.sync=true\nserver.port=1\n`;
    assert.equal(
      write(text, 'producer', 'acks', 'binding bills-out-0', properties, 'scs:producer.sync'),
      text.replace('server', `${root}.kafka.bindings.bills-out-0.producer.configuration.acks=x\nserver`),
    );
  });
  it('is nowhere where nothing is written for it, and in no scope of others', () => {
    const document = documentOf(brokers);
    const reading = springCloudStream.read(document, properties, springCloudStream.recognize(document, properties) ?? assert.fail());
    assert.ok(reading);
    const foreign = { name: 'file', base: undefined, complete: true, development: false };
    assert.equal(
      springCloudStream.write({ property: 'acks', role: 'producer', scope: foreign, near: undefined }, document, reading),
      undefined,
    );
    assert.equal(added(brokers, 'producer', 'acks', 'all bindings'), undefined);
  });
});

describe('a fix in a file of Spring Cloud Stream', () => {
  it('moves a key to the section that reads it', () => {
    const text = `${brokers}${into}${root}.bindings.orders-in-0.group=a\n${root}.bindings.orders-in-0.consumer.enable-dlq=true\n`;
    assert.equal(
      mended(properties, text, 'ignored-property'),
      text.replace('.bindings.orders-in-0.consumer.enable-dlq', '.kafka.bindings.orders-in-0.consumer.enable-dlq'),
    );
    const renamed = `${into}${root}.kafka.streams.binder.serde-error=sendToDlq\n`;
    assert.match(
      mended(properties, renamed, 'ignored-property'),
      /kafka\.streams\.bindings\.orders-in-0\.consumer\.deserialization-exception-handler=sendToDlq/,
    );
  });
  it('moves what transactions do not read to where they do', () => {
    const text = `${brokers}${out}${root}.kafka.binder.transaction.transaction-id-prefix=a\n${root}.kafka.bindings.bills-out-0.producer.configuration.acks=all\n`;
    assert.match(mended(properties, text, 'ignored-property'), /binder\.transaction\.producer\.configuration\.acks=all/);
  });
  it('names the group', () => {
    assert.equal(
      mended(properties, brokers + into, 'no-consumer-group'),
      `${brokers}${into}${root}.bindings.orders-in-0.group=orders-in-0\n`,
    );
  });
});

describe('keys that are offered in a file of Spring Cloud Stream', () => {
  const offered = (text: string, parents: readonly string[] = [], path = properties): ReadonlyMap<string, string | undefined> => {
    const document = documentOf(text, path);
    const offers = springCloudStream.offerKeys(parents, document, springCloudStream.recognize(document, path));
    return new Map(offers.map(({ key, property }) => [key, property]));
  };
  it('are those of its bindings and binders, whole in a line', () => {
    const keys = offered(brokers + into + out);
    assert.equal(keys.get(`${root}.bindings.orders-in-0.group`), 'group.id');
    assert.equal(keys.get(`${root}.kafka.bindings.bills-out-0.producer.configuration.acks`), 'acks');
    assert.equal(keys.get(`${root}.kafka.bindings.orders-in-0.consumer.dlq-producer-properties.configuration.acks`), 'acks');
    assert.equal(keys.get(`${root}.kafka.binder.required-acks`), 'acks');
    assert.equal(keys.get(`${root}.kafka.binder.transaction.transaction-id-prefix`), 'spring:transaction-id-prefix');
    assert.ok(![...keys.keys()].some(key => key.includes('streams')));
    const bracketed = offered(`${brokers}${root}.bindings[eu.orders-in-0].destination=a\n`);
    assert.ok(bracketed.has(`${root}.bindings[eu.orders-in-0].group`));
    const named = offered(`${root}.binders.far.type=kafka\n${into}`);
    assert.ok(named.has(`${root}.binders.far.environment.${root}.kafka.binder.required-acks`));
  });
  it('are those below their parents in YAML', () => {
    const text =
      'spring.cloud.stream:\n  kafka.streams.binder.brokers: a\n  bindings:\n    "[a.orders-in-0]":\n      destination: a\n    orders-out-0:\n      destination: b\n';
    assert.ok(offered(text, ['spring', 'cloud', 'stream'], yml).has('kafka'));
    assert.equal(offered(text, ['spring', 'cloud', 'stream', 'kafka', 'streams', 'binder', 'configuration'], yml).get('acks'), undefined);
    assert.equal(offered(text, ['spring.cloud.stream.kafka.streams.binder', 'configuration'], yml).get('producer.acks'), 'acks');
    assert.ok(
      offered(text, ['spring.cloud.stream', 'kafka', 'streams', 'bindings', '[a.orders-in-0]', 'consumer'], yml).has('configuration'),
    );
    assert.deepEqual([...offered(text, ['spring', 'kafka'], yml)], []);
  });
  it('are none where nothing is Kafka’s', () => {
    assert.equal(offered(into).size, 0);
    assert.equal(offered('a=b\n').size, 0);
  });
  it('are those of a binding that only Spring Boot’s keys make Kafka’s', () => {
    assert.ok(offered(`${into}spring.kafka.client-id=a\n`).has(`${root}.bindings.orders-in-0.group`));
  });
});
