import { insert, remove, setKey, setValue } from './dockerfile-edit.js';
import { linesIn } from './dockerfile-lines.js';
import { entriesOn, instructionOn } from './dockerfile-read.js';
import { notText } from './not-text.js';
import type { Document, Entry, Syntax } from './syntax.js';

/**
 * Dockerfiles, as far as they say what a container is given: `ENV` and `ARG` (path `ENV`, name), `FROM` with the name of its stage, `CMD`
 * and `ENTRYPOINT` with the words of a list. The part of an entry is the number of its stage; 0 stands before the first one. What a variable
 * in a value stands for is nobody's here, and only variables are written.
 */
export const dockerfile: Syntax = { id: 'dockerfile', parse, setValue, setKey, remove, insert };

function parse(text: string): Document {
  const unread = notText('dockerfile', text);
  if (unread) return unread;
  const { lines, comments, escape } = linesIn(text);
  const entries: Entry[] = [];
  let stage = 0;
  for (const line of lines) {
    if (instructionOn(line).name === 'FROM') stage++;
    for (const entry of entriesOn(line, stage, escape)) entries.push(entry);
  }
  return { syntax: 'dockerfile', text, entries, sections: [], comments, problems: [] };
}
