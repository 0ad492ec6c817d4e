import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CompletionItem, Hover } from 'vscode-languageserver';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { defaultOptions } from '../../server/src/analysis/options.js';
import { analyzeText, type Analyzed } from '../../server/src/service/analyzed.js';
import { completionsOf } from '../../server/src/service/completion.js';
import { hoverOf } from '../../server/src/service/hover.js';
import { hcl } from '../../server/src/syntax/hcl.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { readMarked } from '../support/markers.js';
import { times } from '../support/runs.js';

function open(marked: string): { readonly file: Analyzed; readonly at: number } {
  const { text, cursors } = readMarked(marked);
  const onRuleFailure = (ruleId: string, error: unknown): void => {
    throw new Error(ruleId, { cause: error });
  };
  const file = analyzeText({ uri: 'file:///app/main.tf', languageId: 'terraform', text }, { options: defaultOptions, onRuleFailure });
  return { file, at: cursors[0] ?? 0 };
}

function complete(marked: string): readonly CompletionItem[] {
  const { file, at } = open(marked);
  return completionsOf(file, file.lines.positionAt(at));
}

/** The text after an offer is taken. */
function taken(marked: string, label: string): string | undefined {
  const { file, at } = open(marked);
  const edit = completionsOf(file, file.lines.positionAt(at)).find(item => item.label === label)?.textEdit;
  if (!edit || !('range' in edit)) return undefined;
  const span = { start: file.lines.offsetAt(edit.range.start), end: file.lines.offsetAt(edit.range.end) };
  return applyEdits(file.text, [{ span, newText: edit.newText }]);
}

function hover(marked: string): string | undefined {
  const { file, at } = open(marked);
  const found: Hover | null = hoverOf(file, file.lines.positionAt(at));
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value.split('\n')[0] : undefined;
}

const topic = (...config: readonly string[]): string =>
  `resource "kafka_topic" "a" {\n  replication_factor = 3\n  config = {\n${config.map(line => `    ${line}\n`).join('')}  }\n}\n`;
const msk = (...lines: readonly string[]): string =>
  `resource "aws_msk_configuration" "a" {\n  server_properties = <<-EOF\n${lines.map(line => `    ${line}\n`).join('')}  EOF\n}\n`;

describe('a file of Terraform in the editor', () => {
  it('is offered the keys of a map, in quotes', () => {
    const set = '"retention.ms" = "1"';
    assert.equal(taken(topic(set, '|'), 'min.insync.replicas'), topic(set, '"min.insync.replicas" = '));
    assert.equal(taken(topic(set, 'min.ins|'), 'min.insync.replicas'), topic(set, '"min.insync.replicas" = '));
    assert.equal(taken(topic(set, '"min.ins|"'), 'min.insync.replicas'), topic(set, '"min.insync.replicas" = '));
    assert.equal(taken(topic(set, '"min|" = "2"'), 'min.insync.replicas'), topic(set, '"min.insync.replicas" = "2"'));
    assert.equal(taken(topic(`${set}, "min|"`), 'min.insync.replicas'), topic(`${set}, "min.insync.replicas" = `));
    assert.equal(taken(topic(`${set} "min|"`), 'min.insync.replicas'), undefined);
    assert.ok(!complete(topic(set, '|')).some(({ label }) => label === 'retention.ms' || label === 'acks'));
    assert.deepEqual(complete(`${topic(set)}|`), []);
    assert.deepEqual(complete(topic(set, '# |')), []);
    assert.deepEqual(complete(topic(set, '// |')), []);
  });

  it('is offered values, in the quotes that are there', () => {
    assert.equal(taken(topic('"cleanup.policy" = |'), 'compact'), topic('"cleanup.policy" = "compact"'));
    assert.equal(taken(topic('"cleanup.policy" = "|"'), 'compact'), topic('"cleanup.policy" = "compact"'));
    assert.equal(taken(topic('"cleanup.policy" = "del|ete"'), 'compact'), topic('"cleanup.policy" = "compact"'));
    assert.equal(taken(topic('"min.insync.replicas" = 1|'), '2'), topic('"min.insync.replicas" = 2'));
    assert.equal(taken(topic('"min.insync.replicas" = |'), '2'), topic('"min.insync.replicas" = "2"'));
  });

  it('is offered keys and values inside of a heredoc', () => {
    assert.equal(
      taken(msk('num.io.threads=8', 'unc|'), 'unclean.leader.election.enable'),
      msk('num.io.threads=8', 'unclean.leader.election.enable='),
    );
    assert.equal(
      taken(msk('num.io.threads=8', '|'), 'unclean.leader.election.enable'),
      msk('num.io.threads=8', 'unclean.leader.election.enable='),
    );
    assert.equal(taken(msk('unclean.leader.election.enable=|'), 'false'), msk('unclean.leader.election.enable=false'));
    assert.equal(taken(msk('unclean.leader.election.enable=t|rue'), 'false'), msk('unclean.leader.election.enable=false'));
  });

  it('explains what stands under the cursor', () => {
    assert.equal(hover(topic('"min.ins|ync.replicas" = "1"')), '**min.insync.replicas** (topic)');
    assert.equal(hover(msk('a=1', 'unclean.leader.election.enable=tr|ue')), '**unclean.leader.election.enable** (broker)');
    assert.equal(hover(msk('a=|1', '  unclean.leader.election.enable=true')), undefined);
  });

  it('is mended where it stands', () => {
    const mend = (text: string, rule: string): readonly string[] => {
      const { file } = open(text);
      const found = file.analysis.diagnoses.filter(one => one.rule.id === rule);
      return found.flatMap(one => fixesOf(one, file.analysis).map(({ edits }) => applyEdits(text, edits)));
    };
    assert.deepEqual(mend(msk('a = 1', '  unclean.leader.election.enable = true'), 'unclean-leader-election'), [
      msk('a = 1', '  unclean.leader.election.enable = false'),
    ]);
    assert.deepEqual(mend(topic('"min.insync.replicas" = 1', '"retention.ms"        = var.x'), 'min-insync-replicas-low'), [
      topic('"min.insync.replicas" = 2', '"retention.ms"        = var.x'),
    ]);
  });

  it('is answered by every feature, whatever is typed where', () => {
    const line = fc.constantFrom(
      ...['resource "kafka_topic" "a" {', 'resource "aws_msk_configuration" "b" {', '  replication_factor = 1', '  config = {', '  }', '}'],
      ...[
        '    "min.insync.replicas" = 1',
        '    "unclean.leader.election.enable" = "true"',
        '    "min.',
        '    half',
        '  config = merge({ "a" = 1 }, {',
      ],
      ...[
        '  server_properties = <<-EOF',
        '  server_properties = "a=1\\nunclean.leader.election.enable=true',
        '  EOF',
        'EOF',
        '    min.insync.replicas=1',
      ],
      ...[
        '    ${var.a}',
        '    %{ if b }',
        '"',
        '(',
        '[',
        '/*',
        '    "cleanup.policy" = ',
        '  config = {}',
        '    unclean.leader.election.enable=true',
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.nat(), fc.constantFrom('\n', '\r\n'), (lines, choice, eol) => {
        const text = lines.join(eol);
        const { file } = open(text.replaceAll('|', ''));
        const position = file.lines.positionAt(choice % (text.length + 1));
        hoverOf(file, position);
        completionsOf(file, position);
        for (const { span } of file.analysis.diagnoses)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, text);
        for (const diagnosis of file.analysis.diagnoses) {
          for (const { edits } of fixesOf(diagnosis, file.analysis)) hcl.parse(applyEdits(text, edits));
        }
      }),
      times(2_000),
    );
  });
});
