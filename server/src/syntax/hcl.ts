import { remove, setKey, setValue } from './hcl-edit.js';
import { insert } from './hcl-insert.js';
import { readFile } from './hcl-read.js';
import { notText } from './not-text.js';
import type { Document, Syntax } from './syntax.js';

/**
 * HCL as Terraform reads it. A value that Terraform works out, be it a reference or a text with `${…}` in it, is or holds a placeholder.
 * The labels of a block are keys of the path: `resource "kafka_topic" "orders"`. Broken text still gives what can be read of it.
 */
export const hcl: Syntax = { id: 'hcl', parse, setValue, setKey, remove, insert };

const mostCharacters = 10_000_000;

function parse(text: string): Document {
  const unread = notText('hcl', text);
  if (unread) return unread;
  if (text.length <= mostCharacters) return { syntax: 'hcl', text, ...read(text) };
  const message = 'This text is longer than ten million characters and is not read.';
  const problems = [{ kind: 'too-large' as const, span: { start: 0, end: 1 }, message }];
  return { syntax: 'hcl', text, entries: [], sections: [], comments: [], problems };
}

function read(text: string): Omit<Document, 'syntax' | 'text'> {
  const { entries, sections, comments, problems } = readFile(text);
  return { entries, sections, comments, problems };
}
