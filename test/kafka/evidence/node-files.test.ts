import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, writeNodeFiles } from './node-files.js';

describe('the files of a cluster', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ackguard-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const written = (version: string) => {
    const settings = { brokers: 2, broker: { 'min.insync.replicas': 2 }, controller: { 'unclean.leader.election.enable': true } };
    return writeNodeFiles(folder, version, [9, 11, 12], settings).map(({ id, main, file }) => ({
      id,
      main,
      text: readFileSync(file, 'utf8'),
    }));
  };

  it('are those of a controller and its brokers, on 127.0.0.1 alone', () => {
    const nodes = written('3.6.2');
    assert.deepEqual(
      nodes.map(({ id, main }) => [id, main]),
      [
        [100, 'kafka.Kafka'],
        [1, 'kafka.Kafka'],
        [2, 'kafka.Kafka'],
      ],
    );
    const [controller, first] = nodes.map(({ text }) => text);
    assert.match(controller ?? '', /^listeners=CONTROLLER:\/\/127\.0\.0\.1:9$/m);
    assert.match(controller ?? '', /^unclean\.leader\.election\.enable=true$/m);
    assert.doesNotMatch(controller ?? '', /min\.insync/);
    assert.match(first ?? '', /^listeners=PLAINTEXT:\/\/127\.0\.0\.1:11$/m);
    assert.match(first ?? '', /^controller\.quorum\.voters=100@127\.0\.0\.1:9$/m);
    assert.match(first ?? '', /^min\.insync\.replicas=2$/m);
    assert.doesNotMatch(first ?? '', /unclean/);
  });

  it('have ZooKeeper in the place of the controller before 3.0', () => {
    const [zooKeeper, first] = written('2.8.2').map(({ main, text }) => `${main}\n${text}`);
    assert.match(zooKeeper ?? '', /^org\.apache\.zookeeper[^]*^clientPort=9$/m);
    assert.match(first ?? '', /^kafka\.Kafka[^]*^zookeeper\.connect=127\.0\.0\.1:9$/m);
    assert.doesNotMatch(first ?? '', /process\.roles/);
  });

  it('give ZooKeeper longer to start than a broker may be silent', () => {
    const [, first] = written('2.8.2').map(({ text }) => text);
    const ms = (key: string) => Number(new RegExp(`^${key}=(\\d+)$`, 'm').exec(first ?? '')?.[1]);
    assert.ok(ms('zookeeper.connection.timeout.ms') > 10 * ms('zookeeper.session.timeout.ms'));
  });
});

describe('free ports', () => {
  it('are different ones that can be listened to', async () => {
    const ports = await freePorts(3);
    assert.equal(new Set(ports).size, 3);
    const server = createServer();
    await new Promise<void>(resolve => server.listen(ports[0], '127.0.0.1', resolve));
    server.close();
  });
});
