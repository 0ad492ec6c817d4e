import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixesOf } from '../server/src/analysis/fixes.js';
import { analyzeText, createMemory, optionsOf } from '../server/src/service/analyzed.js';
import { codeActionsOf } from '../server/src/service/code-actions.js';
import { completionsOf } from '../server/src/service/completion.js';
import { diagnosticsOf } from '../server/src/service/diagnostics.js';
import { hoverOf } from '../server/src/service/hover.js';
import { analyzeFile } from './support/check.js';
import { some, times } from './support/runs.js';

const spring = 'spring:\n  kafka:\n    producer:\n      acks: 1\n';
const hundredThousand = (line: (i: number) => string): string => Array.from({ length: 100_000 }, (_, i) => line(i)).join('');

/** Texts that nobody means to write; mocha's limit of time is the guard against a hang. */
const texts: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'an empty properties file': ['producer.properties', ''],
  'an empty YAML file': ['application.yml', ''],
  'a binary file': ['producer.properties', String.fromCharCode(...Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
  'a properties file of 100,000 lines': ['producer.properties', `acks=1\n${hundredThousand(i => `key.${String(i)}=value\n`)}`],
  'the same key 20,000 times': ['producer.properties', 'acks=1\n'.repeat(20_000)],
  'a YAML file of 100,000 lines': ['application.yml', `${spring}server:\n${hundredThousand(i => `  k${String(i)}: v\n`)}`],
  'one line of 5 MB in a properties file': ['producer.properties', `acks=1\nclient.id=${'a'.repeat(5e6)}`],
  'one key of 5 MB': ['producer.properties', `acks=1\n${'a'.repeat(5e6)}=1`],
  'one line of 5 MB in YAML': ['application.yml', `${spring}x: ${'a'.repeat(5e6)}\n`],
  '200,000 blank lines in a value': ['application.yml', `${spring}      retries: a\n${'\n'.repeat(200_000)}        b\n`],
  '200,000 blanks in a value': ['producer.properties', `acks=1\nretries=a${' '.repeat(200_000)}b\n`],
  'a list of 5 MB in one line': ['application.yml', `${spring}x: [${'a, '.repeat(1.6e6)}]\n`],
  'NUL characters': ['application.yml', `${spring}x: \0\n`],
  'lone surrogates': ['producer.properties', 'acks=1\nx=\ud800\n'],
  'tabs in YAML': ['application.yml', 'spring:\n\tkafka:\n\t\tproducer:\n\t\t\tacks: 1\n'],
  'an unclosed quote': ['application.yml', `${spring}x: "abc\ny: 1\n`],
  'a value that holds itself': ['application.yml', `${spring}x: &a\n  b: *a\n`],
  'aliases that stand for a billion values': [
    'application.yml',
    `${spring}a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
      .map((name, i) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefghi'.charAt(i)}`).join(',')}]\n`)
      .join('')}`,
  ],
  'duplicate documents': ['application.yml', `---\n${spring}---\n${spring}---\n${spring}`],
  '2,000 documents': ['application.yml', `${spring}---\n`.repeat(2000)],
  'mappings 3,000 levels deep': ['application.yml', spring + Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
  '100,000 open brackets': ['application.yml', `${spring}x: ${'['.repeat(100_000)}\n`],
  'a key of 50,000 brackets': ['application.properties', `spring.kafka.producer.properties${'[a'.repeat(50_000)}=1\n`],
  '20,000 placeholders inside each other': ['producer.properties', `acks=${'${A:'.repeat(20_000)}1${'}'.repeat(20_000)}\n`],
  'a heredoc of 1 MB': ['main.tf', `resource "aws_msk_configuration" "a" {\n  server_properties = <<EOF\n${'a.b=c\n'.repeat(2e5)}EOF\n}\n`],
  '100,000 open braces in Terraform': ['main.tf', `resource "kafka_topic" "a" {\n  config = ${'{ a = '.repeat(100_000)}\n`],
  '50,000 heredocs that nothing closes': ['main.tf', `resource "kafka_topic" "a" {\n${'  a = <<EOF\n'.repeat(50_000)}`],
  '50,000 broken escapes': ['producer.properties', `acks=1\n${'\\u12\n'.repeat(50_000)}`],
};

describe('bad input', () => {
  for (const [name, [path, text]] of some(Object.entries(texts), new Date().getDate())) {
    it(`costs nothing but itself: ${name}`, () => {
      const { diagnoses } = analyzeFile(path, text);
      if (/acks[=:] ?1/.test(text) && !text.includes('\t') && !text.includes('\0')) {
        assert.ok(diagnoses.some(one => /^(acks|duplicate|byte)/.test(one.rule.id) || one.rule.id === 'malformed-escape'));
      }
    }).timeout(20_000);
  }

  it('is answered by every feature of the editor, whatever is typed where', () => {
    const lines = fc.constantFrom(
      'acks=1',
      'acks',
      'acks=',
      'spring:',
      '  kafka:',
      '    producer:',
      '      acks: ',
      '---',
      '"',
      '{',
      '}',
      ' ',
      '\t',
      '- a',
      'x: &a *a',
      '\\',
      '\ud800',
      '${',
      '#---',
      'group.id = a',
    );
    const file = fc.constantFrom('producer.properties', 'application.yml', 'application-dev.properties', 'Untitled-1');
    fc.assert(
      fc.property(file, fc.array(lines, { maxLength: 12 }), fc.nat(), (path, some, at) => {
        const text = some.join('\n');
        const onRuleFailure = (ruleId: string, error: unknown): void => {
          throw new Error(ruleId, { cause: error });
        };
        const open = { uri: `file:///${path}`, languageId: 'yaml', text, memory: createMemory() };
        const analyzed = analyzeText(open, { options: optionsOf(undefined), onRuleFailure });
        const position = analyzed.lines.positionAt(at % (text.length + 1));
        diagnosticsOf(analyzed);
        hoverOf(analyzed, position);
        completionsOf(analyzed, position);
        codeActionsOf(analyzed, { start: position, end: position }, { diagnostics: [] });
        for (const diagnosis of analyzed.analysis.diagnoses) fixesOf(diagnosis, analyzed.analysis);
      }),
      times(400),
    );
  });

  it('never shows a secret, in a message, a fix or a hover', () => {
    const secret = 'hunter2';
    const keys = [
      'ssl.key.password',
      'ssl.keystore.password',
      'sasl.jaas.config',
      'my.secret',
      'api.token',
      'basic.auth.credentials.source',
      'private.key',
    ];
    const lines = keys.flatMap(key => [`${key}=${secret}`, `${key}=${secret}`]);
    const text = `acks=1\nssl.keystore.pasword=${secret}\nssl.protocol.password\n${lines.join('\n')}\n`;
    const onRuleFailure = (ruleId: string, error: unknown): void => {
      throw new Error(ruleId, { cause: error });
    };
    const open = { uri: 'file:///producer.properties', languageId: 'properties', text };
    const analyzed = analyzeText(open, { options: optionsOf({ profile: 'strict' }), onRuleFailure });
    const hovers = Array.from({ length: analyzed.lines.count }, (_, line) => hoverOf(analyzed, { line, character: 2 }));
    const titles = analyzed.analysis.diagnoses.flatMap(one => fixesOf(one, analyzed.analysis).map(fix => fix.title));
    assert.doesNotMatch(JSON.stringify([diagnosticsOf(analyzed), hovers, titles]), new RegExp(secret));
  });
});
