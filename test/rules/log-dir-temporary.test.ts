import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { analyzeFile, findIn, severityOf } from '../support/check.js';
import { broker, controller, zookeeperBroker } from './shared/nodes.js';

const id = 'log-dir-temporary';

describe('log-dir-temporary', () => {
  const severity = (settings: string): string | undefined => severityOf(id, findIn('broker', settings));

  it('warns of every directory for temporary files', () => {
    for (const directory of ['/tmp', '/tmp/kafka-logs', '/var/tmp/kafka', '/dev/shm/kafka', 'c:/tmp/kafka', 'C:\\\\tmp\\\\kafka']) {
      assert.equal(severity(`log.dirs=${directory}`), 'warning', directory);
    }
    for (const directory of ['%TEMP%', '%TEMP%/kafka', '${java.io.tmpdir}/kafka']) {
      assert.equal(severity(`log.dirs=${directory}`), 'warning', directory);
    }
    assert.equal(severity('log.dir=/tmp/kafka-logs'), 'warning');
    assert.equal(severity('log.dirs=/data/1 , /tmp/2'), 'warning');
  });

  it('is silent on other directories and on what is known only at run time', () => {
    for (const directory of ['/var/lib/kafka', '/tmpfs/kafka', '/data/tmp/kafka', './tmp', '${LOG_DIRS}']) {
      assert.equal(severity(`log.dirs=${directory}`), undefined, directory);
    }
  });

  it('looks at log.dir only where log.dirs does not replace it, and at the directory of the metadata', () => {
    assert.equal(severity('log.dir=/tmp/a\nlog.dirs=/data'), undefined);
    assert.equal(severity('log.dirs=/data\nmetadata.log.dir=/tmp/metadata'), 'warning');
    assert.equal(findIn('broker', 'log.dirs=/tmp/a\nmetadata.log.dir=/tmp/b').filter(one => one.rule.id === id).length, 2);
  });

  it('warns of the default of a file that starts a node', () => {
    for (const file of [broker, controller, zookeeperBroker, 'broker.id=1']) assert.equal(severity(file), 'warning', file);
    assert.equal(severity('num.partitions=3'), undefined);
    assert.equal(severity(`${controller}\nmetadata.log.dir=/data`), undefined);
    assert.equal(severity(`${broker}\nmetadata.log.dir=/data`), 'warning');
  });

  it('offers another directory only where the whole value is one of this system', () => {
    const titles = (text: string): readonly string[] => {
      const analysis = analyzeFile('server.properties', text);
      const found = analysis.diagnoses.find(one => one.rule.id === id);
      return found ? fixesOf(found, analysis).map(fix => fix.title.replace(/ \(.*/, '')) : [];
    };
    assert.deepEqual(titles('log.dirs=/tmp/kafka'), ['Set log.dirs to /var/lib/kafka/data']);
    assert.deepEqual(titles('log.dirs=/data\nmetadata.log.dir=/tmp/m'), ['Set metadata.log.dir to /var/lib/kafka/metadata']);
    assert.deepEqual(titles('broker.id=1'), ['Add log.dirs=/var/lib/kafka/data']);
    assert.deepEqual(titles('log.dirs=/data,/tmp/kafka'), []);
    assert.deepEqual(titles('log.dirs=c:/tmp/kafka'), []);
  });

  it('warns of the file that keeps the positions of connectors, and tells of the state of Kafka Streams', () => {
    const of = (role: 'connect-standalone' | 'streams', settings: string): string | undefined => severityOf(id, findIn(role, settings));
    const offsets = 'offset.storage.file.filename';
    assert.equal(of('connect-standalone', `${offsets}=/tmp/connect.offsets`), 'warning');
    assert.equal(of('streams', 'state.dir=/tmp/state'), 'information');
    assert.equal(of('streams', 'state.dir=${java.io.tmpdir}/state'), 'information');
    assert.equal(of('connect-standalone', `${offsets}=/var/lib/connect.offsets`), undefined);
    assert.equal(of('streams', 'num.stream.threads=4'), undefined);
  });
});
