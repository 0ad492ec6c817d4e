import assert from 'node:assert/strict';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Demo, startDemo } from './demo.js';
import {
  editor,
  hoverWord,
  openFile,
  openFromExplorer,
  openQuickFixes,
  readFilesWithProblems,
  readLines,
  takeQuickFix,
  takeScreenshot,
  waitForLine,
} from './workbench.js';

describe('VS Code for the Web', function () {
  this.timeout(90_000);
  let demo: Demo;
  let browser: Browser | undefined;
  let page: Page;

  before(async () => {
    const { CHROME_PATH: executablePath } = process.env;
    assert(executablePath, 'run this with `npm test`, which finds the browser; or set CHROME_PATH');
    // Without a sandbox, which root in a container does not have: only our own page is shown.
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
    demo = await startDemo('--port', '0');
  });

  beforeEach(async () => {
    assert(browser);
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  });

  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state === 'failed') await takeScreenshot(page, `failed ${test.title}`);
    await page.close();
  });

  after(async () => {
    await browser?.close();
    await demo.stop();
  });

  it('underlines acks=1 in a producer file, explains it, and writes acks=all', async () => {
    await page.goto(demo.url);
    await waitForLine(page, 'acks=1', 'squiggled');
    await takeScreenshot(page, 'producer');

    assert.match(await hoverWord(page, 'acks'), /acks-leader-only.*leader/is);
    await takeScreenshot(page, 'hover');
    await page.keyboard.press('Escape');

    await openQuickFixes(page, 'acks=1');
    await takeScreenshot(page, 'fixes');
    await takeQuickFix(page, /acks.*all/i);
    await waitForLine(page, 'acks=all', 'clean');
    await takeScreenshot(page, 'fixed');
  });

  it('underlines acks: 1 in a Spring Boot file, explains it, and writes acks: all', async () => {
    await openFile(page, demo.url, 'application.yml');
    await waitForLine(page, 'acks: 1', 'squiggled');
    await takeScreenshot(page, 'spring');

    assert.match(await hoverWord(page, 'acks'), /acks-leader-only.*leader/is);
    await page.keyboard.press('Escape');

    await openQuickFixes(page, 'acks: 1');
    await takeQuickFix(page, /acks.*all/i);
    await waitForLine(page, 'acks: all', 'clean');
  });

  it('underlines what a connector in JSON tolerates, explains it, and writes that it stops', async () => {
    await openFile(page, demo.url, 'connect/orders-sink.json');
    await waitForLine(page, '"errors.tolerance": "all",', 'squiggled');
    await takeScreenshot(page, 'connector');

    assert.match(await hoverWord(page, 'tolerance'), /errors-tolerated-without-dead-letter-queue.*offset/is);
    await page.keyboard.press('Escape');

    await openQuickFixes(page, '"errors.tolerance": "all",');
    await takeScreenshot(page, 'connector fixes');
    await takeQuickFix(page, /errors\.tolerance.*none/i);
    await waitForLine(page, '"errors.tolerance": "none",', 'clean');
  });

  it('underlines a channel of Quarkus that gets acks=1 without a word, and writes acks=all', async () => {
    await openFile(page, demo.url, 'quarkus/application.properties');
    const opener = 'mp.messaging.outgoing.invoices.connector=smallrye-kafka';
    await waitForLine(page, opener, 'squiggled');
    await takeScreenshot(page, 'quarkus');

    await openQuickFixes(page, opener);
    await takeQuickFix(page, /acks.*all/i);
    await waitForLine(page, 'mp.messaging.outgoing.invoices.acks=all', 'clean');
    await waitForLine(page, opener, 'clean');
    await takeScreenshot(page, 'quarkus fixed');
  });

  it('underlines what a service of a compose file says to its broker, explains it, and mends it there', async () => {
    await openFile(page, demo.url, 'compose/docker-compose.yml');
    const line = "KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: 'true'";
    await waitForLine(page, line, 'squiggled');
    await takeScreenshot(page, 'compose');

    assert.match(await hoverWord(page, 'KAFKA_UNCLEAN'), /unclean-leader-election.*leader/is);
    await page.keyboard.press('Escape');

    await openQuickFixes(page, line);
    await takeQuickFix(page, /unclean\.leader\.election\.enable.*false/i);
    await waitForLine(page, "KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: 'false'", 'clean');
  });

  it('reads a file of variables as the service does that names it', async () => {
    await openFile(page, demo.url, 'compose/connect.env');
    await waitForLine(page, 'CONNECT_CONSUMER_AUTO_OFFSET_RESET=latest', 'squiggled');
    await takeScreenshot(page, 'variables');
  });

  it('underlines an unsafe line as soon as it is typed', async () => {
    await openFile(page, demo.url, 'server.properties');
    await waitForLine(page, 'unclean.leader.election.enable=true', 'squiggled');
    await editor(page).locator('.view-line').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('controlled.shutdown.enable=false');
    await page.keyboard.press('Escape');
    await waitForLine(page, 'controlled.shutdown.enable=false', 'squiggled');
    await takeScreenshot(page, 'typed');
  });

  it('says nothing about a server.properties of Minecraft', async () => {
    await openFile(page, demo.url, 'minecraft/server.properties');
    await waitForLine(page, 'server-port=25565', 'clean');
    // Once a file opened later has its squiggles, the server has answered for this one too.
    await openFromExplorer(page, 'consumer.properties');
    await waitForLine(page, 'auto.offset.reset=latest', 'squiggled');
    assert.deepEqual([...new Set(await readFilesWithProblems(page))], ['consumer.properties']);

    await page.getByRole('tab', { name: 'server.properties' }).click();
    await waitForLine(page, 'server-port=25565', 'clean');
    assert.deepEqual(
      (await readLines(page)).filter(line => line.squiggled),
      [],
    );
    await takeScreenshot(page, 'minecraft');
  });
});
