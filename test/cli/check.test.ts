import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCommand } from '../../server/src/cli/arguments.js';
import { check } from '../../server/src/cli/check.js';
import { reportJson } from '../../server/src/cli/report-json.js';
import { reportProblems, reportText } from '../../server/src/cli/report-text.js';
import { reportRecognition } from '../../server/src/cli/report-recognition.js';
import { exitCodeOf, type CheckResult } from '../../server/src/cli/result.js';
import { nodeFiles } from '../../server/src/files/node.js';

describe('ackguard check', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ackguard-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (name: string, text: string | Uint8Array): string => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const run = (...args: string[]): CheckResult => {
    const command = parseCommand(['check', ...args]);
    assert.equal(command.kind, 'check');
    return check(command, nodeFiles, message => assert.fail(message));
  };

  it('prints path, line, column, severity, rule and message, columns in characters', () => {
    const path = write('producer.properties', '# 😀\nacks=1\n');
    assert.match(reportText(run(path)), new RegExp(`^${path}:2:6 warning acks-leader-only acks=1: `));
  });

  it('finds what librdkafka’s programs call otherwise, and JSON, and no other file by its ending', () => {
    for (const name of ['getting_started.ini', 'librdkafka.config', 'fluent-bit.conf', 'nginx.conf', 'App.config'])
      write(name, '[OUTPUT]\nbootstrap.servers=a:1\nrdkafka.acks=0\n');
    write('appsettings.json', '{ "Producer": { "BootstrapServers": "a:1", "Acks": "None" } }');
    const checked = run(folder).files.map(({ path }) => path.slice(folder.length + 1));
    assert.deepEqual(checked, ['appsettings.json', 'fluent-bit.conf', 'getting_started.ini', 'librdkafka.config']);
    assert.match(reportText(run(join(folder, 'appsettings.json'))), /error acks-none/);
    assert.match(reportText(run(join(folder, 'fluent-bit.conf'))), /error acks-none/);
  });

  it('walks folders in order and leaves node_modules alone', () => {
    write('b/producer.properties', 'acks=1\n');
    write('a/producer.properties', 'acks=0\n');
    write('node_modules/x/producer.properties', 'acks=1\n');
    const result = run(folder);
    assert.deepEqual(
      result.files.map(file => file.path),
      [join(folder, 'a/producer.properties'), join(folder, 'b/producer.properties')],
    );
    assert.equal(exitCodeOf(result), 1);
  });

  it('follows no links to folders, so a circle of links has an end', () => {
    write('a/producer.properties', 'acks=all\n');
    symlinkSync(folder, join(folder, 'a/again'));
    assert.equal(run(folder).files.length, 1);
  });

  it('exits with 0 where nothing severe is found, and with 2 where a named path is not there', () => {
    assert.equal(exitCodeOf(run(write('producer.properties', 'acks=all\n'))), 0);
    const missing = run(join(folder, 'missing.properties'));
    assert.equal(exitCodeOf(missing), 2);
    assert.match(reportProblems(missing), /missing\.properties: Cannot be read: there is no such file or folder\./);
  });

  it('says of a named file of another kind that it was not checked', () => {
    const result = run(write('notes.txt', 'acks=1\n'));
    assert.equal(exitCodeOf(result), 0);
    assert.match(reportProblems(result), /none of \.properties, YAML, JSON, \.env and \.tf/);
  });

  it('goes on where a file met in a walk cannot be read', function () {
    write('good/producer.properties', 'acks=1\n');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.properties'));
    const result = run(folder);
    assert.equal(exitCodeOf(result), 1);
    assert.equal(result.problems.length, 1);
    assert.equal(result.files.length, 1);
  });

  it('reads Latin 1 where a file is not UTF-8, as Java does', () => {
    const result = run(write('producer.properties', Buffer.from('# caf\xe9\nacks=1\n', 'latin1')));
    assert.equal(result.files[0]?.text, '# café\nacks=1\n');
  });

  it('keeps a byte order mark, which Java reads as part of the first key', () => {
    const result = run(write('producer.properties', '\ufeffacks=1\nlinger.ms=5\n'));
    assert.match(reportText(result), /:1:1 warning byte-order-mark/);
  });

  it('gives findings and fixes as JSON with positions from 1 in UTF-16 units', () => {
    const path = write('producer.properties', 'linger.ms=5\n\nacks = 1\n');
    const report = JSON.parse(reportJson(run('--format', 'json', path))) as { version: number; findings: unknown[]; problems: unknown[] };
    assert.equal(report.version, 1);
    assert.deepEqual(report.problems, []);
    const range = { start: { line: 3, column: 8 }, end: { line: 3, column: 9 } };
    const [finding] = report.findings as [Record<string, unknown>];
    const { message, ...facts } = finding;
    assert.match(String(message), /only the leader/);
    assert.deepEqual(facts, {
      path,
      ruleId: 'acks-leader-only',
      severity: 'warning',
      certainty: 'certain',
      role: 'producer',
      property: 'acks',
      refusedByKafka: false,
      range,
      fixes: [{ title: 'Set acks to all', safety: 'safe', edits: [{ range, newText: 'all' }] }],
    });
  });

  it('takes the version and the profile', () => {
    const path = write('producer.properties', 'linger.ms=5\n');
    assert.equal(exitCodeOf(run('--kafka-version', '2.8', path)), 1);
    assert.equal(exitCodeOf(run('--kafka-version', '2.8', '--profile', 'at-most-once', path)), 0);
    assert.equal(exitCodeOf(run('--kafka-version', 'auto', path)), 0);
  });

  it('explains what is wrong with a command line', () => {
    const messageOf = (...args: string[]): string => {
      const command = parseCommand(args);
      return command.kind === 'usage' ? command.message : command.kind;
    };
    assert.match(messageOf(), /ackguard check/);
    assert.match(messageOf('chek'), /no command "chek"/);
    assert.match(messageOf('check'), /at least one file/);
    assert.match(messageOf('check', '--format', 'xml', '.'), /"xml" is no format/);
    assert.match(messageOf('check', '--profile', 'fast', '.'), /"fast" is no profile/);
    assert.match(messageOf('check', '--kafka-version', '9.9', '.'), /"9.9" is no Kafka version/);
    assert.match(messageOf('check', '--kafka-version', 'new', '.'), /"new" is no Kafka version/);
    assert.match(messageOf('check', '--colour', '.'), /--colour/);
    assert.equal(messageOf('--help'), 'help');
    assert.equal(messageOf('help'), 'help');
    assert.equal(messageOf('--version'), 'version');
  });

  it('tells of a folder that cannot be read', function () {
    if (process.getuid?.() === 0) {
      // root reads everything, so the refusal is provoked by a name that is too long for any folder
      assert.match(reportProblems(run(join(folder, 'x'.repeat(300)))), /Cannot be read: ENAMETOOLONG/);
      return;
    }
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0);
    assert.match(reportProblems(run(folder)), /locked: This folder cannot be read: permission denied/);
    chmodSync(locked, 0o700);
  });

  it('takes files for what it is told', () => {
    const path = write('app/settings.properties', 'acks=1\n');
    assert.equal(run(path).files[0]?.analysis.diagnoses.length, 1);
    assert.equal(run('--files', 'app/*.properties=off', path).files[0]?.analysis.diagnoses.length, 0);
    assert.deepEqual(
      run('--files', '*=off', '--files', '*.properties=connect-worker', path).files[0]?.analysis.carried.map(({ carrier }) => carrier.id),
      ['connect-worker'],
    );
    for (const wrong of ['*.properties', '*.properties=nobody', '=']) {
      const command = parseCommand(['check', '--files', wrong, path]);
      assert.ok(command.kind === 'usage' && command.message.startsWith('--files wants GLOB=NAME'), wrong);
    }
  });

  it('tells what files are taken for, and why', () => {
    const worker = write('connect.properties', 'bootstrap.servers=a:1\nkey.converter=b\nacks=1\n');
    const notes = write('notes.properties', 'a=1\n');
    const named = write('producer.properties', 'client.id=a\n');
    const browsers = write('server.properties', 'log.dirs=/data\nlisteners=http://:8082\n');
    const told = reportRecognition(run('--explain-carrier', worker, notes, named, browsers)).split('\n');
    assert.deepEqual(told, [
      worker,
      ' 70  Kafka Connect (connect-worker; connect-distributed): read as this, a guess: findings are one step milder',
      '     - key.converter (line 2), together with other keys of the file',
      ' 55  Kafka (plain; producer): not read: another one fits better',
      '     - acks (line 3) is read by nothing else',
      notes,
      '     Nothing in it is Kafka’s, as far as can be seen.',
      named,
      ' 40  Kafka (plain; producer): read as this',
      '     - the name of the file',
      '     - client.id (line 1) and most other keys are known to it',
      browsers,
      ' 95  Kafka (plain; broker): not read: too little is there to say so',
      '     - log.dirs (line 1) is read by nothing else',
      '',
    ]);
    const compose = write(
      'docker-compose.yml',
      'services:\n  kafka:\n    image: apache/kafka\n    environment:\n      KAFKA_NUM_IO_THREADS: 8\n',
    );
    const map = write('map.yaml', 'kind: ConfigMap\ndata:\n  producer.properties: |\n    acks=1\n  notes.properties: |\n    a=1\n');
    assert.deepEqual(reportRecognition(run('--explain-carrier', compose, map)).split('\n'), [
      compose,
      '     inside of it: service kafka (line 5)',
      '100  Kafka (plain; broker): read as this',
      '     - what stands around it',
      map,
      '     inside of it: data.producer.properties (line 4)',
      ' 55  Kafka (plain; producer): read as this',
      '     - acks (line 4) is read by nothing else',
      '     inside of it: data.notes.properties (line 6)',
      '     Nothing in it is Kafka’s, as far as can be seen.',
      '',
    ]);
    assert.match(
      reportRecognition(run('--explain-carrier', '--files', '*=producer', worker)),
      /100 {2}Kafka .*: read as this\n {5}- you say so/,
    );
  });
});
