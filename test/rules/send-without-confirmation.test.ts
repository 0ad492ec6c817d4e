import assert from 'node:assert/strict';
import rule from '../../server/src/rules/send-without-confirmation.js';
import { spoken } from '../support/findings.js';

describe('send-without-confirmation', () => {
  const waits = 'smallrye:waitForWriteCompletion';
  const sync = 'scs:producer.sync';
  const channel = 'scs:producer.error-channel-enabled';
  const ways = `${sync}=true; ${channel}=true`;
  const inBinding = (...settings: readonly string[]): readonly string[] =>
    spoken(rule, 'producer', ['acks=all', ...settings], { byFramework: [`${sync}=false`, `${channel}=false`] });

  it('tells of channels that do not wait, though their failures are handed back', () => {
    assert.deepEqual(spoken(rule, 'producer', [`${waits}=false`]), [`information unlimited ${waits}: ${waits}=true`]);
    for (const value of ['true', '${WAIT}']) assert.deepEqual(spoken(rule, 'producer', [`${waits}=${value}`]), [], value);
  });

  it('warns of a binding that is told to hand failures to nobody, and tells of one that does so by default', () => {
    assert.deepEqual(inBinding(), [`information byDefault absent: ${ways}`]);
    assert.deepEqual(inBinding(`${sync}=false`), [`warning logged ${sync}: ${ways}`]);
    assert.deepEqual(inBinding(`${channel}=false`), [`warning logged ${channel}: ${ways}`]);
  });

  it('is silent where somebody learns of it, or a transaction waits', () => {
    for (const setting of [`${sync}=true`, `${channel}=true`, `${sync}=\${SYNC}`, 'scs:binding.error-handler-definition=onError'])
      assert.deepEqual(inBinding(setting), [], setting);
    for (const setting of ['transactional.id=orders', 'spring:transaction-id-prefix=orders-'])
      assert.deepEqual(inBinding(setting), [], setting);
  });

  it('warns of Confluent’s producer for .NET that reports nothing', () => {
    const reports = 'dotnet:EnableDeliveryReports';
    assert.deepEqual(spoken(rule, 'librdkafka-producer', [`${reports}=false`]), [`warning unreported ${reports}: ${reports}=true`]);
    for (const value of ['true', '${REPORTS}']) assert.deepEqual(spoken(rule, 'librdkafka-producer', [`${reports}=${value}`]), [], value);
  });

  it('does not ask other producers for it', () => {
    assert.deepEqual(spoken(rule, 'producer', ['acks=all']), []);
  });
});
