// mocha's own report for people, and the counts for test/run.mjs: sent after each test, so that a crash loses none.
import Mocha from 'mocha';

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS } = Mocha.Runner.constants;

export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const send = ended => process.send?.({ passed: runner.stats.passes, failed: runner.stats.failures, ended });
    runner.on(EVENT_TEST_PASS, () => send(false));
    runner.on(EVENT_TEST_FAIL, () => send(false));
    runner.on(EVENT_RUN_END, () => send(true));
  }
}
