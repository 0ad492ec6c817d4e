import assert from 'node:assert/strict';
import type { Analysis } from '../../server/src/analysis/analyze.js';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { rules } from '../../server/src/rules/registry.js';
import type { Change, Example, Fix, Rule } from '../../server/src/rules/rule.js';
import type { Setting } from '../../server/src/config/setting.js';
import { textOf } from '../../server/src/syntax/key-text.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile } from '../support/check.js';
import { some } from '../support/runs.js';
import { renderExample, samplesFor } from '../support/render.js';

/** Every example of every rule, written by every carrier that can spell it. */
for (const rule of rules) {
  describe(`rule ${rule.id}`, () => {
    for (const [turn, example] of rule.examples.bad.entries()) {
      const forms = once(() => writtenForms(example, turn));
      it(`reports ${nameOf(example)}`, () => {
        // what is absent means nothing where more stands elsewhere
        for (const { path, text } of forms().filter(({ partly }) => !partly)) {
          assert.ok(idsIn(analyze(path, text, example)).includes(rule.id), `silent in ${path}:\n${text}`);
        }
      });
      it(`mends ${nameOf(example)} by each of its fixes`, () => {
        for (const { path, text } of forms()) checkFixes(rule, example, path, text);
      });
    }
    for (const [turn, example] of rule.examples.good.entries()) {
      it(`is silent on ${nameOf(example)}`, () => {
        for (const { path, text } of writtenForms(example, turn)) {
          assert.ok(!idsIn(analyze(path, text, example)).includes(rule.id), `speaks in ${path}:\n${text}`);
        }
      });
    }
    it('has both kinds of examples', () => {
      assert.ok(rule.examples.bad.length > 0 && rule.examples.good.length > 0);
    });
  });
}

function checkFixes(rule: Rule, example: Example, path: string, text: string): void {
  const analysis = analyze(path, text, example);
  for (const diagnosis of analysis.diagnoses.filter(one => one.rule === rule)) {
    for (const [i, fix] of fixesOf(diagnosis, analysis).entries()) {
      const mended = applyEdits(text, fix.edits);
      const after = analyze(path, mended, example);
      const shown = `after "${fix.title}" in ${path}:\n${mended}`;
      const [before, now] = [idsIn(analysis), idsIn(after)];
      assert.ok(count(now, rule.id) < count(before, rule.id), `still reported ${shown}`);
      const fresh = now.filter(id => count(now, id) > count(before, id));
      assert.deepEqual(fresh, [], `new findings ${shown}`);
      const source = diagnosis.finding.fixes?.[i];
      assert.deepEqual(otherSettings(after, source), otherSettings(analysis, source), `other settings changed ${shown}`);
    }
  }
}

/** Works the value out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** In the quick loop not by every carrier. */
function writtenForms(example: Example, turn: number): readonly { path: string; text: string; partly: boolean }[] {
  if ('file' in example) return [{ path: example.file, text: example.text, partly: false }];
  const all = samplesFor(example.role);
  const chosen = new Set([...all.slice(0, 3), ...some(all, turn)]);
  const written = [...chosen].flatMap(sample => {
    const rendered = renderExample(sample, example);
    return rendered ? [{ ...rendered, partly: sample.partly === true }] : [];
  });
  assert.ok(written.length > 0 || chosen.size < all.length, 'no carrier can spell this example');
  return written;
}

function analyze(path: string, text: string, { version, profile }: Example): Analysis {
  return analyzeFile(path, text, { version, profile });
}

function idsIn({ diagnoses }: Analysis): readonly string[] {
  return diagnoses.map(diagnosis => diagnosis.rule.id);
}

function count(ids: readonly string[], id: string): number {
  return ids.filter(one => one === id).length;
}

function nameOf(example: Example): string {
  const { role, version, profile } = example;
  const shown = JSON.stringify('file' in example ? example.text : example.settings.replaceAll('\n', '; ')).slice(1, -1);
  return [
    `${role} ${shown}`,
    ...(version === undefined ? [] : [`on ${version}`]),
    ...(profile === undefined ? [] : [`as ${profile}`]),
  ].join(' ');
}

/** What is set, apart from what the fix is there to change. */
function otherSettings({ carried }: Analysis, fix: Fix | undefined): readonly string[] {
  const changed = new Set((fix?.changes ?? []).flatMap(changedProperties));
  const all = carried.flatMap(({ reading }) => reading.settings);
  // one line may be several settings: of the program and of its clients
  const changedLines = new Set(all.filter(isChanged).map(({ entry }) => entry));
  const settings = all.filter(({ entry }) => !changedLines.has(entry));
  return settings.map(setting => `${setting.role} ${setting.property}=${setting.entry.value}`).sort();

  function isChanged({ property, entry }: Setting): boolean {
    return changed.has(property) || changed.has(entry.path.map(textOf).join('.'));
  }
}

function changedProperties(change: Change): readonly string[] {
  switch (change.kind) {
    case 'set':
      return [change.property];
    case 'remove':
      return [change.setting.property];
    case 'move':
      return [change.setting.property, change.property];
    case 'rename':
      return [change.key];
    case 'repair':
      return [];
  }
}
