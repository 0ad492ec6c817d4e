import assert from 'node:assert/strict';
import fc from 'fast-check';
import { propertiesOf } from '../../server/src/kafka/catalogue/catalogue.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import type { SyntaxId } from '../../server/src/syntax/syntax.js';
import type { Sample } from '../../server/tools/samples/sample.js';
import { samples } from '../../server/tools/samples/samples.js';
import { analyzeFile } from '../support/check.js';
import { writeInto } from '../support/render.js';
import { some, times } from '../support/runs.js';

/** What people have in a file while they type, or by mistake: it costs itself, and nothing else. */
const strays: Readonly<Record<SyntaxId, readonly ((text: string) => string)[]>> = {
  env: ['half', 'half typed', '=nothing', '"quoted', '[section]'].map(line => text => `${text}${line}\n`),
  dockerfile: ['half', 'ENV', 'ENV half', 'ENV half=', 'ENV =nothing', 'ENV A="b c"', '"quoted', 'RUN <<EOF\nENV A=1\nEOF'].map(
    line => text => `${text}${line}\n`,
  ),
  properties: ['half', 'half.typed.', '=nothing', 'a\\u12=x', 'x.y.z:', '[section]'].map(line => text => `${text}${line}\n`),
  yaml: ['half', 'half:', '1: x', 'on: off', 'list: [1, {a: b}, null]', '? complex\n: key', '"quoted', 'a: b: c', '- item', '\ta: b'].map(
    line => text => `${text}${line}\n`,
  ),
  json: ['"half', '"half": ', '"half": [1, {"a": null}], ', '"1": 2, ', '/* note', '"a" "b", '].map(
    words => text => text.replace('{', `{${words}`),
  ),
  hcl: ['half', 'half =', '"half', 'half = <<EOF', '}', 'a = [1, {', 'x "y" "z"', '/* note', '= 1', 'a = "${b'].map(
    line => text => `${text}${line}\n`,
  ),
};

/** Keys whose value is of a kind that nobody expects there. */
const wrongKinds: Readonly<Record<SyntaxId, readonly string[]>> = {
  env: ['', '"', "'", '${', '${x', '#'],
  dockerfile: ['', '"', "'", '${', '\\', '#', '[]'],
  properties: ['', '[]', '{}', 'null', '${', '${x', '#{y}'],
  yaml: ['', '[]', '{}', '[a, b]', '{a: b}', 'null', '~', '2020-01-01', '!!binary x', '*alias', '&anchor x', '${', '|'],
  hcl: ['', '[]', '{}', '["a"]', '{ a = 1 }', 'null', 'var.x', '"${x', '<<EOF', 'f(', '1e400'],
  json: ['', '[]', '{}', '["a", "b"]', '{"a": "b"}', 'null', '1e400', 'tru', '"${'],
};

/** Every value of the text, one after the other, replaced by something of another kind. */
function* withWrongKinds({ path, text }: Sample): Iterable<string> {
  const syntax = syntaxOf(path, undefined);
  assert.ok(syntax);
  for (const { valueSpan } of syntax.parse(text).entries) {
    for (const kind of wrongKinds[syntax.id]) yield text.slice(0, valueSpan.start) + kind + text.slice(valueSpan.end);
  }
}

/** The sample with a value that its role refuses, and the key that has it; undefined where the carrier can write none. */
function refused(sample: Sample): { readonly text: string; readonly property: string } | undefined {
  for (const { name, type } of propertiesOf(sample.role)) {
    const text = type === 'int' || type === 'boolean' ? writeInto(sample, name, 'never') : undefined;
    if (text !== undefined && reports(sample.path, text)) return { text, property: name };
  }
  return undefined;
}

function reports(path: string, text: string): boolean {
  return analyzeFile(path, text).diagnoses.some(
    ({ rule, span }) => rule.id === 'invalid-value' && text.slice(span.start, span.end).includes('never'),
  );
}

describe('bad input in the files of a carrier', () => {
  for (const [turn, sample] of samples.entries()) {
    const name = `${sample.carrier}, ${sample.role}, ${sample.path}`;
    it(`costs nothing else: ${name}`, () => {
      const syntax = syntaxOf(sample.path, undefined);
      const unsafe = refused(sample);
      if (!unsafe || !syntax) return;
      for (const stray of some(strays[syntax.id], turn)) {
        const text = stray(unsafe.text);
        assert.ok(reports(sample.path, text), `${unsafe.property} is not judged any more in:\n${text}`);
      }
    });
    it(`of another kind than expected never throws: ${name}`, () => {
      for (const text of some([...withWrongKinds(sample)], turn)) analyzeFile(sample.path, text);
    });
    it(`that is cut off or has a piece less never throws: ${name}`, () => {
      const { text } = refused(sample) ?? sample;
      const cuts = fc.tuple(fc.nat(text.length), fc.nat(20), fc.boolean());
      fc.assert(
        fc.property(cuts, ([at, length, toEnd]) => {
          analyzeFile(sample.path, text.slice(0, at) + (toEnd ? '' : text.slice(at + length)));
        }),
        times(30),
      );
    });
  }
});
