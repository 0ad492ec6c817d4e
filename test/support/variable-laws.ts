import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Document, Entry, Syntax } from '../../server/src/syntax/syntax.js';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';

export type Pair = readonly [name: string, value: string];

/** A syntax of variables with the texts and names that its laws are tried on. */
export interface VariableSyntax {
  readonly syntax: Syntax;
  readonly variablesIn: (document: Document) => readonly Entry[];
  readonly nameOf: (entry: Entry) => string;
  /** Texts whose variables end where they seem to. */
  readonly text: fc.Arbitrary<string>;
  readonly name: fc.Arbitrary<string>;
  readonly value: fc.Arbitrary<string>;
}

interface Site {
  readonly document: Document;
  readonly pairs: readonly Pair[];
  readonly at: number;
  readonly entry: Entry;
  readonly name: string;
  readonly value: string;
}

type Operation = (syntax: Syntax, site: Site) => readonly [edits: readonly TextEdit[], wanted: readonly Pair[]];

const operations: Readonly<Record<string, Operation>> = {
  setValue: (syntax, { document, pairs, at, entry, value }) => [
    syntax.setValue(document, entry, value),
    pairs.map((pair, i) => (i === at ? [pair[0], value] : pair)),
  ],
  setKey: (syntax, { document, pairs, at, entry, name }) => [
    syntax.setKey(document, entry, name),
    pairs.map((pair, i) => (i === at ? [name, pair[1]] : pair)),
  ],
  remove: (syntax, { document, pairs, at, entry }) => [syntax.remove(document, entry), pairs.toSpliced(at, 1)],
  insertAfter: (syntax, { document, pairs, at, entry, name, value }) => [
    syntax.insert(document, { after: entry }, [name], value),
    pairs.toSpliced(at + 1, 0, [name, value]),
  ],
  insertAtEnd: (syntax, { document, pairs, name, value }) => [
    syntax.insert(document, { atEnd: true }, [name], value),
    [...pairs, [name, value]],
  ],
};

/** Tests that each edit leaves exactly the variables that are wanted. */
export function keepsOtherVariables({ syntax, variablesIn, nameOf, ...texts }: VariableSyntax, runs: { readonly numRuns: number }): void {
  const pairsOf = (document: Document): readonly Pair[] => variablesIn(document).map(entry => [nameOf(entry), entry.value]);
  for (const [operation, operate] of Object.entries(operations)) {
    it(`has exactly the wanted variables after ${operation}`, () => {
      fc.assert(
        fc.property(texts.text, fc.nat(), texts.name, texts.value, (text, choice, name, value) => {
          const document = syntax.parse(text);
          const variables = variablesIn(document);
          const at = choice % Math.max(1, variables.length);
          const entry = variables[at];
          fc.pre(entry !== undefined);
          const [edits, wanted] = operate(syntax, { document, pairs: pairsOf(document), at, entry, name, value });
          const edited = applyEdits(text, edits);
          assert.deepEqual(pairsOf(syntax.parse(edited)), wanted, JSON.stringify([text, edited]));
        }),
        runs,
      );
    });
  }
}
