import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry, PathSegment, Section } from '../../syntax/syntax.js';
import { entriesBySection, sectionFiles, wholeFile } from '../shared/flat-files.js';
import type { FlatFile } from '../shared/flat.js';

const config = 'config';

/**
 * The configurations of connectors in a document: all of a `.properties` file, and in JSON and YAML every object that names a class itself, be it
 * the body of PUT /connectors/…/config, the `config` of the body of POST /connectors or of an answer, or one of many in lists and maps of
 * these. Where no class is named, what would be read if there were one.
 */
export function connectorsIn(document: Document, path: string): readonly FlatFile[] {
  if (document.syntax === 'properties') return [wholeFile(document, path)];
  const inside = entriesBySection(document);
  const naming = document.sections.filter(section => having('connector.class', inside.get(section)) !== undefined);
  const sections = naming.length > 0 ? naming : bestGuess(document);
  const byPath = new Map(document.sections.map(section => [pathOf(section.path), section]));
  return sectionFiles(
    document,
    path,
    sections.map(section => {
      const own = inside.get(section);
      const body = keyOf(section) === config ? byPath.get(pathOf(section.path.slice(0, -1))) : undefined;
      // Connect takes the name from the body, and tells the kind in its answers
      const around = ['name', 'type'].flatMap(key => having(key, own) ?? (body && having(key, inside.get(body))) ?? []);
      return { section, name: nameOf(section, around), around: around.filter(entry => entry.section !== section) };
    }),
  );
}

function having(key: string, entries: readonly Entry[] = []): Entry | undefined {
  return entries.findLast(({ path }) => keyOf({ path }) === key);
}

/** YAML is the format of many others. */
function bestGuess({ sections, syntax }: Document): readonly Section[] {
  if (syntax === 'yaml') return [];
  const found = sections.find(({ path }) => path.length === 1 && keyOf({ path }) === config) ?? sections[0];
  return found ? [found] : [];
}

/** For people: what the connector is called, or the key that it stands below. */
function nameOf({ path }: Section, around: readonly Entry[]): string {
  const name = around.find(entry => keyOf(entry) === 'name')?.value;
  const keys = path.map(textOf).filter(key => key !== config);
  return `connector ${name ?? keys.at(-1) ?? ''}`.trimEnd();
}

function keyOf({ path }: { readonly path: readonly PathSegment[] }): string | undefined {
  const last = path.at(-1);
  return last && textOf(last);
}

function pathOf(path: readonly PathSegment[]): string {
  return JSON.stringify(path.map(textOf));
}
