import assert from 'node:assert/strict';
import { type Demo, startDemo } from './demo.js';

describe('npm start', function () {
  this.timeout(60_000);
  let demo: Demo | undefined;

  afterEach(async () => {
    await demo?.stop();
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`serves a page, and at ${signal} ends with 0 and frees its port`, async () => {
      demo = await startDemo('--port', '0');
      const page = await fetch(demo.url);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /vscode-workbench-web-configuration/);

      assert.equal(await demo.stop(signal), 0);
      await assert.rejects(fetch(demo.url));
    });
  }

  it('refuses a port that is in use', async () => {
    demo = await startDemo('--port', '0');
    const { port } = new URL(demo.url);
    await assert.rejects(startDemo('--port', port), /ended with 1:[^]*in use/);
  });

  it('refuses what it does not know with its usage', async () => {
    await assert.rejects(startDemo('--porrt', '80'), /ended with 2:[^]*Usage: npm start/);
  });
});
