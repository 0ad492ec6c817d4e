import assert from 'node:assert/strict';
import { countLost, countNeverWritten, distinct } from './counting.js';
import { compareVersions, loadScenarios, planJobs, type Form, type Scenario } from './scenario.js';

const form = (setting: string, versions: readonly string[], broker?: Form['cluster']): Form => ({
  setting,
  safe: false,
  versions,
  ...(broker && { cluster: broker }),
  run: () => Promise.reject(new Error('Nothing is run here.')),
});
const scenario = (id: string, forms: readonly Form[]): Scenario => ({ id, event: '', harm: '', brokers: 3, forms });
const planned = (...args: Parameters<typeof planJobs>) =>
  planJobs(...args).map(jobs => jobs.map(job => `${job.kafka} ${job.scenario.id} ${job.form.setting}`));

describe('the plan of the evidence lab', () => {
  const scenarios = [
    scenario('a', [form('x=1', ['3.10.0', '3.9.2']), form('x=2', ['3.10.0'], { broker: { y: 2 } })]),
    scenario('b', [form('z=1', ['3.10.0']), form('z=2', ['3.10.0'], { broker: { y: 2 } })]),
  ];

  it('lets forms of all scenarios share the clusters, newest version first', () => {
    assert.deepEqual(planned(scenarios, undefined, undefined), [
      ['3.10.0 a x=1', '3.10.0 b z=1'],
      ['3.10.0 a x=2', '3.10.0 b z=2'],
      ['3.9.2 a x=1'],
    ]);
  });

  it('leaves out what was not chosen', () => {
    assert.deepEqual(planned(scenarios, ['b'], undefined), [['3.10.0 b z=1'], ['3.10.0 b z=2']]);
    assert.deepEqual(planned(scenarios, undefined, ['3.9.2']), [['3.9.2 a x=1']]);
    assert.deepEqual(planned(scenarios, ['b'], ['3.9.2']), []);
  });

  it('compares versions by number', () => {
    assert.ok(compareVersions('3.10.0', '3.9.2') > 0);
    assert.equal(compareVersions('4.3.1', '4.3.1'), 0);
  });
});

describe('the scenarios', () => {
  it('have ids and forms that name one thing each, begin with an unsafe form, and have a safe one', async () => {
    const scenarios = await loadScenarios();
    assert.equal(new Set(scenarios.map(({ id }) => id)).size, scenarios.length);
    for (const { id, forms } of scenarios) {
      const names = forms.flatMap(({ setting, versions }) => versions.map(version => `${version} ${setting}`));
      assert.equal(new Set(names).size, names.length, id);
      assert.equal(forms[0]?.safe, false, id);
      assert.ok(
        forms.some(({ safe }) => safe),
        id,
      );
    }
  });
});

describe('the count of records', () => {
  it('takes each counted value once', () => {
    assert.deepEqual([...distinct(['warm-0', 'record-1', 'record-1', 'records'])], ['record-1']);
  });

  it('calls lost what was acknowledged and is not there', () => {
    const sent = { acknowledged: ['record-0', 'record-1'], failed: { TimeoutException: 1 }, message: null, millis: 1 };
    assert.deepEqual(countLost(3, sent, ['record-1', 'record-2']), {
      sent: 3,
      acknowledged: 2,
      readable: 2,
      lost: 1,
      error: 'TimeoutException',
    });
  });

  it('calls never written what was sent and is not there, whether the sender got an exception or not', () => {
    const sent = { acknowledged: ['record-0'], failed: { TimeoutException: 2 }, message: null, millis: 1 };
    assert.deepEqual(countNeverWritten(3, sent, ['record-0', 'warm-0', 'record-0']), {
      sent: 3,
      acknowledged: 1,
      readable: 1,
      lost: 2,
      error: 'TimeoutException',
    });
  });

  it('names no error where there was none', () => {
    assert.ok(!('error' in countLost(0, { acknowledged: [], failed: {}, message: null, millis: 1 }, [])));
  });
});
