import { explain, nearestNames, type Explanation } from '../describe/explain.js';
import { shorten } from '../describe/values.js';

const width = 100;

/** What the command says of a name: the explanation, or in one sentence that there is none. */
export function reportExplanation(name: string): { readonly text: string } | { readonly problem: string } {
  const explanation = explain(name);
  if (explanation) return { text: layOut(explanation) };
  const nearest = nearestNames(name);
  const hint = nearest.length === 0 ? '' : `; the nearest ${nearest.length === 1 ? 'name is' : 'names are'} ${nearest.join(', ')}`;
  return { problem: `There is no rule and no property called "${shorten(name)}"${hint}.\n` };
}

/** Several paragraphs of a section are a list; one stands by itself. */
function layOut({ heading, sections }: Explanation): string {
  const parts = sections.map(({ title, paragraphs }) => {
    const mark = paragraphs.length > 1 ? '- ' : '';
    return [`${title}:`, ...paragraphs.flatMap(text => wrap(text, `  ${mark}`))].join('\n');
  });
  return `${[...wrap(heading, ''), '', parts.join('\n\n')].join('\n')}\n`;
}

/** Lines of at most 100 characters where the words allow it; `start` stands before the first and as blanks before the others. */
function wrap(text: string, start: string): readonly string[] {
  const lines: string[] = [];
  let line = start;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(start.length);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
