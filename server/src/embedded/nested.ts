import type { ReadFile } from '../files/files.js';
import { applyEdits } from '../text/edit.js';
import type { Embedded, Embedder } from './embedded.js';

/** Texts in texts in texts are nobody's files. */
const mostLevels = 3;

/**
 * What a text holds, and what the texts in it hold themselves: the values of a chart in a resource of Argo CD, a resource in a ConfigMap.
 * Where they stand, and how they are changed, goes through all that is around them.
 */
export function embeddedIn(
  text: Pick<Embedded, 'document' | 'path'>,
  embedders: readonly Embedder[],
  readFile: ReadFile | undefined,
  level = 1,
): readonly Embedded[] {
  const { document, path } = text;
  const holding = embedders.filter(one => one.syntaxes.includes(document.syntax) && one.mayHold(path, document.text));
  const found = holding.flatMap(one => one.embedded(document, path, readFile));
  if (level === mostLevels) return found;
  return found.flatMap(outer => {
    const isText = outer.keys === undefined && outer.wanted === undefined;
    const inner = isText ? embeddedIn(outer, embedders, undefined, level + 1) : [];
    return [outer, ...inner.map(one => through(outer, one))];
  });
}

function through(outer: Embedded, inner: Embedded): Embedded {
  return {
    ...inner,
    name: `${outer.name}, ${inner.name}`,
    outerSpan: span => outer.outerSpan(inner.outerSpan(span)),
    innerOffset: offset => {
      const between = outer.innerOffset(offset);
      return between === undefined ? undefined : inner.innerOffset(between);
    },
    outerEdits: text => {
      const edits = inner.outerEdits(text);
      return edits && outer.outerEdits(applyEdits(outer.document.text, edits));
    },
  };
}
